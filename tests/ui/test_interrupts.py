"""What the terminal asks for, the window does: leave as from the menu."""

import os
import signal

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefdesk.ui.interrupts import Interrupts


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_a_wish_to_leave(qtbot: QtBot, number: signal.Signals) -> None:
    parent, left = QObject(), list[str]()
    before = signal.getsignal(number)
    interrupts = Interrupts(lambda: left.append("left"), parent)
    try:
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: bool(left))
        assert left == ["left"]
    finally:
        interrupts.close()
    assert signal.getsignal(number) == before
