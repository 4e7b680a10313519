"""The head start: it ends, and it leaves PySide with what it needs to know."""

import gc
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from briefdesk.ui import headstart


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    yield
    gc.enable()


def test_garbage_is_collected_again_when_the_window_is_furnished(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(headstart, "MILLISECONDS", 1)
    headstart.take()
    assert not gc.isenabled()
    qtbot.waitUntil(gc.isenabled)


def test_a_collector_that_was_off_stays_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headstart, "MILLISECONDS", 1)
    gc.disable()
    headstart.take()
    qtbot.wait(20)
    assert not gc.isenabled()


def test_pyside_takes_our_modules_for_such_that_use_it_and_reads_no_other() -> None:
    asked = sys.modules["shibokensupport.feature"]._mod_uses_pyside
    assert asked(headstart)
    assert not asked(gc)
