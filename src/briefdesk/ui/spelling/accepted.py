"""Words that are no mistakes here: names, and what the library or the brief has settled."""

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.desk.alarms import WORD
from briefdesk.desk.names import LibraryNames, as_words, is_among, own_names, read_names
from briefdesk.desk.session import Change, Origin
from briefdesk.store.giving_way import giving_way
from briefdesk.ui.jobs import MANY, Jobs, Progress
from briefdesk.ui.signals import SessionSignals

if TYPE_CHECKING:
    from briefdesk.store.library import Library

KIND: Final = WORD
"""The kind under which the library keeps such words."""
REST_MS: Final = 400
STALE_SECONDS: Final = 300
"""After so long the names of a library are read anew, when a brief is opened."""


class Accepted(QObject):
    """Knows the names of the library and of the open brief, and the words that were added.

    `changed` follows a change of them, `added` and `removed` carry a word that somebody accepted or no
    longer does, `kept` says that the library knows it; `failed` carries why a word could not be kept.
    """

    changed = Signal()
    added = Signal(str)
    removed = Signal(str)
    kept = Signal()
    failed = Signal(KnownError)

    def __init__(self, signals: SessionSignals, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._jobs = jobs
        self._library: Library | None = None
        self._all: LibraryNames | None = None
        self._read_at = 0.0
        self._names: frozenset[str] = frozenset()
        self._own: frozenset[str] = frozenset()
        self._words: frozenset[str] = frozenset()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._look)
        signals.changed.connect(self._on_changed)

    def set_library(self, library: "Library | None") -> None:
        """Go by the names and words of this library."""
        self._library = library
        self._all = None
        self.refresh()

    def holds(self, word: str) -> bool:
        """Whether a word is no mistake."""
        return is_among(word, self._words) or is_among(word, self._own) or is_among(word, self._names)

    def refresh(self) -> None:
        """Read names and words anew."""
        self._look()
        if self._library is not None:
            if time.monotonic() - self._read_at > STALE_SECONDS:
                self._all = None
            read = partial(_read, self._library, self._signals.brief.id, self._all)
            self._jobs.run(read, self._on_read, key="spell-names", failed=_pass)

    def add(self, word: str, *, brief: str = "") -> None:
        """Accept a word from now on: in the whole library, or in the brief of that id."""
        self._words |= {word}
        self.changed.emit()
        self.added.emit(word)
        self._keep(word, brief, add=True)

    def remove(self, word: str, *, brief: str = "") -> None:
        """Take back what was added."""
        self._words -= {word}
        self.changed.emit()
        self.removed.emit(word)
        self._keep(word, brief, add=False)

    def _keep(self, word: str, brief: str, *, add: bool) -> None:
        if self._library is not None:
            keep = partial(_keep, self._library, word, brief, add)
            # Each has a key of its own: none may take the place of another that is still to be written.
            self._jobs.run(keep, self._on_kept, key=f"spell-keep {add} {word}", failed=self._on_failed)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self.refresh()
        elif not self._rest.isActive():
            self._rest.start()

    def _look(self) -> None:
        brief = self._signals.brief
        if len(brief.bullets) > MANY:
            self._jobs.run(partial(_own, brief), self._on_own, key="spell-own", long=True)
            return
        self._jobs.cancel("spell-own")
        self._on_own(own_names(brief))

    def _on_own(self, own: frozenset[str]) -> None:
        if own != self._own:
            self._own = own
            self.changed.emit()

    def _on_read(self, found: tuple[str, LibraryNames, frozenset[str], frozenset[str]]) -> None:
        id, learned, names, words = found
        if learned is not self._all:
            self._all, self._read_at = learned, time.monotonic()
        if id == self._signals.brief.id and (names, words) != (self._names, self._words):
            self._names, self._words = names, words
            self.changed.emit()

    def _on_kept(self, _none: None) -> None:
        self.kept.emit()
        self.refresh()

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)


def _read(
    library: "Library", id: str, known: LibraryNames | None, _progress: Progress
) -> tuple[str, LibraryNames, frozenset[str], frozenset[str]]:
    with giving_way():
        learned = known or read_names(library)
        return id, learned, learned.without(id), as_words(library.house(KIND, brief=id))


def _own(brief: Brief, _progress: Progress) -> frozenset[str]:
    return own_names(brief)


def _keep(library: "Library", word: str, brief: str, add: bool, _progress: Progress) -> None:
    if add:
        library.settle(KIND, {word: ""}, brief=brief)
    else:
        library.unsettle(KIND, [word], brief=brief)


def _pass(_error: KnownError) -> None:
    """A library that cannot be read is told elsewhere; until then more words are marked."""
