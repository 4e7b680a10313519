"""The left side of the history: the list of kept states, and what a restore does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QListView, QVBoxLayout, QWidget

from briefdesk.ui.history.revisions import RevisionPainter, RevisionRow
from briefdesk.ui.row_model import RowModel
from briefdesk.ui.theme import Look

LEAST = 240


class RevisionSide(QFrame):
    """Holds the list of kept states; words stand in its place where there are none."""

    def __init__(self, model: RowModel[RevisionRow], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(LEAST)
        self.list = QListView()
        self.list.setObjectName("revisionsList")
        self.list.setAccessibleName(self.tr("Revisions"))
        self.list.setModel(model)
        self.list.setItemDelegate(RevisionPainter(look))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = QLabel(
            self.tr(
                "No revision yet. One is kept at each pause of 30 seconds, when you leave the brief, "
                "and whenever its status changes."
            )
        )
        self._empty.setProperty("look", "muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(10, 6, 10, 6)
        self.hint = QFrame()
        self.hint.setProperty("look", "card")
        words = QLabel(
            self.tr("A restore makes a new revision. Nothing is overwritten, and Ctrl Z takes it back.")
        )
        words.setProperty("look", "small")
        words.setWordWrap(True)
        inside = QVBoxLayout(self.hint)
        inside.setContentsMargins(12, 9, 12, 9)
        inside.addWidget(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 12)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        column.addWidget(self.hint)

    def show_any(self, any_there: bool) -> None:
        """Show the list, or where nothing is kept, words."""
        self.list.setVisible(any_there)
        self._empty.setVisible(not any_there)
