"""Parts of the window that have the keyboard for a moment: commands still mean the text that it came from."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

PASSING: Final = Qt.FocusReason.PopupFocusReason
"""With this reason a field does not take the keyboard's going for the end of the work in it."""
_PROPERTY: Final = "passing"


def mark_passing(widget: QWidget) -> None:
    """Let the keyboard's coming to this widget, or into it, be no end of the work in a text."""
    widget.setProperty(_PROPERTY, True)


def is_passing(widget: QWidget) -> bool:
    """Whether the keyboard is in a widget for a moment: a menu, a card over the window, a bar, a strip."""
    around: QWidget | None = widget
    while around is not None:
        if isinstance(around, QMenu | QMenuBar) or around.property(_PROPERTY):
            return True
        around = None if around.isWindow() else around.parentWidget()
    return False
