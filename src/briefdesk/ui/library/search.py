"""The search box above the library list."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look

BUTTON = 24
PADDING = 12
"""Pixels between the words and the edge of the box."""
LINES_OF_TEXT = 3
"""Lines from which a text is no words to look for."""
EDGE = 8
"""Pixels between the key hint and the edge of the box."""


class SearchBox(QLineEdit):
    """A line for search words, with its key at the right while it is empty.

    Esc clears it, and leaves when there is nothing to clear; Down and Enter go on to the list. A text of
    several lines is not pasted here, but left to the pane: nobody looks for an article by all of it.
    """

    left = Signal()
    downPressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "search")
        self._key = QLabel(self)
        self._key.setProperty("look", "key")
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = QToolButton(self)
        self._clear.setProperty("look", "icon")
        self._clear.setObjectName("librarySearchClear")
        self._clear.setAccessibleName(self.tr("Clear the search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFixedSize(BUTTON, BUTTON)
        self._clear.setIconSize(QSize(14, 14))
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)
        look.changed.connect(self._dress)
        self._dress()
        self.set_key("")

    def set_key(self, shortcut: QKeySequence | str) -> None:
        """Show the shortcut that leads here."""
        text = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self._key.setText(text.replace("+", " "))
        self._key.setAccessibleName(text)
        self._on_text_changed(self.text())

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._place_signs()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key = arg__1.key()
        if key == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif key == Qt.Key.Key_Down:
            self.downPressed.emit()
        elif arg__1.matches(QKeySequence.StandardKey.Paste) and _is_long(QGuiApplication.clipboard().text()):
            arg__1.ignore()
        else:
            super().keyPressEvent(arg__1)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._place_signs()

    def _place_signs(self) -> None:
        self._key.setVisible(not self.text() and bool(self._key.text()) and self._has_room())
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for sign, size in ((self._key, self._key.sizeHint()), (self._clear, QSize(BUTTON, BUTTON))):
            edge = (self.height() - size.height()) // 2
            edge = edge if sign is self._clear else EDGE
            left = edge if mirrored else self.width() - size.width() - edge
            sign.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
        room = BUTTON if self.text() else 0
        self.setTextMargins(room if mirrored else 0, 0, 0 if mirrored else room, 0)

    def _has_room(self) -> bool:
        """Whether the key fits behind the words that say what the box is for."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return words + self._key.sizeHint().width() + 2 * PADDING + 2 * EDGE <= self.width()

    def _dress(self) -> None:
        self._clear.setIcon(icon("x", self._look.theme, "mut", 14))
        self._place_signs()


def _is_long(text: str) -> bool:
    return sum(1 for line in text.splitlines() if line.strip()) >= LINES_OF_TEXT
