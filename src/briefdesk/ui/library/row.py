"""How a row of the library list is painted: title, dot of state, and meta line."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.ui.library.entry import Entry
from briefdesk.ui.library.model import ENTRY, meta
from briefdesk.ui.library.words import DOTS
from briefdesk.ui.theme import BASE_SIZE, Look, Theme

PAD_X, PAD_Y = 10, 9
GAP = 2
"""Pixels between two rows."""
TITLE_LINE = 17
META_LINE = 16
RADIUS = 8
DOT = 8
DOT_GAP = 6

State = QStyle.StateFlag


class RowPainter(QStyledItemDelegate):
    """Paints the rows of the library list and knows how much room they take."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        theme = self._look.theme
        self._title = theme.font("row")
        self._small = theme.font("small")
        self._metrics = QFontMetricsF(self._title)
        self._scale = theme.base_size / BASE_SIZE

    @property
    def low(self) -> int:
        """The height of a row whose title takes one line, with the gap below it."""
        return round((2 * PAD_Y + TITLE_LINE + META_LINE + 2) * self._scale) + GAP

    @property
    def tall(self) -> int:
        """The height of a row whose title takes two lines, with the gap below it."""
        return self.low + round((TITLE_LINE + 1) * self._scale)

    def wide(self, title: str) -> float:
        """How wide a title is on one line."""
        return self._metrics.horizontalAdvance(title)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._look.theme
        entry = index.data(ENTRY)
        rect: QRect = option.rect.adjusted(0, 0, 0, -GAP)
        flags: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, flags, theme)
        inner = rect.adjusted(PAD_X, PAD_Y, -PAD_X, -PAD_Y)
        if entry is None:
            self._paint_waiting(painter, inner, theme)
        else:
            self._paint_entry(painter, inner, entry, theme)
        painter.restore()

    def is_cut(self, entry: Entry, room: int) -> bool:
        """Whether the title is longer than its two lines."""
        lines = _lines(entry.title, self._title, room)
        return sum(length for _, length in lines) < len(entry.title)

    def _paint_ground(self, painter: QPainter, rect: QRect, flags: QStyle.StateFlag, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if flags & State.State_Selected:
            painter.setBrush(theme.colour("sel"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        elif flags & State.State_MouseOver:
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if flags & State.State_HasFocus:
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_waiting(self, painter: QPainter, inner: QRect, theme: Theme) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        bar = round(9 * self._scale)
        painter.drawRoundedRect(inner.x(), inner.y() + 4, inner.width() * 3 // 4, bar, 4, 4)
        painter.drawRoundedRect(inner.x(), inner.bottom() - bar - 2, inner.width() // 3, bar, 4, 4)

    def _paint_entry(self, painter: QPainter, inner: QRect, entry: Entry, theme: Theme) -> None:
        line = round(TITLE_LINE * self._scale)
        painter.setPen(theme.colour("ink"))
        painter.setFont(self._title)
        lines = _lines(entry.title, self._title, inner.width())
        for number, (start, length) in enumerate(lines):
            last = number == len(lines) - 1
            text = entry.title[start:] if last else entry.title[start : start + length].rstrip()
            if last:
                text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            box = QRect(inner.x(), inner.y() + number * line, inner.width(), line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)
        self._paint_meta(painter, inner, entry, theme)

    def _paint_meta(self, painter: QPainter, inner: QRect, entry: Entry, theme: Theme) -> None:
        height = round(META_LINE * self._scale)
        box = QRect(inner.x(), inner.bottom() + 1 - height, inner.width(), height)
        dot_at = QPointF(box.x() + DOT / 2, box.center().y() + 0.5)
        dot(painter, dot_at, theme.colour(DOTS[entry.status]))
        box.setLeft(box.left() + DOT + DOT_GAP)
        painter.setPen(theme.colour("mut"))
        painter.setFont(self._small)
        text = QFontMetricsF(self._small).elidedText(meta(entry), Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)


def dot(painter: QPainter, centre: QPointF, colour: QColor) -> None:
    """Paint a dot of state."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, DOT / 2, DOT / 2)


def _lines(text: str, font: QFont, room: int, most: int = 2) -> list[tuple[int, int]]:
    """Where the first lines of a text begin and how long they are, in Python characters."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found: list[tuple[int, int]] = []
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(room)
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    if text.isascii() or all(ord(each) < 0x10000 for each in text):
        return found
    units = text.encode("utf-16-le")
    before = [len(units[: 2 * start].decode("utf-16-le", "replace")) for start, _ in found]
    after = [len(units[: 2 * (start + length)].decode("utf-16-le", "replace")) for start, length in found]
    return [(start, end - start) for start, end in zip(before, after, strict=True)]
