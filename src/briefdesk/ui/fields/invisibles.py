"""Signs for characters that are not seen, painted over the text."""

import re

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from briefdesk.ui.fields.spots import block_at
from briefdesk.ui.theme import Look

_ALWAYS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd5]")
"""Marks of direction; and what stands for a byte order mark in the widget (`units`)."""
_ON_DEMAND = re.compile("[\u00a0\u202f\u00ad\t]")
_TO_LEFT = frozenset("\u061c\u200f\u202b\u202e\u2067")


class Invisibles:
    """Paints a flag at each hidden mark; with `shown` also signs for no-break spaces, tabs, soft hyphens."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.shown = False

    def paint(self, editor: QTextEdit, clip: QRect) -> None:
        """Paint the signs of what is to be seen of an editor."""
        block = block_at(editor, clip.topLeft())
        painter: QPainter | None = None
        corner = QPointF(-editor.horizontalScrollBar().value(), -editor.verticalScrollBar().value())
        layout = editor.document().documentLayout()
        while block.isValid():
            rect = layout.blockBoundingRect(block).translated(corner)
            if rect.top() > clip.bottom():
                break
            text = block.text()
            if not text.isascii() or "\t" in text:
                painter = painter or QPainter(editor.viewport())
                self._paint_block(painter, block, text, rect.topLeft())
            block = block.next()
        if painter is not None:
            painter.end()

    def _paint_block(self, painter: QPainter, block: QTextBlock, text: str, corner: QPointF) -> None:
        wide = text.encode("utf-16-le")  # places in it are Qt's
        patterns = (_ALWAYS, _ON_DEMAND) if self.shown else (_ALWAYS,)
        for pattern in patterns:
            for found in pattern.finditer(text):
                place = found.start() if len(wide) == 2 * len(text) else _units(text, found.start())
                line = block.layout().lineForTextPosition(place)
                if line.isValid():
                    self._paint_sign(painter, found[0], line, place, corner)

    def _paint_sign(self, painter: QPainter, char: str, line: QTextLine, place: int, corner: QPointF) -> None:
        left, right = sorted((_across(line, place), _across(line, place + 1)))
        top, base = corner.y() + line.y(), corner.y() + line.y() + line.ascent()
        left, right = corner.x() + left, corner.x() + right
        if char not in "\u00a0\u202f\u00ad\t":
            self._paint_flag(painter, QPointF(left, top), base + 3, to_left=char in _TO_LEFT)
            return
        painter.setPen(QPen(self._look.theme.colour("mut"), 1))
        middle = (left + right) / 2
        if char == "\u00ad":
            painter.drawLine(QPointF(left, base - 8), QPointF(left, base + 2))
            painter.drawLine(QPointF(left - 2, base - 3), QPointF(left + 2, base - 3))
        elif char == "\t":
            end = max(right - 2, left + 6)
            height = base - 4
            painter.drawLine(QPointF(left + 1, height), QPointF(end, height))
            painter.drawLine(QPointF(end - 3, height - 3), QPointF(end, height))
            painter.drawLine(QPointF(end - 3, height + 3), QPointF(end, height))
        else:  # an open box; a narrow one for the narrow space
            half = 2.5 if char == "\u00a0" else 1.5
            painter.drawPolyline(
                QPolygonF(
                    [
                        QPointF(middle - half, base - 1),
                        QPointF(middle - half, base + 2),
                        QPointF(middle + half, base + 2),
                        QPointF(middle + half, base - 1),
                    ]
                )
            )

    def _paint_flag(self, painter: QPainter, top: QPointF, bottom: float, *, to_left: bool) -> None:
        colour = self._look.theme.colour("warn")
        painter.fillRect(QRectF(top.x() - 0.75, top.y(), 1.5, bottom - top.y()), colour)
        way = -4 if to_left else 4
        flag = QPolygonF([top, top + QPointF(way, 2), top + QPointF(0, 4)])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(flag)


def _units(text: str, place: int) -> int:
    return len(text[:place].encode("utf-16-le")) // 2


def _across(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)
    return float(found[0]) if isinstance(found, tuple) else 0.0
