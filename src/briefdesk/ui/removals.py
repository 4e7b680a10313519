"""What an edit has taken out of a list, so that it can be told and brought back."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.model import Related, Term
from briefdesk.desk.session import Change, Origin

LISTS = ("terms", "related", "bullets")
"""Fields that are lists, out of which something may be removed whole."""


class Removal(NamedTuple):
    """Entries that were taken out of a list of one brief, and the place where they stood."""

    brief: str
    field: str
    at: int
    entries: tuple[object, ...]

    @property
    def words(self) -> str:
        """What was done."""
        number = len(self.entries)
        name = next((each.term.strip() for each in self.entries if isinstance(each, Term)), "")
        if name and number == 1:
            return _tr("Term “{term}” removed").format(term=name)
        one, many = {
            "terms": (_tr("Term removed"), _tr("{n} terms removed")),
            "related": (_tr("Brief removed from More briefs"), _tr("{n} removed from More briefs")),
            "bullets": (_tr("Bullet removed"), _tr("{n} bullets removed")),
        }[self.field]
        return one if number == 1 else many.format(n=number)

    def put_back(self, entries: Sequence[object]) -> tuple[object, ...]:
        """The list as it is now, with what was removed in its place again."""
        at = min(self.at, len(entries))
        return (*entries[:at], *self.entries, *entries[at:])


def removal(change: Change) -> Removal | None:
    """What an edit removed: entries that held something, side by side, and nothing else changed."""
    if change.origin is not Origin.EDIT:
        return None
    for field in LISTS:
        if field in change.fields:
            before, after = getattr(change.before, field), getattr(change.brief, field)
            return _difference(change.brief.id, field, before, after)
    return None


def _difference(
    brief: str, field: str, before: tuple[object, ...], after: tuple[object, ...]
) -> Removal | None:
    number = len(before) - len(after)
    if number <= 0:
        return None
    at = next((place for place, entry in enumerate(after) if entry != before[place]), len(after))
    if before[at + number :] != after[at:]:
        return None
    gone = before[at : at + number]
    return Removal(brief, field, at, gone) if any(map(_is_filled, gone)) else None


def _is_filled(entry: object) -> bool:
    if isinstance(entry, Term):
        return bool(entry.term.strip() or entry.definition.strip())
    return isinstance(entry, Related) or bool(str(entry).strip())


def _tr(text: str) -> str:
    return QCoreApplication.translate("Removal", text)
