"""The systems we run on, as far as their keys differ: what is theirs, and what their text fields take."""

import sys
from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence

from briefdesk.brief.fields import QT_TRANSLATE_NOOP


class Platform(StrEnum):
    """A family of systems with the same habits at the keyboard."""

    LINUX = "linux"
    WINDOWS = "windows"
    MAC = "mac"

    @classmethod
    def here(cls) -> "Platform":
        """The one that the program runs on."""
        return {"darwin": cls.MAC, "win32": cls.WINDOWS}.get(sys.platform, cls.LINUX)


def _tr(text: str) -> str:
    return QT_TRANSLATE_NOOP("Platforms", text)


OF_THE_SYSTEM: Mapping[Platform, Mapping[str, str]] = {
    Platform.LINUX: {
        "Ctrl+Shift+U": _tr("an input method takes it for a character by its number"),
        "Ctrl+Space": _tr("an input method takes it"),
        "Alt+Tab": _tr("the system changes windows with it"),
        "Alt+F4": _tr("the system closes the window with it"),
        "Alt+Space": _tr("the system opens the menu of the window with it"),
    },
    Platform.WINDOWS: {
        "Alt+Tab": _tr("the system changes windows with it"),
        "Alt+F4": _tr("the system closes the window with it"),
        "Alt+Space": _tr("the system opens the menu of the window with it"),
        "Ctrl+Esc": _tr("the system opens the Start menu with it"),
        "Ctrl+Shift+Esc": _tr("the system opens the task manager with it"),
    },
    Platform.MAC: {
        "Ctrl+H": _tr("the system hides the program with it"),
        "Ctrl+M": _tr("the system puts the window away with it"),
        "Ctrl+Space": _tr("the system searches with it"),
        "Ctrl+Tab": _tr("the system changes programs with it"),
        "Ctrl+`": _tr("the system changes windows with it"),
        "F11": _tr("the system shows the desktop with it"),
        "Shift+F11": _tr("the system shows the desktop with it"),
    },
}
"""Keys that never reach us, or that a person expects of the system. Ctrl means Cmd on macOS, as in Qt."""

_EVERYWHERE = (
    "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Shift+V", "Tab", "Shift+Tab", "Return", "Enter",
    "Shift+Return", "Esc",
    "Backspace", "Del", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown",
    "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down", "Shift+Home", "Shift+End",
    "Shift+PgUp", "Shift+PgDown", "Ctrl+Left", "Ctrl+Right", "Ctrl+Shift+Left", "Ctrl+Shift+Right",
    "Ctrl+Backspace", "Ctrl+Del",
)  # fmt: skip
_PC = (
    "Ctrl+Home", "Ctrl+End", "Ctrl+Shift+Home", "Ctrl+Shift+End", "Shift+Del", "Shift+Ins", "Ctrl+Ins",
    "Shift+F10", "Menu",
)  # fmt: skip
_MAC = (
    "Ctrl+Up", "Ctrl+Down", "Ctrl+Shift+Up", "Ctrl+Shift+Down", "Alt+Left", "Alt+Right",
    "Alt+Shift+Left", "Alt+Shift+Right", "Alt+Backspace", "Alt+Del", "Meta+A", "Meta+E", "Meta+B", "Meta+F",
    "Meta+P", "Meta+N", "Meta+D", "Meta+H", "Meta+K",
)  # fmt: skip

OF_TEXT: Mapping[Platform, tuple[str, ...]] = {
    Platform.LINUX: _EVERYWHERE + _PC,
    Platform.WINDOWS: _EVERYWHERE + _PC,
    Platform.MAC: _EVERYWHERE + _MAC,
}
"""Keys of every text field: caret, selection, clipboard, deletion."""

_MODIFIERS = Qt.KeyboardModifier
_FUNCTION_KEYS = range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1)


def refusal(keys: QKeySequence | str, platform: Platform) -> str:
    """Why this can be no command's key, in words; "" where it can."""
    sequence = QKeySequence(keys)
    text = sequence.toString()
    if sequence.count() != 1:
        return QCoreApplication.translate("Platforms", "a command has one key, not several after another")
    if why := OF_THE_SYSTEM[platform].get(text):
        return QCoreApplication.translate("Platforms", why)
    if text in OF_TEXT[platform]:
        return QCoreApplication.translate("Platforms", "every text field needs it for itself")
    combination = sequence[0]  # pyright: ignore[reportIndexIssue]
    key, modifiers = combination.key(), combination.keyboardModifiers() & ~_MODIFIERS.KeypadModifier
    if key in _FUNCTION_KEYS:
        return ""
    without_shift = modifiers & ~_MODIFIERS.ShiftModifier
    if without_shift == _MODIFIERS.NoModifier:
        return QCoreApplication.translate("Platforms", "it types a character; hold Ctrl with it")
    if without_shift == _MODIFIERS.AltModifier and key < Qt.Key.Key_Escape:
        return QCoreApplication.translate(
            "Platforms", "Alt with a character opens a menu, or types another character"
        )
    if (
        without_shift & _MODIFIERS.ControlModifier
        and without_shift & _MODIFIERS.AltModifier
        and platform is not Platform.MAC
        and key < Qt.Key.Key_Escape
    ):
        return QCoreApplication.translate(
            "Platforms", "Ctrl+Alt is the key AltGr, with which many keyboards type characters"
        )
    return ""
