"""The list of commands: what the menus are made of."""

import re
from collections import Counter
from itertools import groupby

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from briefdesk.paths import resources
from briefdesk.ui.commands import COMMANDS, EDIT, FILE, MENUS, TOOLS, Command, plain
from briefdesk.ui.keys.field_keys import FIELD_KEYS
from briefdesk.ui.platforms import Platform, refusal

RECENT = "Open &recent"
"""The one entry of the File menu that is no command: a menu of its own."""


def letters(texts: list[str]) -> list[str]:
    found = [re.search(r"&(\w)", text) for text in texts]
    return [each[1].lower() for each in found if each]


@pytest.mark.parametrize("menu", MENUS)
def test_no_two_commands_of_one_menu_share_a_letter(menu: str):
    texts = [each.text for each in COMMANDS if each.menu == menu] + ([RECENT] if menu == FILE else [])
    chosen = letters(texts)
    assert len(chosen) == len(texts), "every command has a letter"
    assert not [letter for letter, number in Counter(chosen).items() if number > 1]


@pytest.mark.parametrize("menu", MENUS)
def test_a_menu_is_grouped_so_that_it_can_be_taken_in(menu: str):
    listed = [each for each in COMMANDS if each.menu == menu]
    groups = [0]
    for command in listed:
        if command.starts_group:
            groups.append(0)
        groups[-1] += 1
    assert all(0 < size <= 7 for size in groups), groups


def test_find_stands_in_the_edit_menu_as_everywhere_and_spelling_in_tools():
    menus = {each.id: each.menu for each in COMMANDS}
    assert {menus[id] for id in ("find", "find-next", "replace", "replace-everywhere")} == {EDIT}
    assert {menus[id] for id in ("check-spelling", "next-misspelling", "words", "glossary")} == {TOOLS}


def test_the_commands_of_a_menu_are_declared_side_by_side():
    runs = [menu for menu, _ in groupby(each.menu for each in COMMANDS)]
    assert runs == list(MENUS)


def test_no_two_menus_share_a_letter():
    chosen = letters(list(MENUS))
    assert len(set(chosen)) == len(MENUS)


@pytest.mark.parametrize("platform", list(Platform))
class TestKeys:
    def keys(self, platform: Platform) -> list[str]:
        return [QKeySequence(key).toString() for each in COMMANDS for key in each.keys_on(platform)]

    def test_no_two_commands_share_a_key(self, platform: Platform):
        assert not [key for key, number in Counter(self.keys(platform)).items() if number > 1]

    def test_every_key_is_one_that_qt_knows(self, platform: Platform):
        for key in self.keys(platform):
            sequence = QKeySequence(key)
            assert sequence.count() == 1
            assert sequence[0].key() != Qt.Key.Key_unknown  # pyright: ignore[reportIndexIssue]

    def test_no_key_is_the_system_s_or_a_text_field_s_or_types_a_character(self, platform: Platform):
        keys = [key for each in COMMANDS if not each.of_text for key in each.keys_on(platform)]
        assert not {key: why for key in keys if (why := refusal(key, platform))}

    def test_the_keys_of_texts_that_commands_show_are_kept_from_all_other_commands(self, platform: Platform):
        keys = [key for each in COMMANDS if each.of_text for key in each.keys_on(platform)]
        assert len(keys) == 5
        assert all(refusal(key, platform) for key in keys)

    def test_no_key_opens_a_menu_too(self, platform: Platform):
        mnemonics = {f"Alt+{letter.upper()}" for letter in letters(list(MENUS))}
        assert not mnemonics & set(self.keys(platform))

    def test_no_key_belongs_to_a_field(self, platform: Platform):
        of_fields = {QKeySequence(key).toString() for each in FIELD_KEYS for key in each.keys}
        assert not of_fields & set(self.keys(platform))


def test_redo_and_history_have_the_keys_that_one_expects_of_each_system():
    keys = {each.id: each for each in COMMANDS}
    assert keys["redo"].keys_on(Platform.WINDOWS)[0] == "Ctrl+Y"
    assert keys["redo"].keys_on(Platform.LINUX)[0] == "Ctrl+Shift+Z"
    assert keys["redo"].keys_on(Platform.MAC) == ("Ctrl+Shift+Z",)
    assert keys["history"].keys_on(Platform.LINUX) == ("Ctrl+H",)
    assert keys["history"].keys_on(Platform.MAC) == ("Ctrl+Y",), "Cmd+H hides the program there"


def test_a_command_is_called_by_its_words_without_the_mark_of_its_letter():
    assert plain("Mark rea&dy") == "Mark ready"
    assert plain("Save && close") == "Save & close"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_has_an_icon_that_we_ship(command: Command):
    assert (resources() / "icons" / f"{command.icon}.svg").is_file()


@pytest.mark.parametrize("id", ["paste-source", "go-related", "search", "undo", "publish-again", "history"])
def test_the_readme_names_the_keys_of_a_command(id: str):
    readme = (resources().parent / "README.md").read_text(encoding="utf-8")
    (command,) = (each for each in COMMANDS if each.id == id)
    assert command.keys[-1] in readme or command.keys[0] in readme
