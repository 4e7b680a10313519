"""What the library knows of terms, for the form: their names at hand, their wordings fetched on a worker."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.brief.naming import term_key
from briefdesk.ui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.store.records import Wording


class HouseTerms(QObject):
    """The house glossary as the form needs it.

    `names` holds the spelling of each explained term by its key; `changed` says that it is another one,
    `arrived` that the wordings of the term of that key are there now.
    """

    changed = Signal()
    arrived = Signal(str)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library: Library | None = None
        self._wordings: dict[str, tuple[Wording, ...]] = {}
        self.names: Mapping[str, str] = {}

    def set_library(self, library: "Library | None") -> None:
        """Know the terms of this library."""
        self._library = library
        self.refresh()

    def refresh(self) -> None:
        """Learn anew what there is."""
        self._wordings.clear()
        if self._library is not None:
            self._jobs.run(
                partial(_names, self._library), self._on_names, "term-names", failed=self._on_failed
            )

    def wordings(self, term: str) -> "tuple[Wording, ...] | None":
        """How the house has explained a term; `None` while that is being fetched."""
        key = term_key(term)
        if key not in self.names:
            return ()
        if key not in self._wordings and self._library is not None:
            fetch = partial(_fetched, self._library, term, key)
            self._jobs.run(fetch, self._on_fetched, f"wordings-{key}", failed=self._on_failed)
        return self._wordings.get(key)

    def elsewhere(self, term: str, brief: str) -> "list[Wording]":
        """Those that are not only of this brief: chosen by the house, or used in another brief or in none."""
        return [
            each
            for each in self.wordings(term) or ()
            if each.is_house or not each.uses or any(use.id != brief for use in each.uses)
        ]

    def read(self, term: str) -> "tuple[Wording, ...]":
        """The same at once, for a command: one look into an index."""
        try:
            return tuple(self._library.terms.wordings(term)) if self._library and term_key(term) else ()
        except KnownError:
            return ()

    def choose(self, term: str, wording: str) -> None:
        """Make a wording the one of the house. Raises NotSaved."""
        if self._library is not None:
            self._library.terms.choose(term, wording)
            self.refresh()

    def _on_names(self, names: Mapping[str, str]) -> None:
        if names != self.names:
            self.names = names
            self.changed.emit()

    def _on_fetched(self, found: "tuple[str, tuple[Wording, ...]]") -> None:
        self._wordings[found[0]] = found[1]
        self.arrived.emit(found[0])

    def _on_failed(self, _error: KnownError) -> None:
        """Without the library the form goes on as if the house knew nothing."""


def _names(library: "Library", _progress: Progress) -> Mapping[str, str]:
    return library.terms.names()


def _fetched(
    library: "Library", term: str, key: str, _progress: Progress
) -> "tuple[str, tuple[Wording, ...]]":
    return key, tuple(library.terms.wordings(term, limit=12))
