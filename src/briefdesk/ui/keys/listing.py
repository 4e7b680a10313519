"""All keys there are, in groups: what the sheet and the manual show."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from briefdesk.ui.commands import MENUS, plain
from briefdesk.ui.keys.field_keys import FIELD_KEYS
from briefdesk.ui.keys.shortcuts import Shortcuts, native


class Line(NamedTuple):
    """What is done, and with which keys, as the system writes them; some commands have none."""

    words: str
    keys: tuple[str, ...]


class Group(NamedTuple):
    """The keys of one menu, or of one place in the window."""

    name: str
    lines: tuple[Line, ...]


def all_keys(shortcuts: Shortcuts) -> list[Group]:
    """The commands, menu by menu, with the keys they have now; then the keys of the fields themselves."""
    return [*_of_commands(shortcuts), *_of_fields()]


def _of_commands(shortcuts: Shortcuts) -> Iterator[Group]:
    for menu in (*MENUS, ""):
        lines = tuple(
            Line(each.words, _written(shortcuts.keys(each.id)))
            for each in shortcuts.commands
            if each.menu == menu
        )
        if lines:
            name = QApplication.translate("Command", menu) if menu else QApplication.translate("Keys", "More")
            yield Group(plain(name), lines)


def _of_fields() -> Iterator[Group]:
    for place in dict.fromkeys(each.where for each in FIELD_KEYS):
        here = [each for each in FIELD_KEYS if each.where == place]
        yield Group(here[0].place, tuple(Line(each.words, _written(each.keys)) for each in here))


def _written(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(native, keys)))
