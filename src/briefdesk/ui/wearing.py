"""Gives a widget another look of the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def wear(widget: QWidget, look: str, name: str = "look") -> None:
    """Set the property by which the style sheet knows a widget's look, and have it take effect.

    A widget that was not on screen yet is dressed when it gets there: asking for its style before would
    only cost time, more than all else of a start.
    """
    if widget.property(name) == look:
        return
    widget.setProperty(name, look)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
