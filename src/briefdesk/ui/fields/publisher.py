"""The line "Read full story at X →" as the brief will show it, with the publisher to be written in it."""

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from briefdesk.ui.fields.cell import PADDING, Cell
from briefdesk.ui.theme import Look


class PublisherLine(QWidget):
    """Sets the publisher's cell between the words around it, as wide as its text."""

    PADDING = QMargins(2, PADDING.top(), 2, PADDING.bottom())

    def __init__(self, cell: Cell, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cell = cell
        self._before = QLabel(self.tr("Read full story at"))
        self._after = QLabel("→")
        for label in (self._before, self._after):
            label.setContentsMargins(0, 2, 0, 0)  # on one base line with the cell
        line = QHBoxLayout(self)
        line.setContentsMargins(PADDING.left(), 0, PADDING.right(), 0)
        line.setSpacing(2)
        line.addWidget(self._before, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(cell.editor, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._after, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        cell.editor.document().contentsChanged.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the publisher the room that there is."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words is meant for the publisher."""
        super().mousePressEvent(event)
        self._cell.go_to(len(self._cell.text))

    def _fit(self) -> None:
        editor = self._cell.editor
        words = editor.toPlainText() or self.tr("publisher")
        wanted = editor.fontMetrics().horizontalAdvance(words) + 8
        around = self._before.sizeHint().width() + self._after.sizeHint().width()
        room = self.width() - around - PADDING.left() - PADDING.right() - 6
        width = max(40, min(wanted, room))
        if width != editor.width() or width != editor.minimumWidth():
            editor.setFixedWidth(width)
