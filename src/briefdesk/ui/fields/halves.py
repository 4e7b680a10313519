"""Two parts of a card side by side with a hairline between them, one above the other where it is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from briefdesk.ui.theme import BASE_SIZE, Look
from briefdesk.ui.wearing import wear

STACKED_AT = 520
"""Width in pixels, at normal size of text, under which the second part stands below the first."""

_MOST = 16_777_215  # Qt's word for "no limit"


class Halves(QWidget):
    """Holds two widgets; one of them has its own width while they stand side by side.

    Its width is in pixels at normal size of text. With `ruled` a hairline runs above both.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        look: Look,
        *,
        fixed: QWidget,
        width: int,
        ruled: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fixed = fixed
        self._second = second
        self._is_folded = False
        self._width = width
        self._look = look
        self._stacked: bool | None = None
        self._rule = QFrame()
        self._rule.setProperty("look", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if ruled:
            top = QFrame()
            top.setProperty("look", "line")
            top.setFixedHeight(1)
            column.addWidget(top)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._box)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(first, 0 if first is fixed else 1)
        self._box.addWidget(self._rule)
        self._box.addWidget(second, 0 if second is fixed else 1)
        self._stack(stacked=False)
        look.changed.connect(self._on_look_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts, or put them side by side again."""
        super().resizeEvent(event)
        self._stack(stacked=self.width() < self._scaled(STACKED_AT))

    def fold(self, folded: bool) -> None:
        """Do without the second part while it has nothing to show: its place stays where it costs no line."""
        self._is_folded = folded
        self._show_second()

    def show_rule(self, shown: bool) -> None:
        """Show or hide the hairline; its place stays."""
        wear(self._rule, "line" if shown else "")

    def _stack(self, *, stacked: bool) -> None:
        if stacked == self._stacked:
            return
        self._stacked = stacked
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if stacked else across)
        self._rule.setMinimumSize(*((0, 1) if stacked else (1, 0)))
        self._rule.setMaximumSize(*((_MOST, 1) if stacked else (1, _MOST)))
        self._fixed.setMinimumWidth(0 if stacked else self._scaled(self._width))
        self._fixed.setMaximumWidth(_MOST if stacked else self._scaled(self._width))
        self._show_second()

    def _scaled(self, pixels: int) -> int:
        """So many pixels at normal size, at the present size of text."""
        return round(pixels * self._look.theme.base_size / BASE_SIZE)

    def _on_look_changed(self) -> None:
        self._stacked = None
        self._stack(stacked=self.width() < self._scaled(STACKED_AT))

    def _show_second(self) -> None:
        self._second.setVisible(not (self._is_folded and self._stacked))
