"""Leaving as from the menu when the terminal or the system asks for it: Ctrl+C, or a polite kill."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """Calls `leave` in the thread of the window when one of the signals comes, and not before.

    Python tells of a signal only when it has something to do, and while Qt waits for events it has
    nothing: so each signal also writes a byte into a socket that Qt watches.
    """

    def __init__(self, leave: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._leave = leave
        self._watched, self._written = socket.socketpair()
        for end in (self._watched, self._written):
            end.setblocking(False)
        self._before = {each: signal.signal(each, self._on_signal) for each in SIGNALS}
        self._wakeup = signal.set_wakeup_fd(self._written.fileno())
        notifier = QSocketNotifier(self._watched.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._on_activated)

    def close(self) -> None:
        """Leave signals to whoever had them before."""
        signal.set_wakeup_fd(self._wakeup)
        for each, handler in self._before.items():
            signal.signal(each, handler)
        for end in (self._watched, self._written):
            end.close()

    def _on_signal(self, _number: int, _frame: object) -> None:
        """Nothing: the byte in the socket does the rest, between two events."""

    def _on_activated(self) -> None:
        if self._watched.recv(64):
            self._leave()
