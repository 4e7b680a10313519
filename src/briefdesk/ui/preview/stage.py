"""The ground on which the page lies like a sheet of paper, at an exact width."""

from typing import Protocol

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

TOP, SIDE, SIDE_NARROW = 14, 16, 12
RADIUS = 10
NARROW = 420
"""Width of the stage in pixels under which the margins beside the page are smaller."""
FIT = 0
"""Stands for "as wide as there is room", beside widths in CSS pixels."""


class Zooming(Protocol):
    """A view that can show its page enlarged or reduced."""

    def set_zoom(self, factor: float) -> None:
        """Show the page enlarged or reduced by a factor."""
        ...


class Stage(QWidget):
    """Lays out one view as a sheet with two round corners; draws an empty sheet while there is none.

    The keyboard is handed on to the view; a line around the sheet says that it is there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surround")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ground = QColor("white")
        self._paper = QColor("white")
        self._edge = QColor("black")
        self._focused = False
        self._width = FIT
        self._view: QWidget | None = None
        self._zooming: Zooming | None = None
        self._corners = _Corner(self, is_left=True), _Corner(self, is_left=False)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def set_colours(self, ground: QColor, paper: QColor, edge: QColor) -> None:
        """Colour of the ground, of the sheet where no view covers it, and of the line that shows focus."""
        self._ground, self._paper, self._edge = ground, paper, edge
        for corner in self._corners:
            corner.set_colour(ground)
        self.update()

    def set_page_width(self, width: int) -> None:
        """Show the page at this width in CSS pixels, reduced where there is less room; or `FIT`."""
        self._width = width
        self._arrange()

    def put(self, view: QWidget | None, zooming: Zooming | None = None) -> None:
        """Lay out this view; `zooming` is told the factor at which the page has its exact width."""
        self._view, self._zooming = view, zooming
        if view is not None:
            view.setParent(self)
            self._arrange()
            view.show()
            for corner in self._corners:
                corner.raise_()

    @property
    def stop(self) -> QWidget:
        """What takes the keyboard: the view, once there is one."""
        return self if self._view is None else self._view

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the view in the new size."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and sheet."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        painter.fillRect(self._sheet(), self._paper)
        if self._focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._edge, 2))
            line = QRectF(self._sheet()).adjusted(-2, -2, 2, RADIUS)  # open below, as the sheet is
            painter.drawRoundedRect(line, RADIUS + 2, RADIUS + 2)
        painter.end()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        focused = now is not None and (now is self or self.isAncestorOf(now))
        if focused != self._focused:
            self._focused = focused
            self.update()

    def _sheet(self) -> QRect:
        side = SIDE_NARROW if self.width() < NARROW else SIDE
        room = max(1, self.width() - 2 * side)
        width = room if self._width == FIT else min(self._width, room)
        return QRect((self.width() - width) // 2, TOP, width, max(1, self.height() - TOP))

    def _arrange(self) -> None:
        sheet = self._sheet()
        if self._view is not None:
            self._view.setGeometry(sheet)
            if self._zooming is not None:
                self._zooming.set_zoom(1.0 if self._width == FIT else sheet.width() / self._width)
        left, right = self._corners
        left.move(sheet.topLeft())
        right.move(sheet.right() + 1 - RADIUS, sheet.top())


class _Corner(QWidget):
    """A corner of the ground laid over a corner of the sheet, which makes it round."""

    def __init__(self, parent: QWidget, *, is_left: bool) -> None:
        super().__init__(parent)
        self._is_left = is_left
        self._colour = QColor("white")
        self.setFixedSize(RADIUS, RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_colour(self, colour: QColor) -> None:
        """The colour of the ground."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what lies outside the arc."""
        square, circle = QPainterPath(), QPainterPath()
        square.addRect(QRectF(self.rect()))
        circle.addEllipse(QRectF(0 if self._is_left else -RADIUS, 0, 2 * RADIUS, 2 * RADIUS))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(square.subtracted(circle), self._colour)
        painter.end()
