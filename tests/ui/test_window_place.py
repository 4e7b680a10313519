"""Tests of where the window stands."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.window_place import SMALLEST, WindowPlace


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


def test_another_window_comes_to_where_the_last_one_was(qtbot: QtBot, settings: SettingsFile):
    before = window(qtbot)
    before.setGeometry(30, 40, 700, 500)
    WindowPlace(before, settings).keep({"left": 200})
    after = window(qtbot)
    place = WindowPlace(after, settings)
    place.restore()
    assert after.geometry() == QRect(30, 40, 700, 500)
    assert place.panes == {"left": 200}


def test_a_place_that_is_not_on_the_screen_is_not_gone_to(qtbot: QtBot, settings: SettingsFile):
    before = window(qtbot)
    before.setGeometry(90_000, 40, 700, 500)
    WindowPlace(before, settings).keep({})
    after = window(qtbot)
    WindowPlace(after, settings).restore()
    assert after.geometry().x() < 90_000
    area = QApplication.primaryScreen().availableGeometry()
    assert after.width() <= max(area.width(), SMALLEST[0])
