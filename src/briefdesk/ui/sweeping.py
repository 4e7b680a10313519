"""Garbage is collected in the UI thread alone.

Python collects it in whatever thread makes the one object too many. A widget that only a ring of references
still held would then be destroyed in a thread that is not its own, which ends the program.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

EVERY_MS = 500


class Sweeping(QObject):
    """Does in turns of the event loop what the collector does by itself; that is to be off."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._sweep)
        self._timer.start()

    def _sweep(self) -> None:
        """Collect the oldest generation that has grown beyond what the collector allows it, if any."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return


def begin() -> None:
    """Sweep from now on; what there is by now lives as long as the program, and is not looked at again."""
    gc.freeze()
    Sweeping(QCoreApplication.instance())
