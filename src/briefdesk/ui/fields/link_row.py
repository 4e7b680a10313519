"""A button that looks like a link, alone in its row."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


class LinkRow(QWidget):
    """Holds the button at the left, or at the right; the row is never lower than its words.

    A style sheet that gives a button a least height keeps layouts from asking it for a better one.
    """

    def __init__(
        self, words: str, name: str, *, at_right: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.button = QPushButton(words)
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
