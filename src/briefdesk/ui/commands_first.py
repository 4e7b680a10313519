"""The keys of commands work where a short line of text has the keyboard, too."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
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
    `pressed` carries the action whose key it is, before that is triggered; none that is greyed.
    """

    pressed = Signal(QAction)

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = tuple(actions)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave a command's key to the command."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            action = None if any(map(event.matches, _ITS_OWN)) else self._action_of(pressed)
            if action is not None:
                if action.isEnabled():
                    self.pressed.emit(action)
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _action_of(self, pressed: QKeySequence) -> QAction | None:
        of_text = Qt.ShortcutContext.WidgetShortcut
        return next(
            (
                each
                for each in self._actions
                if pressed in each.shortcuts() and each.shortcutContext() is not of_text
            ),
            None,
        )
