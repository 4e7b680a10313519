"""The foot of the Publish dialog: how far it is, and the buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look

HEIGHT = 54
LINE = 1.5
"""Height of a line of text in its size; two of them tell what was done."""


class Foot(QFrame):
    """Starts and stops publishing; one button of it is the primary one."""

    publishRequested = Signal()
    stopRequested = Signal()
    closeRequested = Signal()
    folderRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "dialog-foot")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(60)
        self._bar.setMaximumWidth(200)
        self._bar.setAccessibleName(self.tr("Files written"))
        self._state = QLabel()
        self._state.setObjectName("publishState")
        self._state.setWordWrap(True)
        self._folder = _button("publishOpenFolder", self.tr("Open folder"))
        self._stop = _button("publishStop", self.tr("Stop after this file"))
        self._close = _button("publishClose", self.tr("Close"))
        self._publish = _button("publishNow", self.tr("Publish"))
        self._publish.setProperty("look", "primary")
        self._publish.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 18, 0)
        row.setSpacing(10)
        row.addWidget(self._bar)
        row.addWidget(self._state, 1)
        for button in (self._folder, self._stop, self._close, self._publish):
            row.addWidget(button)
        self._folder.clicked.connect(self.folderRequested)
        self._stop.clicked.connect(self.stopRequested)
        self._close.clicked.connect(self.closeRequested)
        self._publish.clicked.connect(self.publishRequested)
        look.changed.connect(self._dress)
        self._dress()

    def show_plan(self, words: str, *, can_publish: bool) -> None:
        """Say what stands in the way, and whether there is something to publish."""
        self._show_running(False)
        self._state.setText(words)
        self._publish.setEnabled(can_publish)

    def show_running(self) -> None:
        """Publishing has begun."""
        self._show_running(True)
        self._state.clear()
        self._publish.setEnabled(False)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._state.setText(self.tr("{done} of {total} written").format(done=done, total=total))

    def show_stopping(self) -> None:
        """The wish to stop was heard."""
        self._stop.setEnabled(False)

    def show_done(self, words: str) -> None:
        """Say what was done."""
        self._show_running(False)
        self._state.setText(words)
        self._publish.setEnabled(False)
        self._folder.show()
        self._close.setFocus()

    def _show_running(self, running: bool) -> None:
        self._bar.setVisible(running)
        self._bar.setValue(0)
        self._stop.setVisible(running)
        self._stop.setEnabled(True)
        self._close.setVisible(not running)
        self._folder.hide()
        self._publish.setText(self.tr("Publishing…") if running else self.tr("Publish"))

    def _dress(self) -> None:
        self._folder.setIcon(icon("folder-open", self._look.theme, "ink", 14))
        lines = 2 * self._look.theme.base_size * LINE
        self.setFixedHeight(max(HEIGHT, round(lines) + 8))


def _button(name: str, text: str) -> QPushButton:
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAutoDefault(False)
    return made
