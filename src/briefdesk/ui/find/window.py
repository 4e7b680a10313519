"""The window of find and replace over the library: what would change, and the change of what is chosen."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.errors import KnownError
from briefdesk.brief.seeking import Sought
from briefdesk.desk import replacing
from briefdesk.desk.desk import Desk
from briefdesk.desk.replacing import Proposal
from briefdesk.ui.fields.naming import counted
from briefdesk.ui.find.applying import Applying
from briefdesk.ui.find.change_list import ChangeList
from briefdesk.ui.find.changes import Changes
from briefdesk.ui.find.inputs import Inputs
from briefdesk.ui.find.painting import ChangePainter
from briefdesk.ui.find.scope import Scope
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.same_place import SamePlace
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

if TYPE_CHECKING:
    from briefdesk.store.library import Library

SIZE = (880, 640)
REST_MS = 250
AT_ONCE = 100
"""Briefs that are looked through in one turn of a worker: the list grows after each."""
LOOK = "replace-look"


class ReplaceWindow(QDialog):
    """Finds as one types, in all briefs or in those that a search finds; nothing changes until it is told to.

    `stored` follows changed briefs, `told` carries what was done and what takes it back, `failed` what
    was not, line by line.
    """

    stored = Signal()
    told = Signal(str, object)
    failed = Signal(str, list)

    def __init__(self, library: "Library", desk: Desk, jobs: Jobs, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._desk = desk
        self._jobs = jobs
        self._ids: list[str] = []
        self._looked = 0
        self._sought = Sought("")
        self._words = ""
        self._is_working = False
        self._applying = Applying(library, desk, jobs, self)
        self.setObjectName("replaceWindow")
        SamePlace(self)
        self.setWindowTitle(self.tr("Find and replace in all briefs"))
        self.resize(*SIZE)
        self._inputs = Inputs("everywhere", self)
        self._scope = Scope(self)
        self._changes = Changes()
        self._changes.setParent(self)
        self._list = ChangeList()
        self._list.setObjectName("replaceList")
        self._list.setAccessibleName(self.tr("What would change"))
        self._list.setProperty("look", "card")
        self._list.setModel(self._changes)
        self._painter = ChangePainter(look)
        self._list.setItemDelegate(self._painter)
        self._fit_rows()
        self._said = QLabel()
        self._said.setObjectName("replaceSaid")
        self._said.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("replaceProgress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("replaceCancel")
        self._close = QPushButton(self.tr("Close"))
        self._close.setObjectName("replaceClose")
        self._apply = QPushButton(self.tr("Replace"))
        self._apply.setObjectName("replaceApply")
        self._apply.setProperty("look", "primary")
        for button in (self._cancel, self._close, self._apply):
            button.setAutoDefault(False)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_MS)
        self._soon.timeout.connect(self._look)
        self._connect(look)

    @property
    def is_settled(self) -> bool:
        """Whether all has been looked through, and nothing is being changed."""
        return not self._soon.isActive() and not self._jobs.busy(LOOK) and not self._applying.is_busy

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew: briefs may have changed."""
        super().showEvent(event)
        self._inputs.find.setFocus()
        self._soon.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no further."""
        super().hideEvent(event)
        self._jobs.cancel(LOOK)

    def _lay_out(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._inputs.find, 1)
        words.addLayout(self._inputs.switches())
        words.addWidget(self._inputs.words, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._bar)
        foot.addWidget(self._cancel)
        foot.addWidget(self._close)
        foot.addWidget(self._apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addLayout(words)
        column.addLayout(self._scope.row())
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        self._inputs.order((self._apply,), (*self._scope.stops, self._list, self._cancel, self._close))
        self._bar.setFixedWidth(140)
        self._bar.hide()
        self._cancel.hide()

    def _connect(self, look: Look) -> None:
        self._inputs.changed.connect(self._soon.start)
        self._scope.changed.connect(self._soon.start)
        self._changes.chosenChanged.connect(self._show_state)
        self._list.clicked.connect(self._on_clicked)
        self._list.toggled.connect(self._changes.toggle)
        self._apply.clicked.connect(self._on_apply)
        self._cancel.clicked.connect(self._on_cancel)
        self._close.clicked.connect(self.close)
        look.changed.connect(self._fit_rows)
        self._applying.applied.connect(self._on_applied)
        self._applying.advanced.connect(self._on_advanced)
        self._applying.broke.connect(self._on_failed)
        self._applying.stored.connect(self.stored)
        self._applying.told.connect(self.told)
        self._applying.failed.connect(self.failed)

    def _fit_rows(self) -> None:
        self._list.verticalHeader().setDefaultSectionSize(self._painter.height)
        self._list.viewport().update()

    # Looking

    def _look(self) -> None:
        self._jobs.cancel(LOOK)
        self._changes.clear()
        self._ids, self._looked = [], 0
        self._say("")
        sought = self._inputs.sought_or(self._on_bad)
        if sought is None or not sought.words:
            self._show_state()
            return
        self._jobs.run(
            partial(_ids, self._library, self._scope.query), self._on_ids, key=LOOK, failed=self._on_failed
        )

    def _on_ids(self, ids: list[str]) -> None:
        open_id = self._desk.brief.id
        sought = self._inputs.sought_or(self._on_bad)
        if sought is None:
            return
        self._ids = [id for id in ids if id != open_id]
        if open_id in ids:
            try:
                own = replacing.propose(self._desk.brief, sought, self._inputs.words.text())
            except KnownError as error:
                self._on_failed(error)
                return
            self._changes.append([own] if own else [])
        self._sought = sought
        self._look_on()

    def _look_on(self) -> None:
        ids = self._ids[self._looked : self._looked + AT_ONCE]
        if ids:
            work = partial(_survey, self._library, ids, self._sought, self._inputs.words.text())
            self._jobs.run(work, self._on_found, key=LOOK, failed=self._on_failed)
        self._show_state()

    def _on_found(self, proposals: list[Proposal]) -> None:
        self._looked += AT_ONCE
        self._changes.append(proposals)
        self._look_on()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._changes.toggle(index.row())

    def _on_bad(self, what: str) -> None:
        self._say(what, "err")

    def _on_failed(self, error: KnownError) -> None:
        if self._is_working:
            self._set_working(working=False)
        self._changes.clear()
        self._say(str(error), "err")

    # Changing

    def _on_apply(self) -> None:
        self._jobs.cancel(LOOK)
        self._set_working(working=True)
        self._applying.apply(self._changes.chosen())

    def _on_applied(self, number: int, lines: list[str]) -> None:
        self._set_working(working=False)
        if number:
            self._say(self._applying.words_of(number))
        self._inputs.find.clear()
        self._changes.clear()
        if number and not lines:
            self.close()

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._applying.stop()

    def _on_advanced(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _set_working(self, *, working: bool) -> None:
        self._is_working = working
        self._bar.setVisible(working)
        self._cancel.setVisible(working)
        self._cancel.setEnabled(True)
        self._close.setVisible(not working)
        self._inputs.set_enabled(not working)
        self._scope.set_enabled(not working)
        self._list.setEnabled(not working)
        self._show_state()

    def _say(self, words: str, look: str = "") -> None:
        self._words = words
        wear(self._said, look or "muted")
        self._said.setText(words)

    def _show_state(self) -> None:
        places, briefs, all_briefs = self._changes.counts()
        looking = self._looked < len(self._ids) and self._jobs.busy(LOOK)
        if not self._words or self._changes.rowCount():
            self._words = ""
            wear(self._said, "muted")
            if self._changes.rowCount():
                found = counted(places, self.tr("1 place"), self.tr("{n} places"))
                all_ = counted(all_briefs, self.tr("1 brief"), self.tr("{n} briefs"))
                words = self.tr("{places} in {briefs}") if all_briefs == 1 and briefs else ""
                words = words or self.tr("{places} in {chosen} of {briefs}")
                text = words.format(places=found, chosen=briefs, briefs=all_)
            else:
                text = self.tr("Nothing found") if self._inputs.find.text() and not looking else ""
            if looking:
                text = f"{text} · " if text else ""
                text += self.tr("looked through {n} of {all}").format(n=self._looked, all=len(self._ids))
            self._said.setText(text)
        self._apply.setEnabled(briefs > 0 and not self._is_working)
        one, many = self.tr("Replace in 1 brief"), self.tr("Replace in {n} briefs")
        self._apply.setText(one if briefs == 1 else many.format(n=briefs) if briefs else self.tr("Replace"))


def _ids(library: "Library", query: str, _progress: Progress) -> list[str]:
    return [row.id for row in library.rows(query)]


def _survey(
    library: "Library", ids: Sequence[str], sought: Sought, words: str, _progress: Progress
) -> list[Proposal]:
    return replacing.survey(library, ids, sought, words)
