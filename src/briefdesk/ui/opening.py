"""Opens a library away from the UI thread: reading SQLAlchemy alone takes longer than painting the window."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from briefdesk.brief.errors import KnownError

if TYPE_CHECKING:
    from briefdesk.store.library import Library


class LibraryOpening(QObject):
    """One attempt to open a library; ends with exactly one of its signals, in the thread of its maker."""

    opened = Signal(object)
    refused = Signal(object)
    _ended = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._open, name="open-library", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def wait(self) -> None:
        """Wait for the thread, as closing the window must."""
        if self._thread.is_alive():
            self._thread.join()

    def _open(self) -> None:
        try:
            # Here and not above: it costs 0.3 s, and the window is painted first.
            from briefdesk.store.library import Library

            ended: object = Library.open(self.path)
        except Exception as error:  # noqa: BLE001  (carried to the UI thread, where bugs are raised again)
            ended = error
        self._ended.emit(ended)

    def _on_ended(self, ended: "Library | Exception") -> None:
        self.wait()
        if isinstance(ended, KnownError):
            self.refused.emit(ended)
        elif isinstance(ended, Exception):
            raise ended
        else:
            self.opened.emit(ended)
