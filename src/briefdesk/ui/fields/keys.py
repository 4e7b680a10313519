"""What the keys of a text field mean, and that undo and redo belong to the brief and not to the widget."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier,
)
_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class OneUndo(QObject):
    """Leaves the keys of undo and redo to the window's commands.

    WORKAROUND: text widgets claim these keys for themselves even with their own undo switched off.
    `claims` tells which other keys the text takes from the window's commands.
    """

    def __init__(self, parent: QObject, claims: Callable[[QKeyEvent], bool] | None = None) -> None:
        super().__init__(parent)
        self._claims = claims

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn the claim of a text widget down, and keep its own undo from running."""
        if isinstance(event, QKeyEvent) and not is_typing(event) and is_undo_or_redo(event):
            event.ignore()
            return True
        if (
            self._claims is not None
            and event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._claims(event)
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)


def is_typing(event: QKeyEvent) -> bool:
    """Tell whether a key puts a character in, as nearly all do: they are asked nothing else."""
    text = event.text()
    return bool(text) and text.isprintable() and not event.modifiers() & _COMMANDING


def is_undo_or_redo(event: QKeyEvent) -> bool:
    """Tell whether a key asks for undo or redo."""
    from PySide6.QtGui import QKeySequence  # not above: the first paint does not need it

    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def is_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Enter or Return, with Shift or without, of either block of keys."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() in _PLAIN


def moves_row(event: QKeyEvent) -> int:
    """-1 for Alt+Up, 1 for Alt+Down, 0 for any other key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _DOWN.get(Qt.Key(event.key()), 0) if modifiers == Qt.KeyboardModifier.AltModifier else 0


def steps_row(event: QKeyEvent) -> int:
    """-1 for Up, 1 for Down, 0 for any other key."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _DOWN.get(Qt.Key(event.key()), 0) if modifiers == Qt.KeyboardModifier.NoModifier else 0


def removes_row(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Shift+Backspace."""
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() == wanted


def splits_sentences(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+."""
    return event.key() == Qt.Key.Key_Period and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def pastes_as_one(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Shift+V."""
    wanted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_V and event.modifiers() == wanted


def cuts(event: QKeyEvent) -> bool:
    """Tell whether a key cuts the selection out: Ctrl+X, Shift+Delete."""
    from PySide6.QtGui import QKeySequence  # not above: the first paint does not need it

    return event.matches(QKeySequence.StandardKey.Cut)


def word_at(event: QKeyEvent, caret: QTextCursor) -> QTextCursor | None:
    """What Ctrl+Backspace or Ctrl+Delete takes out at a caret, with more than signs; `None` at other keys."""
    from PySide6.QtGui import QKeySequence  # not above: the first paint does not need it

    if event.matches(QKeySequence.StandardKey.DeleteStartOfWord):
        step, edge = QTextCursor.MoveOperation.PreviousWord, QTextCursor.atBlockStart
    elif event.matches(QKeySequence.StandardKey.DeleteEndOfWord):
        step, edge = QTextCursor.MoveOperation.NextWord, QTextCursor.atBlockEnd
    else:
        return None
    word = QTextCursor(caret)
    while not edge(word) and not any(map(str.isalnum, word.selectedText())):
        word.movePosition(step, QTextCursor.MoveMode.KeepAnchor)
    return word if word.hasSelection() else None


def is_escape(event: QKeyEvent) -> bool:
    """Tell whether a key is Esc."""
    return event.key() == Qt.Key.Key_Escape


def is_backspace(event: QKeyEvent) -> bool:
    """Tell whether a key is Backspace alone."""
    return event.key() == Qt.Key.Key_Backspace and event.modifiers() == Qt.KeyboardModifier.NoModifier


def is_delete(event: QKeyEvent) -> bool:
    """Tell whether a key is Delete, with Ctrl or without."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    wanted = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Delete and modifiers in wanted
