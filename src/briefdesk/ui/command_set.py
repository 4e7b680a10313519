"""The commands of the window, wired: their actions and keys, the menus, and the buttons of the top bar."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu

from briefdesk.ui.bar_button import BarButton
from briefdesk.ui.commands import COMMANDS, make_actions
from briefdesk.ui.commands_first import CommandsFirst
from briefdesk.ui.keyboard_acts import KeyboardActs
from briefdesk.ui.menus import make_menus
from briefdesk.ui.shell import Shell
from briefdesk.ui.theme import Look


class CommandSet(QObject):
    """One action for each command, with the keys that the user has given it.

    `actions` are they by their ids, `shortcuts` their keys.
    """

    def __init__(
        self,
        window: QMainWindow,
        handlers: Mapping[str, Callable[..., object]],
        keyboard: KeyboardActs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.actions: dict[str, QAction] = make_actions(window, handlers, COMMANDS)
        window.addActions(list(self.actions.values()))
        self.shortcuts = keyboard.take(self.actions)

    def furnish(self, shell: Shell, recent: QMenu, look: Look) -> None:
        """Put menus and buttons in, and let the keys of commands work in every line of text."""
        commands_first = CommandsFirst(self.actions.values(), self)
        for each in shell.findChildren(QLineEdit):
            each.installEventFilter(commands_first)
        buttons = (
            BarButton(self.actions["new-brief"], self.tr("New brief"), look),
            BarButton(self.actions["history"], self.tr("History"), look, icon_name="history"),
            BarButton(self.actions["publish"], self.tr("Publish…"), look, primary=True),
        )
        shell.top.furnish(make_menus(self.actions, recent), buttons)
