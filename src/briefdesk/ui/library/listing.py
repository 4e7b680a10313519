"""What the library list shows: asks the store away from the UI thread and fills the model."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from briefdesk.brief.model import Status
from briefdesk.store.records import Hit, Row
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.library.entry import Entry, stored_entry
from briefdesk.ui.library.model import BriefModel

if TYPE_CHECKING:
    from briefdesk.store.library import Library

PAGE = 100
"""Rows of the first page; more than fit on any screen."""

CHUNK = 2_000
"""Rows of a later page, where the list was scrolled far: measured in some 6 ms."""

BEST = 200
"""Finds of a search that are listed best first; more are listed newest first."""

REST_MS = 150
"""How long after the last of several saves the list is read again."""

LONGEST_REST_MS = 2_000
"""How long the list may lag behind while saves follow each other without a rest."""

TRASH = "trash"


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for: words of the search language, and one state, the trash, or all."""

    query: str = ""
    filter: Status | str = ""

    @property
    def whole_query(self) -> str:
        """The query with the state as one more of its filters."""
        if not isinstance(self.filter, Status):
            return self.query
        # In front, because the last word of a query is taken as the beginning of one.
        return f"status:{self.filter} {self.query}".strip()


@dataclass(frozen=True, slots=True)
class Page:
    """An answer of the store: the first entries of `total`, and where to go on."""

    view: View
    entries: tuple[Entry, ...]
    total: int
    last: Row | None
    counts: Mapping[str, int]


class Listing(QObject):
    """Keeps the model at what the library holds for one view.

    `shown` carries the view and the counts each time the first page has come.
    """

    shown = Signal(object, object)

    def __init__(self, model: BriefModel, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._jobs = jobs
        self._library: Library | None = None
        self._view = View()
        self._showing: View | None = None
        self._last: Row | None = None
        self._wanted = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._read)
        self._lag = QElapsedTimer()

    @property
    def view(self) -> View:
        """What is asked for at present."""
        return self._view

    @property
    def library(self) -> "Library | None":
        """The library that is open, if one is."""
        return self._library

    def set_library(self, library: "Library | None") -> None:
        """Show this library from now on."""
        self._library = library
        self._jobs.cancel("library")
        self._jobs.cancel("library-more")
        self._showing = None
        if library is None:
            self._model.show((), 0)
        else:
            self._read()

    def show(self, view: View) -> None:
        """Show another view."""
        if view != self._view:
            self._view = view
            self._read()

    def refresh(self) -> None:
        """Read the list again, soon: many calls in a row cost one reading."""
        if self._library is None:
            return
        if not self._rest.isActive():
            self._lag.start()
        if self._lag.elapsed() < LONGEST_REST_MS:
            self._rest.start()

    def want(self, row: int) -> None:
        """See that entries are loaded up to that row."""
        self._wanted = max(self._wanted, row)
        if not self._jobs.busy("library") and not self._jobs.busy("library-more"):
            self._read_more()

    def _read(self) -> None:
        library, view = self._library, self._view
        if library is None:
            return

        def work(progress: Progress) -> Page:
            return _first_page(library, view)

        self._jobs.cancel("library-more")
        self._jobs.run(work, self._on_first_page, "library")

    def _on_first_page(self, page: Page) -> None:
        if not self._model.show(page.entries, page.total, keep=page.view == self._showing):
            self._last = page.last
        self._showing = page.view
        self.shown.emit(page.view, page.counts)
        if self._wanted > self._model.loaded:
            self._read_more()

    def _read_more(self) -> None:
        library, view, last = self._library, self._view, self._last
        if library is None or last is None or self._model.loaded >= self._model.rowCount():
            self._wanted = 0
            return

        def work(progress: Progress) -> tuple[list[Entry], Row | None]:
            found = library.rows(view.whole_query, limit=CHUNK, before=last, trashed=view.filter == TRASH)
            return [stored_entry(row) for row in found], found[-1] if found else None

        self._jobs.run(work, self._on_more, "library-more")

    def _on_more(self, more: tuple[list[Entry], Row | None]) -> None:
        entries, last = more
        self._model.append(entries)
        self._last = last
        if last is None:
            self._model.cut()
        elif self._wanted > self._model.loaded:
            self._read_more()


def _first_page(library: "Library", view: View) -> Page:
    """Few finds come best first and whole, many newest first and in pages."""
    counts = library.counts()
    in_trash = view.filter == TRASH
    searched = bool(view.query.strip()) and not in_trash
    number = library.count(view.whole_query) if searched else 0
    found: Sequence[Row | Hit]
    last: Row | None = None
    if searched and number <= BEST:
        found = library.search(view.whole_query, limit=BEST)
    else:
        rows = library.rows(view.whole_query, limit=PAGE, trashed=in_trash)
        last = rows[-1] if len(rows) == PAGE else None
        found = rows
    total = (number or _total(view, counts)) if last else len(found)
    return Page(view, tuple(map(stored_entry, found)), max(total, len(found)), last, counts)


def _total(view: View, counts: Mapping[str, int]) -> int:
    """How many rows there are where nothing is searched for; in a searched trash, at most so many."""
    if view.filter:
        return counts.get(str(view.filter), 0)
    return sum(counts.get(status, 0) for status in Status)
