"""The list of commands: what the menus are made of."""

import re
from collections import Counter

import pytest

from briefdesk.paths import resources
from briefdesk.ui.commands import COMMANDS, EDIT, FILE, FORMAT, HELP, VIEW

RECENT = "Open &recent"
"""The one entry of the File menu that is no command: a menu of its own."""


def letters(texts: list[str]) -> list[str]:
    found = [re.search(r"&(\w)", text) for text in texts]
    return [each[1].lower() for each in found if each]


@pytest.mark.parametrize("menu", [FILE, EDIT, FORMAT, VIEW, HELP])
def test_no_two_commands_of_one_menu_share_a_letter(menu: str):
    texts = [each.text for each in COMMANDS if each.menu == menu] + ([RECENT] if menu == FILE else [])
    chosen = letters(texts)
    assert len(chosen) == len(texts), "every command has a letter"
    assert not [letter for letter, number in Counter(chosen).items() if number > 1]


def test_no_two_menus_share_a_letter():
    chosen = letters([FILE, EDIT, FORMAT, VIEW, HELP])
    assert len(set(chosen)) == 5


def test_no_two_commands_share_a_key():
    keys = Counter(key for each in COMMANDS for key in each.keys)
    assert not [key for key, number in keys.items() if number > 1]


@pytest.mark.parametrize("id", ["paste-source", "go-related", "search", "undo", "publish-again", "history"])
def test_the_readme_names_the_keys_of_a_command(id: str):
    readme = (resources().parent / "README.md").read_text(encoding="utf-8")
    (command,) = (each for each in COMMANDS if each.id == id)
    assert command.keys[-1] in readme or command.keys[0] in readme
