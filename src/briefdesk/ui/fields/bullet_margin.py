"""What is painted around the bullets: hairlines, numbers, word counts, and the row that waits for more."""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.ring import RADIUS
from briefdesk.ui.theme import Look

LONG = 25
"""Words of a bullet past which its count is shown in warning; the rubric's limit."""

SIDE, NUMBER = 10, 22
ABOVE, BELOW = 6, 6
GAP = ABOVE + BELOW + 1
"""Between two rows: the room of each, and the hairline."""
COUNT = 50
"""Room at the right for a word count."""


@lru_cache(maxsize=4096)
def words_of(bullet: str) -> int:
    """How many words a reader sees in a bullet."""
    # Here and not above: the first paint does not need it, and it takes its time to read.
    from briefdesk.brief.inline import plain
    from briefdesk.brief.wording import word_count

    return word_count(plain(bullet))


class BulletMargin(QObject):
    """Paints under the text of an editor of bullets, row by row, only what is in view.

    `addRequested` is emitted on a click on the waiting row.
    """

    addRequested = Signal()

    def __init__(self, editor: Editor, look: Look, hint: str) -> None:
        super().__init__(editor)
        self._editor = editor
        self._look = look
        self._hint = hint
        self._document = editor.document()
        editor.viewport().installEventFilter(self)
        look.changed.connect(self._on_look_changed)

    @property
    def waiting_height(self) -> int:
        """Height in pixels of the row that waits for the next bullet."""
        return ABOVE + self._editor.line_height + BELOW + 1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint before the editor does, and take clicks on the waiting row."""
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self._paint(watched, QRectF(event.rect()))
        elif (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and self._has_waiting()
            and event.position().y() > self._bottom(self._document.lastBlock())
        ):
            self.addRequested.emit()
            return True
        return super().eventFilter(watched, event)

    def update_row(self, row: int) -> None:
        """Paint a row again."""
        block = self._document.findBlockByNumber(row)
        if block.isValid():
            top, bottom = self._top(block), self._bottom(block)
            self._editor.viewport().update(QRectF(0, top, self._editor.width(), bottom - top).toAlignedRect())

    def _paint(self, viewport: QWidget, clip: QRectF) -> None:
        painter = QPainter(viewport)
        path = QPainterPath()
        path.addRoundedRect(QRectF(viewport.rect()), RADIUS - 1, RADIUS - 1)
        painter.setClipRect(clip)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        active = self._editor.textCursor().blockNumber() if self._editor.hasFocus() else -1
        for block in self._in_view(clip):
            self._paint_row(painter, block, is_active=block.blockNumber() == active)
        last = self._document.lastBlock()
        if self._has_waiting() and clip.bottom() > self._bottom(last):
            self._paint_waiting(painter, self._bottom(last), "+", self.tr("Enter"))
        painter.end()

    def _paint_row(self, painter: QPainter, block: QTextBlock, *, is_active: bool) -> None:
        theme = self._look.theme
        top, bottom, width = self._top(block), self._bottom(block), self._editor.viewport().width()
        if is_active:
            painter.fillRect(QRectF(0, top, width, bottom - top), theme.colour("hover"))
        if block.next().isValid() or self._has_waiting():
            painter.fillRect(QRectF(0, bottom, width, 1), theme.colour("line"))
        is_last, text = not block.next().isValid(), block.text()
        if is_last and not text and not self._editor.is_composing:
            only = block.blockNumber() == 0
            right = self.tr("Enter") if not is_active else "" if only else self.tr("Enter: on to the terms")
            number = "+" if not is_active else str(block.blockNumber() + 1)
            self._paint_waiting(painter, top - 1, number, right)
            return
        self._paint_words(painter, top, str(block.blockNumber() + 1), "body", "mut", left=True)
        count = words_of(text)
        if count > LONG or (is_active and count):
            role = "warn" if count > LONG else "mut"
            self._paint_words(painter, top, self.tr("{n} w").format(n=count), "tiny", role, left=False)

    def _paint_waiting(self, painter: QPainter, top: float, number: str, right: str) -> None:
        theme = self._look.theme
        self._paint_words(painter, top + 1, number, "body", "mut", left=True)
        self._paint_words(painter, top + 1, right, "tiny", "mut", left=False)
        painter.setFont(theme.font("body"))
        painter.setPen(QPen(theme.colour("mut")))
        room = painter.fontMetrics().horizontalAdvance(right) if right else 0
        start = SIDE + NUMBER + 6
        width = self._editor.viewport().width() - start - SIDE - room - 12
        words = painter.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(QPointF(start, self._baseline(top + 1)), words)

    def _paint_words(
        self, painter: QPainter, top: float, words: str, style: str, role: str, *, left: bool
    ) -> None:
        painter.setFont(self._look.theme.font(style))
        painter.setPen(QPen(self._look.theme.colour(role)))
        advance = painter.fontMetrics().horizontalAdvance(words)
        start = SIDE if left else self._editor.viewport().width() - SIDE - advance
        painter.drawText(QPointF(start, self._baseline(top)), words)

    def _baseline(self, top: float) -> float:
        metrics = self._editor.fontMetrics()
        above = self._editor.line_height - metrics.height()
        return top + ABOVE + above - above // 2 + metrics.ascent()

    def _has_waiting(self) -> bool:
        return bool(self._document.lastBlock().text())

    def _in_view(self, clip: QRectF) -> Iterator[QTextBlock]:
        place = QPointF(SIDE, clip.top())
        position = self._document.documentLayout().hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(max(0, position))
        if block.previous().isValid():
            block = block.previous()
        while block.isValid() and self._top(block) <= clip.bottom():
            yield block
            block = block.next()

    def _top(self, block: QTextBlock) -> float:
        """Where a row begins, below the hairline over it."""
        before = block.previous()
        return self._bottom(before) + 1 if before.isValid() else 0.0

    def _bottom(self, block: QTextBlock) -> float:
        """Where a row ends: the place of the hairline under it."""
        above = self._editor.line_height - self._editor.fontMetrics().height()
        top = self._document.documentLayout().blockBoundingRect(block).top()  # lays the block out
        lines = block.layout()
        if not lines.lineCount():  # in the middle of an edit
            return round(top) + self._editor.line_height + BELOW
        line = lines.lineAt(lines.lineCount() - 1)
        return round(top + line.y() + line.height()) + BELOW + above // 2

    def _on_look_changed(self) -> None:
        self._editor.set_room_below(self.waiting_height if self._has_waiting() else 0)
        self._editor.viewport().update()
