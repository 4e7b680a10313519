"""Where a notice stands: above the panes when it stays, over them when it goes again by itself."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QBoxLayout, QTextEdit, QWidget

from briefdesk.ui.notices import NoticeBar

SIDE = 16
"""Pixels between a floating notice and the edges of the pane that it stands over."""
WIDEST = 760
CLEAR = 28
"""Pixels above and below the line of the caret over which no notice stands: a line of text."""


class NoticePlace(QObject):
    """Keeps a notice that passes from pushing what is written down and up again, and from hiding it.

    It floats at the foot of the first of `places` that is seen and where the keyboard is not just there,
    and moves when the caret comes under it. Where there is no such place, it is at the head of the panes.
    """

    def __init__(
        self, notices: NoticeBar, column: QBoxLayout, panes: QWidget, places: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(notices)
        self._notices = notices
        self._column = column
        self._panes = panes
        self._places = tuple(places)
        self._floats = False
        self._column.insertWidget(1, notices)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._on_soon)
        notices.placed_by(self.arrange)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._on_caret_moved)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

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

    def refit(self) -> None:
        """Follow the panes, which have other sizes now."""
        self._on_caret_moved()

    def _on_caret_moved(self) -> None:
        if self._floats and not self._notices.isHidden():
            self._soon.start(0)  # when all around has its place

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None:
            self._on_caret_moved()

    def _on_soon(self) -> None:
        if self._floats and not self._notices.isHidden():
            self._lay()

    def _lay(self) -> None:
        notice, keyboard = self._notices, self._keyboard()
        areas = [self._area(each) for each in self._places if each.isVisible()] or [self._area(self._panes)]
        rects = [self._rect(area, low=True) for area in areas]
        rects.append(self._rect(areas[0], low=False))
        free = [each for each in rects if keyboard is None or not each.intersects(keyboard)]
        there = notice.geometry()
        chosen = there if there in free else (free or rects)[0]
        notice.fit(chosen.width())
        notice.setGeometry(chosen)
        notice.raise_()

    def _rect(self, area: QRect, *, low: bool) -> QRect:
        wide = min(self._notices.wide, WIDEST, area.width() - 2 * SIDE)
        high = self._notices.height_at(wide)
        left = area.left() + (area.width() - wide) // 2
        top = area.bottom() - SIDE // 2 - high if low else area.top() + SIDE // 2
        return QRect(left, top, wide, high)

    def _area(self, place: QWidget) -> QRect:
        around = self._panes.parentWidget()
        return QRect(place.mapTo(around, QPoint()), place.size()) if around is not None else place.geometry()

    def _keyboard(self) -> QRect | None:
        """Where one writes, as wide as the text: the line of the caret with the lines beside it."""
        focus, around = QApplication.focusWidget(), self._panes.parentWidget()
        if focus is None or around is None or not self._panes.isAncestorOf(focus):
            return None
        there = QRect(focus.mapTo(around, QPoint()), focus.size())
        caret = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if isinstance(focus, QTextEdit) and isinstance(caret, (QRect, QRectF)):
            line = QRectF(caret).toRect()
            there = QRect(there.left(), there.top() + line.top(), there.width(), line.height())
            return there.adjusted(0, -CLEAR, 0, CLEAR)
        return there if there.height() <= self._panes.height() // 2 else None
