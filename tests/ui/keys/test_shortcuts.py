"""The keys in force: chosen ones before those from the beginning, and what is remembered of them."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from briefdesk.ui.commands import Command
from briefdesk.ui.keys.shortcuts import Shortcuts, cap
from briefdesk.ui.platforms import Platform
from briefdesk.ui.settings.settings import SettingsFile

COMMANDS = (
    Command("one", "&One", ("Ctrl+1", "Ctrl+J")),
    Command("two", "&Two", ("Ctrl+2",)),
    Command("three", "T&hree"),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


def make(file: Path, owner: QObject) -> Shortcuts:
    actions = {each.id: QAction(each.text, owner) for each in COMMANDS}
    return Shortcuts(actions, SettingsFile(file), owner, commands=COMMANDS, platform=Platform.LINUX)


def kept(file: Path) -> object:
    return json.loads(file.read_text(encoding="utf-8"))["shortcuts"]


def in_action(shortcuts: Shortcuts, id: str) -> list[str]:
    return [each.toString() for each in shortcuts.actions[id].shortcuts()]


def test_a_chosen_key_is_in_force_at_once_and_after_the_next_start(file: Path, owner: QObject, qtbot: QtBot):
    shortcuts = make(file, owner)
    with qtbot.waitSignal(shortcuts.changed):
        shortcuts.set_keys("three", ["Ctrl+3"])
    assert in_action(shortcuts, "three") == ["Ctrl+3"]
    assert kept(file) == {"three": ["Ctrl+3"]}
    assert in_action(make(file, owner), "three") == ["Ctrl+3"]


def test_a_key_that_is_taken_leaves_whoever_had_it(file: Path, owner: QObject):
    shortcuts = make(file, owner)
    shortcuts.set_keys("three", ["Ctrl+J"])
    assert in_action(shortcuts, "one") == ["Ctrl+1"]
    assert kept(file) == {"three": ["Ctrl+J"]}, "only what was chosen is remembered"


def test_a_key_goes_back_to_where_it_was_when_its_taker_is_reset(file: Path, owner: QObject):
    shortcuts = make(file, owner)
    shortcuts.set_keys("three", ["Ctrl+2"])
    assert in_action(shortcuts, "two") == []
    shortcuts.reset("three")
    assert in_action(shortcuts, "two") == ["Ctrl+2"]
    assert kept(file) == {}


def test_resetting_a_command_takes_its_key_back(file: Path, owner: QObject):
    shortcuts = make(file, owner)
    shortcuts.set_keys("two", ["Ctrl+T"])
    shortcuts.set_keys("three", ["Ctrl+2"])
    shortcuts.reset("two")
    assert in_action(shortcuts, "two") == ["Ctrl+2"]
    assert in_action(shortcuts, "three") == []


def test_all_are_reset_at_once(file: Path, owner: QObject):
    shortcuts = make(file, owner)
    shortcuts.set_keys("two", ["Ctrl+1"])
    shortcuts.set_keys("one", [])
    shortcuts.reset_all()
    assert [in_action(shortcuts, each.id) for each in COMMANDS] == [["Ctrl+1", "Ctrl+J"], ["Ctrl+2"], []]
    assert kept(file) == {}


def test_a_command_without_a_key_stays_without_one(file: Path, owner: QObject):
    make(file, owner).set_keys("two", [])
    assert in_action(make(file, owner), "two") == []


def test_what_a_settings_file_says_of_unknown_commands_is_ignored_and_kept(file: Path, owner: QObject):
    file.write_text(json.dumps({"shortcuts": {"four": ["Ctrl+4"], "two": ["Ctrl+T"]}}), encoding="utf-8")
    shortcuts = make(file, owner)
    shortcuts.reset("two")
    assert kept(file) == {"four": ["Ctrl+4"]}


@pytest.mark.parametrize("value", [["A"], ["Ctrl+Alt+F"], "Ctrl+T", [7], [None], {"a": 1}, ["Ctrl+C"]])
def test_nonsense_in_a_settings_file_changes_no_key(file: Path, owner: QObject, value: object):
    file.write_text(json.dumps({"shortcuts": {"two": value}}), encoding="utf-8")
    assert in_action(make(file, owner), "two") == ["Ctrl+2"]


def test_two_commands_that_a_settings_file_gives_one_key_do_not_share_it(file: Path, owner: QObject):
    file.write_text(json.dumps({"shortcuts": {"one": ["Ctrl+T"], "two": ["Ctrl+T"]}}), encoding="utf-8")
    shortcuts = make(file, owner)
    assert in_action(shortcuts, "one") == ["Ctrl+T"]
    assert in_action(shortcuts, "two") == []


def test_the_holder_of_a_key_is_told_and_a_field_s_key_is_refused_with_its_work(file: Path, owner: QObject):
    shortcuts = make(file, owner)
    holder = shortcuts.holder("Ctrl+J")
    assert holder is not None
    assert holder.id == "one"
    assert shortcuts.holder("Ctrl+J", but="one") is None
    assert "move" in shortcuts.refusal("Alt+Up")
    assert not shortcuts.refusal(QKeySequence("Ctrl+9"))


def test_a_key_on_a_cap_keeps_its_plus():
    assert [cap(each) for each in ("Ctrl+K", "Ctrl++", "F8", "+")] == ["Ctrl K", "Ctrl +", "F8", "+"]


def test_the_keys_of_texts_are_nobody_s_to_change(file: Path, owner: QObject):
    file.write_text(json.dumps({"shortcuts": {"paste": ["Ctrl+J"], "other": ["Ctrl+5"]}}), encoding="utf-8")
    commands = (Command("other", "&Other"), Command("paste", "&Paste", ("Ctrl+V",), of_text=True))
    actions = {each.id: QAction(each.text, owner) for each in commands}
    made = Shortcuts(actions, SettingsFile(file), owner, commands=commands, platform=Platform.LINUX)
    assert (made.keys("paste"), made.keys("other")) == (("Ctrl+V",), ("Ctrl+5",))
    assert [each.id for each in made.changeable] == ["other"]
    assert made.refusal("Ctrl+Shift+V")
