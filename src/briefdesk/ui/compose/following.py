"""Where the form is scrolled to, so that what has the keyboard is seen."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.settling import settle_all

CARET_ROOM = 24
"""Pixels that stay in view above and below the caret."""

STRIPS, STRIP_ROOM = ("strip", "term-strip"), 6
"""How strips look, and pixels that stay in view below one."""


def follow(form: QScrollArea, rows: Mapping[str, QWidget], focus: QWidget, *, centres: bool) -> None:
    """Bring the line of the caret into view, with the label of its field where there is room for both.

    With `centres` it is kept near the middle. Of a field that is no text, all is brought into view.
    """
    page = form.widget()
    assert page is not None, "the form has a page"
    name, row = next(((name, row) for name, row in rows.items() if row.isAncestorOf(focus)), ("", None))
    if row is not None and not isinstance(focus, Editor):
        _show_whole(form, page, row)
    caret = QRectF(focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle))
    place = focus.mapTo(page, caret.center().toPoint())
    if centres and not QGuiApplication.mouseButtons():  # nothing moves away under the mouse
        _centre(form, place.y())
    form.ensureVisible(place.x(), place.y(), 0, CARET_ROOM)
    if row is not None and isinstance(focus, Editor):
        _show_strip(form, page, row, focus, place.y())
    if row is not None and not centres:
        top = 0 if name == "headline" else row.mapTo(page, QPoint()).y()
        if place.y() - top < form.viewport().height() // 3:
            form.ensureVisible(place.x(), top, 0, 0)


def _show_strip(form: QScrollArea, page: QWidget, row: QWidget, focus: QWidget, caret: int) -> None:
    """Bring strips below an editor into view, as long as the caret stays there too."""
    around = focus.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    while around is not None and around is not page:
        for strip in around.findChildren(QFrame, options=direct):
            if strip.property("look") in STRIPS and strip.isVisible():
                low = strip.mapTo(page, QPoint(0, strip.height())).y()
                if 0 < low - caret < form.viewport().height() - 2 * CARET_ROOM:
                    form.ensureVisible(0, low, 0, STRIP_ROOM)
        around = around.parentWidget() if around is not row else None


def _centre(form: QScrollArea, y: int) -> None:
    """Bring a height of the page into the middle, unless it is near that already."""
    bar, height = form.verticalScrollBar(), form.viewport().height()
    if not height <= 3 * (y - bar.value()) <= 2 * height:
        bar.setValue(y - height // 2)


def _show_whole(form: QScrollArea, page: QWidget, row: QWidget) -> None:
    """Bring all of a field into view, where there is room for it."""
    settle_all(form)  # it may just have got more rows
    if row.height() > form.viewport().height():
        return
    place = row.mapTo(page, QPoint())
    form.ensureVisible(place.x(), place.y() + row.height(), 0, 0)
    form.ensureVisible(place.x(), place.y(), 0, 0)
