"""Notices that another program has changed the library, by asking it for its latest change now and then."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from briefdesk.store.library import Library

EVERY_MS = 1000


class LibraryWatch(QObject):
    """Looks once a second while a library is open; costs one small read."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library: Library | None = None
        self._token = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)

    def set_library(self, library: "Library | None") -> None:
        """Watch this library from now on; none to rest."""
        self._library = library
        if library is None:
            self._timer.stop()
            return
        self._token = library.changed_since(-1).token
        self._timer.start()

    def _on_timeout(self) -> None:
        if self._library is None:
            return
        changes = self._library.changed_since(self._token)
        if changes.token != self._token:
            self._token = changes.token
            self.changed.emit()
