"""Moving bullets with the mouse, by their numbers; and beginning one by a click on the row that waits."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from briefdesk.ui.fields.bullet_geometry import BulletGeometry
from briefdesk.ui.fields.bullet_margin import BulletMargin
from briefdesk.ui.fields.editor import Editor

EDGE = 28
"""Pixels at the edges of the form in which it scrolls while bullets are dragged."""
SCROLL_MS = 16
FASTEST = 14
"""Pixels that it scrolls in each of these times, at the very edge."""


class BulletDrag(QObject):
    """Watches the mouse over an editor of bullets.

    `moved` carries the rows that were dragged, a range, and the gap where they were let go; Esc takes a
    drag back. Of several selected bullets all go together.
    `addRequested` follows a click on the row that waits.
    """

    moved = Signal(object, int)
    addRequested = Signal()

    def __init__(self, editor: Editor, geometry: BulletGeometry, margin: BulletMargin) -> None:
        super().__init__(editor)
        self._editor = editor
        self._geometry = geometry
        self._margin = margin
        self._rows: range | None = None
        self._pressed = -1
        self._gap = -1
        self._from = QPointF()
        self._at = QPointF()
        self._is_dragging = False
        self._scrolling = QTimer(self)
        self._scrolling.timeout.connect(self._on_scroll)
        editor.viewport().installEventFilter(self)
        editor.viewport().setMouseTracking(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to the numbers and the row that waits; the text is the editor's."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if event.type() == QEvent.Type.MouseMove:
                return self._move(event)
            if event.type() == QEvent.Type.MouseButtonRelease and self._rows is not None:
                self._drop()
                return True
        elif event.type() == QEvent.Type.Leave:
            self._margin.show_grip(-1)
        elif isinstance(event, QKeyEvent) and self._is_dragging and event.key() == Qt.Key.Key_Escape:
            self._end()
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> bool:
        place = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._geometry.has_waiting and place.y() > self._geometry.end:
            self.addRequested.emit()
            return True
        if self._geometry.is_at_number(place.x()) and not self._editor.isReadOnly():
            self._pressed, self._from = self._geometry.row_at(place.y()), place
            self._rows = self._taken_at(self._pressed)
            return True
        return False

    def _move(self, event: QMouseEvent) -> bool:
        place = event.position()
        if self._rows is None:
            is_at_number = self._geometry.is_at_number(place.x()) and place.y() <= self._geometry.end
            self._margin.show_grip(self._geometry.row_at(place.y()) if is_at_number else -1)
            hand, beam = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.IBeamCursor
            self._editor.viewport().setCursor(hand if is_at_number else beam)
            return False
        if (place - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._begin()
        if self._is_dragging:
            self._at = event.globalPosition()
            self._follow()
        return True

    def _begin(self) -> None:
        if not self._is_dragging:
            self._is_dragging = True
            self._editor.installEventFilter(self)
            self._scrolling.start(SCROLL_MS)
            self._editor.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _follow(self) -> None:
        """Show where the bullets would go, for the place where the mouse is on the screen."""
        place = self._editor.viewport().mapFromGlobal(self._at)
        self._gap = self._geometry.gap_at(place.y())
        self._margin.show_gap(self._gap, self._rows)

    def _drop(self) -> None:
        rows, gap, was_dragging = self._rows, self._gap, self._is_dragging
        self._end()
        if rows is None:
            return
        if not was_dragging:
            self._editor.setFocus()
            cursor = self._editor.textCursor()
            cursor.setPosition(self._editor.document().findBlockByNumber(self._pressed).position())
            self._editor.setTextCursor(cursor)
        elif not rows.start <= gap <= rows.stop:
            self.moved.emit(rows, gap)

    def _end(self) -> None:
        self._rows, self._is_dragging = None, False
        self._scrolling.stop()
        self._editor.removeEventFilter(self)
        self._margin.show_gap(-1, None)
        self._editor.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _taken_at(self, row: int) -> range:
        """The rows that go with one that is taken: all that are selected, where it is one of several."""
        cursor, document = self._editor.textCursor(), self._editor.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        selected = range(first, document.findBlock(cursor.selectionEnd()).blockNumber() + 1)
        return selected if len(selected) > 1 and row in selected else range(row, row + 1)

    def _on_scroll(self) -> None:
        """Scroll the form while bullets are held at its edge, the faster the nearer; the mouse may rest."""
        area = self._area()
        if area is None:
            return
        view = area.viewport()
        y = view.mapFromGlobal(self._at).y()
        over = min(0.0, y - EDGE) + max(0.0, y - (view.height() - EDGE))
        if over:
            bar = area.verticalScrollBar()
            bar.setValue(bar.value() + round(max(-EDGE, min(EDGE, over)) * FASTEST / EDGE))
            self._follow()

    def _area(self) -> QScrollArea | None:
        around = self._editor.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        return around
