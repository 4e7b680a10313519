"""What is painted around the bullets: hairlines, numbers, word counts, and the row that waits for more."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from briefdesk.ui.fields.bullet_geometry import SIDE, START, BulletGeometry
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.ring import RADIUS
from briefdesk.ui.fields.units import to_units
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.brief.mentions import Mention

LONG = 25
"""Words of a bullet past which its count is shown in warning; the rubric's limit."""


LONG_CHARACTERS = 280
"""Characters past which a bullet is long however few its words are; they are counted in their place."""


@lru_cache(maxsize=4096)
def words_of(bullet: str) -> int:
    """How many words a reader sees in a bullet."""
    from briefdesk.brief.inline import plain  # read with the first bullet, not with the window
    from briefdesk.brief.wording import word_count

    return word_count(plain(bullet))


@lru_cache(maxsize=256)
def is_endless(bullet: str) -> bool:
    """Whether a bullet has more characters than are read at a glance."""
    if len(bullet) <= LONG_CHARACTERS:
        return False
    from briefdesk.brief.inline import plain

    return len(plain(bullet)) > LONG_CHARACTERS


class BulletMargin(QObject):
    """Paints under the text of an editor of bullets, row by row, only what is in view."""

    def __init__(self, editor: Editor, geometry: BulletGeometry, look: Look, hint: str) -> None:
        super().__init__(editor)
        self._editor = editor
        self._geometry = geometry
        self._look = look
        self._hint = hint
        self._mentions: Sequence[Sequence[Mention]] = ()
        self._grip = -1
        self._gap = -1
        self._held: range | None = None
        editor.viewport().installEventFilter(self)
        look.changed.connect(self._on_look_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint before the editor does."""
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            self._paint(watched, QRectF(event.rect()))
        return super().eventFilter(watched, event)

    def show_mentions(self, rows: Sequence[str], terms: Sequence[str]) -> None:
        """Underline the first mention of each of these terms, the way they lead to their definitions."""
        mentions: list[list[Mention]] = []
        if any(terms):
            from briefdesk.brief.mentions import Mentions  # read with the first term, not with the window

            finder = Mentions(terms)
            mentions = [list(finder.first_in_source(row)) for row in rows]
        before, self._mentions = self._mentions, mentions
        # Row by row: what stands behind a key that is typed has another place with every key.
        for row, (old, new) in enumerate(zip_longest(before, mentions)):
            if (old or []) != (new or []):
                self.update_row(row)

    def show_grip(self, row: int) -> None:
        """Show a grip in the place of a row's number; -1 shows none."""
        self._grip, before = row, self._grip
        if row != before:
            self.update_row(before)
            self.update_row(row)

    def show_gap(self, gap: int, rows: range | None) -> None:
        """Show which rows are held, and the gap where they would go; -1 shows nothing."""
        if (gap, rows) != (self._gap, self._held):
            self._gap, self._held = gap, rows
            self._editor.viewport().update()

    def update_row(self, row: int) -> None:
        """Paint a row again."""
        block = self._editor.document().findBlockByNumber(row)
        if block.isValid():
            self._editor.viewport().update(self._geometry.rect(block).toAlignedRect())

    def _paint(self, viewport: QWidget, clip: QRectF) -> None:
        painter = QPainter(viewport)
        path = QPainterPath()
        path.addRoundedRect(QRectF(viewport.rect()), RADIUS - 1, RADIUS - 1)
        painter.setClipRect(clip)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        active = self._editor.textCursor().blockNumber() if self._editor.hasFocus() else -1
        for block in self._geometry.in_view(clip):
            self._paint_row(painter, block, is_active=block.blockNumber() == active)
        end = self._geometry.end
        if self._geometry.has_waiting and clip.bottom() > end:
            self._paint_waiting(painter, end + 1, "+", self.tr("Enter"))
        if self._gap >= 0:
            height = max(0.0, self._geometry.gap_height(self._gap) - 0.5)
            painter.fillRect(QRectF(0, height, viewport.width(), 2), self._look.theme.colour("acc"))
        painter.end()

    def _paint_row(self, painter: QPainter, block: QTextBlock, *, is_active: bool) -> None:
        theme, row = self._look.theme, self._geometry.rect(block)
        number, is_last = block.blockNumber(), not block.next().isValid()
        if self._held is not None and number in self._held:
            painter.fillRect(row, theme.colour("sel"))
        elif is_active:
            painter.fillRect(row, theme.colour("hover"))
        if not is_last or self._geometry.has_waiting:
            painter.fillRect(QRectF(0, row.bottom(), row.width(), 1), theme.colour("line"))
        if is_last and not block.text() and not self._editor.is_composing:
            right = self.tr("Enter") if not is_active else self.tr("Enter: on to the terms") if number else ""
            self._paint_waiting(painter, row.top(), str(number + 1) if is_active else "+", right)
            return
        if number == self._grip or (self._held is not None and number in self._held):
            from briefdesk.ui.icons import pixmap  # read with the first grip, not with the window

            ratio = self._editor.devicePixelRatioF()
            grip = pixmap("grip-vertical", theme, "mut", 14, ratio)
            left = self._geometry.width - SIDE - 11 if self._geometry.is_mirrored else SIDE - 3
            painter.drawPixmap(QPointF(left, self._geometry.baseline(row.top()) - 12), grip)
        else:
            self._paint_words(painter, row.top(), str(number + 1), "body", "mut", at_start=True)
        count = words_of(block.text())
        words = self.tr("{n} w").format(n=count) if is_active and count else ""
        if count > LONG:
            words = self.tr("{n} w").format(n=count)
        elif is_endless(block.text()):
            words = self.tr("{n} ch").format(n=len(block.text()))
        if words:
            role = "warn" if count > LONG or is_endless(block.text()) else "mut"
            self._paint_words(painter, row.top(), words, "tiny", role, at_start=False)
        if number < len(self._mentions):
            for mention in self._mentions[number]:
                self._underline(painter, block, mention)

    def _paint_waiting(self, painter: QPainter, top: float, number: str, right: str) -> None:
        self._paint_words(painter, top, number, "body", "mut", at_start=True)
        self._paint_words(painter, top, right, "tiny", "mut", at_start=False)
        room = painter.fontMetrics().horizontalAdvance(right) + 12
        painter.setFont(self._look.theme.font("body"))
        width = self._geometry.width - START - SIDE - room
        words = painter.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, width)
        left = START
        if self._geometry.is_mirrored:
            left = self._geometry.width - START - painter.fontMetrics().horizontalAdvance(words)
        painter.drawText(QPointF(left, self._geometry.baseline(top)), words)

    def _paint_words(
        self, painter: QPainter, top: float, words: str, style: str, role: str, *, at_start: bool
    ) -> None:
        painter.setFont(self._look.theme.font(style))
        painter.setPen(QPen(self._look.theme.colour(role)))
        left, wide = SIDE, painter.fontMetrics().horizontalAdvance(words)
        if not at_start:
            left = self._geometry.width - SIDE - wide
        elif len(words) > 3:  # a number of four digits ends where one of three does
            left = START - 6 - wide
        if self._geometry.is_mirrored:
            left = self._geometry.width - left - wide
        painter.drawText(QPointF(left, self._geometry.baseline(top)), words)

    def _underline(self, painter: QPainter, block: QTextBlock, mention: "Mention") -> None:
        """Draw the line under the words of a term, in each line of text that they reach into."""
        text, lines = block.text(), block.layout()
        start, end = to_units(text, mention.start), to_units(text, mention.end)
        corner = self._editor.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                one, other = _across(line.cursorToX(first)), _across(line.cursorToX(last))
                place = QPointF(corner.x() + min(one, other), corner.y() + line.y() + line.ascent() + 3)
                painter.fillRect(
                    QRectF(place.x(), round(place.y()), abs(other - one), 2), self._look.theme.colour("acc")
                )

    def _on_look_changed(self) -> None:
        self._geometry.measure()
        waiting = self._geometry.waiting_height if self._geometry.has_waiting else 0
        self._editor.set_room_below(waiting)
        self._editor.viewport().update()


def _across(found: object) -> float:
    """The place across, of what Qt gives for a place in a line: it and the place itself."""
    return float(found[0]) if isinstance(found, tuple) else 0.0
