"""The commands about commands: the palette, the sheet of keys, the dialog to change them, the manual."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from briefdesk.ui.commands_first import CommandsFirst
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.keys.shortcuts import Shortcuts
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.keys.dialog import ShortcutDialog
    from briefdesk.ui.keys.sheet import KeySheet
    from briefdesk.ui.manual.window import ManualWindow
    from briefdesk.ui.palette.palette import Palette


REST_MS = 3000
"""How long after the library is open the code of the palette is read: other things are waited for before."""

PALETTE = ("scoring", "headlines", "rows", "choices", "body", "palette")
"""The modules of the palette, each after those that it needs."""


class KeyboardActs(QObject):
    """Makes each of these when it is first asked for. `briefWanted` carries the id of a brief to open.

    Reading the code of the palette is most of what its first key would wait for: it is read when the
    window has come to rest, a module in a turn of the event loop, so that no key waits for that either.
    """

    briefWanted = Signal(str)

    def __init__(self, window: QWidget, parts: tuple[SessionSignals, Jobs, Look, SettingsFile]) -> None:
        super().__init__(window)
        self._window = window
        self._signals, self._jobs, self._look, self._settings = parts
        self._library: Library | None = None
        self._shortcuts: Shortcuts | None = None
        self._palette: Palette | None = None
        self._sheet: KeySheet | None = None
        self._dialog: ShortcutDialog | None = None
        self._manual: ManualWindow | None = None
        self._unread = list(PALETTE)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._read_on)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "palette": self._on_palette,
            "open-brief": self._on_open_brief,
            "key-sheet": self._on_sheet,
            "shortcuts": self._on_shortcuts,
            "manual": self._on_manual,
        }

    def take(self, actions: Mapping[str, QAction]) -> Shortcuts:
        """Give the actions the keys that the user wants, now and from now on."""
        self._shortcuts = Shortcuts(actions, self._settings, self)
        self._first = CommandsFirst(actions.values(), self)
        self._first.pressed.connect(self._on_command_key)
        return self._shortcuts

    def set_library(self, library: "Library | None") -> None:
        """Find briefs of this library from now on."""
        self._library = library
        if self._palette is not None:
            self._palette.set_library(library)
        elif self._unread:
            self._rest.start(REST_MS)

    def _read_on(self) -> None:
        """Read the next module of the palette."""
        import_module(f"briefdesk.ui.palette.{self._unread.pop(0)}")
        if self._unread and self._palette is None:
            self._rest.start(0)

    @property
    def _keys(self) -> Shortcuts:
        assert self._shortcuts is not None, "no command is run before there are actions"
        return self._shortcuts

    def _on_palette(self) -> None:
        self._show_palette("")

    def _on_open_brief(self) -> None:
        from briefdesk.ui.palette.choices import BRIEF

        self._show_palette(BRIEF)

    def _show_palette(self, group: str) -> None:
        if self._palette is None:
            from briefdesk.ui.palette.palette import Palette

            self._palette = Palette(self._keys, self._jobs, self._look, self._settings, self._window)
            self._palette.set_library(self._library)
            self._palette.briefChosen.connect(self.briefWanted)
            self._put_commands_first(self._palette)
        if self._palette.isVisible() and self._palette.group == group:
            self._palette.leave()
        else:
            self._palette.show_group(group, self._signals.brief.id)

    def _on_sheet(self) -> None:
        if self._sheet is None:
            from briefdesk.ui.keys.sheet import KeySheet

            self._sheet = KeySheet(self._keys, self._look, self._window)
            self._put_commands_first(self._sheet)
        if self._sheet.isVisible():
            self._sheet.leave()
        else:
            self._sheet.show_all()

    def _put_commands_first(self, card: QWidget) -> None:
        """Keep the line on a card from claiming the keys of commands."""
        for line in card.findChildren(QLineEdit):
            line.installEventFilter(self._first)

    def _on_command_key(self, action: QAction) -> None:
        """Close a card when the key of a command is pressed in it: it is done where the keyboard was before.

        The keys that open a card say themselves what they do with it.
        """
        id = next(id for id, each in self._keys.actions.items() if each is action)
        for card, own in ((self._palette, ("palette", "open-brief")), (self._sheet, ("key-sheet",))):
            if card is not None and id not in own:
                card.leave()

    def _on_shortcuts(self) -> None:
        if self._dialog is None:
            from briefdesk.ui.keys.dialog import ShortcutDialog

            self._dialog = ShortcutDialog(self._keys, self._look, self._window)
        self._dialog.open()

    def _on_manual(self) -> None:
        if self._manual is None:
            from briefdesk.ui.manual.window import ManualWindow

            self._manual = ManualWindow(self._keys, self._look, self._window)
        self._manual.show_and_focus()
