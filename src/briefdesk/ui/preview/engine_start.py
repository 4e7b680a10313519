"""The start of the engine: in steps between which the window takes keys, and watched to its end."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefdesk.ui.preview.environment import engine_environment
from briefdesk.ui.preview.marker import StartMarker

if TYPE_CHECKING:
    from briefdesk.ui.preview.engine import Engine

LONGEST_MS = 20_000
"""After so long without a page the start has failed."""
BREATH_MS = 1
"""Between two steps: with none the next would come before the keys and timers that waited for the last."""


class EngineStart(QObject):
    """Starts the engine once or again.

    `failed` tells that there will be no page. A start that ends the whole program leaves its marker.
    """

    failed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marker = StartMarker(folder)
        self._environment = ExitStack()
        self._steps: Iterator[None] = iter(())
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(LONGEST_MS)
        self._patience.timeout.connect(self.failed)

    def was_fatal(self) -> bool:
        """Whether the last start ended the program."""
        return self._marker.tells_of_a_crash()

    def begin(self, make: "Callable[[], Engine]") -> None:
        """Load what the engine needs, then have it made by `make` and let it load its page."""
        self._marker.set()
        self._patience.start()
        self._steps = self._in_steps(make)
        QTimer.singleShot(0, self, self._step)

    def page_loaded(self) -> None:
        """The page is there: nothing reads the environment any more."""
        self._patience.stop()
        self._environment.close()

    def end(self) -> None:
        """The page was painted, or the start was given up in good order."""
        self._steps = iter(())
        self.page_loaded()
        self._marker.clear()

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            return
        except ImportError:
            self.failed.emit()  # a system library is missing
            return
        QTimer.singleShot(BREATH_MS, self, self._step)

    def _in_steps(self, make: "Callable[[], Engine]") -> Iterator[None]:
        import briefdesk.ui.preview.shown

        yield
        import PySide6.QtWebEngineCore  # noqa: F401

        yield
        import briefdesk.ui.preview.engine  # noqa: F401
        from briefdesk.ui.preview.scheme import register

        yield
        register()
        self._environment.enter_context(engine_environment())
        engine = make()
        yield
        engine.load()
