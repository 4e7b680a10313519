"""The body of the Publish dialog: the choices beside the plan, or over it where there is little room."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

from briefdesk.ui.publish.choices import Choices
from briefdesk.ui.publish.plan_pane import PlanPane
from briefdesk.ui.theme import BASE_SIZE, Look

LEFT, RIGHT = 360, 300
"""Width of the choices, and the least of the plan, in pixels at normal text size; with less, they stack."""
ANY = 16_777_215
"""The width or height to Qt that knows no limit."""


class Halves(QWidget):
    """Holds the choices, which scroll, and the plan."""

    def __init__(self, choices: Choices, pane: PlanPane, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._pane = pane
        self._look = look
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(choices)
        self._rule = QFrame()
        self._rule.setProperty("look", "line")
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        for each in (self._scroll, self._rule, self._pane):
            self._line.addWidget(each)
        look.changed.connect(self._fold)
        self._fold()

    def focus_first(self) -> None:
        """Put the keyboard where something is missing, and show that place when all stands where it will."""
        self._choices.focus_first()
        QTimer.singleShot(0, self, self._show_focus)

    def _show_focus(self) -> None:
        if focus := self._choices.focusWidget():
            self._scroll.ensureWidgetVisible(focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        scale = self._look.theme.base_size / BASE_SIZE
        left = round(LEFT * scale)
        stacked = self.width() < left + RIGHT * scale
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._line.setDirection(direction)
        self._line.setStretchFactor(self._scroll, 3 if stacked else 0)
        self._line.setStretchFactor(self._pane, 2)
        self._scroll.setMinimumWidth(0 if stacked else left)
        self._scroll.setMaximumWidth(ANY if stacked else left)
        self._rule.setMaximumSize(ANY if stacked else 1, 1 if stacked else ANY)
        self._rule.setMinimumSize(1, 1)
        self._pane.set_low(stacked)
