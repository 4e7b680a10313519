"""Esc leaves the mode that was entered last, when nothing in the window has a use for it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class Leaving(QObject):
    """Hears the keys that nobody in the window took."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._leave: list[Callable[[], object]] = []
        window.installEventFilter(self)

    def push(self, leave: Callable[[], object]) -> None:
        """A mode was entered: this leaves it."""
        self.drop(leave)
        self._leave.append(leave)

    def drop(self, leave: Callable[[], object]) -> None:
        """A mode is over."""
        if leave in self._leave:
            self._leave.remove(leave)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Esc, once it has come all the way up to the window."""
        if self._leave and isinstance(event, QKeyEvent) and _is_escape(event):
            self._leave[-1]()
            return True
        return super().eventFilter(watched, event)


def _is_escape(event: QKeyEvent) -> bool:
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape and plain
