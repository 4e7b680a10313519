"""The strip over the page while it is only the simple one: why, and a button to try the engine again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from briefdesk.ui.notice_words import NoticeWords

HEIGHT = 40


class WhyStrip(QFrame):
    """Says why the page is the simple one. Hidden until `say` is called."""

    retryRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewStrip")
        self.setProperty("look", "notice")
        self.setFixedHeight(HEIGHT)
        self._why = NoticeWords()
        self._why.setProperty("look", "info")
        self._again = QPushButton(self.tr("Try again"))
        self._again.setObjectName("previewRetry")
        self._again.setProperty("look", "small")
        self._again.clicked.connect(self.retryRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(self._why, 1)
        row.addWidget(self._again, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def stop(self) -> QWidget:
        """Where the keyboard stops in the strip: the page comes after it."""
        return self._again

    def say(self, why: str) -> None:
        """Show why."""
        self._why.show_words(why)
        self.show()
