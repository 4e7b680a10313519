"""The panes of the window: what is in reach where there is no room for all."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.panes import Panes


class Furnished:
    """Panes with an empty widget in each place."""

    def __init__(self) -> None:
        self.panes = Panes()
        self.form = QWidget(self.panes.form_place)
        self.panes.set_form(self.form)
        self.library, self.strip, self.preview, self.drawer = (QWidget() for _ in range(4))
        self.panes.furnish(self.library, self.strip, self.preview, self.drawer)
        self.shown: list[bool] = []
        self.panes.previewShown.connect(self.shown.append)


@pytest.fixture
def made(qtbot: QtBot) -> Furnished:
    made = Furnished()
    qtbot.addWidget(made.panes)
    made.panes.show()
    return made


def test_in_a_wide_window_form_and_preview_stand_side_by_side(made: Furnished) -> None:
    made.panes.resize(1440, 800)
    assert made.form.isVisible()
    assert made.preview.isVisible()
    made.panes.set_preview(False)
    assert not made.panes.is_in_reach(made.preview)
    assert made.shown[-1] is False


def test_in_a_small_window_the_preview_is_behind_a_tab_and_comes_to_the_front(made: Furnished) -> None:
    made.panes.resize(640, 480)
    assert not made.preview.isVisible()
    assert made.panes.is_in_reach(made.preview)
    made.panes.bring(made.preview)
    assert made.preview.isVisible()
    assert not made.form.isVisible()
    assert made.panes.is_in_reach(made.form)


def test_the_command_of_the_preview_changes_tabs_in_a_small_window(made: Furnished) -> None:
    made.panes.resize(640, 480)
    assert made.shown[-1] is False
    made.panes.set_preview(True)
    assert made.preview.isVisible()
    assert made.shown[-1] is True
    made.panes.set_preview(False)
    assert made.form.isVisible()
    assert made.panes.is_in_reach(made.preview)


def test_a_preview_that_was_hidden_in_a_wide_window_comes_back_as_a_tab(made: Furnished) -> None:
    made.panes.resize(1440, 800)
    made.panes.set_preview(False)
    made.panes.resize(640, 480)
    assert not made.panes.is_in_reach(made.preview)
    made.panes.set_preview(True)
    assert made.preview.isVisible()
