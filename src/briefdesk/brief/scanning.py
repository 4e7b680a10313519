"""What an eye that only scans a brief takes in, and bullets that look the same to it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefdesk.brief.inline import plain

SEEN_WORDS, SEEN_CHARACTERS = 2, 11
"""How much of the start of a line is read while scanning: two words, about eleven characters (Nielsen)."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*%?")
_POINTING = frozenset({"this", "that", "these", "those"})
_ARTICLES = frozenset({"the", "a", "an"})


class Alike(NamedTuple):
    """Bullets that open alike: their rows, from 0, and the words with which they do."""

    rows: tuple[int, ...]
    openings: tuple[str, ...]


def overlooked(text: str, *, opens: bool) -> Iterator[tuple[int, int]]:
    """The parts of a line, start and end in code points, that a scanning eye passes over.

    It sees every number and, where the line `opens` something, the first two words or the first eleven
    characters, whichever reach further.
    """
    start = _opening(text) if opens else 0
    for number in _NUMBER.finditer(text, start):
        if start < number.start():
            yield start, number.start()
        start = number.end()
    if start < len(text):
        yield start, len(text)


def opening_alike(bullets: Sequence[str]) -> list[Alike]:
    """Bullets that begin with the same word; this, that, these and those are one to the eye.

    After an article, the word behind it counts too: many sentences begin with "The".
    """
    groups: dict[str, list[tuple[int, str]]] = {}
    for row, bullet in enumerate(bullets):
        found = [word[0] for word in _WORD.finditer(plain(bullet))][:2]
        if not found:
            continue
        first = found[0].casefold()
        if first in _ARTICLES and len(found) > 1:
            groups.setdefault(f"{first} {found[1].casefold()}", []).append((row, " ".join(found)))
        elif first not in _ARTICLES:
            groups.setdefault("this" if first in _POINTING else first, []).append((row, found[0]))
    return [
        Alike(tuple(row for row, _ in each), tuple(words for _, words in each))
        for each in groups.values()
        if len(each) > 1
    ]


def _opening(text: str) -> int:
    words = list(_WORD.finditer(text))[:SEEN_WORDS]
    return min(len(text), max(SEEN_CHARACTERS, words[-1].end() if words else 0))
