"""The search box and the chips under it, at several sizes of text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from briefdesk.ui.library.chips import StatusChips
from briefdesk.ui.library.search import SearchBox
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import CTRL, copy_to_clipboard, press


@pytest.mark.parametrize(("size", "shown"), [(13, True), (26, False)])
def test_the_key_of_the_search_gives_way_to_the_words(look: Look, qtbot: QtBot, size: int, shown: bool):
    box = SearchBox(look)
    qtbot.addWidget(box)
    box.setPlaceholderText("Search briefs")
    box.set_key("Ctrl+F")
    box.resize(220, box.sizeHint().height())
    box.show()
    look.set_base_size(size)
    try:
        QApplication.processEvents()
        key = box.findChild(QLabel)
        assert key
        assert key.isVisible() is shown
    finally:
        look.set_base_size(13)


@pytest.mark.parametrize("size", [13, 18, 26])
def test_chips_are_as_high_as_their_words(look: Look, qtbot: QtBot, size: int):
    chips = StatusChips()
    qtbot.addWidget(chips)
    chips.resize(250, 200)
    chips.show()
    look.set_base_size(size)
    try:
        QApplication.processEvents()
        for chip in chips.findChildren(QPushButton):
            if chip.isVisible():
                assert chip.height() >= chip.fontMetrics().height()
                assert chip.width() >= chip.fontMetrics().horizontalAdvance(chip.text())
    finally:
        look.set_base_size(13)


def test_words_to_search_for_are_pasted_and_a_text_of_several_lines_is_not(look: Look, qtbot: QtBot):
    box = SearchBox(look)
    qtbot.addWidget(box)
    copy_to_clipboard("rain\nin Oslo")
    press(box, Qt.Key.Key_V, CTRL)
    assert box.text().split() == ["rain", "in", "Oslo"]
    box.clear()
    copy_to_clipboard("Rain\n\nin Oslo\nagain")
    press(box, Qt.Key.Key_V, CTRL)
    assert box.text() == ""
