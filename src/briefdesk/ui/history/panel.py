"""The history pane: kept states at the left, their difference from now at the right."""

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief import moments
from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Change, Origin
from briefdesk.store.records import Revision
from briefdesk.ui.history.difference_side import LEAST, DifferenceSide
from briefdesk.ui.history.revisions import RevisionRow, day_name, revision_model, revision_rows
from briefdesk.ui.history.side import RevisionSide
from briefdesk.ui.history.tools import HistoryTools
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.row_model import ROW
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import BASE_SIZE, Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library, Saved

REST_MS = 200
REVISIONS = 300
STACKED_AT = 720
"""Width in pixels at normal text size below which the revisions stand over the difference, not beside it."""
STACKED_HEIGHT = 110


class HistoryPanel(QFrame):
    """Shows how the brief came to be as it is, and brings a field or a whole state back.

    A restore is a new kept state; what was there before it is kept too. `restored` says that the store
    has another state of the open brief now, which the desk takes over.
    """

    left = Signal()
    restored = Signal()

    def __init__(
        self, signals: SessionSignals, jobs: Jobs, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._jobs = jobs
        self._look = look
        self._library: Library | None = None
        self._kept: Brief | None = None
        self._wanted = 0
        self.setObjectName("historyPanel")
        self.setProperty("look", "form")
        self.setAccessibleName(self.tr("History"))
        self._model = revision_model(self)
        self._side = RevisionSide(self._model, look)
        self._list = self._side.list
        self._tools = HistoryTools(look)
        self._right = DifferenceSide(look)
        self.setMinimumWidth(LEAST)  # what stands side by side is stacked before that
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()
        self._dress()

    @property
    def stop(self) -> QWidget:
        """Where the keyboard goes in this pane. No focus proxy: Tab would pass over what stands before it."""
        return self._list

    def set_library(self, library: "Library | None") -> None:
        """Show what this library keeps."""
        self._library = library
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the kept states now that they are to be seen."""
        super().showEvent(event)
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._wanted = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the form."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the revisions over the difference where both do not fit beside each other."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        scale = self._look.theme.base_size / BASE_SIZE
        stacked = self.width() < STACKED_AT * scale
        self._right.fold(stacked=stacked)
        self._side.hint.setVisible(not stacked)
        if stacked is (self._splitter.orientation() == Qt.Orientation.Vertical):
            return
        self._splitter.setOrientation(Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal)
        first = round(STACKED_HEIGHT * scale) if stacked else REVISIONS
        whole = self._splitter.height() if stacked else self._splitter.width()
        self._splitter.setSizes([first, max(first, whole - first)])

    # Reading

    def _read(self) -> None:
        if self._library is None or not self.isVisible():
            return
        work = partial(_revisions, self._library, self._signals.brief.id)
        self._jobs.run(work, self._on_revisions, "history", failed=self._on_nothing_kept)

    def _on_revisions(self, revisions: list[Revision]) -> None:
        self._model.show(tuple(revision_rows(revisions, datetime.now().astimezone())))
        self._tools.show_count(len(revisions))
        self._side.show_any(bool(revisions))
        self._right.setVisible(bool(revisions))
        numbers = [revision.number for revision in revisions]
        if numbers:
            row = (
                numbers.index(self._wanted)
                if self._wanted in numbers
                else self._first_that_differs(revisions)
            )
            self._list.setCurrentIndex(self._model.index(row))

    def _on_nothing_kept(self, error: KnownError) -> None:
        """The brief has not been saved yet, so that nothing of it is kept."""
        self._on_revisions([])

    def _first_that_differs(self, revisions: list[Revision]) -> int:
        """The state before the newest: the newest one is most often what stands in the form."""
        return 1 if len(revisions) > 1 else 0

    def _on_current_changed(self, current: QModelIndex) -> None:
        row: RevisionRow | None = current.data(ROW)
        if row is None or self._library is None:
            return
        self._wanted = row.revision.number
        work = partial(_revision, self._library, self._signals.brief.id, row.revision.number)
        self._jobs.run(work, self._on_revision, "history-one")

    def _on_revision(self, brief: Brief) -> None:
        self._kept = brief
        self._show_difference()

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._wanted, self._kept = 0, None
            self._jobs.cancel("history-one")
            self._read()
        elif self.isVisible():
            self._rest.start()

    # Showing

    def _show_difference(self) -> None:
        row: RevisionRow | None = self._list.currentIndex().data(ROW)
        was, now = self._kept, self._signals.brief
        if was is None or row is None or was.id != now.id:
            self._right.clear()
            return
        tools = self._tools
        self._right.show_difference(was, now, everything=tools.everything, beside=tools.beside)
        self._right.show_origin(self._from_words(row.revision))
        self._fold()

    def _from_words(self, revision: Revision) -> str:
        now = datetime.now().astimezone()
        at = moments.read(revision.at).astimezone(now.tzinfo)
        words = self.tr("From <b>{day} {time}</b>{author} to <b>now</b>")
        author = f", {revision.author}" if revision.author else ""
        return words.format(day=day_name(at, now), time=f"{at:%H:%M}", author=author)

    # Restoring

    def _on_restore_requested(self, field: str) -> None:
        if self._library is not None and self._wanted:
            work = partial(_restore, self._library, self._signals.brief.id, self._wanted, field)
            self._jobs.run(work, self._on_restored, "history-restore")

    def _on_restored(self, saved: "Saved") -> None:
        self.restored.emit()
        self._read()

    # Putting together

    def _lay_out(self) -> None:
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._side)
        splitter.addWidget(self._right)
        splitter.setSizes([REVISIONS, 868])
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(splitter, 1)

    def _connect(self) -> None:
        self._signals.changed.connect(self._on_changed)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._rest.timeout.connect(self._show_difference)
        self._tools.left.connect(self.left)
        self._tools.changed.connect(self._show_difference)
        self._right.restoreRequested.connect(self._on_restore_requested)
        self._look.changed.connect(self._dress)

    def _dress(self) -> None:
        self._fold()
        self._show_difference()


def _revisions(library: "Library", id: str, progress: Progress) -> list[Revision]:
    return library.revisions(id)


def _revision(library: "Library", id: str, number: int, progress: Progress) -> Brief:
    return library.revision(id, number)


def _restore(library: "Library", id: str, number: int, field: str, progress: Progress) -> "Saved":
    return library.restore(id, number, field=field)
