"""A card over the window that takes the keyboard for a moment and gives it back exactly where it was."""

import weakref

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from briefdesk.ui.fields.passing import PASSING, mark_passing
from briefdesk.ui.theme import Look

SIDE = 20
"""Pixels that stay free beside a card in a narrow window."""


class Overlay(QWidget):
    """Shades a window and shows `card` in it. Esc, a click beside the card, or work elsewhere closes it."""

    closed = Signal()

    def __init__(self, look: Look, window: QWidget, *, wide: int, least: int, top: int) -> None:
        super().__init__(window)
        self._look = look
        self._wide, self._least, self._top = wide, least, top
        self._before: weakref.ref[QWidget] | None = None
        self.card = QFrame(self)
        self.card.setProperty("look", "overlay")
        mark_passing(self)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        look.changed.connect(self.arrange)

    def open(self, first: QWidget) -> None:
        """Show the card, and put the keyboard into this part of it."""
        if self.isHidden():
            focus = QApplication.focusWidget()
            self._before = weakref.ref(focus) if focus is not None else None
            self.show()
            self.raise_()
        self.arrange()
        first.setFocus(PASSING)

    def leave(self) -> None:
        """Give the keyboard back, and go."""
        if self.isHidden():
            return
        # First the keyboard and then the card: Qt would hand the keyboard of what is hidden to a neighbour.
        before = self._before() if self._before else None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(PASSING)
        self._go()

    def arrange(self) -> None:
        """Lay the card out for the window as it is now."""
        if (window := self.parentWidget()) is None:
            return
        self.setGeometry(window.rect())
        width = max(min(self._wide, self.width() - 2 * SIDE), min(self._least, self.width()))
        top = min(self._top, self.height() // 8)
        self.card.setGeometry(
            (self.width() - width) // 2, top, width, self.card_height(self.height() - top - SIDE)
        )

    def card_height(self, room: int) -> int:
        """How high the card is, where there is so much room."""
        return min(room, self.card.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.arrange()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shade."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("scrim"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; no key of the card's reaches the window behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Keep Tab within the card."""
        stops = [
            each
            for each in self.card.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled()
        ]
        focus = QApplication.focusWidget()
        if stops:
            here = stops.index(focus) if focus in stops else 0
            stops[(here + (1 if next else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Go when a command has put the keyboard into another part of the window, or opened another window.

        When that one is closed, the keyboard comes back to where it was before the card.
        """
        if now is None or self.isHidden():
            return
        if now.window() is not self.window():
            if now.window().windowType() is not Qt.WindowType.Popup:
                self.leave()
        elif now is not self and not self.isAncestorOf(now):
            self._go()

    def _go(self) -> None:
        self.hide()
        self.closed.emit()
