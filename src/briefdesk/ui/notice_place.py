"""Where a notice stands: above the panes when it stays, over them when it goes again by itself."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from briefdesk.ui.notices import NoticeBar

SIDE = 16
"""Pixels between a floating notice and the edge of the panes."""
WIDEST = 760
MARGINS = 60


class NoticePlace(QObject):
    """Keeps a notice that passes from pushing what is written down and up again.

    It floats at the foot of the panes, or at their head while the keyboard is in the lower half.
    """

    def __init__(self, notices: NoticeBar, column: QBoxLayout, panes: QWidget) -> None:
        super().__init__(notices)
        self._notices = notices
        self._column = column
        self._panes = panes
        self._floats = False
        self._column.insertWidget(1, notices)
        notices.placed_by(self.arrange)
        for each in (panes, notices):
            each.installEventFilter(self)

    def arrange(self, floats: bool) -> None:
        """Put the notice in its place, before it is shown."""
        if floats is not self._floats:
            self._floats = floats
            if floats:
                self._column.removeWidget(self._notices)
            else:
                self._column.insertWidget(1, self._notices)
        if floats:
            self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the panes, and that of the words: bold ones are wider than it seems at first."""
        kind = QEvent.Type.Resize if watched is self._panes else QEvent.Type.LayoutRequest
        if event.type() == kind and self._floats and not self._notices.isHidden():
            self._lay()
        return False

    def _lay(self) -> None:
        area, notice = self._panes.geometry(), self._notices
        words = QFontMetricsF(notice.font()).horizontalAdvance(notice.more)
        wide = notice.sizeHint().width() + round(words) + (MARGINS if notice.more else 0)
        wide = min(wide, WIDEST, area.width() - 2 * SIDE)
        left = area.left() + (area.width() - wide) // 2
        low = area.bottom() - SIDE - notice.height()
        top = area.top() + SIDE if self._is_keyboard_low() else low
        notice.setGeometry(QRect(left, top, wide, notice.height()))
        notice.raise_()

    def _is_keyboard_low(self) -> bool:
        """Whether the keyboard is in the lower half of the panes, where the notice would hide it."""
        focus = QApplication.focusWidget()
        if focus is None or not self._panes.isAncestorOf(focus):
            return False
        caret = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        height = caret.center().y() if isinstance(caret, (QRect, QRectF)) else focus.rect().center().y()
        place = focus.mapTo(self._panes, QPoint(0, round(height)))
        return place.y() > self._panes.height() // 2
