"""Moving bullets with the mouse, by their numbers; and beginning one by a click on the row that waits."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea

from briefdesk.ui.fields.bullet_geometry import START, BulletGeometry
from briefdesk.ui.fields.bullet_margin import BulletMargin
from briefdesk.ui.fields.editor import Editor


class BulletDrag(QObject):
    """Watches the mouse over an editor of bullets.

    `moved` carries the row that was dragged and the gap where it was let go; Esc takes a drag back.
    `addRequested` follows a click on the row that waits.
    """

    moved = Signal(int, int)
    addRequested = Signal()

    def __init__(self, editor: Editor, geometry: BulletGeometry, margin: BulletMargin) -> None:
        super().__init__(editor)
        self._editor = editor
        self._geometry = geometry
        self._margin = margin
        self._row = -1
        self._gap = -1
        self._from = QPointF()
        self._is_dragging = False
        editor.viewport().installEventFilter(self)
        editor.viewport().setMouseTracking(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to the numbers and the row that waits; the text is the editor's."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseButtonPress:
                return self._press(event)
            if event.type() == QEvent.Type.MouseMove:
                return self._move(event)
            if event.type() == QEvent.Type.MouseButtonRelease and self._row >= 0:
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
        if place.x() < START - 4:
            self._row, self._from = self._geometry.row_at(place.y()), place
            return True
        return False

    def _move(self, event: QMouseEvent) -> bool:
        place = event.position()
        if self._row < 0:
            is_at_number = place.x() < START - 4 and place.y() <= self._geometry.end
            self._margin.show_grip(self._geometry.row_at(place.y()) if is_at_number else -1)
            hand, beam = Qt.CursorShape.OpenHandCursor, Qt.CursorShape.IBeamCursor
            self._editor.viewport().setCursor(hand if is_at_number else beam)
            return False
        if (place - self._from).manhattanLength() >= QApplication.startDragDistance():
            if not self._is_dragging:
                self._is_dragging = True
                self._editor.installEventFilter(self)
            self._editor.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragging:
            self._gap = self._geometry.gap_at(place.y())
            self._margin.show_gap(self._gap)
            self._keep_in_view(place)
        return True

    def _drop(self) -> None:
        row, gap, was_dragging = self._row, self._gap, self._is_dragging
        self._end()
        if not was_dragging:
            self._editor.setFocus()
            cursor = self._editor.textCursor()
            cursor.setPosition(self._editor.document().findBlockByNumber(row).position())
            self._editor.setTextCursor(cursor)
        elif gap not in (row, row + 1):
            self.moved.emit(row, gap)

    def _end(self) -> None:
        self._row, self._is_dragging = -1, False
        self._editor.removeEventFilter(self)
        self._margin.show_gap(-1)
        self._editor.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def _keep_in_view(self, place: QPointF) -> None:
        """Scroll the form when a bullet is dragged to its edge."""
        around = self._editor.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and (page := around.widget()) is not None:
            point = self._editor.viewport().mapTo(page, place.toPoint())
            around.ensureVisible(point.x(), point.y(), 0, 20)
