"""Where the rows of the bullets are within their editor."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock

from briefdesk.ui.fields.editor import Editor

SIDE, NUMBER = 10, 22
START = SIDE + NUMBER + 6
"""Where the text of a bullet begins, in pixels from the edge of the card."""
ABOVE, BELOW = 6, 6
GAP = ABOVE + BELOW + 1
"""Between two texts: the room of each, and the hairline."""
COUNT = 50
"""Room at the right for a word count."""


class BulletGeometry:
    """Tells where a row begins and ends; a row is a paragraph with the room above and below it."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._document = editor.document()
        self.measure()

    def measure(self) -> None:
        """Take the measures of the font anew: after it changed."""
        metrics = self._editor.fontMetrics()
        # A line is higher than its letters; the document puts all of that above them.
        self._lead = self._editor.line_height - metrics.height()
        self._ascent = metrics.ascent()

    @property
    def width(self) -> int:
        """Width of a row."""
        return self._editor.viewport().width()

    @property
    def is_mirrored(self) -> bool:
        """Whether numbers stand at the right: in a form, or over a text, that goes from right to left."""
        first = self._document.firstBlock()
        return self._editor.isRightToLeft() or first.textDirection() == Qt.LayoutDirection.RightToLeft

    def is_at_number(self, x: float) -> bool:
        """Whether a place across is in the column of the numbers."""
        return x > self.width - START + 4 if self.is_mirrored else x < START - 4

    @property
    def has_waiting(self) -> bool:
        """Whether a row below the last bullet waits for the next one; an empty bullet waits itself."""
        return bool(self._document.lastBlock().text())

    @property
    def waiting_height(self) -> int:
        """Height of the row that waits, with the hairline above it."""
        return ABOVE + self._editor.line_height + BELOW + 1

    @property
    def end(self) -> float:
        """Where the last bullet ends."""
        return self.bottom(self._document.lastBlock())

    def top(self, block: QTextBlock) -> float:
        """Where a row begins, below the hairline over it."""
        before = block.previous()
        return self.bottom(before) + 1 if before.isValid() else 0.0

    def bottom(self, block: QTextBlock) -> float:
        """Where a row ends: the place of the hairline under it."""
        top = self._document.documentLayout().blockBoundingRect(block).top()  # lays the block out
        lines = block.layout()
        if not lines.lineCount():  # in the middle of an edit
            return round(top) + self._editor.line_height + BELOW
        line = lines.lineAt(lines.lineCount() - 1)
        return round(top + line.y() + line.height()) + BELOW + self._lead // 2

    def rect(self, block: QTextBlock) -> QRectF:
        """The whole row."""
        top = self.top(block)
        return QRectF(0, top, self.width, self.bottom(block) - top)

    def baseline(self, top: float) -> float:
        """Where the letters of the first line of a row stand that begins there."""
        return top + ABOVE + self._lead - self._lead // 2 + self._ascent

    def in_view(self, clip: QRectF) -> Iterator[QTextBlock]:
        """The rows that are to be seen in a part of the editor."""
        block = self._document.findBlockByNumber(self.row_at(clip.top()))
        while block.isValid() and self.top(block) <= clip.bottom():
            yield block
            block = block.next()

    def row_at(self, y: float) -> int:
        """The number of the row at a height, the nearest one where there is none."""
        position = self._document.documentLayout().hitTest(QPointF(START, y), Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(0, position))
        if y < self.top(block) and block.previous().isValid():
            block = block.previous()
        elif y > self.bottom(block) and block.next().isValid():
            block = block.next()
        return block.blockNumber()

    def gap_at(self, y: float) -> int:
        """The gap between two rows that is nearest to a height; 0 is the one above the first row."""
        block = self._document.findBlockByNumber(self.row_at(y))
        row = self.rect(block)
        return block.blockNumber() + (y > row.center().y())

    def gap_height(self, gap: int) -> float:
        """The height of a gap between two rows."""
        block = self._document.findBlockByNumber(gap)
        return self.top(block) - 1 if block.isValid() else self.end
