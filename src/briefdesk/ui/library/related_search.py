"""The search line at the foot of the related picker."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from briefdesk.ui.fields.keys import OneUndo
from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RelatedSearch(QLineEdit):
    """A line whose arrows move in the rows above it; Enter takes the row, Esc leaves."""

    stepped = Signal(int)
    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("relatedSearch")
        self.setProperty("look", "bare")
        self.setAccessibleName(self.tr("Search for a brief to list"))
        self.installEventFilter(OneUndo(self))

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key = arg__1.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit()
        else:
            super().keyPressEvent(arg__1)


class SearchFoot(QFrame):
    """The line with its magnifying glass."""

    def __init__(self, line: RelatedSearch, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._line = line
        self._glass = QLabel()
        self._glass.setFixedWidth(18)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 5, 11, 6)
        row.setSpacing(8)
        row.addWidget(self._glass)
        row.addWidget(line, 1)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        # A style sheet that gives a field a least height keeps layouts from asking it for a better one.
        self._line.ensurePolished()
        self._line.setMinimumHeight(self._line.sizeHint().height())
        self._glass.setPixmap(icon("search", self._look.theme, "mut", 14).pixmap(14, 14))
