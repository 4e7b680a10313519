"""The dialog of keys, worked with keys."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QKeySequenceEdit, QLabel, QLineEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.commands import COMMANDS
from briefdesk.ui.keys.dialog import ShortcutDialog
from briefdesk.ui.keys.shortcuts import Shortcuts
from briefdesk.ui.platforms import Platform
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import ALT, CTRL, press


def part(window: QWidget, kind: type[Any], name: str) -> Any:
    """The part of that name."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


@pytest.fixture
def dialog(qtbot: QtBot, look: Look, tmp_path: Path, owner: QObject) -> ShortcutDialog:
    actions = {each.id: QAction(each.text, owner) for each in COMMANDS}
    shortcuts = Shortcuts(actions, SettingsFile(tmp_path / "settings.json"), owner, platform=Platform.LINUX)
    made = ShortcutDialog(shortcuts, look)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    return made


def choose(dialog: ShortcutDialog, words: str) -> QKeySequenceEdit:
    """Search for a command and begin to give it a key."""
    search = part(dialog, QLineEdit, "shortcutSearch")
    search.setFocus()
    search.selectAll()
    QTest.keyClicks(search, words)
    press(search, Qt.Key.Key_Return)
    edit = part(dialog, QKeySequenceEdit, "shortcutKey1")
    assert edit.hasFocus()
    return edit


def said(dialog: ShortcutDialog) -> str:
    return part(dialog, QLabel, "shortcutWarning").text()


def listed(dialog: ShortcutDialog) -> list[str]:
    model = part(dialog, QTableView, "shortcutTable").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def keys_of(dialog: ShortcutDialog, id: str) -> tuple[str, ...]:
    return dialog._shortcuts.keys(id)


def test_a_free_key_is_given_at_once_and_the_row_stays_where_it_is(dialog: ShortcutDialog):
    edit = choose(dialog, "about briefdesk")
    press(edit, Qt.Key.Key_J, CTRL)
    assert keys_of(dialog, "about") == ("Ctrl+J",)
    assert edit.hasFocus()
    assert listed(dialog) == ["About BriefDesk"]


def test_a_key_that_is_taken_is_told_in_words_and_taken_only_when_one_says_so(dialog: ShortcutDialog):
    edit = choose(dialog, "about briefdesk")
    press(edit, Qt.Key.Key_K, CTRL)
    assert said(dialog) == "Ctrl+K is taken: it runs “Command palette…”."
    assert keys_of(dialog, "about") == ()
    take = part(dialog, QPushButton, "takeShortcut")
    assert take.hasFocus()
    press(take, Qt.Key.Key_Space)
    assert keys_of(dialog, "about") == ("Ctrl+K",)
    assert keys_of(dialog, "palette") == ()


def test_a_key_that_is_taken_is_left_there_when_one_says_no(dialog: ShortcutDialog):
    edit = choose(dialog, "about briefdesk")
    press(edit, Qt.Key.Key_K, CTRL)
    part(dialog, QPushButton, "cancelShortcut").click()
    assert keys_of(dialog, "palette") == ("Ctrl+K",)
    assert edit.keySequence().isEmpty()
    assert edit.hasFocus()


@pytest.mark.parametrize(
    ("key", "modifiers", "why"),
    [(Qt.Key.Key_F, CTRL | ALT, "AltGr"), (Qt.Key.Key_F, ALT, "Alt"), (Qt.Key.Key_G, None, "types")],
)
def test_a_key_that_no_command_can_have_is_refused_with_the_reason(
    dialog: ShortcutDialog, key, modifiers, why
):
    edit = choose(dialog, "command palette")
    press(edit, key, modifiers or Qt.KeyboardModifier.NoModifier)
    assert why in said(dialog)
    assert keys_of(dialog, "palette") == ("Ctrl+K",)
    assert edit.keySequence().toString() == "Ctrl+K"


def test_backspace_takes_a_key_away_and_reset_brings_it_back(dialog: ShortcutDialog):
    edit = choose(dialog, "command palette")
    press(edit, Qt.Key.Key_Backspace)
    assert keys_of(dialog, "palette") == ()
    part(dialog, QPushButton, "resetShortcut").click()
    assert keys_of(dialog, "palette") == ("Ctrl+K",)


def test_a_second_key_is_beside_the_first(dialog: ShortcutDialog):
    choose(dialog, "command palette")
    second = part(dialog, QKeySequenceEdit, "shortcutKey2")
    second.setFocus()
    press(second, Qt.Key.Key_F12)
    assert keys_of(dialog, "palette") == ("Ctrl+K", "F12")


def test_all_are_reset_at_once(dialog: ShortcutDialog):
    everything = part(dialog, QPushButton, "resetAllShortcuts")
    assert not everything.isEnabled()
    press(choose(dialog, "command palette"), Qt.Key.Key_F12)
    assert everything.isEnabled()
    everything.click()
    assert keys_of(dialog, "palette") == ("Ctrl+K",)
    assert not everything.isEnabled()


def test_escape_goes_back_to_the_list_and_then_closes(dialog: ShortcutDialog):
    edit = choose(dialog, "command palette")
    press(edit, Qt.Key.Key_Escape)
    assert keys_of(dialog, "palette") == ("Ctrl+K",)
    table = part(dialog, QTableView, "shortcutTable")
    assert table.hasFocus()
    press(table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_command_is_found_by_its_key(dialog: ShortcutDialog):
    QTest.keyClicks(part(dialog, QLineEdit, "shortcutSearch"), "ctrl+shift+p")
    assert listed(dialog) == ["Print…"]
