"""The menus, made from the list of commands."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from briefdesk.ui.commands import COMMANDS, FILE, MENUS

AFTER = "open-library"
"""The command after which the recent libraries stand."""


def make_menus(actions: Mapping[str, QAction], recent: QMenu) -> QMenuBar:
    """Make the menu bar; `recent` is the menu of recent libraries, which stands in the File menu."""
    bar = QMenuBar()
    bar.setNativeMenuBar(False)
    menus: dict[str, QMenu] = {name: bar.addMenu(QApplication.translate("Command", name)) for name in MENUS}
    for command in COMMANDS:
        if not command.menu:
            continue
        menu = menus[command.menu]
        if command.starts_group and not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(actions[command.id])
        if command.id == AFTER:
            menus[FILE].addMenu(recent)
    return bar
