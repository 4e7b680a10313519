"""The folded library: icons that say what they do, and what they ask for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Status
from briefdesk.ui.library.strip import WIDTH, LibraryStrip
from briefdesk.ui.theme import Look, Scheme


def press(strip: LibraryStrip, name: str, qtbot: QtBot) -> None:
    found = strip.findChild(QToolButton, name)
    assert found
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_each_icon_has_a_name_and_a_tool_tip(look: Look, qtbot: QtBot):
    strip = LibraryStrip(look)
    qtbot.addWidget(strip)
    buttons = strip.findChildren(QToolButton)
    assert strip.width() == WIDTH
    assert len(buttons) == 8
    assert all(button.accessibleName() and button.toolTip() and button.objectName() for button in buttons)


def test_the_icons_ask_for_the_library_its_search_and_a_state(look: Look, qtbot: QtBot):
    strip = LibraryStrip(look)
    qtbot.addWidget(strip)
    strip.show()
    with qtbot.waitSignal(strip.openRequested):
        press(strip, "stripOpen", qtbot)
    with qtbot.waitSignal(strip.searchRequested):
        press(strip, "stripSearch", qtbot)
    with qtbot.waitSignal(strip.filterChosen) as chosen:
        press(strip, "strip-ready", qtbot)
    assert chosen.args == [Status.READY]


def test_the_icon_of_what_is_listed_is_the_only_one_checked(look: Look, qtbot: QtBot):
    strip = LibraryStrip(look)
    qtbot.addWidget(strip)
    strip.show_filter("trash")
    checked = [button.objectName() for button in strip.findChildren(QToolButton) if button.isChecked()]
    assert checked == ["strip-trash"]


def test_the_icons_take_the_colours_of_another_theme(look: Look, qtbot: QtBot):
    strip = LibraryStrip(look)
    qtbot.addWidget(strip)
    button = strip.findChild(QToolButton, "stripOpen")
    assert button
    before = button.icon().pixmap(16, 16).toImage()
    look.set_scheme(Scheme.DARK)
    assert button.icon().pixmap(16, 16).toImage() != before
