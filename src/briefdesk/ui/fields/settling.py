"""Laying out what is around a widget at once.

Qt hands a changed height on by one level of nesting in each turn of the event loop; a line that wraps
while it is typed would move what is below it several frames later.
"""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

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
    inside = list(_layouts_of(page))
    for _ in range(MOST_TURNS):
        height = page.minimumSizeHint().height()
        for layout in inside:
            layout.activate()
        QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
        if page.minimumSizeHint().height() == height:
            return


def _layouts_of(widget: QWidget) -> Iterator[QLayout]:
    """The layouts of a widget and of all within it, the innermost first.

    The search goes through layouts and not through children: among those are widgets that Qt made for
    itself, and for each of them PySide would have to find out what it is.
    """
    if layout := widget.layout():
        yield from _layouts_within(layout)
        yield layout


def _layouts_within(layout: QLayout) -> Iterator[QLayout]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item and (widget := item.widget()):
            yield from _layouts_of(widget)
        elif item and (inner := item.layout()):
            yield from _layouts_within(inner)
