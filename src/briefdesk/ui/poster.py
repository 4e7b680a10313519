"""Brings a call from any thread into the UI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Poster(QObject):
    """Runs what is posted, in order, in the thread in which it was made."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._on_posted, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Run a call soon in the poster's thread; may be called from any thread."""
        self._posted.emit(call)

    def _on_posted(self, call: Callable[[], None]) -> None:
        call()
