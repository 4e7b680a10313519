"""A strip below a field: what was done or is asked, and buttons; nobody has to answer it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.ui.fields.markings import Remedy
from briefdesk.ui.fields.passing import mark_passing
from briefdesk.ui.fields.ring import RING
from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look

LONG = 44
"""Characters of words past which two buttons or more stand below them."""


class Choice(NamedTuple):
    """A button of a strip: its object name, its words, what it does, and its key for the tool tip."""

    name: str
    words: str
    act: Callable[[], object]
    key: str = ""


class Strip(QFrame):
    """Words with buttons behind them, or below long ones; in the form and not over it, Esc closes it.

    `closed` says that it went without an answer.
    """

    closed = Signal()

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName(name)
        self.setProperty("look", "strip")
        mark_passing(self)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._close = QToolButton()
        self._close.setObjectName(f"{name}Close")
        self._close.setProperty("look", "icon")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.close_unanswered)
        self._buttons: list[QPushButton] = []
        self._choices: tuple[Choice, ...] = ()
        self.is_telling = False
        """Whether it shows how far something has come."""
        self.before_buttons: QWidget = self
        """After this, Tab goes to the first button."""
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 5, 5, 5)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._below = QHBoxLayout()
        self._below.setSpacing(8)
        self._below.addStretch(1)
        column.addLayout(self._row)
        column.addLayout(self._below)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.setContentsMargins(0, 0, 0, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time_over)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def row(self) -> QHBoxLayout:
        """The line, for what stands in it besides the buttons."""
        return self._row

    def say(self, words: str, choices: tuple[Choice, ...] = (), *, milliseconds: int = 0) -> None:
        """Show words and buttons, for a time or until it is closed, and tell those who hear the form."""
        self.is_telling = False
        self._words.setText(words)
        self._words.setToolTip(words)
        self.setAccessibleName(words)
        for button in self._buttons:
            (self._below if self._below.indexOf(button) >= 0 else self._row).removeWidget(button)
            button.hide()
            button.deleteLater()
        self._choices = choices
        self._buttons = [self._button(choice) for choice in choices]
        is_below = len(words) > LONG and len(choices) > 1
        line = self._below if is_below else self._row
        self._below.setContentsMargins(0, 4 if is_below else 0, 0, 3 if is_below else 0)
        for place, button in enumerate(self._buttons):
            line.insertWidget(line.count() - 1, button)
            button.show()
            QWidget.setTabOrder(self._buttons[place - 1] if place else self.before_buttons, button)
        if self._buttons:
            QWidget.setTabOrder(self._buttons[-1], self._close)
        self._timer.stop()
        if milliseconds:
            self._timer.start(milliseconds)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def at_hand(self, focus: QWidget) -> Sequence[Remedy]:
        """What the buttons do, while it is shown."""
        if self.isHidden() or self.isAncestorOf(focus) or not self._choices:
            return ()
        return (Remedy(self.words, None), *(Remedy(each.words, each.act) for each in self._choices))

    def tell_progress(self, words: str) -> None:
        """Show other words beside the same buttons."""
        self._words.setText(words)
        self.setAccessibleName(words)

    def close_unanswered(self) -> None:
        """Go away, and say so."""
        if not self.isHidden():
            self.closed.emit()  # first: who hears it takes the keyboard, before it goes just anywhere
            self.put_away()

    def put_away(self) -> None:
        """Go away without a word."""
        self._timer.stop()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_unanswered()
        else:
            super().keyPressEvent(event)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.words, self)
        button.setObjectName(choice.name)
        button.setProperty("look", "small")
        button.setAutoDefault(True)  # Enter presses it, as Space does
        if choice.key:
            button.setToolTip(f"{choice.words} ({choice.key})")
            button.setAccessibleDescription(choice.key)
        button.clicked.connect(choice.act)
        return button

    def _on_time_over(self) -> None:
        if self.underMouse() or any(each.hasFocus() for each in (*self._buttons, self._close)):
            self._timer.start()  # somebody is just about to answer
        else:
            self.close_unanswered()

    def _on_look_changed(self) -> None:
        self._close.setIcon(icon("x", self._look.theme, "mut", 14))


def beside_ring(strip: Strip) -> QHBoxLayout:
    """The strip in a line of its own, as wide as the card of the field above it."""
    line = QHBoxLayout()
    line.setContentsMargins(RING, 0, RING, 0)
    line.addWidget(strip)
    return line
