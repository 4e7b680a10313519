"""The line on a card over the window, into which one types what one looks for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OverlayLine(QLineEdit):
    """A line whose arrows move in the list below it; Enter takes the row; Tab is told too."""

    stepped = Signal(int)
    confirmed = Signal()
    narrowed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "overlay")

    def focusNextPrevChild(self, next: bool) -> bool:
        """Leave Tab to `keyPressEvent`."""
        return False

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key = arg__1.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self.confirmed.emit()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.narrowed.emit()
        else:
            super().keyPressEvent(arg__1)
