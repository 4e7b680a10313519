"""Looks at the screen itself: when has what a view shows there become something else."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

LONGEST_MS = 5000


class Screen(QObject):
    """Watches an area of a view; the same for any view, and it asks nobody but the display."""

    def __init__(self, view: QWidget, area: QRect) -> None:
        super().__init__(view)
        self._view = view
        self._area = area
        self._before: QImage | None = None
        self._loop = QEventLoop()
        self._changed_at = 0.0
        for inner in view.findChildren(QWidget):
            inner.installEventFilter(self)

    def look(self) -> QImage:
        """The pixels of the area as they are on the screen."""
        window = self._view.window()
        place = self._area.translated(self._view.mapTo(window, QPoint()))
        shot = window.screen().grabWindow(window.winId(), place.x(), place.y(), place.width(), place.height())
        return shot.toImage()

    def is_changed(self) -> bool:
        """Whether the area has become another since `milliseconds_until_changed` began."""
        return self._before is None or self.look() != self._before

    def milliseconds_until_changed(self, act: Callable[[], None]) -> float:
        """Do something, and tell after how long the area is another on the screen.

        Raises:
            TimeoutError: it stays as it is.
        """
        self._before = self.look()
        patience = QTimer(singleShot=True, interval=LONGEST_MS)
        patience.timeout.connect(self._loop.quit)
        patience.start()
        begun = time.perf_counter()
        act()
        self._loop.exec()
        if not patience.isActive():
            raise TimeoutError("the screen did not change")
        return (self._changed_at - begun) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look once the display has what is being painted now."""
        if event.type() == QEvent.Type.Paint and self._before is not None:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        if self._before is not None and self.look() != self._before:
            self._changed_at = time.perf_counter()
            self._before = None
            self._loop.quit()
