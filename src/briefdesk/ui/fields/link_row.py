"""A button that looks like a link, alone in its row."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class LinkButton(QPushButton):
    """A button that Enter presses too, as it follows a link."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a click; Qt's own buttons do so in dialogs alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class LinkRow(QWidget):
    """Holds the button at the left, or at the right; the row is never lower than its words.

    A style sheet that gives a button a least height keeps layouts from asking it for a better one.
    """

    def __init__(
        self, words: str, name: str, *, at_right: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.button = LinkButton(words)
        self.button.setObjectName(name)
        self.button.setProperty("look", "link")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        if at_right:
            line.addStretch(1)
        line.addWidget(self.button)
        if not at_right:
            line.addStretch(1)
        self.setFocusProxy(self.button)

    def minimumSizeHint(self) -> QSize:
        """As high as the button wants to be."""
        margins = self.contentsMargins()
        height = self.button.sizeHint().height() + margins.top() + margins.bottom()
        return super().minimumSizeHint().expandedTo(QSize(0, height))
