"""The line of tools above the history: back, how many revisions, and how the difference is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from briefdesk.ui.icons import icon
from briefdesk.ui.theme import Look


class HistoryTools(QFrame):
    """Holds the choices of the history pane. `changed` says that one of them is another now."""

    left = Signal()
    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "toolbar")
        self.setFixedHeight(44)
        self._back = QPushButton(self.tr("Back to the form"))
        self._back.setObjectName("historyBack")
        self._back.setToolTip("Esc")
        self._back.clicked.connect(self.left)
        title = QLabel(self.tr("History"))
        title.setProperty("look", "strong")
        self._count = QLabel()
        self._count.setProperty("look", "muted")
        self._inline = _segment("historyInline", self.tr("Inline"), "first")
        self._beside = _segment("historyBeside", self.tr("Side by side"), "last")
        self._changed = _segment("historyChanged", self.tr("Changed fields"), "first")
        self._all = _segment("historyAll", self.tr("All"), "last")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        for widget, gap in ((self._back, 14), (title, 8), (self._count, 0)):
            row.addWidget(widget)
            row.addSpacing(gap)
        row.addStretch(1)
        for first, last in ((self._inline, self._beside), (self._changed, self._all)):
            first.setChecked(True)
            row.addSpacing(6)
            row.addWidget(_pair(first, last))
            last.toggled.connect(self.changed)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def beside(self) -> bool:
        """Whether the texts before and after stand side by side."""
        return self._beside.isChecked()

    @property
    def everything(self) -> bool:
        """Whether unchanged fields are shown too."""
        return self._all.isChecked()

    def show_count(self, count: int) -> None:
        """Say how many revisions there are."""
        self._count.setText(self.tr("1 revision") if count == 1 else self.tr("{n} revisions").format(n=count))

    def _dress(self) -> None:
        self._back.setIcon(icon("undo-2", self._look.theme, "ink", 14))


def _segment(name: str, text: str, place: str) -> QToolButton:
    made = QToolButton()
    made.setObjectName(name)
    made.setText(text)
    made.setProperty("look", "segment")
    made.setProperty("place", place)
    made.setCheckable(True)
    made.setAutoExclusive(True)
    return made


def _pair(first: QWidget, last: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(first)
    row.addWidget(last)
    return box
