"""Renaming a term everywhere: the new name, every change it would make, and making them."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.errors import KnownError
from briefdesk.desk.renaming import Renamed, Renaming
from briefdesk.store.library import Library
from briefdesk.ui.glossary import work
from briefdesk.ui.glossary.passages import PassagePainter, PassageRow, passage_model
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.theme import Look

SIZE = QSize(820, 560)
REST_MS = 250


class RenameDialog(QDialog):
    """Asks for the new name of a term and shows each change; `renamed` carries what was done."""

    renamed = Signal(object)

    def __init__(self, library: Library, term: str, jobs: Jobs, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._library = library
        self._term = term
        self._jobs = jobs
        self._plans: list[Renaming] = []
        self._is_running = False
        self.setObjectName("renameTerm")
        self.setWindowTitle(self.tr("Rename “{term}” everywhere").format(term=term))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(SIZE)
        self._name = QLineEdit(term)
        self._name.setObjectName("renameTermTo")
        self._name.setAccessibleName(self.tr("New name of the term"))
        self._name.selectAll()
        self._said = QLabel()
        self._said.setObjectName("renameTermState")
        self._said.setProperty("look", "small")
        self._said.setWordWrap(True)
        self._model = passage_model(self)
        self._list = QListView()
        self._list.setObjectName("renameTermPreview")
        self._list.setAccessibleName(self.tr("Every change, before and after"))
        self._list.setProperty("look", "card")
        self._list.setModel(self._model)
        self._list.setItemDelegate(PassagePainter(look))
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Briefs renamed"))
        self._bar.hide()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("renameTermCancel")
        self._rename = QPushButton(self.tr("Rename"))
        self._rename.setObjectName("renameTermNow")
        self._rename.setProperty("look", "primary")
        self._rename.setDefault(True)
        self._rename.setEnabled(False)
        self._lay_out(look)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._make_plan)
        self._name.textChanged.connect(self._on_name_changed)
        self._cancel.clicked.connect(self.reject)
        self._rename.clicked.connect(self._on_rename)
        self._on_name_changed()

    def reject(self) -> None:
        """Stop after the present brief while renaming; else close."""
        if self._is_running:
            self._jobs.cancel("rename-term")
            self._is_running = False
            self.renamed.emit(None)
        self._jobs.cancel("rename-plan")
        super().reject()

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
        self._plans = []
        self._model.show(())
        self._jobs.cancel("rename-plan")
        if not self._new or self._new == self._term:
            self._rest.stop()
            self._said.setText(self.tr("Type the new name to see what would change."))
            return
        self._rest.start()

    def _make_plan(self) -> None:
        task = partial(work.plan, self._library, self._term, self._new)
        self._jobs.run(task, self._on_planned, "rename-plan", failed=self._on_failed)

    def _on_planned(self, plans: list[Renaming]) -> None:
        self._plans = plans
        changed = [each for each in plans if each.passages]
        passages = [
            PassageRow(each.before.headline, passage) for each in changed for passage in each.passages
        ]
        self._model.show(passages)
        words = self.tr("{changes} changes in {briefs} briefs. Each brief keeps its state before.")
        said = [words.format(changes=len(passages), briefs=len(changed))]
        if refused := [each.before.headline for each in plans if each.refused]:
            more = self.tr("Left as they are, for they have “{term}” already: {briefs}")
            said.append(more.format(term=self._new, briefs=", ".join(refused)))
        self._said.setText(
            " ".join(said) if plans else self.tr("No brief uses it: only the glossary changes.")
        )
        self._rename.setEnabled(True)
        one = self.tr("Rename in 1 brief")
        many = self.tr("Rename in {n} briefs").format(n=len(changed))
        self._rename.setText(one if len(changed) == 1 else many)

    def _on_rename(self) -> None:
        self._is_running = True
        self._name.setEnabled(False)
        self._rename.setEnabled(False)
        self._cancel.setText(self.tr("Stop"))
        self._bar.setValue(0)
        self._bar.show()
        task = partial(work.rename, self._library, tuple(self._plans), self._term, self._new)
        self._jobs.run(
            task, self._on_renamed, "rename-term", failed=self._on_failed, advanced=self._on_advanced
        )

    def _on_advanced(self, done: int, total: int) -> None:
        self._bar.setMaximum(max(1, total))
        self._bar.setValue(done)

    def _on_renamed(self, outcome: Renamed) -> None:
        self._is_running = False
        self.renamed.emit((self._new, outcome))
        self.accept()

    def _on_failed(self, error: KnownError) -> None:
        self._is_running = False
        self._bar.hide()
        self._name.setEnabled(True)
        self._cancel.setText(self.tr("Close"))
        self._said.setText(f"{error.what}. {error.safe} {error.todo}".strip())
