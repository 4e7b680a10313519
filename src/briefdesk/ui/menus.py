"""The menus, made from the list of commands."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from briefdesk.ui.commands import COMMANDS, FILE

AFTER = "open-library"
"""The command after which the recent libraries stand."""


def make_menus(actions: Mapping[str, QAction], recent: QMenu) -> QMenuBar:
    """Make the menu bar; `recent` is the menu of recent libraries, which stands in the File menu."""
    bar = QMenuBar()
    bar.setNativeMenuBar(False)
    menus: dict[str, QMenu] = {}
    for command in COMMANDS:
        if command.menu not in menus:
            menus[command.menu] = bar.addMenu(QApplication.translate("Command", command.menu))
        menu = menus[command.menu]
        if command.starts_group:
            menu.addSeparator()
        menu.addAction(actions[command.id])
        if command.id == AFTER:
            menus[FILE].addMenu(recent)
    return bar
