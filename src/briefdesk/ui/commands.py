"""Every command of the window, declared once: menus, top bar and tool tips read this list."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from briefdesk.brief.fields import QT_TRANSLATE_NOOP


def _tr(text: str) -> str:
    return QT_TRANSLATE_NOOP("Command", text)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its id, its words, its keys, and the menu in which it stands."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    checkable: bool = False
    starts_group: bool = False


FILE, EDIT, VIEW, HELP = _tr("&File"), _tr("&Edit"), _tr("&View"), _tr("&Help")

COMMANDS: tuple[Command, ...] = (
    Command("new-brief", _tr("&New brief"), ("Ctrl+N",), FILE),
    Command("import", _tr("&Import…"), ("Ctrl+O",), FILE),
    Command("publish", _tr("&Publish…"), ("Ctrl+E",), FILE, starts_group=True),
    Command("publish-again", _tr("Publish &again"), ("Ctrl+Shift+E",), FILE),
    Command("new-library", _tr("New &library…"), (), FILE, starts_group=True),
    Command("open-library", _tr("&Open library…"), (), FILE),
    Command("quit", _tr("&Quit"), ("Ctrl+Q",), FILE, starts_group=True),
    Command("undo", _tr("&Undo"), ("Ctrl+Z",), EDIT),
    Command("redo", _tr("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), EDIT),
    Command("go-headline", _tr("Go to &headline"), ("Ctrl+1",), EDIT, starts_group=True),
    Command("go-bullets", _tr("Go to &bullets"), ("Ctrl+2",), EDIT),
    Command("go-terms", _tr("Go to &terms"), ("Ctrl+3",), EDIT),
    Command("go-source", _tr("Go to &source"), ("Ctrl+4",), EDIT),
    Command("paste-source", _tr("Source from the &clipboard"), ("Ctrl+L",), EDIT),
    Command("go-related", _tr("Go to &more briefs"), ("Ctrl+5", "Ctrl+R"), EDIT),
    Command("find", _tr("&Find…"), ("Ctrl+F",), EDIT, starts_group=True),
    Command("replace", _tr("Find and r&eplace…"), ("Ctrl+Shift+H",), EDIT),
    Command("find-next", _tr("Find &next"), ("F3",), EDIT),
    Command("find-previous", _tr("F&ind previous"), ("Shift+F3",), EDIT),
    Command("replace-everywhere", _tr("Find and replace in &all briefs…"), (), EDIT),
    Command("check-spelling", _tr("Chec&k spelling"), (), EDIT, checkable=True, starts_group=True),
    Command("next-misspelling", _tr("Next misspe&lling"), ("Shift+F7",), EDIT),
    Command("words", _tr("&Words of this library…"), (), EDIT),
    Command("fix-finding", _tr("Fi&x the finding"), ("Ctrl+.",), EDIT, starts_group=True),
    Command("mark-ready", _tr("Mark rea&dy"), ("Ctrl+Return", "Ctrl+Enter"), EDIT),
    Command("trash", _tr("Mo&ve brief to the trash"), (), EDIT),
    Command("put-back", _tr("&Put back"), (), EDIT),
    Command("search", _tr("&Search the library"), ("Ctrl+Shift+F",), VIEW),
    Command("next-pane", _tr("&Next pane"), ("F6",), VIEW),
    Command("previous-pane", _tr("Pre&vious pane"), ("Shift+F6",), VIEW),
    Command("library", _tr("&Library"), ("Ctrl+\\",), VIEW, checkable=True, starts_group=True),
    Command("preview", _tr("&Preview"), (), VIEW, checkable=True),
    Command("review", _tr("&Review"), ("F8",), VIEW, checkable=True),
    Command("history", _tr("&History"), ("Ctrl+H",), VIEW, checkable=True),
    Command("scheme-system", _tr("Colours of the s&ystem"), (), VIEW, checkable=True, starts_group=True),
    Command("scheme-light", _tr("Ligh&t"), (), VIEW, checkable=True),
    Command("scheme-dark", _tr("&Dark"), (), VIEW, checkable=True),
    Command("larger", _tr("L&arger text"), ("Ctrl++", "Ctrl+="), VIEW, starts_group=True),
    Command("smaller", _tr("S&maller text"), ("Ctrl+-",), VIEW),
    Command("normal-size", _tr("N&ormal text size"), ("Ctrl+0",), VIEW),
    Command("full-screen", _tr("&Full screen"), ("F11",), VIEW, checkable=True),
    Command("about", _tr("&About BriefDesk"), (), HELP),
)


def make_actions(
    parent: QObject, handlers: Mapping[str, Callable[..., object]], commands: Iterable[Command] = COMMANDS
) -> dict[str, QAction]:
    """Make one action a command, wired to its handler.

    Raises:
        KeyError: a command has no handler: every command that is shown works.
    """
    made: dict[str, QAction] = {}
    for command in commands:
        action = QAction(QApplication.translate("Command", command.text), parent)
        action.setObjectName(f"action-{command.id}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.checkable)
        action.triggered.connect(handlers[command.id])
        made[command.id] = action
    return made
