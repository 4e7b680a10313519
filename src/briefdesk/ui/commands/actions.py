"""Actions of the window: one for each command, wired to what it does."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from briefdesk.ui.commands.command import Command
from briefdesk.ui.platforms import Platform


def make_actions(
    parent: QObject, handlers: Mapping[str, Callable[..., object]], commands: Iterable[Command]
) -> dict[str, QAction]:
    """Make one action a command, wired to its handler.

    Raises:
        KeyError: a command has no handler: every command that is shown works.
    """
    made: dict[str, QAction] = {}
    for command in commands:
        action = QAction(QApplication.translate("Command", command.text), parent)
        action.setObjectName(f"action-{command.id}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys_on(Platform.here())])
        if command.of_text:
            # Shown beside it and no more: the text has the key before any command, a list has it for itself.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(command.checkable)
        action.triggered.connect(handlers[command.id])
        made[command.id] = action
    return made
