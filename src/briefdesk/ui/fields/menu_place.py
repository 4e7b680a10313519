"""Where a menu that is opened by key stands: beside the line that it is about, never over it."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QTextEdit

GAP = 3
"""Pixels between the line and the menu: a word may be underlined."""


def open_at_caret(menu: QMenu, editor: QTextEdit) -> None:
    """Open a menu under the line of the caret, or above it where the screen ends."""
    menu.popup(_place(menu, editor))


def _place(menu: QMenu, editor: QTextEdit) -> QPoint:
    caret, height = editor.cursorRect(), menu.sizeHint().height()
    below = editor.viewport().mapToGlobal(QPoint(caret.left(), caret.bottom() + GAP))
    above = editor.viewport().mapToGlobal(QPoint(caret.left(), caret.top() - GAP - height))
    screen = editor.screen().availableGeometry()
    return below if below.y() + height <= screen.bottom() or above.y() < screen.top() else above
