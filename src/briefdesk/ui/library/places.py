"""Where each row of the library list is: heights, measured as far as they have been in sight."""

from PySide6.QtCore import QRect

from briefdesk.ui.library.heights import Heights
from briefdesk.ui.library.model import BriefModel
from briefdesk.ui.library.row import PAD_X, RowPainter


class Places:
    """The places of a model's rows in a list of one width, in pixels from the top of the first row."""

    def __init__(self, model: BriefModel, painter: RowPainter) -> None:
        self._model = model
        self._painter = painter
        self._heights = Heights(painter.low, painter.tall)
        self._heights.reset(model.rowCount())

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows."""
        return self._heights.total

    def rect(self, row: int, width: int) -> QRect:
        """Where a row is; empty where there is none."""
        if not 0 <= row < len(self._heights):
            return QRect()
        return QRect(0, self._heights.top(row), width, self._heights.height(row))

    def row_at(self, y: int) -> int:
        """The row at that height, the last one below the end, -1 in an empty list."""
        return self._heights.row_at(y)

    def fit(self, width: int) -> None:
        """Take another width, or another size of text."""
        self._heights.fit(self._painter.low, self._painter.tall, width - 2 * PAD_X)
        if len(self._heights) != self._model.rowCount():
            self._heights.resize(self._model.rowCount())

    def forget(self) -> None:
        """Nothing is measured any more: the rows are others, or painted in another font."""
        self._heights.reset(self._model.rowCount())

    def measure(self, row: int) -> bool:
        """Measure a row again; tells whether it is higher or lower now."""
        before = self._heights.height(row)
        if entry := self._model.entry(row):
            self._heights.measure(row, self._painter.wide(entry.title))
        return before != self._heights.height(row)

    def measure_between(self, top: int, bottom: int) -> bool:
        """Measure the rows there that have not been yet; tells whether there were any."""
        first, last = self._heights.row_at(top), self._heights.row_at(bottom)
        fresh = [row for row in range(max(0, first), last + 1) if not self._heights.is_measured(row)]
        for row in fresh:
            self.measure(row)
        return bool(fresh)
