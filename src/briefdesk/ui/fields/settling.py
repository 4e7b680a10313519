"""Laying out what is around a widget at once.

Qt hands a changed height on by one level of nesting in each turn of the event loop; a line that wraps
while it is typed would move what is below it several frames later.
"""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QScrollArea, QWidget

MOST_TURNS = 5
"""A text is told its width, then says its height, and that may bring a scroll bar."""


def settle(widget: QWidget) -> None:
    """Lay out everything around a widget, up to the area in which it scrolls."""
    if not widget.isVisible():
        return
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        if layout := around.layout():
            layout.activate()
        around = around.parentWidget()
    if around is not None:
        QCoreApplication.sendEvent(around, QEvent(QEvent.Type.LayoutRequest))


def settle_all(area: QScrollArea) -> None:
    """Lay out everything in a scrolling area, from the inside to the outside."""
    page = area.widget()
    if page is None:
        return
    inside = [*reversed(page.findChildren(QWidget)), page]
    for _ in range(MOST_TURNS):
        height = page.minimumSizeHint().height()
        for each in inside:
            if layout := each.layout():
                layout.activate()
        QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
        if page.minimumSizeHint().height() == height:
            return
