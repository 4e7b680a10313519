"""The window of find and replace over the library: what would change, and the change of what is chosen."""

import threading
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.errors import KnownError
from briefdesk.brief.seeking import Sought
from briefdesk.desk import replacing
from briefdesk.desk.desk import Desk
from briefdesk.desk.replacing import Outcome, Proposal
from briefdesk.ui.find.changes import Changes
from briefdesk.ui.find.inputs import Inputs
from briefdesk.ui.find.painting import ChangePainter
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

if TYPE_CHECKING:
    from briefdesk.brief.model import Brief
    from briefdesk.store.library import Library

SIZE = (880, 640)
REST_MS = 250
AT_ONCE = 100
"""Briefs that are looked through in one turn of a worker: the list grows after each."""
LOOK, APPLY = "replace-look", "replace-apply"


class ChangeList(QTableView):
    """The list; the space bar chooses a row, or no longer.

    A table of one column: a list asks for each of its rows anew whenever some are added.
    """

    toggled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


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
        self._own: Brief | None = None
        self._trouble: list[str] = []
        self._stop = threading.Event()
        self.setObjectName("replaceWindow")
        self.setWindowTitle(self.tr("Find and replace in all briefs"))
        self.resize(*SIZE)
        self._inputs = Inputs("everywhere", self)
        self._scope = QComboBox()
        self._scope.setObjectName("replaceScope")
        self._scope.setAccessibleName(self.tr("Briefs that are looked through"))
        for words, query in (
            (self.tr("All briefs"), ""),
            (self.tr("Drafts"), "status:draft"),
            (self.tr("In review"), "status:review"),
            (self.tr("Ready"), "status:ready"),
            (self.tr("Published"), "status:published"),
            (self.tr("What a search finds"), None),
        ):
            self._scope.addItem(words, query)
        self._query = QLineEdit()
        self._query.setObjectName("replaceQuery")
        self._query.setAccessibleName(self.tr("Search"))
        self._query.setPlaceholderText(self.tr("Search, such as tag:space before:2026-05"))
        self._query.hide()
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
        return not self._soon.isActive() and not self._jobs.busy(LOOK) and not self._jobs.busy(APPLY)

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
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._scope)
        where.addWidget(self._query, 1)
        where.addStretch(0)
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
        column.addLayout(where)
        column.addWidget(self._list, 1)
        column.addLayout(foot)
        self._bar.setFixedWidth(140)
        self._bar.hide()
        self._cancel.hide()

    def _connect(self, look: Look) -> None:
        self._inputs.changed.connect(self._soon.start)
        self._query.textChanged.connect(self._soon.start)
        self._scope.currentIndexChanged.connect(self._on_scope)
        self._changes.chosenChanged.connect(self._show_state)
        self._list.clicked.connect(self._on_clicked)
        self._list.toggled.connect(self._changes.toggle)
        self._apply.clicked.connect(self._on_apply)
        self._cancel.clicked.connect(self._on_cancel)
        self._close.clicked.connect(self.close)
        look.changed.connect(self._fit_rows)

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
        query = self._scope.currentData()
        asked = self._query.text() if query is None else query
        self._jobs.run(partial(_ids, self._library, asked), self._on_ids, key=LOOK, failed=self._on_failed)

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

    def _on_scope(self) -> None:
        self._query.setVisible(self._scope.currentData() is None)
        self._soon.start()

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
        self._desk.autosave.flush()
        chosen = self._changes.chosen()
        own = next((each for each in chosen if each.brief.id == self._desk.brief.id), None)
        rest = [each for each in chosen if each is not own]
        self._trouble, self._own = [], None
        if own is not None:
            fields = replacing.changed(self._desk.brief, own.changes)
            if fields is None:
                self._trouble.append(self.tr("The open brief was changed meanwhile and is left as it is"))
            else:
                self._desk.session.edit_all(fields)
                self._desk.autosave.cut(own.brief.id, replacing.REASON)
                self._own = self._desk.brief
        self._jobs.cancel(LOOK)
        self._set_working(working=True)
        self._stop.clear()
        self._jobs.run(
            partial(_apply, self._library, rest, self._stop),
            self._on_applied,
            key=APPLY,
            failed=self._on_failed,
            advanced=self._on_advanced,
        )

    def _on_applied(self, outcome: Outcome) -> None:
        self._set_working(working=False)
        for before, after, _ in outcome.done:
            self._desk.session.note_elsewhere(before, after)
        number = len(outcome.done) + (self._own is not None)
        lines = [*self._trouble, *outcome.trouble]
        if outcome.done:
            self.stored.emit()
        if number:
            one, many = self.tr("Changed 1 brief"), self.tr("Changed {n} briefs")
            words = one if number == 1 else many.format(n=number)
            self._say(words)
            self.told.emit(words, partial(self._take_back, outcome.done, self._own))
        if lines:
            self.failed.emit(self.tr("Not every brief could be changed"), lines)
        self._inputs.find.clear()
        self._changes.clear()
        if number and not lines:
            self.close()

    def _take_back(self, done: Sequence[tuple["Brief", "Brief", int]], own: "Brief | None") -> None:
        """Bring everything back that nobody has changed since."""
        self._trouble = trouble = list[str]()
        now = self._desk.brief
        afters = {after.id: after for _, after, _ in done} | ({own.id: own} if own is not None else {})
        if now.id in afters:
            if replacing.is_same(now, afters[now.id]):
                self._desk.session.undo()
            else:
                trouble.append(self.tr("The open brief was changed meanwhile and is left as it is"))
        elif own is not None:
            trouble.append(self.tr("{title}: open it and press Ctrl+Z").format(title=own.headline or own.id))
        rest = [each for each in done if each[1].id != now.id]
        self._jobs.run(
            partial(_take_back, self._library, rest),
            self._on_taken_back,
            key=APPLY,
            failed=self._on_failed,
        )

    def _on_taken_back(self, outcome: Outcome) -> None:
        for before, after, _ in outcome.done:
            self._desk.session.note_elsewhere(before, after)
        self.stored.emit()
        if lines := [*self._trouble, *outcome.trouble]:
            self.failed.emit(self.tr("Not every brief could be brought back"), lines)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._stop.set()

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
        for part in (self._scope, self._query, self._list):
            part.setEnabled(not working)
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
                words = self.tr("{places} places in {briefs} of {all} briefs")
                text = words.format(places=places, briefs=briefs, all=all_briefs)
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


def _apply(
    library: "Library", chosen: Sequence[Proposal], stop: threading.Event, progress: Progress
) -> Outcome:
    return replacing.apply(library, chosen, stop.is_set, progress.say)


def _take_back(
    library: "Library", done: Sequence[tuple["Brief", "Brief", int]], progress: Progress
) -> Outcome:
    return replacing.take_back(library, done, progress.say)
