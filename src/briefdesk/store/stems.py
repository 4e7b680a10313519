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

_TEXTS: Final = 8
"""Texts whose stems are remembered: a save compares with what the one before it has stored."""


class Stems:
    """Stems words, any thread. A small database in memory holds SQLite's tokenizer."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._known: dict[str, tuple[str, ...]] = {}
        self._texts: dict[str, frozenset[str]] = {}
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
            known = self._texts.get(text)
            if known is None:
                known = frozenset(chain.from_iterable(self.by_word(set(words(text))).values()))
                if len(self._texts) >= _TEXTS:
                    del self._texts[next(iter(self._texts))]
                self._texts[text] = known
            return known

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

    def _tokenized(self, new: list[str]) -> dict[str, tuple[str, ...]]:
        memory = self._memory
        memory.execute("BEGIN")
        memory.executemany("INSERT INTO word(rowid, spelled) VALUES (?, ?)", enumerate(new))
        found: dict[str, tuple[str, ...]] = dict.fromkeys(new, ())
        for number, stem in memory.execute("SELECT doc, term FROM stem ORDER BY doc, offset"):
            found[new[number]] += (stem,)
        memory.execute("ROLLBACK")
        return found
