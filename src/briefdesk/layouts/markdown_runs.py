"""Inline runs as Markdown that every reader gives back as the same runs.

Where delimiters stand between letters, blanks or punctuation, CommonMark and its cousins differ on
whether they count. An entity begins with `&` and ends with `;`, which is punctuation to all of them:
so a neighbour written as an entity makes a delimiter count that otherwise would not, and no text
changes. Emphasis is `*`, or `_` where the text has strong runs too, so that no two kinds of asterisks
ever meet.

Entities are not read inside code spans. What a code span cannot hold in every reader (a template's
brace pair, blanks at its edges, tabs, line breaks) is written outside of it, as text: the words are
always kept, the mark is not on that one character.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from briefdesk.brief.inline import Run, merged
from briefdesk.layouts.escaping import address, markdown

_NOT_IN_CODE: Final = re.compile(r"\{(?=[{%#])|[\t\n\u2028\u2029\ufeff]|^\s+|\s+$")
# `[`]: x`](address)` at the start of a block defines a reference.
_NOT_IN_LINKED_CODE: Final = re.compile(rf"{_NOT_IN_CODE.pattern}|\]")
_NONCHARACTER: Final = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


class _Piece(NamedTuple):
    """A part of the line: text still to be escaped, a delimiter, or what is already Markdown."""

    kind: Literal["text", "open", "close", "bracket", "done"]
    value: str


def markdown_runs(runs: Sequence[Run]) -> str:
    """Give the runs of one block (a list item, a paragraph) as Markdown."""
    if len(runs) == 1 and runs[0] == Run(runs[0].text):
        return markdown(runs[0].text)
    said = sayable(runs)
    emphasis = "_" if any(run.strong for run in said) else "*"
    pieces = _joined(_pieces(said, emphasis))
    last = len(pieces) - 1
    return "".join(
        piece.value
        if piece.kind != "text"
        else markdown(piece.value, first=number == 0, last=number == last, force=_forced(pieces, number))
        for number, piece in enumerate(pieces)
    )


def sayable(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with code spans cut down to what all readers can show."""
    made = merged(part for run in runs for part in (_code_parts(run) if run.code else (run,)))
    if any(_NONCHARACTER.search(run.text) for run in made):
        # No entity stands for these, so no delimiter may stand beside one: better unmarked than with stars.
        return merged(replace(run, strong=False, emphasis=False) for run in made)
    return made


def _code_parts(run: Run) -> Iterator[Run]:
    place = 0
    for found in (_NOT_IN_LINKED_CODE if run.href else _NOT_IN_CODE).finditer(run.text):
        if found.start() < place:
            continue
        yield from _code(run, run.text[place : found.start()])
        yield replace(run, text=found[0], code=False)
        place = found.end()
    yield from _code(run, run.text[place:])


def _code(run: Run, text: str) -> Iterator[Run]:
    """One code run for a text without any of the above, blanks at new edges taken out as well."""
    inner = text.strip()
    before, _, after = text.partition(inner) if inner else (text, "", "")
    yield replace(run, text=before, code=False)
    # Three backticks at the start of a line open a block in some readers.
    yield replace(run, text=inner, code=len(_fence(inner)) < 3)
    yield replace(run, text=after, code=False)


def _fence(text: str) -> str:
    """Backticks longer than any inside: kramdown ends a span at as many, even within a longer run."""
    return "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)


def _pieces(runs: Sequence[Run], emphasis: str) -> Iterator[_Piece]:
    opened: list[str] = []
    for run in runs:
        wanted = (
            ([f"]({address(run.href)})"] if run.href else [])
            + ["**"] * run.strong
            + [emphasis] * run.emphasis
        )
        keep = 0
        while keep < min(len(opened), len(wanted)) and opened[keep] == wanted[keep]:
            keep += 1
        for mark in reversed(opened[keep:]):
            yield _Piece("bracket" if mark.startswith("]") else "close", mark)
        for mark in wanted[keep:]:
            yield _Piece("bracket", "[") if mark.startswith("]") else _Piece("open", mark)
        yield _Piece("done", _span(run.text)) if run.code else _Piece("text", run.text)
        opened = wanted
    for mark in reversed(opened):
        yield _Piece("bracket" if mark.startswith("]") else "close", mark)


def _span(text: str) -> str:
    fence = _fence(text)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _joined(pieces: Iterator[_Piece]) -> list[_Piece]:
    made: list[_Piece] = []
    for piece in pieces:
        if piece.kind == "text" and made and made[-1].kind == "text":
            made[-1] = _Piece("text", made[-1].value + piece.value)
        else:
            made.append(piece)
    return made


def _forced(pieces: Sequence[_Piece], number: int) -> str:
    """Which ends of a text piece must be entities, for the sake of the delimiters beside it."""
    first = _must(pieces, number, -1)
    last = _must(pieces, number, 1)
    return "both" if first and last else "first" if first else "last" if last else ""


def _must(pieces: Sequence[_Piece], number: int, way: Literal[-1, 1]) -> bool:
    text = pieces[number].value
    char = text[0] if way < 0 else text[-1]
    beside = number + way
    if not 0 <= beside < len(pieces):
        return False
    piece = pieces[beside]
    if piece.kind == "bracket":
        inside = (piece.value == "[") == (way < 0)
        return char.isspace() if inside else way > 0 and char == "!"
    if piece.kind == "done":
        return False
    if piece.kind == ("open" if way < 0 else "close"):
        return char.isspace()  # inside the mark: a blank would undo it
    return _is_wordlike(char, piece.value) and (
        piece.value == "_" or not _is_letter(_inner(pieces, beside, way))
    )


def _inner(pieces: Sequence[_Piece], delimiter: int, way: Literal[-1, 1]) -> str:
    """The character on the other side of a delimiter; how a lone one will be written is not known yet."""
    piece = pieces[delimiter + way]
    if piece.kind != "text" or len(piece.value) == 1:
        return "*"
    return piece.value[0] if way > 0 else piece.value[-1]


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LN"


def _is_wordlike(char: str, delimiter: str) -> bool:
    """Tell whether a character outside a delimiter may keep it from counting, in some reader."""
    if char.isspace():
        return False
    return not char.isascii() or char.isalnum() or (char == "-" and delimiter == "_")
