"""What is done to terms in the glossary: each change on a worker, told with what takes it back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.ui.glossary import work
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.notices import NoticeBar, Offer

if TYPE_CHECKING:
    from briefdesk.store.library import Library


class TermChanges(QObject):
    """Changes terms in the library; nothing while there is none.

    `changed` follows every change, with the term to be shown then, "" for the one that is; `erased` that
    the shown one is gone.
    """

    changed = Signal(str)
    erased = Signal()

    def __init__(self, jobs: Jobs, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notices = notices
        self._library: Library | None = None

    def set_library(self, library: "Library | None") -> None:
        """Change the terms of this library."""
        self._library = library

    def keep(self, term: str, wording: str, draft: str) -> None:
        """Keep a house wording, or none where it is empty, in the place of a draft of it."""
        if self._library is not None:
            self._do(partial(work.keep, self._library, term, wording, draft), "glossary-keep")

    def add(self, term: str) -> None:
        """Make a term known."""
        if (library := self._library) is not None:
            self._do(lambda _progress: library.terms.add(term), "glossary-new", show=term)

    def forget(self, term: str, wording: str) -> None:
        """Forget a wording."""
        if (library := self._library) is not None:
            self._do(lambda _progress: library.terms.forget(term, wording), "glossary-forget")
            self._tell(self.tr("Wording forgotten"), partial(self._bring_back_wording, term, wording))

    def _bring_back_wording(self, term: str, wording: str) -> None:
        self._notices.end()
        if (library := self._library) is not None:
            add = library.terms.add_wordings
            self._do(lambda _progress: add([(term, wording)]), "glossary-forget")

    def delete(self, term: str) -> None:
        """Delete a term, unless a brief has it."""
        if self._library is not None:
            task = partial(work.erase, self._library, term)
            self._jobs.run(task, self._on_erased, "glossary-delete", failed=self._on_failed)

    def _on_erased(self, erased: work.Erased) -> None:
        if not erased.done:
            self._notices.show_trouble(
                self.tr("“{term}” was not deleted").format(term=erased.term),
                self.tr("A brief has it, maybe one in the trash."),
            )
            return
        self.erased.emit()
        self.changed.emit("")
        words = self.tr("“{term}” deleted").format(term=erased.term)
        self._tell(words, partial(self._bring_back, erased))

    def _bring_back(self, erased: work.Erased) -> None:
        self._notices.end()
        if self._library is not None:
            task = partial(work.bring_back, self._library, erased)
            self._do(task, "glossary-delete", show=erased.term)

    def merge(self, term: str, into: str) -> None:
        """Have one term count as another."""
        if (library := self._library) is not None:
            self._do(lambda _progress: library.terms.merge(term, into), "glossary-merge", show=into)
            words = self.tr("“{term}” counts as “{into}” now").format(term=term, into=into)
            self._tell(words, partial(self._undo_merge, term))

    def _undo_merge(self, term: str) -> None:
        self._notices.end()
        self.part(term)

    def part(self, term: str) -> None:
        """Have a term stand for itself again."""
        if (library := self._library) is not None:
            self._do(lambda _progress: library.terms.part(term), "glossary-merge")

    def _do(self, task: Callable[..., object], key: str, *, show: str = "") -> None:
        self._jobs.run(task, partial(self._on_done, show), key, failed=self._on_failed)

    def _on_done(self, show: str, _nothing: object) -> None:
        self.changed.emit(show)

    def _tell(self, words: str, undo: Callable[[], object]) -> None:
        self._notices.show_done(words, offers=(Offer(self.tr("Undo"), undo),))

    def _on_failed(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)
