"""Letting events be handled, for a while or until something is told."""

from PySide6.QtCore import QEventLoop, QTimer, SignalInstance


def wait_for(signal: SignalInstance, milliseconds: int = 20_000) -> None:
    """Handle events until the signal comes.

    Raises:
        TimeoutError: it does not.
    """
    loop = QEventLoop()
    signal.connect(loop.quit)
    patience = QTimer(singleShot=True, interval=milliseconds)
    patience.timeout.connect(loop.quit)
    patience.start()
    loop.exec()
    signal.disconnect(loop.quit)
    if not patience.isActive():
        raise TimeoutError(f"nothing was told within {milliseconds} ms")


def rest(milliseconds: int) -> None:
    """Handle events for so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
