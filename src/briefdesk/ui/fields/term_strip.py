"""The strip under a term: what the house knows of it, what is wrong with it, and what can be done."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefdesk.ui.fields.came_from import CameFrom
from briefdesk.ui.fields.markings import Remedy
from briefdesk.ui.icons import pixmap
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

Offer = tuple[str, Callable[[], object]]
"""The words of a button, and what it does."""

LEAST = 45
"""Hundredths of the width that the words have beside buttons at least, if they need so much."""


class TermStrip(QFrame):
    """One line of words and up to two buttons; `warn` puts a sign of warning before them.

    `closed` says that Esc was pressed in it. The keyboard goes back to where it came from when the button
    goes that had it.
    """

    closed = Signal()

    def __init__(self, number: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._words = ""
        self._offers: list[Offer] = []
        self.setObjectName(f"termStrip{number + 1}")
        self.setAccessibleName(self.tr("About term {n}").format(n=number + 1))
        self.setProperty("look", "term-strip")
        self._sign = QLabel()
        self._label = QLabel()
        self._label.setObjectName(f"termStripWords{number + 1}")
        self._label.setProperty("look", "small")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._buttons = [QPushButton(self) for _ in range(2)]
        self._came_from = CameFrom(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 4, 8, 5)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        column.addLayout(row)
        self._row, self._below = row, QHBoxLayout()
        self._below.setSpacing(8)
        self._below.addStretch(1)
        column.addLayout(self._below)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        for place, button in enumerate(self._buttons):
            button.setObjectName(f"termStripOffer{number + 1}-{place + 1}")
            button.setProperty("look", "small")
            button.setAutoDefault(True)  # Enter presses it, as Space does
            button.clicked.connect(self._on_clicked)
            row.addWidget(button)
        look.changed.connect(self._on_look_changed)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; "" while it is hidden."""
        return self._words

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops in it."""
        return self._buttons

    def at_hand(self, focus: QWidget) -> Sequence[Remedy]:
        """What the buttons do, while the keyboard is in the row of this term."""
        row = self.parentWidget()
        if self.isHidden() or not self._offers or row is None or not row.isAncestorOf(focus):
            return ()
        return (Remedy(self._words, None), *(Remedy(*each) for each in self._offers))

    def give_back(self, otherwise: QWidget) -> None:
        """Put the keyboard back where it came from, or there, if it is in the strip."""
        self._came_from.give_back(otherwise)

    def say(self, words: str, offers: Sequence[Offer] = (), *, warn: bool = False) -> None:
        """Say something; "" hides the strip."""
        self._offers = list(offers)
        if words != self._words or warn != bool(self._sign.property("warn")):
            self._words = words
            self._sign.setProperty("warn", warn)
            wear(self._label, "warn" if warn else "small")
            self._label.setToolTip(words)
            self._label.setAccessibleName(words)
            self._on_look_changed()
            self._elide()
        for place, button in enumerate(self._buttons):
            shown = place < len(offers)
            if shown:
                button.setText(offers[place][0])
                button.setAccessibleName(offers[place][0])
            if not shown and button.hasFocus():
                self.give_back(self)
            button.setVisible(shown)
        self.setVisible(bool(words))
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words anew where they do not fit."""
        super().resizeEvent(event)
        self._arrange()
        self._elide()

    def _on_clicked(self) -> None:
        sender = self.sender()
        for place, button in enumerate(self._buttons):
            if button is sender and place < len(self._offers):
                self._offers[place][1]()
                return

    def _arrange(self) -> None:
        """Put the buttons below the words where they would leave these no room beside them."""
        wanted = self._label.fontMetrics().horizontalAdvance(self._words)
        shown = [each for each in self._buttons if not each.isHidden()]
        buttons = sum(each.sizeHint().width() + self._row.spacing() for each in shown)
        margins = self.layout().contentsMargins()  # pyright: ignore[reportOptionalMemberAccess]
        sign = self._sign.sizeHint().width() + self._row.spacing()
        room = self.width() - margins.left() - margins.right() - sign
        is_below = bool(shown) and 0 < room < min(wanted, room * LEAST // 100) + buttons
        line = self._below if is_below else self._row
        if line.indexOf(self._buttons[0]) < 0:
            for each in self._buttons:
                (self._row if is_below else self._below).removeWidget(each)
                line.addWidget(each)

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self._label.setText(self._label.fontMetrics().elidedText(self._words, mode, self._label.width()))

    def _on_look_changed(self) -> None:
        warn = bool(self._sign.property("warn"))
        name, role = ("triangle-alert", "warn") if warn else ("info", "mut")
        self._sign.setPixmap(pixmap(name, self._look.theme, role, 14, self.devicePixelRatioF()))
