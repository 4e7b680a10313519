"""Answers whether words are right, at once where it is known; the rest is looked up on a worker."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.desk import dictionaries
from briefdesk.desk.lexicon import Lexicon
from briefdesk.ui.jobs import Jobs, Progress

_MOST: Final = 50_000
"""Verdicts kept of a dictionary; then they are looked up anew."""


class Verdicts(QObject):
    """The dictionary for a language, read when it is first needed, and what it says of words.

    `judged` carries the words that it does not know; `ready` follows another dictionary, or none;
    `suggested` carries a word whose suggestions have come; `refused` why a dictionary is not used.
    """

    judged = Signal(object)
    ready = Signal()
    suggested = Signal(str)
    refused = Signal(KnownError)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._lexicons: dict[str, Lexicon | None] = {}
        self._known: dict[str, dict[str, bool]] = {}
        self._suggestions: dict[tuple[str, str], tuple[str, ...]] = {}
        self._pending: set[str] = set()
        self._name: str | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    @property
    def has_dictionary(self) -> bool:
        """Whether there is a dictionary for the language, read or being read."""
        return self._name is not None and self._lexicons.get(self._name, True) is not None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being read or looked up."""
        return not self._pending and not any(map(self._jobs.busy, ("spell-read", "spell-judge")))

    def use(self, language: str, english: str) -> None:
        """Answer by the dictionary for this language from now on."""
        names = dictionaries.available()
        name = dictionaries.name_for(language, names, english)
        if name == self._name:
            return
        self._name = name
        self._pending.clear()
        if name is None or name in self._lexicons:
            self.ready.emit()
        else:
            self._jobs.run(
                partial(_read, name, names), self._on_read, key="spell-read", failed=self._on_refused
            )

    def known(self, word: str) -> bool | None:
        """Whether a word is right, where that is known already; it is not looked up."""
        return self._known.get(self._name or "", {}).get(word)

    def verdict(self, word: str) -> bool | None:
        """Whether a word is right; None while that is looked up, and where there is no dictionary."""
        if self._name is None or self._lexicons.get(self._name) is None:
            return None
        known = self._known[self._name].get(word)
        if known is None:
            self._pending.add(word)
            if not self._soon.isActive():
                self._soon.start(0)
        return known

    def suggestions(self, word: str) -> tuple[str, ...] | None:
        """What may have been meant; None while that is looked up."""
        name = self._name
        lexicon = self._lexicons.get(name) if name else None
        if name is None or lexicon is None:
            return ()
        found = self._suggestions.get((name, word))
        if found is None:
            self._jobs.run(partial(_suggest, lexicon, name, word), self._on_suggested, key="spell-suggest")
        return found

    def _ask(self) -> None:
        lexicon = self._lexicons.get(self._name) if self._name else None
        if self._name and lexicon and self._pending and not self._jobs.busy("spell-judge"):
            words, self._pending = self._pending, set()
            self._jobs.run(partial(_judge, lexicon, self._name, words), self._on_judged, key="spell-judge")

    def _on_read(self, read: tuple[str, Lexicon]) -> None:
        name, self._lexicons[read[0]] = read
        self._known[name] = {}
        self.ready.emit()

    def _on_refused(self, error: KnownError) -> None:
        if self._name:
            self._lexicons[self._name] = None
        self.ready.emit()
        self.refused.emit(error)

    def _on_judged(self, found: tuple[str, Mapping[str, bool]]) -> None:
        name, verdicts = found
        known = self._known[name]
        if len(known) > _MOST:
            known.clear()
        known.update(verdicts)
        if name == self._name:
            self.judged.emit(frozenset(word for word, right in verdicts.items() if not right))
        self._ask()

    def _on_suggested(self, found: tuple[str, str, tuple[str, ...]]) -> None:
        name, word, words = found
        self._suggestions[(name, word)] = words
        self.suggested.emit(word)


def _read(name: str, names: Mapping[str, Path], _progress: Progress) -> tuple[str, Lexicon]:
    return name, dictionaries.read(name, names)


def _judge(
    lexicon: Lexicon, name: str, words: Iterable[str], progress: Progress
) -> tuple[str, dict[str, bool]]:
    found: dict[str, bool] = {}
    for word in words:
        if progress.cancelled:
            break
        found[word] = lexicon.knows(word)
    return name, found


def _suggest(lexicon: Lexicon, name: str, word: str, _progress: Progress) -> tuple[str, str, tuple[str, ...]]:
    return name, word, lexicon.suggest(word)
