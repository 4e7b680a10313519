"""Every command of the window, declared once: all that shows, runs or explains commands reads this list.

A menu is a file of its own here; a new command is one entry in it.
"""

from briefdesk.ui.commands.actions import make_actions
from briefdesk.ui.commands.command import Command, plain
from briefdesk.ui.commands.edit import EDIT, EDIT_COMMANDS
from briefdesk.ui.commands.file import FILE, FILE_COMMANDS
from briefdesk.ui.commands.format import FORMAT, FORMAT_COMMANDS
from briefdesk.ui.commands.go import GO, GO_COMMANDS
from briefdesk.ui.commands.help import HELP, HELP_COMMANDS
from briefdesk.ui.commands.tools import TOOLS, TOOLS_COMMANDS
from briefdesk.ui.commands.view import VIEW, VIEW_COMMANDS

__all__ = [
    "COMMANDS",
    "EDIT",
    "FILE",
    "FORMAT",
    "GO",
    "HELP",
    "MENUS",
    "TOOLS",
    "VIEW",
    "Command",
    "make_actions",
    "plain",
]

MENUS = (FILE, EDIT, FORMAT, GO, VIEW, TOOLS, HELP)
"""The menus, as they stand beside each other."""

COMMANDS: tuple[Command, ...] = (
    *FILE_COMMANDS,
    *EDIT_COMMANDS,
    *FORMAT_COMMANDS,
    *GO_COMMANDS,
    *VIEW_COMMANDS,
    *TOOLS_COMMANDS,
    *HELP_COMMANDS,
)
"""The commands, menu by menu, in the order in which they stand in it."""
