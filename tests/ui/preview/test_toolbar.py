"""The bar over the page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.preview.toolbar import PreviewToolbar
from briefdesk.ui.theme import Look


@pytest.fixture
def toolbar(qtbot: QtBot, look: Look) -> PreviewToolbar:
    made = PreviewToolbar(look)
    qtbot.addWidget(made)
    made.resize(520, 44)
    made.show()
    made.fit(1440)
    return made


def segment(toolbar: PreviewToolbar, picker: str, name: str) -> QToolButton:
    found = toolbar.findChild(QWidget, picker)
    assert found is not None
    button = found.findChild(QToolButton, name)
    assert isinstance(button, QToolButton)
    return button


def test_every_control_has_a_name_for_people_and_one_for_programs(toolbar: PreviewToolbar):
    for name in ("layoutPicker", "widthPicker", "schemePicker"):
        picker = toolbar.findChild(QWidget, name)
        assert picker is not None
        assert picker.accessibleName()
    for button in toolbar.findChildren(QAbstractButton):
        assert button.accessibleName(), button.objectName()
        assert button.objectName()


def test_a_width_is_chosen_with_the_mouse(qtbot: QtBot, toolbar: PreviewToolbar):
    with qtbot.waitSignal(toolbar.widthChosen) as told:
        qtbot.mouseClick(segment(toolbar, "widthPicker", "768"), Qt.MouseButton.LeftButton)
    assert told.args == [768]
    assert segment(toolbar, "widthPicker", "768").isChecked()
    assert not segment(toolbar, "widthPicker", "0").isChecked()


def test_a_scheme_is_chosen_with_the_keyboard(qtbot: QtBot, toolbar: PreviewToolbar):
    light = segment(toolbar, "schemePicker", "light")
    light.setFocus()
    with qtbot.waitSignal(toolbar.schemeChosen) as told:
        qtbot.keyClick(light, Qt.Key.Key_Right)
        qtbot.keyClick(segment(toolbar, "schemePicker", "dark"), Qt.Key.Key_Space)
    assert told.args == ["dark"]


def test_in_a_window_of_1280_the_widths_become_one_menu(qtbot: QtBot, toolbar: PreviewToolbar):
    toolbar.fit(1280)
    folded = segment(toolbar, "widthPicker", "folded")
    assert folded.isVisible()
    assert folded.text() == "Fit"
    assert not segment(toolbar, "widthPicker", "768").isVisible()
    assert segment(toolbar, "schemePicker", "dark").isVisible()
    with qtbot.waitSignal(toolbar.widthChosen) as told:
        folded.menu().actions()[0].trigger()
    assert told.args == [360]
    assert folded.text() == "360"


def test_in_a_window_of_1200_light_and_dark_become_one_button(qtbot: QtBot, toolbar: PreviewToolbar):
    toolbar.fit(1200)
    folded = segment(toolbar, "schemePicker", "folded")
    assert folded.isVisible()
    for name in ("dark", "light"):
        assert folded.accessibleName() == f"Page in {name} colours"
        with qtbot.waitSignal(toolbar.schemeChosen) as told:
            qtbot.mouseClick(folded, Qt.MouseButton.LeftButton)
        assert told.args == [name]


@pytest.mark.parametrize("width", [360, 420, 520, 900])
def test_nothing_is_cut_in_a_narrow_pane(toolbar: PreviewToolbar, width: int):
    toolbar.resize(width, 44)
    toolbar.fit(1440)
    QApplication.processEvents()
    buttons = [each for each in toolbar.findChildren(QAbstractButton) if each.isVisible()]
    for button in buttons:
        left = button.mapTo(toolbar, button.rect().topLeft()).x()
        assert left >= 12
        assert left + button.width() <= width - 12
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert button.width() >= words + 12


def test_words_of_a_larger_text_size_are_not_cut(toolbar: PreviewToolbar, look: Look):
    look.set_base_size(20)
    try:
        toolbar.fit(1440)
        button = segment(toolbar, "schemePicker", "light")
        assert button.minimumWidth() >= button.fontMetrics().horizontalAdvance(button.text()) + 16
    finally:
        look.set_base_size(13)


@pytest.mark.parametrize("size", [18, 26])
def test_the_bar_folds_for_larger_text_and_unfolds_when_the_text_is_small_again(
    toolbar: PreviewToolbar, look: Look, size: int
):
    look.set_base_size(size)
    try:
        QApplication.processEvents()
        for button in toolbar.findChildren(QAbstractButton):
            if button.isVisible() and button.text():
                assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + 12
                assert button.mapTo(toolbar, button.rect().topRight()).x() <= toolbar.width() - 12
        assert segment(toolbar, "widthPicker", "folded").isVisible()
    finally:
        look.set_base_size(13)
    QApplication.processEvents()
    assert segment(toolbar, "widthPicker", "768").isVisible()
    assert segment(toolbar, "schemePicker", "dark").isVisible()


def test_the_engine_is_offered_again_only_when_it_is_gone(toolbar: PreviewToolbar):
    retry = toolbar._retry
    assert not retry.isVisible()
    toolbar.offer_retry(True)
    assert retry.isVisible()
