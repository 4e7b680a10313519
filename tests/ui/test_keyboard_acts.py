"""The commands about commands: what of them is read before it is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import briefdesk.ui.palette
from briefdesk.store.library import Library
from briefdesk.ui import keyboard_acts
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.keyboard_acts import PALETTE, KeyboardActs
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The modules that were read, in that order."""
    names = list[str]()
    monkeypatch.setattr(keyboard_acts, "import_module", names.append)
    return names


@pytest.fixture
def acts(
    qtbot: QtBot, signals: SessionSignals, jobs: Jobs, look: Look, tmp_path: Path
) -> Iterator[KeyboardActs]:
    window = QWidget()
    yield KeyboardActs(window, (signals, jobs, look, SettingsFile(tmp_path / "settings.json")))
    window.close()


def test_nothing_is_read_before_a_library_is_open_and_the_window_rests(
    acts: KeyboardActs, read: list[str], library: Library
):
    assert not acts._rest.isActive()
    acts.set_library(library)
    assert acts._rest.isActive()
    assert read == []


def test_the_whole_palette_is_read_a_module_in_each_turn(
    qtbot: QtBot, acts: KeyboardActs, read: list[str], library: Library
):
    acts.set_library(library)
    acts._rest.timeout.emit()
    assert read == ["briefdesk.ui.palette.scoring"]
    qtbot.waitUntil(lambda: len(read) == len(PALETTE))
    assert not acts._rest.isActive()
    acts.set_library(library)
    assert not acts._rest.isActive()


def test_no_module_of_the_palette_is_left_out():
    (folder,) = briefdesk.ui.palette.__path__
    assert {each.stem for each in Path(folder).glob("*.py")} - {"__init__"} == set(PALETTE)
