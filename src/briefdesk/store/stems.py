"""Stems of words, by the tokenizer of the search index itself, so that both speak of the same terms."""

import sqlite3
import threading
from collections.abc import Iterable
from itertools import chain, islice
from types import TracebackType
from typing import Final

from briefdesk.store.indexed import words

_REMEMBERED: Final = 4096
"""Words whose stems are remembered, the oldest forgotten first: typing makes new ones with every key."""

_LINES: Final = 512
"""Lines whose stems are remembered: between two saves of a brief hardly ever more than one changes."""


class Stems:
    """Stems words, any thread. A small database in memory holds SQLite's tokenizer."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._known: dict[str, tuple[str, ...]] = {}
        self._lines: dict[str, frozenset[str]] = {}
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._memory.executescript(
            "CREATE VIRTUAL TABLE word USING fts5"
            "(spelled, content='', tokenize='porter unicode61 remove_diacritics 2');"
            "CREATE VIRTUAL TABLE stem USING fts5vocab(word, instance);"
        )

    def close(self) -> None:
        """Let go of the database in memory."""
        with self._lock:
            self._memory.close()

    def __enter__(self) -> "Stems":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def of(self, text: str) -> frozenset[str]:
        """The stems that stand in a text."""
        with self._lock:
            return frozenset[str]().union(*map(self._of_line, text.split("\n")))

    def change(self, old: str, new: str) -> tuple[set[str], set[str]]:
        """The stems that only the new one of two texts has, and those that only the old one has."""
        before, after = set(old.split("\n")), set(new.split("\n"))
        with self._lock:
            left, came = (
                frozenset[str]().union(*map(self._of_line, each)) for each in (before - after, after - before)
            )
            kept = [self._of_line(line) for line in before & after] if left != came else []
        return (
            {stem for stem in came - left if not any(stem in each for each in kept)},
            {stem for stem in left - came if not any(stem in each for each in kept)},
        )

    def by_word(self, distinct: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The stems of each word: most often one."""
        with self._lock:
            known = self._known
            asked = list(distinct)
            if new := [word for word in asked if word not in known]:
                known.update(self._tokenized(new))
            found = dict(zip(asked, map(known.__getitem__, asked), strict=True))
            if len(known) > _REMEMBERED:
                for word in list(islice(known, len(known) - _REMEMBERED)):
                    del known[word]
            return found

    def _of_line(self, line: str) -> frozenset[str]:
        known = self._lines.get(line)
        if known is None:
            # SQLite takes letters and signs that are newer than its tables for parts of words, Python does
            # not: where there may be such, SQLite alone says where a word ends.
            parts = words(line) if line.isascii() else line.split()
            known = frozenset(chain.from_iterable(self.by_word(set(parts)).values()))
            if len(self._lines) >= _LINES:
                del self._lines[next(iter(self._lines))]
            self._lines[line] = known
        return known

    def _tokenized(self, new: list[str]) -> dict[str, tuple[str, ...]]:
        memory = self._memory
        memory.execute("BEGIN")
        memory.executemany("INSERT INTO word(rowid, spelled) VALUES (?, ?)", enumerate(new))
        found: dict[str, tuple[str, ...]] = dict.fromkeys(new, ())
        for number, stem in memory.execute("SELECT doc, term FROM stem ORDER BY doc, offset"):
            word = new[number]
            found[word] += (word,) if word == stem else (stem,)  # most are their own stem: one text for both
        memory.execute("ROLLBACK")
        return found
