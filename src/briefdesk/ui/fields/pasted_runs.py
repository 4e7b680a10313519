"""Runs of text as they are read out of HTML: blanks closed up, marks that all of a line has left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefdesk.brief.inline import Run, merged

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLANK = " \t\r\n\f"


def without_look(line: tuple[Run, ...]) -> tuple[Run, ...]:
    """The line without the marks that all of it has."""
    strong, emphasis = (all(getattr(run, mark) for run in line) for mark in ("strong", "emphasis"))
    return merged(
        replace(run, strong=run.strong and not strong, emphasis=run.emphasis and not emphasis) for run in line
    )


def closed_up(line: Sequence[Run]) -> Iterator[Run]:
    """Runs with every stretch of blanks made one, and none at the ends."""
    blank: Run | None = None
    begun = False
    for run in line:
        text = _BLANKS.sub(" ", run.text)
        core = text.strip(" ")
        if begun and blank is None and text.startswith(" "):
            blank = run
        if not core:
            continue
        if blank is not None:
            yield replace(blank, text=" ")
        yield replace(run, text=core) if core != run.text else run
        blank, begun = run if text.endswith(" ") else None, True


def after(line: tuple[Run, ...], length: int) -> Iterator[Run]:
    """The runs of a line behind its first characters."""
    for run in line:
        if len(run.text) > length:
            yield replace(run, text=run.text[length:])
        length = max(0, length - len(run.text))


def close_gap(runs: list[Run]) -> None:
    """Take away the blanks before a stop: what stood between them was struck out."""
    while runs and not runs[-1].text.strip(_BLANK):
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(_BLANK))
