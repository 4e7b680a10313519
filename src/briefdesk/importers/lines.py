"""The lines of a page's text: trimmed, with their marks and the blank lines before them, wraps undone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from briefdesk.brief.errors import InvalidBrief
from briefdesk.importers.headings import part_of, source_line

_BREAKS = re.compile(r"[\x0b\x0c\x85\u2028\u2029]+")
_ROUND = re.compile(r"[•●▪◦‣⁃∙■□○▶►▸✓✔➢⦿❖·]\s*")
_DASH = re.compile(r"(?:[-–—*+>»→]|\bo(?=\t))\s+")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+")
_NOTHING = re.compile(r"[-–—*•●▪◦·_=~+]+")
_MOST: Final = 50_000
_BLANK: Final = " \t\u00a0\u2007\u202f\u3000\ufeff\u200b"
_NARROWEST_WRAP: Final = 40
_WIDEST_WRAP: Final = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its text without mark and indent; whether it had a mark, an indent, a blank line before."""

    text: str
    marked: bool = False
    indented: bool = False
    apart: bool = False

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence ends."""
        return re.search(r"[.!?…。！？][\"'”’»)\]]*$", self.text) is not None


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything, in order.

    Raises:
        InvalidBrief: there are more than any page has.
    """
    if text.count("\n") > _MOST:
        raise InvalidBrief("", f"more than {_MOST} lines: no text of one page")
    found: list[Line] = []
    apart = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        raw = _BREAKS.sub(" ", raw)
        bare = raw.strip(_BLANK)
        if not bare or _NOTHING.fullmatch(bare):
            apart = True
            continue
        mark = _ROUND.match(bare) or _DASH.match(bare)
        inner = bare[mark.end() :].strip(_BLANK) if mark else bare
        indented = raw[:1] in (" ", "\t", "\u00a0") and raw.strip("\ufeff\u200b")[:1] in (" ", "\t", "\u00a0")
        if inner:
            found.append(Line(inner, mark is not None, indented, apart))
            apart = False
    return found


def without_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list without its numbers, where they count 1, 2, 3 …; "2026. A good year" stays."""
    numbers = [_NUMBER.match(line.text) for line in lines]
    counted = [int(each[1]) for each in numbers if each]
    if not counted or counted != list(range(1, len(counted) + 1)) or numbers[0] is None:
        return list(lines)
    if len(counted) == 1 and len(lines) > 1:
        return list(lines)
    return [
        replace(line, text=line.text[each.end() :], marked=True) if each else line
        for line, each in zip(lines, numbers, strict=True)
    ]


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with those joined again that a mail program or terminal broke at a column.

    A break was forced when the next word would not have fitted; and a text is taken for wrapped only
    when some line ends in the middle of a sentence that goes on in small letters.
    """
    width = max((len(line.text) for line in lines), default=0)
    pairs = list(pairwise(lines))
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP and any(
        _goes_on(each, after, width) for each, after in pairs
    )
    if not wrapped:
        return list(lines)
    found = [lines[0]]
    for place, (last, line) in enumerate(pairs, start=1):
        goes_on = _was_forced(last, line, width) and not _is_title(lines, place, width)
        if goes_on or _hangs(found[-1], line):
            found[-1] = replace(found[-1], text=joined(found[-1].text, line.text))
        else:
            found.append(line)
    return found


def _is_title(lines: Sequence[Line], place: int, width: int) -> bool:
    """Whether a line after a full stop begins something new: it was not filled, and ends no sentence."""
    line = lines[place]
    after = lines[place + 1] if place + 1 < len(lines) else None
    if not lines[place - 1].is_sentence or line.is_sentence or after is None:
        return False
    return not _was_forced(line, after, width)


def joined(text: str, more: str) -> str:
    """Two lines as one; a word that was broken at its hyphen is one word again."""
    return text + more if text[-1:] == "-" and text[-2:-1].isalnum() else f"{text} {more}"


def _goes_on(line: Line, after: Line, width: int) -> bool:
    return _was_forced(line, after, width) and not line.is_sentence and after.text[0].islower()


def _was_forced(line: Line, after: Line, width: int) -> bool:
    if after.apart or after.marked or part_of(line.text) or part_of(after.text) or source_line(after.text):
        return False
    word = after.text.split(maxsplit=1)[0]
    return len(line.text) + (2 if line.marked else 0) + 1 + len(word) > width


def _hangs(item: Line, line: Line) -> bool:
    """A line that hangs under a marked one belongs to it."""
    return item.marked and line.indented and not line.marked and not line.apart


def paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in groups, parted where a blank line stood."""
    group: list[Line] = []
    for line in lines:
        if line.apart and group:
            yield group
            group = []
        group.append(line)
    if group:
        yield group
