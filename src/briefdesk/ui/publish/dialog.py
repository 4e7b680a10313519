"""The Publish dialog: choose, see what it would do, do it, and see what it did."""

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QGuiApplication,
    QHideEvent,
    QMouseEvent,
    QPainterPath,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.errors import KnownError
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.publish import work
from briefdesk.ui.publish.choices import Choices, Choose
from briefdesk.ui.publish.foot import Foot
from briefdesk.ui.publish.halves import Halves
from briefdesk.ui.publish.head import Head
from briefdesk.ui.publish.order import Order, Which, last_run, recalled, with_run
from briefdesk.ui.publish.plan_pane import PlanPane
from briefdesk.ui.publish.scrim import Scrim
from briefdesk.ui.publish.summary import left, summary
from briefdesk.ui.publish.work import Outcome
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import BASE_SIZE, Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

SIZE = QSize(980, 680)
LEAST = QSize(480, 360)
RADIUS = 12
REST_MS = 200
"""How long after a change of the order its plan is worked out anew."""


class PublishDialog(QDialog):
    """Publishes briefs to a folder for a channel.

    `told` carries one line on what was done, after a publish with the dialog or without it, and what
    there is to know besides; `failed` the `KnownError` of one without it.
    """

    told = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self,
        signals: SessionSignals,
        jobs: Jobs,
        look: Look,
        settings: SettingsFile,
        parent: QWidget | None = None,
        *,
        choose: Choose | None = None,
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._jobs = jobs
        self._look = look
        self._settings = settings
        self._library: Library | None = None
        self._selected: tuple[str, ...] = ()
        self._stop: threading.Event | None = None
        self._running = (Order(), "")
        self._scrim = Scrim(look, parent.window()) if parent else None
        if self._scrim:
            self._scrim.hide()
        self.setObjectName("publishDialog")
        self.setProperty("look", "clear")
        self.setWindowTitle(self.tr("Publish"))
        self.setAccessibleName(self.tr("Publish"))
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._masked = QGuiApplication.platformName() == "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._masked)
        self.setModal(True)
        self._choices = Choices(look, choose or self._ask_folder)
        self._pane = PlanPane(look)
        self._head = Head(look)
        self._halves = Halves(self._choices, self._pane, look)
        self._foot = Foot(look)
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()

    def set_library(self, library: "Library | None") -> None:
        """Publish briefs of this library."""
        self._library = library

    def set_selection(self, ids: Sequence[str]) -> None:
        """Know which briefs are selected in the library list."""
        self._selected = tuple(ids)

    def open(self) -> None:
        """Show the dialog for the open brief, with where the last one went, and what it would do now."""
        order = recalled(self._settings.settings.publish)
        self._choices.show_order(order, len(self._selected))
        self._pane.set_overwrite(order.overwrite)
        brief = self._signals.brief
        self._head.show_about(brief.headline or self.tr("Untitled"))
        self._choices.setEnabled(True)
        self._make_plan()
        super().open()
        self._halves.focus_first()

    def repeat_last(self) -> None:
        """Publish the open brief as it was the last time with no question; the first time, ask."""
        order = last_run(self._settings.settings.publish, self._signals.brief.id)
        if not order.folder or self._library is None:
            self.open()
            return
        if self._stop is None:
            self._start(order)

    # The plan

    def _on_changed(self) -> None:
        self._jobs.cancel("publish-plan")
        self._rest.start()
        self._pane.set_overwrite(self._choices.order.overwrite)
        self._show_words("")

    def _make_plan(self) -> None:
        self._rest.stop()
        order = self._choices.order
        if self._library is None or not order.folder:
            self._show_words(self.tr("Choose the folder that the files go to."))
            return
        task = partial(work.plan, self._library, order, self._named(order))
        self._jobs.run(task, self._on_planned, "publish-plan", failed=self._on_plan_failed)

    def _on_planned(self, plan: Outcome) -> None:
        if not plan.files:
            self._show_words(self.tr("No brief is ready or published yet."))
            return
        self._pane.show_outcome(self.tr("Plan"), plan)
        self._foot.show_plan("" if plan.writes else self._why_not(plan), can_publish=plan.writes)

    def _on_plan_failed(self, error: KnownError) -> None:
        self._show_words(str(error), bad=True)

    def _show_words(self, words: str, *, bad: bool = False) -> None:
        self._pane.show_words(self.tr("Plan"), words, bad=bad)
        self._foot.show_plan("", can_publish=False)

    def _why_not(self, plan: Outcome) -> str:
        if plan.count("changed"):
            return self.tr("Nothing to write but what someone else has changed.")
        if plan.count("refused"):
            return self.tr("Nothing can be written.")
        return self.tr("Nothing to write: all is as it was published.")

    # Publishing

    def _on_publish_requested(self) -> None:
        self._settings.change(publish={**self._settings.settings.publish, **self._choices.order.remembered()})
        self._choices.setEnabled(False)
        self._foot.show_running()
        self._start(self._choices.order)

    def _start(self, order: Order) -> None:
        assert self._library is not None
        self._stop = threading.Event()
        task = partial(work.publish, self._library, order, self._named(order), self._stop)
        self._running = (order, self._signals.brief.id)
        self._jobs.run(
            task, self._on_published, "publish", failed=self._on_failed, advanced=self._foot.show_progress
        )

    def _on_published(self, outcome: Outcome) -> None:
        self._stop = None
        order, opened = self._running
        written = (each.id for each in outcome.files if each.action in ("created", "updated", "unchanged"))
        kept = with_run(self._settings.settings.publish, order, opened, written)
        self._settings.change(publish=kept)
        words = summary(order, outcome)
        if self.isVisible():
            self._choices.setEnabled(True)
            self._pane.show_outcome(self.tr("Done"), outcome)
            self._foot.show_done(words)
        self.told.emit(words, left(outcome))

    def _on_failed(self, error: KnownError) -> None:
        self._stop = None
        if self.isVisible():
            self._choices.setEnabled(True)
            self._show_words(str(error), bad=True)
        else:
            self.failed.emit(error)

    def _on_stop_requested(self) -> None:
        if self._stop is not None:
            self._stop.set()
            self._foot.show_stopping()

    def _on_folder_requested(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._choices.order.path)))

    def reject(self) -> None:
        """Close; while files are being written, stop first and stay to say what was done."""
        if self._stop is not None and self.isVisible():
            self._on_stop_requested()
            return
        self._rest.stop()
        self._jobs.cancel("publish-plan")
        super().reject()

    def _named(self, order: Order) -> tuple[str, ...]:
        return self._selected if order.which is Which.SELECTION else (self._signals.brief.id,)

    def _ask_folder(self, start: Path) -> Path | None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder for the files"), str(start))
        return Path(name) if name else None

    # Looks

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Round the corners by a mask where no compositor may be there to let the ground through."""
        super().resizeEvent(arg__1)
        if not self._masked:
            return
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def showEvent(self, arg__1: QShowEvent) -> None:
        """Stand in the middle of the window, which is shaded."""
        super().showEvent(arg__1)
        if (parent := self.parentWidget()) and self._scrim:
            window = parent.window()
            wanted = SIZE * self._scale
            self.resize(wanted.boundedTo(window.size() - QSize(40, 40)).expandedTo(LEAST))
            self.move(window.geometry().center() - self.rect().center())
            self._scrim.setGeometry(window.rect())
            self._scrim.raise_()
            self._scrim.show()

    def hideEvent(self, arg__1: QHideEvent) -> None:
        """Take the shade off the window."""
        super().hideEvent(arg__1)
        if self._scrim:
            self._scrim.hide()

    def mousePressEvent(self, arg__1: QMouseEvent) -> None:
        """Move the dialog by its head."""
        if arg__1.position().y() < self._head.height():
            self.windowHandle().startSystemMove()
        else:
            super().mousePressEvent(arg__1)

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("look", "dialog")
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._halves, 1)
        column.addWidget(self._foot)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(frame)
        self.setMinimumSize(LEAST)
        self.resize(SIZE)

    @property
    def _scale(self) -> float:
        return self._look.theme.base_size / BASE_SIZE

    def _connect(self) -> None:
        self._choices.changed.connect(self._on_changed)
        self._pane.overwriteToggled.connect(self._choices.set_overwrite)
        self._rest.timeout.connect(self._make_plan)
        self._foot.publishRequested.connect(self._on_publish_requested)
        self._foot.stopRequested.connect(self._on_stop_requested)
        self._foot.closeRequested.connect(self.reject)
        self._foot.folderRequested.connect(self._on_folder_requested)
        self._head.leaveRequested.connect(self.reject)
