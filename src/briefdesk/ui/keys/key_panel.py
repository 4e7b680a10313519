"""The part of the dialog where the keys of one command are pressed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from briefdesk.ui.commands import Command
from briefdesk.ui.icons import icon
from briefdesk.ui.keys.shortcuts import MOST, Shortcuts, native
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

LEAST = 130
"""Height in pixels: buttons that come and go move nothing."""
_CLEARING = (QKeySequence(Qt.Key.Key_Backspace), QKeySequence(Qt.Key.Key_Delete))
_LEAVING = QKeySequence(Qt.Key.Key_Escape)


class KeyPanel(QFrame):
    """Takes a key, says why it cannot be had, or of whom it would be taken, and waits for the answer.

    `left` says that the keyboard is to go back to the list.
    """

    left = Signal()

    def __init__(self, shortcuts: Shortcuts, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._look = look
        self._command: Command | None = None
        self._wanted: tuple[int, str] | None = None
        self.setProperty("look", "card")
        self._title = QLabel()
        self._title.setProperty("look", "strong")
        self._reset = QPushButton(self.tr("Reset this one"))
        self._reset.setObjectName("resetShortcut")
        self._edits = tuple(QKeySequenceEdit() for _ in range(MOST))
        self._clears = tuple(QToolButton() for _ in range(MOST))
        self._said = QLabel()
        self._said.setObjectName("shortcutWarning")
        self._said.setWordWrap(True)
        self._take = QPushButton(self.tr("Take it from there"))
        self._take.setObjectName("takeShortcut")
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setObjectName("cancelShortcut")
        self._lay_out()
        for number, edit in enumerate(self._edits):
            # Not keySequenceChanged: it tells of an empty key before each new one.
            edit.editingFinished.connect(partial(self._on_pressed, number))
        self._reset.clicked.connect(self._on_reset)
        self._take.clicked.connect(self._on_take)
        self._cancel.clicked.connect(self._on_cancel)
        shortcuts.changed.connect(self._show)
        look.changed.connect(self._dress)
        self._dress()
        self.show_command(None)

    def show_command(self, command: Command | None) -> None:
        """Show the keys of this command; none is chosen with `None`."""
        if command is not self._command or command is None:
            self._command = command
            self._say("")
        self._show()

    def begin(self) -> None:
        """Wait for the first key of the command."""
        if self._command is not None:
            self._edits[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """Show the keys that are in force."""
        for number, (edit, clear) in enumerate(zip(self._edits, self._clears, strict=True)):
            edit.setKeySequence(QKeySequence(self._present(number)))
            edit.setEnabled(self._command is not None)
            clear.setEnabled(bool(self._present(number)))
        self._title.setText(self._command.words if self._command else self.tr("No command is chosen"))
        self._reset.setEnabled(self._command is not None and self._shortcuts.is_changed(self._command.id))

    def _on_pressed(self, number: int) -> None:
        pressed = self._edits[number].keySequence()
        key = pressed.toString()
        if self._command is None or key == self._present(number):
            return
        self._say("")
        if pressed == _LEAVING:
            self._show()
            self.left.emit()
        elif not key or pressed in _CLEARING:
            self._give(number, "")
        elif why := self._shortcuts.refusal(pressed):
            self._show()
            self._say(self.tr("{key} cannot be used: {why}.").format(key=native(key), why=why), look="err")
        elif other := self._shortcuts.holder(pressed, but=self._command.id):
            self._wanted = number, key
            words = self.tr("{key} is taken: it runs “{command}”.")
            self._say(words.format(key=native(key), command=other.words), look="warn", asks=True)
            self._take.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._give(number, key)

    def _present(self, number: int) -> str:
        """The key in force in that place."""
        keys = self._shortcuts.keys(self._command.id) if self._command else ()
        return QKeySequence(keys[number]).toString() if number < len(keys) else ""

    def _give(self, number: int, key: str) -> None:
        assert self._command is not None
        keys = [self._present(each) for each in range(MOST)]
        keys[number] = key
        self._shortcuts.set_keys(self._command.id, keys)

    def _on_take(self) -> None:
        if self._wanted is not None:
            number, key = self._wanted
            self._say("")
            self._give(number, key)
            self._edits[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancel(self) -> None:
        number = self._wanted[0] if self._wanted else 0
        self._say("")
        self._show()
        self._edits[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cleared(self, number: int) -> None:
        self._say("")
        self._give(number, "")

    def _on_reset(self) -> None:
        if self._command is not None:
            self._say("")
            self._shortcuts.reset(self._command.id)

    def _say(self, words: str, *, look: str = "muted", asks: bool = False) -> None:
        if not asks:
            self._wanted = None
        idle = self.tr("Press the key you want. Backspace takes a key away, Esc goes back to the list.")
        self._said.setText(words or idle)
        wear(self._said, look if words else "small")
        self._take.setVisible(asks)
        self._cancel.setVisible(asks)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _dress(self) -> None:
        for clear in self._clears:
            clear.setIcon(icon("x", self._look.theme, "mut", 14))

    def _lay_out(self) -> None:
        names = (self.tr("Key"), self.tr("Second key"))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._title, 0, 0, 1, 4)
        grid.addWidget(self._reset, 0, 4, 1, 2, Qt.AlignmentFlag.AlignRight)
        for number, (name, edit) in enumerate(zip(names, self._edits, strict=True)):
            label = QLabel(name)
            label.setProperty("look", "muted")
            edit.setObjectName(f"shortcutKey{number + 1}")
            edit.setAccessibleName(name)
            edit.setMaximumSequenceLength(1)
            clear = self._clears[number]
            clear.setProperty("look", "icon")
            clear.setObjectName(f"clearShortcut{number + 1}")
            clear.setAccessibleName(self.tr("Take this key away"))
            clear.setToolTip(self.tr("Take this key away"))
            clear.clicked.connect(partial(self._on_cleared, number))
            for column, widget in enumerate((label, edit, clear)):
                grid.addWidget(widget, 1, 3 * number + column)
            grid.setColumnStretch(3 * number + 1, 1)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._said, 1)
        below.addWidget(self._take)
        below.addWidget(self._cancel)
        grid.addLayout(below, 2, 0, 1, 6)
        for button in (self._reset, self._take, self._cancel):
            button.setAutoDefault(False)
        self.setMinimumHeight(LEAST)
