"""Brings a call from any thread into the UI thread, behind what is to be painted."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

POSTED = QEvent.Type.User
NEXT = Qt.EventPriority.LowEventPriority.value - 1
"""Directly behind painting, which Qt asks for with an event of low priority."""
LATER = NEXT - 1
"""Behind that too."""


class Poster(QObject):
    """Runs what is posted, in order, in the thread in which it was made.

    Of two posters in one thread, the one that is made with `NEXT` goes first.
    """

    def __init__(self, parent: QObject | None = None, *, turn: int = LATER) -> None:
        super().__init__(parent)
        self._turn = turn
        self._calls = deque[Callable[[], None]]()

    def post(self, call: Callable[[], None]) -> None:
        """Run a call soon in the poster's thread; may be called from any thread."""
        self._calls.append(call)
        QCoreApplication.postEvent(self, QEvent(POSTED), self._turn)

    def customEvent(self, event: QEvent) -> None:
        """Run the call whose turn it is."""
        self._calls.popleft()()
