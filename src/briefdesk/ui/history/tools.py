"""The line of tools above the history: back, how many revisions, and how the difference is shown."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from briefdesk.ui.icons import icon
from briefdesk.ui.preview.choice import Choice, Option
from briefdesk.ui.theme import Look

HEIGHT, SIDE, GAP = 44, 12, 8
STEPS = 6


class HistoryTools(QFrame):
    """Holds the choices of the history pane. `changed` says that one of them is another now."""

    left = Signal()
    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "toolbar")
        self._back = QToolButton()
        self._back.setObjectName("historyBack")
        self._back.setText(self.tr("Back to the form"))
        self._back.setAccessibleName(self.tr("Back to the form"))
        self._back.setToolTip(self.tr("Back to the form (Esc)"))
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.clicked.connect(self.left)
        self._title = QLabel(self.tr("History"))
        self._title.setProperty("look", "strong")
        self._count = QLabel()
        self._count.setProperty("look", "muted")
        self._ways = Choice(
            (
                Option("historyInline", self.tr("Inline"), self.tr("Before and now in one text")),
                Option("historyBeside", self.tr("Side by side"), self.tr("Before and now side by side")),
            ),
            look,
        )
        self._fields = Choice(
            (
                Option("historyChanged", self.tr("Changed fields"), self.tr("Only the fields that differ")),
                Option("historyAll", self.tr("All"), self.tr("All fields")),
            ),
            look,
        )
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # folding makes the room
        row.setContentsMargins(SIDE, 0, SIDE, 0)
        row.setSpacing(GAP)
        for widget in (self._back, self._title, self._count):
            row.addWidget(widget)
        row.addStretch(1)
        for choice in (self._ways, self._fields):
            row.addWidget(choice)
            choice.chosen.connect(self.changed)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def beside(self) -> bool:
        """Whether the texts before and after stand side by side."""
        return self._ways.value == "historyBeside"

    @property
    def everything(self) -> bool:
        """Whether unchanged fields are shown too."""
        return self._fields.value == "historyAll"

    def show_count(self, count: int) -> None:
        """Say how many revisions there are."""
        self._count.setText(self.tr("1 revision") if count == 1 else self.tr("{n} revisions").format(n=count))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as it gets with everything folded."""
        return QSize(self._room(STEPS - 1), self.height())

    def event(self, event: QEvent) -> bool:
        """Fold anew when something in the line has become wider or narrower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Fold as little as it takes: first words that only tell, then the choices, then the way back."""
        step = next((n for n in range(STEPS) if self._room(n) <= self.width()), STEPS - 1)
        self._count.setVisible(step < 1)
        self._title.setVisible(step < 2)
        self._fields.fold(step >= 3)
        self._ways.fold(step >= 4)
        self._back.setToolButtonStyle(_back_style(step))

    def _room(self, step: int) -> int:
        """The pixels in width that are needed when folded so far."""
        words = [label.sizeHint().width() for label in (self._count, self._title)[step:]]
        back = self._back.sizeHint().width()
        if self._back.toolButtonStyle() != _back_style(step):
            words_wide = self._back.fontMetrics().horizontalAdvance(self._back.text()) + 6
            back += words_wide if step < STEPS - 1 else -words_wide
        parts = [*words, back, self._fields.room(step >= 3), self._ways.room(step >= 4)]
        return sum(parts) + GAP * len(parts) + 2 * SIDE

    def _dress(self) -> None:
        self._back.setIcon(icon("undo-2", self._look.theme, "ink", 14))
        self.setFixedHeight(max(HEIGHT, self._back.sizeHint().height() + GAP))
        self._fit()


def _back_style(step: int) -> Qt.ToolButtonStyle:
    if step < STEPS - 1:
        return Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    return Qt.ToolButtonStyle.ToolButtonIconOnly
