"""The manual: its text, and its window."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.commands import COMMANDS
from briefdesk.ui.keys.field_keys import FIELD_KEYS
from briefdesk.ui.keys.shortcuts import Shortcuts, native
from briefdesk.ui.manual.text import manual
from briefdesk.ui.manual.window import ManualWindow
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import CTRL, press

CHAPTERS = (
    "Getting started",
    "Terms",
    "Source",
    "More briefs",
    "Preview",
    "Publishing",
    "Keeping and going back",
    "All keys",
)


def part(window: QWidget, kind: type[Any], name: str) -> Any:
    """The part of that name."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


@pytest.fixture
def shortcuts(owner: QObject, tmp_path: Path) -> Shortcuts:
    actions = {each.id: QAction(each.text, owner) for each in COMMANDS}
    return Shortcuts(actions, SettingsFile(tmp_path / "settings.json"), owner)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(qtbot: QtBot, look: Look, shortcuts: Shortcuts, parent: QWidget) -> ManualWindow:
    parent.show()
    made = ManualWindow(shortcuts, look, parent)
    with qtbot.waitActive(made):
        made.show_and_focus()
    return made


def text_of(window: ManualWindow) -> QTextBrowser:
    return part(window, QTextBrowser, "manualText")


def test_every_key_that_the_manual_names_is_that_of_a_command(shortcuts: Shortcuts):
    assert "{" not in manual(shortcuts).replace("\\{", "")


def test_the_manual_lists_every_key_there_is(window: ManualWindow, shortcuts: Shortcuts):
    text = text_of(window).toPlainText()
    for command in COMMANDS:
        if command.keys:
            assert command.words in text
            assert shortcuts.native(command.id) in text
    for each in FIELD_KEYS:
        assert each.words in text
        assert native(each.keys[0]) in text


def test_the_manual_follows_the_keys_that_one_chooses(window: ManualWindow, shortcuts: Shortcuts):
    shortcuts.set_keys("new-brief", ["Ctrl+J"])
    assert "Press Ctrl+J and write the headline" in text_of(window).toPlainText()
    shortcuts.set_keys("new-brief", [])
    assert "Press New brief and write" in text_of(window).toPlainText()


def test_the_chapters_are_listed_and_lead_to_their_place(window: ManualWindow):
    contents = part(window, QListWidget, "manualContents")
    names = [contents.item(row).text() for row in range(contents.count())]
    assert set(CHAPTERS) <= set(names)
    contents.setCurrentRow(names.index("Publishing"))
    assert text_of(window).textCursor().block().text() == "Publishing"


def test_words_are_found_and_escape_ends_the_search_and_then_closes(window: ManualWindow, qtbot: QtBot):
    press(text_of(window), Qt.Key.Key_F, CTRL)
    find = part(window, QLineEdit, "manualFind")
    assert find.hasFocus()
    QTest.keyClicks(find, "definition")
    first = text_of(window).textCursor().selectionStart()
    assert text_of(window).textCursor().selectedText() == "definition"
    press(find, Qt.Key.Key_Return)
    assert text_of(window).textCursor().selectionStart() > first
    press(find, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert text_of(window).hasFocus()
    press(text_of(window), Qt.Key.Key_Escape)
    assert not window.isVisible()
