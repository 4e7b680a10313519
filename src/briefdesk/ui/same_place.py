"""A window that is opened again stands where it stood."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget


class SamePlace(QObject):
    """Remembers where a window stands when it goes, frame and all, and puts it there when it comes back.

    WORKAROUND: on X11 Qt shows a window again at the place of its inside, lower by the height of its title.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._place: QPoint | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's coming and going."""
        if isinstance(watched, QWidget) and not event.spontaneous():
            if event.type() == QEvent.Type.Hide:
                self._place = watched.pos()
            elif event.type() == QEvent.Type.Show and self._place is not None:
                watched.move(self._place)
        return False
