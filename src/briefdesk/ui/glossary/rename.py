"""Renaming a term everywhere: the new name, every change it would make, and making them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.errors import KnownError
from briefdesk.desk.renaming import REASON, Moved, move_back
from briefdesk.desk.replacing import Proposal
from briefdesk.store.library import Library
from briefdesk.ui.fields.naming import counted
from briefdesk.ui.find.change_list import ChangeList
from briefdesk.ui.find.changes import Changes, title
from briefdesk.ui.find.painting import ChangePainter
from briefdesk.ui.glossary import work
from briefdesk.ui.glossary.briefs import BriefChange, Task
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.theme import Look

SIZE = QSize(820, 560)
REST_MS = 250


class RenameDialog(QDialog):
    """Asks for the new name of a term and shows each change, to be left out one by one.

    `renamed` carries the new name once it is done, `""` where it was stopped.
    """

    renamed = Signal(str)

    def __init__(
        self,
        library: Library,
        term: str,
        jobs: Jobs,
        look: Look,
        begin: Callable[[Task], BriefChange],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._term = term
        self._jobs = jobs
        self._begin = begin
        self._plan: work.Plan | None = None
        self._running: BriefChange | None = None
        self._name = self._make_name()
        self._said = QLabel()
        self._said.setObjectName("renameTermState")
        self._said.setProperty("look", "small")
        self._said.setWordWrap(True)
        self._model = Changes()
        self._model.setParent(self)
        self._painter = ChangePainter(look)
        self._list = self._make_list()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Briefs renamed"))
        self._bar.hide()
        self._cancel, self._rename = self._make_buttons()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self.setObjectName("renameTerm")
        self.setWindowTitle(self.tr("Rename “{term}” everywhere").format(term=term))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(SIZE)
        self._lay_out(look)
        self._connect()
        self._on_name_changed()

    def reject(self) -> None:
        """Stop after the present brief while renaming; else close."""
        if self._running is not None:
            self._cancel.setEnabled(False)
            self._running.stop()
            return
        self._jobs.cancel("rename-plan")
        super().reject()

    def _make_name(self) -> QLineEdit:
        name = QLineEdit(self._term)
        name.setObjectName("renameTermTo")
        name.setAccessibleName(self.tr("New name of the term"))
        name.selectAll()
        return name

    def _make_list(self) -> ChangeList:
        made = ChangeList()
        made.setObjectName("renameTermPreview")
        made.setAccessibleName(self.tr("Every change, before and after"))
        made.setProperty("look", "card")
        made.setModel(self._model)
        made.setItemDelegate(self._painter)
        made.verticalHeader().setDefaultSectionSize(self._painter.height)
        return made

    def _make_buttons(self) -> tuple[QPushButton, QPushButton]:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setObjectName("renameTermCancel")
        rename = QPushButton(self.tr("Rename"))
        rename.setObjectName("renameTermNow")
        rename.setProperty("look", "primary")
        rename.setDefault(True)
        rename.setEnabled(False)
        return cancel, rename

    def _connect(self) -> None:
        self._rest.timeout.connect(self._make_plan)
        self._name.textChanged.connect(self._on_name_changed)
        self._cancel.clicked.connect(self.reject)
        self._rename.clicked.connect(self._on_rename)
        self._model.chosenChanged.connect(self._show_chosen)
        self._list.clicked.connect(self._on_clicked)
        self._list.toggled.connect(self._model.toggle)

    def _lay_out(self, look: Look) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        label = QLabel(self.tr("New name"))
        label.setProperty("look", "label")
        label.setFont(look.theme.font("label"))
        label.setBuddy(self._name)
        column.addWidget(label)
        column.addWidget(self._name)
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        line = QFrame()
        line.setProperty("look", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._bar, 1)
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._rename)
        column.addLayout(row)

    @property
    def _new(self) -> str:
        return " ".join(self._name.text().split())

    def _on_name_changed(self) -> None:
        self._rename.setEnabled(False)
        self._plan = None
        self._model.clear()
        self._jobs.cancel("rename-plan")
        if not self._new or self._new == self._term:
            self._rest.stop()
            self._said.setText(self.tr("Type the new name to see what would change."))
            return
        self._rest.start()

    def _make_plan(self) -> None:
        task = partial(work.plan, self._library, self._term, self._new)
        self._jobs.run(task, self._on_planned, "rename-plan", failed=self._on_failed)

    def _on_planned(self, plan: work.Plan) -> None:
        self._model.clear()
        self._plan = plan
        self._model.append([each.proposal for each in plan.renamings if each.proposal.changes])
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self._plan is None:
            return
        places, briefs, _all = self._model.counts()
        said = [self.tr("No brief uses it: only the glossary changes.")]
        if self._plan.renamings:
            words = self.tr("{changes} in {briefs}. Each brief keeps its state before.")
            changes = counted(places, self.tr("1 change"), self.tr("{n} changes"))
            in_briefs = counted(briefs, self.tr("1 brief"), self.tr("{n} briefs"))
            said = [words.format(changes=changes, briefs=in_briefs)]
        if refused := [title(each.proposal) for each in self._plan.renamings if each.refused]:
            more = self.tr("Left as they are, for they have “{term}” already: {briefs}")
            said.append(more.format(term=self._new, briefs=", ".join(refused)))
        self._said.setText(" ".join(said))
        self._rename.setEnabled(self._running is None and (briefs > 0 or not self._model.rowCount()))
        self._rename.setText(counted(briefs, self.tr("Rename in 1 brief"), self.tr("Rename in {n} briefs")))

    def _on_clicked(self, index: QModelIndex) -> None:
        self._model.toggle(index.row())

    def _on_rename(self) -> None:
        if self._plan is None:
            return
        old, new, library = self._term, self._new, self._library
        chosen: list[Proposal] = self._model.chosen()
        self._name.setEnabled(False)
        self._list.setEnabled(False)
        self._rename.setEnabled(False)
        self._cancel.setText(self.tr("Stop"))
        self._bar.setValue(0)
        self._bar.show()

        def back(moved: Moved) -> None:
            move_back(library, old, new, moved)

        self._running = self._begin(
            Task(
                chosen,
                REASON,
                _words_of,
                partial(work.move_wordings, library, old, new, self._plan.there),
                back,
            )
        )
        self._running.advanced.connect(self._on_advanced)
        self._running.done.connect(self._on_renamed)
        self._running.broke.connect(self._on_failed)
        self._running.begin()

    def _on_advanced(self, done: int, total: int) -> None:
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(done)

    def _on_renamed(self) -> None:
        self._running = None
        self.renamed.emit(self._new)
        self.accept()

    def _on_failed(self, error: KnownError) -> None:
        self._running = None
        self._bar.hide()
        self._name.setEnabled(True)
        self._list.setEnabled(True)
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Close"))
        self._said.setText(f"{error.what}. {error.more}".strip())


def _words_of(number: int) -> str:
    return counted(number, _tr("Renamed in 1 brief"), _tr("Renamed in {n} briefs"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Glossary", text)
