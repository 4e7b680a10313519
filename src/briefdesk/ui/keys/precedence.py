"""Sees to it that the keys of commands reach them from fields of one line, too."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from briefdesk.ui.keys.shortcuts import Shortcuts
from briefdesk.ui.overlay import Overlay

OF_A_LINE = frozenset(("undo", "redo"))
"""Commands whose keys a line on a card over the window keeps for itself: no brief is written there."""


class Precedence(QObject):
    """Keeps a line that has the keyboard from claiming keys that are commands in this window.

    WORKAROUND: on X11 a QLineEdit takes Ctrl+E and some others for itself, as Emacs has them.
    """

    def __init__(self, shortcuts: Shortcuts, window: QWidget) -> None:
        super().__init__(window)
        self._shortcuts = shortcuts
        self._window = window
        self._ids: dict[str, str] = {}
        shortcuts.changed.connect(self._on_keys_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self._on_keys_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn down the claim of a line to a key of a command."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            id = self._ids.get(QKeySequence(event.keyCombination()).toString())
            if id is not None and not (id in OF_A_LINE and _is_on_a_card(watched)):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _on_keys_changed(self) -> None:
        self._ids = {
            QKeySequence(key).toString(): each.id
            for each in self._shortcuts.commands
            for key in self._shortcuts.keys(each.id)
        }

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, QLineEdit):
            old.removeEventFilter(self)
        if isinstance(now, QLineEdit) and now.window() is self._window:
            now.installEventFilter(self)


def _is_on_a_card(widget: QObject) -> bool:
    above: QObject | None = widget
    while above is not None and not isinstance(above, Overlay):
        above = above.parent()
    return above is not None
