"""The head start: it ends, and it leaves PySide with what it needs to know."""

import gc
import sys
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from pytestqt.qtbot import QtBot

from briefdesk.desk import lexicon
from briefdesk.ui import headstart, sweeping


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    gc.enable()
    yield
    gc.disable()  # as it is between tests


class Ring:
    """Held by nothing but itself; notes in which thread it goes."""

    gone: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        Ring.gone.append(threading.get_ident())


def test_garbage_is_collected_in_the_ui_thread_alone(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headstart, "MILLISECONDS", 1)
    monkeypatch.setattr(sweeping, "EVERY_MS", 1)
    gc.enable()
    Ring.gone.clear()
    headstart.take()
    assert not gc.isenabled()
    qtbot.wait(20)

    kept: list[list[int]] = []

    def work() -> None:
        Ring()
        kept.extend([] for _ in range(3 * gc.get_threshold()[0]))  # which would call a collector

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert Ring.gone == []
    qtbot.waitUntil(lambda: Ring.gone == [threading.get_ident()])


def test_a_collector_that_was_off_stays_off(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headstart, "MILLISECONDS", 1)
    begun: list[bool] = []
    monkeypatch.setattr(sweeping, "begin", lambda: begun.append(True))
    gc.disable()
    headstart.take()
    qtbot.wait(20)
    assert not begun


def test_reading_a_dictionary_leaves_the_collector_as_it_was() -> None:
    for is_on in (True, False):
        (gc.enable if is_on else gc.disable)()
        with lexicon._uncollected():
            assert not gc.isenabled()
        assert gc.isenabled() is is_on


def test_pyside_takes_our_modules_for_such_that_use_it_and_reads_no_other() -> None:
    asked = sys.modules["shibokensupport.feature"]._mod_uses_pyside
    assert asked(headstart)
    assert not asked(gc)
