"""The keys of commands work where a short line of text has the keyboard, too."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence

_ITS_OWN = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
)
"""What one expects of any text box, and not of the window around it."""


class CommandsFirst(QObject):
    """Turns down the claim of a line of text to keys that are a command's.

    A line of text claims Ctrl+E and Ctrl+K on Linux, to go to its end and to delete up to there.
    """

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = tuple(actions)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a command's key to the command."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if not any(map(event.matches, _ITS_OWN)) and self._is_taken(pressed):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _is_taken(self, pressed: QKeySequence) -> bool:
        return any(pressed in each.shortcuts() for each in self._actions)
