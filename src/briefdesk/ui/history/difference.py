"""How two texts differ, word by word, and how two lists of rows do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto

_WORD = re.compile(r"\w+(?:['’\-]\w+)*|\s+|[^\w\s]", re.UNICODE)

LONGEST = 4_000
"""Words in a text up to which it is compared word by word; a longer one is shown as replaced."""


class Kind(Enum):
    """What became of a piece of text."""

    SAME = auto()
    REMOVED = auto()
    ADDED = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and what became of it."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row as it was and as it is, by its number; -1 and an empty text where there is none."""

    before: int
    after: int
    was: str
    now: str


def words_between(was: str, now: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order: what is the same, what was taken out, what was put in."""
    old, new = _WORD.findall(was), _WORD.findall(now)
    if len(old) > LONGEST or len(new) > LONGEST:
        return _merged([Piece(Kind.REMOVED, was), Piece(Kind.ADDED, now)])
    pieces: list[Piece] = []
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            pieces.append(Piece(Kind.SAME, "".join(old[a:b])))
        else:
            pieces += [Piece(Kind.REMOVED, "".join(old[a:b])), Piece(Kind.ADDED, "".join(new[c:d]))]
    return _merged(_whole_phrases(pieces))


def rows_between(was: Sequence[str], now: Sequence[str]) -> Iterator[RowPair]:
    """The rows of both lists side by side: those that stayed, those that changed, came, or went."""
    for name, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if name == "equal":
            yield from (RowPair(n, c + n - a, was[n], was[n]) for n in range(a, b))
            continue
        for step in range(max(b - a, d - c)):
            before, after = a + step, c + step
            has_before, has_after = before < b, after < d
            yield RowPair(
                before if has_before else -1,
                after if has_after else -1,
                was[before] if has_before else "",
                now[after] if has_after else "",
            )


def _whole_phrases(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces without blanks alone between two changes: "a few words" gone, not three words one by one."""
    made: list[Piece] = []
    for number, piece in enumerate(pieces):
        between = 0 < number < len(pieces) - 1
        if piece.kind is Kind.SAME and not piece.text.strip() and between:
            made += [Piece(Kind.REMOVED, piece.text), Piece(Kind.ADDED, piece.text)]
        else:
            made.append(piece)
    return made


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbours of one kind joined: in a changed stretch, first all that went."""
    made: list[Piece] = []
    gone, come = "", ""
    for piece in (*pieces, Piece(Kind.SAME, "")):
        if piece.kind is Kind.REMOVED:
            gone += piece.text
        elif piece.kind is Kind.ADDED:
            come += piece.text
        else:
            made += [Piece(Kind.REMOVED, gone), Piece(Kind.ADDED, come), piece]
            gone, come = "", ""
    return tuple(piece for piece in made if piece.text)
