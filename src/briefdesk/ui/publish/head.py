"""The head of the Publish dialog: what it is for, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from briefdesk.ui.icons import icon
from briefdesk.ui.theme import BASE_SIZE, Look

HEIGHT = 50
HIGHEST = 1.5
"""How much higher the head becomes at most when the text does."""


class Head(QFrame):
    """Names the dialog and the brief that is open."""

    leaveRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "dialog-head")
        self._picture = QLabel()
        title = QLabel(self.tr("Publish"))
        title.setProperty("look", "title")
        self._about = QLabel()
        self._about.setProperty("look", "muted")
        self._about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._leave = QToolButton()
        self._leave.setObjectName("publishLeave")
        self._leave.setProperty("look", "icon")
        self._leave.setAccessibleName(self.tr("Close"))
        self._leave.setToolTip(self.tr("Close"))
        self._leave.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._leave.clicked.connect(self.leaveRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(title)
        row.addWidget(self._about, 1)
        row.addWidget(self._leave)
        look.changed.connect(self._dress)
        self._dress()

    def show_about(self, words: str) -> None:
        """Say which brief is open."""
        self._about.setText(words)
        self._about.setToolTip(words)

    def _dress(self) -> None:
        theme = self._look.theme
        self._picture.setPixmap(icon("send", theme).pixmap(16, 16))
        self._leave.setIcon(icon("x", theme, "mut"))
        self.setFixedHeight(round(HEIGHT * min(theme.base_size / BASE_SIZE, HIGHEST)))
