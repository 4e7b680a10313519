"""All headlines of a library in memory, to be found by a few letters within a frame."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefdesk.ui.jobs import Progress
from briefdesk.ui.library.entry import stored_entry
from briefdesk.ui.palette.scoring import Match, folded, fuzzy

if TYPE_CHECKING:
    from briefdesk.brief.model import Status
    from briefdesk.store.library import Library

PAGE = 500
"""Lines of the list that are read at once: between two pages others may read and write."""

ENOUGH = 150
"""So many candidates of a kind are weighed; of a query that finds more, the newest."""

WORSE = 3
"""What is so many times worse than the best is not listed."""

ALIKE = 78
"""How much of a headline, in percent, has to be as it was typed when nothing else is found."""


class Headline(NamedTuple):
    """A brief to be opened."""

    id: str
    title: str
    status: "Status"
    updated_at: str


class Found(NamedTuple):
    """A headline that a query names, and how."""

    headline: Headline
    match: Match


class Headlines:
    """The headlines, newest first. `token` is the state of the library that they were read from."""

    def __init__(self, headlines: Iterable[Headline], token: int = 0) -> None:
        self.all: tuple[Headline, ...] = tuple(headlines)
        self.token = token
        self._folded = [folded(each.title).replace("\n", " ") for each in self.all]
        self._text = "\n".join(self._folded)
        self._starts: list[int] = []
        at = 0
        for each in self._folded:
            self._starts.append(at)
            at += len(each) + 1

    def find(self, query: str, limit: int) -> list[Found]:
        """The headlines that a query names, the best first, of equals the newest; never more than `limit`."""
        words = folded(query).split()
        if not words:
            return [Found(each, Match(0)) for each in self.all[:limit]]
        found = list[Found]()
        for number in self._candidates(words):
            if match := fuzzy(query, self.all[number].title, self._folded[number]):
                found.append(Found(self.all[number], match))
        found.sort(key=lambda each: -each.match.score)
        if not found:
            return self._alike(query, limit)
        # Of letters that are scattered over a headline nothing is learned where others name it in words.
        best = found[0].match.score
        return [each for each in found[:limit] if WORSE * each.match.score >= best]

    def _candidates(self, words: list[str]) -> list[int]:
        """Lines that may match, few and newest first.

        That is where words begin as asked for, else where they stand, else where their letters do. One
        search over all headlines is far quicker than a loop over them.
        """
        longest = re.escape(max(words, key=len))
        lines: dict[int, None] = {}
        for pattern in (rf"\b{longest}", longest):
            for line in self._lines(pattern):
                if all(word in self._folded[line] for word in words):
                    lines[line] = None
                    if len(lines) >= ENOUGH:
                        return sorted(lines)
        if not lines:
            letters = (f"[^{re.escape(letter)}\n]*{re.escape(letter)}" for word in words for letter in word)
            lines = dict.fromkeys(islice(self._lines(f"^{''.join(letters)}"), ENOUGH))
        return sorted(lines)

    def _lines(self, pattern: str) -> Iterator[int]:
        """The lines in which a pattern is found, each once."""
        search = re.compile(pattern, re.MULTILINE).search
        at = 0
        while found := search(self._text, at):
            line = bisect_right(self._starts, found.start()) - 1
            yield line
            if line + 1 == len(self._starts):
                return
            at = self._starts[line + 1]

    def _alike(self, query: str, limit: int) -> list[Found]:
        """The headlines that are nearest to a query with a slip in it."""
        from rapidfuzz import fuzz, process

        wanted = folded(query).strip()
        if len(wanted) < 4:
            return []
        near = process.extract(
            wanted, self._folded, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=ALIKE
        )
        return [Found(self.all[number], Match(round(score))) for _, score, number in near]


def read_newest(library: "Library", _progress: Progress) -> Headlines:
    """Read the newest headlines alone, to be shown while the others are read; they are never current."""
    entries = (stored_entry(each) for each in library.rows(limit=PAGE))
    return Headlines((Headline(e.id, e.title, e.status, e.updated_at) for e in entries), -1)


def read(library: "Library", progress: Progress) -> Headlines:
    """Read the headlines of a library, a page at a time, as long as somebody waits for them."""
    token = library.changed_since(-1).token
    rows = library.rows(limit=PAGE)
    found = list(rows)
    while len(rows) == PAGE and not progress.cancelled:
        rows = library.rows(limit=PAGE, before=rows[-1])
        found += rows
    entries = (stored_entry(each) for each in found)
    return Headlines((Headline(e.id, e.title, e.status, e.updated_at) for e in entries), token)


def is_current(library: "Library", headlines: Headlines) -> bool:
    """Whether nothing was saved since the headlines were read."""
    return headlines.token >= 0 and not library.changed_since(headlines.token).changed
