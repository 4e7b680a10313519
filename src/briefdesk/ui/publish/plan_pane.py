"""The right side of the Publish dialog: the plan, and afterwards what was done."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefdesk.ui.publish.files import FilePainter, file_model, shown_files
from briefdesk.ui.publish.pills import PlanPills
from briefdesk.ui.publish.work import Outcome
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear


class PlanPane(QWidget):
    """Shows the files of an outcome with their counts, or words where there is none.

    `overwriteToggled` tells whether files that someone else has changed are to be overwritten.
    """

    overwriteToggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = file_model(self)
        self._title = QLabel()
        self._title.setProperty("look", "muted")
        self._pills = PlanPills()
        self._list = QListView()
        self._list.setObjectName("publishFiles")
        self._list.setAccessibleName(self.tr("Files"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(FilePainter(look))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = QLabel()
        self._words.setObjectName("publishWords")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setContentsMargins(20, 20, 20, 20)
        self._overwrite = QCheckBox(self.tr("Overwrite what someone else has changed; a copy is kept"))
        self._overwrite.setObjectName("publishOverwrite")
        self._overwrite.setAccessibleDescription(
            self.tr("A copy of each changed file is kept beside it, as name.bak")
        )
        self._overwrite.setToolTip(self._overwrite.accessibleDescription())
        self._overwrite.toggled.connect(self.overwriteToggled)
        self._overwrite.hide()
        self._note = QLabel(self.tr("Blocked files are left as they are. Nothing is half written."))
        self._lay_out()

    def show_outcome(self, title: str, outcome: Outcome) -> None:
        """Show what would be done, or was."""
        self._title.setText(title)
        self._pills.show_outcome(outcome)
        self._model.show(shown_files(outcome.files, planned=outcome.planned))
        self._stack.setCurrentWidget(self._list)
        self._overwrite.setVisible(outcome.planned and outcome.changed > 0)

    def set_overwrite(self, on: bool) -> None:
        """Show whether changed files are to be overwritten."""
        with QSignalBlocker(self._overwrite):
            self._overwrite.setChecked(on)

    def show_words(self, title: str, words: str, *, bad: bool = False) -> None:
        """Say why there is nothing to show."""
        self._title.setText(title)
        self._pills.show_outcome(None)
        self._model.show(())
        self._words.setText(words)
        wear(self._words, "err" if bad else "muted")
        if words:  # else another plan is being made, and the keyboard stays where it is
            self._overwrite.hide()
        self._stack.setCurrentWidget(self._words)

    def set_low(self, is_low: bool) -> None:
        """Leave as much as can be to the files, in little height."""
        self._note.setVisible(not is_low)
        self._column.setContentsMargins(18, 6 if is_low else 14, 18, 6 if is_low else 14)
        self._column.setSpacing(4 if is_low else 10)
        self._words.setContentsMargins(*((4,) * 4 if is_low else (20,) * 4))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._title)
        line.addWidget(self._pills)
        line.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._words)
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 5, 1, 5)
        inside.addWidget(self._stack)
        note = self._note
        note.setProperty("look", "small")
        note.setWordWrap(True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(card, 1)
        column.addWidget(self._overwrite)
        column.addWidget(note)
