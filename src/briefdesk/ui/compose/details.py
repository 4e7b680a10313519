"""What a brief has besides its text, folded away until it is wanted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from briefdesk.ui.compose.row import FieldRow
from briefdesk.ui.fields.link_row import LinkRow
from briefdesk.ui.fields.ring import RING
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.icons import icon
from briefdesk.ui.theme import BASE_SIZE, Look

ONE_COLUMN_AT = 480
"""Width in pixels, at normal size of text, under which no two fields stand side by side."""
GAP = 10


class Details(QWidget):
    """A button that opens and closes the fields under it; narrow fields stand two in a line."""

    toggled = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[tuple[FieldRow, ...]] = []
        self._columns = 0
        self._is_open = False
        head = LinkRow(self.tr("Details"), "detailsButton")
        head.setContentsMargins(RING - 4, 16, 0, 0)
        self._button = head.button
        self._button.setToolTip(self.tr("Short headline, dates, slug and more"))
        self._button.clicked.connect(self._on_clicked)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(0)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._inside)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def is_open(self) -> bool:
        """Whether the fields are to be seen."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Show or fold the fields."""
        if is_open == self._is_open:
            return
        self._is_open = is_open
        self._inside.setVisible(is_open)
        self._dress()
        settle(self._inside)
        self.toggled.emit(is_open)

    def put(self, lines: Sequence[tuple[FieldRow, ...]]) -> None:
        """Take these fields in, those of a line side by side."""
        self._lines = list(lines)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column or in two."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        scale = self._look.theme.base_size / BASE_SIZE
        columns = 1 if self.width() < ONE_COLUMN_AT * scale else 2
        if columns == self._columns or not self._lines:
            return
        self._columns = columns
        line = 0
        for rows in self._lines:
            beside = len(rows) > 1 and columns > 1
            for place, row in enumerate(rows):
                column = place if beside else 0
                self._grid.addWidget(row, line, column, 1, 1 if beside else 2, Qt.AlignmentFlag.AlignTop)
                line += not beside
            line += beside
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)

    def _on_clicked(self) -> None:
        self.set_open(not self._is_open)

    def _dress(self) -> None:
        name = "chevron-down" if self.is_open else "chevron-right"
        self._button.setIcon(icon(name, self._look.theme, "acc", 14))
        self._button.setAccessibleDescription(self.tr("open") if self.is_open else self.tr("folded"))
