"""The marks that lists in plain text have before their lines: bullets, dashes, stars, numbers."""

import re
from collections.abc import Iterator, Sequence

_BY_TAB = re.compile(r"\s*(?:[·•◦▪‣–—*-]|o|\d+[.)]|[A-Za-z][.)])\t\s*")
_ROUND = re.compile(r"\s*[·•●◦▪■‣⁃]\s+")
_DASH = re.compile(r"\s*[–—*-]\s+")
_NUMBER = re.compile(r"\s*(\d{1,3})[.)]\s+")  # four digits are a year


def mark_lengths(lines: Sequence[str]) -> list[int]:
    """How many characters of each line are the mark of a list; 0 for a line that stands for itself.

    A round bullet is always a mark, and so is what a tab follows. A dash, a star or a number is one when
    a line next to it has a mark too, and numbers count from 1 or go on from the one before: "- said he" and
    "2026. A good year" stay as they are. A line that hangs under an item does not part it from the next.
    """
    found = [0] * len(lines)
    for run in _runs(lines):
        if len(run) > 1 or _sure(lines[run[0]]):
            for place in run:
                found[place] = _mark(lines[place])
    return found


def joined_items(lines: Sequence[str]) -> list[str]:
    """The lines without marks and blank ones; a line that hangs under an item, further in, belongs to it."""
    from briefdesk.importers.lines import joined

    marks = iter(mark_lengths([line for line in lines if line.strip()]))
    found: list[str] = []
    item = ""
    for line in lines:
        if not line.strip():
            item = ""
        elif mark := next(marks):
            found.append(line[mark:])
            item = line
        elif _hangs(line, item):
            found[-1] = joined(found[-1].rstrip(), line.strip())
        else:
            found.append(line)
            item = ""
    return found


def without_marks(lines: Sequence[str]) -> list[str]:
    """The lines without the marks of lists."""
    return [line[mark:] for line, mark in zip(lines, mark_lengths(lines), strict=True)]


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """Places of neighbouring lines that all may have a mark."""
    run: list[int] = []
    last = 0
    for place, line in enumerate(lines):
        counted = None if _sure(line) else _NUMBER.match(line)
        number = int(counted[1]) if counted else last
        if run and not _mark(line) and _hangs(line, lines[run[-1]]):
            continue
        goes_on = _mark(line) and number in (last, 1, last + 1)
        if run and not goes_on:
            yield run
            run = []
        if _mark(line):
            run.append(place)
        last = number if _mark(line) else 0
    if run:
        yield run


def _hangs(line: str, item: str) -> bool:
    """Whether a line is further in than the item, as its text is, and so belongs to it."""
    return bool(item) and _indent(line) > _indent(item)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _sure(line: str) -> bool:
    return bool(_BY_TAB.match(line) or _ROUND.match(line))


def _mark(line: str) -> int:
    found = _BY_TAB.match(line) or _ROUND.match(line) or _DASH.match(line) or _NUMBER.match(line)
    return found.end() if found else 0
