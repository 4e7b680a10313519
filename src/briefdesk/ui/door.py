"""The library that the window works on: opened away from the UI thread, waited for, watched, closed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.ui.library_watch import LibraryWatch

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.opening import LibraryOpening


class LibraryDoor(QObject):
    """Opens one library after another; calls made before one is open wait, in order."""

    opened = Signal(object)
    refused = Signal(object)
    changedElsewhere = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library: Library | None = None
        self.path = path
        self._opening: LibraryOpening | None = None
        self._waiting: list[Callable[[], object]] = []
        self._watch = LibraryWatch(self)
        self._watch.changed.connect(self.changedElsewhere)

    @property
    def has_waiting(self) -> bool:
        """Whether calls wait for the library."""
        return bool(self._waiting)

    def open(self, path: Path | None = None) -> None:
        """Begin to open the library at this path, or the one before; `opened` or `refused` follows."""
        from briefdesk.ui.opening import LibraryOpening  # not above: nothing is opened before the first paint

        self.path = path or self.path
        self._opening = LibraryOpening(self.path, self)
        self._opening.opened.connect(self._on_opened)
        self._opening.refused.connect(self._on_refused)
        self._opening.start()

    def when_open(self, call: Callable[[], object]) -> None:
        """Call now, or as soon as the library is open, in the order of asking."""
        if self.library is not None and not self._waiting:
            call()
        else:
            self._waiting.append(call)

    def serve(self) -> None:
        """Make the calls that have waited."""
        while self._waiting and self.library is not None:
            self._waiting.pop(0)()

    def close(self) -> None:
        """Close the library, waiting for an attempt that is under way."""
        self._watch.set_library(None)
        if self._opening is not None:
            self._opening.wait()
        if self.library is not None:
            self.library.close()
            self.library = None

    def _on_opened(self, library: "Library") -> None:
        self._opening = None
        self.library = library
        self._watch.set_library(library)
        self.opened.emit(library)

    def _on_refused(self, error: KnownError) -> None:
        self._opening = None
        self._waiting.clear()
        self.refused.emit(error)
