"""What the palette offers: the commands that a query names, and the briefs."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from briefdesk.ui.commands import Command
from briefdesk.ui.keys.shortcuts import Shortcuts, cap
from briefdesk.ui.library import words
from briefdesk.ui.palette.headlines import WORSE, Found
from briefdesk.ui.palette.rows import PaletteRow
from briefdesk.ui.palette.scoring import Match, fuzzy

COMMAND, BRIEF = "command", "brief"

FOR_OTHERS = 8
"""What it costs that a command was found by another word for it."""
NOT_LISTED = frozenset(("palette",))
"""Whoever sees the list has asked for it already."""


def command_rows(query: str, shortcuts: Shortcuts, recent: Sequence[str]) -> list[PaletteRow]:
    """The commands that a query names, the best first; without one the recent ones first, then all."""
    offered = [
        each
        for each in shortcuts.commands
        if shortcuts.actions[each.id].isVisible() and each.id not in NOT_LISTED
    ]
    order = {id: number for number, id in enumerate(recent)}
    if not query.strip():
        offered.sort(key=lambda each: order.get(each.id, len(order)))
        return [_row(each, Match(0), shortcuts) for each in offered]
    found = [(each, match) for each in offered if (match := _match(query, each))]
    found = found or [(each, Match(0)) for each in _alike(query, offered)]
    best = max((match.score for _, match in found), default=0)
    found = [each for each in found if WORSE * each[1].score >= best]
    found.sort(key=lambda each: (-each[1].score, order.get(each[0].id, len(order))))
    return [_row(each, match, shortcuts) for each, match in found]


def brief_rows(found: Iterable[Found], now: datetime) -> list[PaletteRow]:
    """Briefs as they are listed: headline, state, age."""
    return [
        PaletteRow(
            each.headline.title,
            each.headline.id,
            BRIEF,
            each.match.places,
            note=f"{words.state(each.headline.status)} · {words.age(each.headline.updated_at, now)}",
            icon="file-text",
            dot=words.DOTS[each.headline.status],
        )
        for each in found
    ]


def _match(query: str, command: Command) -> Match | None:
    """How well a query names a command by what it is called, or by another word for it."""
    named = fuzzy(query, command.words)
    other = fuzzy(query, command.other_words) if command.other_words else None
    if other is None or (named and named.score >= other.score):
        return named
    return Match(other.score - FOR_OTHERS, ())


def _row(command: Command, match: Match, shortcuts: Shortcuts) -> PaletteRow:
    action = shortcuts.actions[command.id]
    enabled = action.isEnabled()
    note = QCoreApplication.translate("Palette", "on") if action.isChecked() else ""
    why = QCoreApplication.translate("Command", command.why_not) if command.why_not else ""
    why = why or QCoreApplication.translate("Palette", "not now")
    return PaletteRow(
        command.words,
        command.id,
        COMMAND,
        match.places,
        note=note,
        key=cap(shortcuts.native(command.id)),
        icon=command.icon,
        enabled=enabled,
        why_not="" if enabled else why,
    )


def _alike(query: str, commands: Sequence[Command]) -> list[Command]:
    """The commands that are nearest to a query with a slip in it."""
    from rapidfuzz import fuzz, process

    if len(query.strip()) < 4:
        return []
    near = process.extract(
        query.casefold(),
        [each.words.casefold() for each in commands],
        scorer=fuzz.partial_ratio,
        limit=3,
        score_cutoff=75,
    )
    return [commands[number] for _, _, number in near]
