"""The library pane: search, chips of states, and the list of briefs."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from briefdesk.brief.model import Status
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.chips import StatusChips
from briefdesk.ui.library.empty import EmptyLibrary, NothingFound
from briefdesk.ui.library.entry import begun, live_entry
from briefdesk.ui.library.listing import TRASH, Listing, View
from briefdesk.ui.library.model import BriefModel
from briefdesk.ui.library.query import parts_of
from briefdesk.ui.library.search import SearchBox
from briefdesk.ui.library.view import BriefList
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

EDITED_SECONDS = 60
"""How long after the last key the brief in the form is said to be edited now."""


class LibraryPanel(QFrame):
    """Finds briefs and hands on what a person wants done with them; changes nothing itself.

    The list follows the store (`refresh` after saves and when another program wrote), and the row of
    the brief in the form follows the typing at once.
    """

    briefChosen = Signal(str)
    newRequested = Signal()
    importRequested = Signal()
    pasted = Signal(str)
    trashRequested = Signal(list)
    untrashRequested = Signal(list)
    leaveRequested = Signal()
    filterChanged = Signal(object)

    def __init__(
        self, signals: SessionSignals, jobs: Jobs, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._counts: Mapping[str, int] = {}
        self._sample = ""
        self.setProperty("look", "rail")
        self.setObjectName("libraryPanel")
        self.setAccessibleName(self.tr("Library"))
        self._model = BriefModel(self)
        self._listing = Listing(self._model, jobs, self)
        self._search = SearchBox(look)
        self._search.setObjectName("librarySearch")
        self._search.setPlaceholderText(self.tr("Search briefs"))
        self._search.setAccessibleName(self.tr("Search briefs"))
        self._chips = StatusChips()
        self._list = BriefList(self._model, look)
        self._list.setObjectName("libraryList")
        self._list.setAccessibleName(self.tr("Briefs"))
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._empty = EmptyLibrary(look)
        self._nothing = NothingFound()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(EDITED_SECONDS * 1000)
        self._lay_out()
        self._connect()
        self._show_live(editing=False)

    # For the window

    @property
    def library(self) -> "Library | None":
        """The library whose briefs are listed."""
        return self._listing.library

    @property
    def selected(self) -> list[str]:
        """The ids of the briefs that are selected in the list, from top to bottom."""
        return self._list.ids()

    @property
    def trashed(self) -> int:
        """How many briefs lay in the trash when the list was read last."""
        return self._counts.get(TRASH, 0)

    def following(self, ids: Collection[str]) -> str:
        """The brief that follows these in the list, else the one before them; "" where there is none."""
        return "" if self._listing.view.filter == TRASH else self._model.following(ids)

    @property
    def stop(self) -> QWidget:
        """Where the keyboard goes in this pane. No focus proxy: Tab would pass over what stands before it."""
        return self._list if self._list.isVisibleTo(self) else self._search

    def set_library(self, library: "Library | None") -> None:
        """List the briefs of this library; none while no library is open."""
        self._listing.set_library(library)

    def refresh(self) -> None:
        """The store changed: read the list again soon. Cheap; calls in a row cost one reading."""
        self._listing.refresh()

    def set_search_key(self, shortcut: QKeySequence | str) -> None:
        """Show the shortcut that leads to the search box in it."""
        self._search.set_key(shortcut)

    def set_new_key(self, key: str) -> None:
        """Name the key that begins a new brief where there is none yet."""
        self._empty.show_key(key)

    def set_sample(self, id: str) -> None:
        """Know which brief is the sample, so that it does not count as one's own."""
        self._sample = id
        self._model.set_sample(id)
        self._show_state()

    def focus_search(self) -> None:
        """Put the caret into the search box, its text selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def focus_list(self) -> None:
        """Put the focus into the list, on the brief that is open."""
        if self._list.currentIndex().row() < 0:
            self._list.choose(self._signals.brief.id)
        if self._list.currentIndex().row() < 0 and self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_filter(self, filter: Status | str) -> None:
        """List the briefs of one state, those in the trash ("trash"), or all ("")."""
        self._chips.choose(filter)
        self._listing.show(View(self._listing.view.query, filter))

    def show_all(self) -> None:
        """List all briefs, so that a new one is among them."""
        if self._listing.view != View():
            self._chips.choose("")
            self._listing.show(View())
            self._search.clear()

    # Inside

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 0, 0)
        column.setSpacing(0)
        for widget, margins in ((self._search, (0, 0, 10, 0)), (self._chips, (2, 10, 12, 10))):
            box = QVBoxLayout()
            box.setContentsMargins(*margins)
            box.addWidget(widget)
            column.addLayout(box)
        column.addWidget(self._stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(2, 12, 12, 12)
        foot.addWidget(self._empty)
        column.addLayout(foot)
        self._end = QWidget()
        column.addWidget(self._end, 1)
        self._empty.hide()
        self._end.hide()

    def _connect(self) -> None:
        self._signals.changed.connect(self._on_changed)
        self._calm.timeout.connect(self._on_calm)
        self._listing.shown.connect(self._on_shown)
        self._search.textChanged.connect(self._on_search_changed)
        self._search.downPressed.connect(self.focus_list)
        self._search.returnPressed.connect(self._on_search_entered)
        self._search.left.connect(self.leaveRequested)
        self._chips.chosen.connect(self._on_chip_chosen)
        self._list.wanted.connect(self._listing.want)
        self._list.opened.connect(self.briefChosen)
        self._list.typed.connect(self._on_typed_in_list)
        self._list.upFromTop.connect(self.focus_search)
        self._list.customContextMenuRequested.connect(self._on_menu_requested)
        self._empty.newRequested.connect(self.newRequested)
        self._empty.importRequested.connect(self.importRequested)
        self._nothing.clearRequested.connect(self._on_clear_requested)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the list leaves over: delete, leave, and paste an article."""
        if event.key() == Qt.Key.Key_Delete and self._list.hasFocus():
            self._on_trash()
        elif event.key() == Qt.Key.Key_Escape:
            self.leaveRequested.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and QGuiApplication.clipboard().text().strip():
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._calm.stop()
            self._show_live(editing=False)
            self._list.choose(change.brief.id)
            return
        if change.origin is not Origin.REFRESH:
            self._calm.start()
        if change.fields & {"id", "headline", "bullets", "status", "updated_at"} or self._calm.isActive():
            self._show_live(editing=self._calm.isActive())

    def _on_calm(self) -> None:
        self._show_live(editing=False)
        self.refresh()

    def _show_live(self, *, editing: bool) -> None:
        brief = self._signals.brief
        view = self._listing.view
        lead = not brief.updated_at and not view.query and view.filter in ("", brief.status) and begun(brief)
        self._model.set_live(live_entry(brief, editing=editing), lead=lead)

    def _on_shown(self, view: View, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._chips.show_counts(counts)
        self.filterChanged.emit(view.filter)
        self._show_live(editing=self._calm.isActive())
        if not self._list.selectionModel().hasSelection():
            self._list.choose(self._signals.brief.id)
        self._show_state()

    def _show_state(self) -> None:
        """Show the list, or what stands in its place."""
        view, rows = self._listing.view, self._model.rowCount()
        everything = sum(self._counts.get(status, 0) for status in Status)
        narrowed = bool(view.query.strip() or view.filter)
        sample_only = everything == 1 and self._model.row_of(self._sample) >= 0
        bare = self.library is not None and not narrowed and (sample_only or not rows)
        self._empty.show_title(own=sample_only)
        self._empty.setVisible(bare)
        self._end.setVisible(bare)
        self._stack.setVisible(not bare or rows > 0)
        self._stack.setMaximumHeight(self._list.viewportSizeHint().height() if bare else 16_777_215)
        if not rows and narrowed and self.library is not None:
            self._nothing.show_query(parts_of(view.query), view.filter)
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self._list)

    def _on_search_changed(self, text: str) -> None:
        self._listing.show(View(text, self._listing.view.filter))
        self._list.verticalScrollBar().setValue(0)

    def _on_search_entered(self) -> None:
        if entry := self._model.entry(0):
            self.briefChosen.emit(entry.id)

    def _on_typed_in_list(self, text: str) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.end(False)
        self._search.insert(text)

    def _on_chip_chosen(self, filter: Status | str) -> None:
        self._listing.show(View(self._listing.view.query, filter))
        self._list.verticalScrollBar().setValue(0)

    def _on_clear_requested(self) -> None:
        self._chips.choose("")
        self._listing.show(View())
        self._search.clear()
        self._search.setFocus()

    def _on_menu_requested(self, at: QPoint) -> None:
        from briefdesk.ui.library.list_menu import ListMenu  # no menu opens before the first paint

        if not self._list.ids() and (at_key := self._model.entry(self._list.currentIndex().row())):
            self._list.choose(at_key.id)
        menu = ListMenu(bool(self._list.ids()), self._listing.view.filter == TRASH, self)
        menu.openChosen.connect(self._on_open)
        menu.trashChosen.connect(self._on_trash)
        menu.untrashChosen.connect(self._on_untrash)
        menu.newChosen.connect(self.newRequested)
        menu.popup(self._list.viewport().mapToGlobal(at))

    def _on_open(self) -> None:
        for id in self._list.ids()[:1]:
            self.briefChosen.emit(id)

    def _on_trash(self) -> None:
        if (ids := self._list.ids()) and self._listing.view.filter != TRASH:
            self.trashRequested.emit(ids)

    def _on_untrash(self) -> None:
        if ids := self._list.ids():
            self.untrashRequested.emit(ids)
