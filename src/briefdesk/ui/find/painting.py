"""How the rows of the list of changes are painted: what goes is struck out, what comes is underlined."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.brief.seeking import Span
from briefdesk.desk.replacing import TextChange
from briefdesk.ui.fields.units import from_units, to_units
from briefdesk.ui.find.changes import ROW, Index, Line, already, is_published, place_of, title
from briefdesk.ui.icons import pixmap
from briefdesk.ui.theme import BASE_SIZE, Look

HEIGHT = 48
LEFT, INDENT, BOX, PLACE = 12, 26, 15, 132
CONTEXT = 36
"""Characters in front of the first change that are shown."""


class ChangePainter(QStyledItemDelegate):
    """Paints a brief with its state, or a text before and after."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    @property
    def height(self) -> int:
        """Height of a row in pixels: the two lines of a change."""
        return round(HEIGHT * self._look.theme.base_size / BASE_SIZE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line: Line = index.data(ROW)
        area = QRect(option.rect)
        state = option.state
        theme = self._look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(area)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, theme.colour("sel"))
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("sel"))
        elif line.change is None:
            painter.fillRect(area, theme.colour("rail"))
        left = area.left() + LEFT + (0 if line.change is None else INDENT)
        self._paint_box(painter, QRect(left, area.center().y() - BOX // 2, BOX, BOX), line.state)
        rest = area.adjusted(left - area.left() + BOX + 10, 0, -LEFT, 0)
        if line.change is None:
            self._paint_brief(painter, rest, line)
        else:
            self._paint_change(painter, rest, line, line.change)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, state: Qt.CheckState) -> None:
        theme = self._look.theme
        is_empty = state is Qt.CheckState.Unchecked
        painter.setPen(theme.colour("edge" if is_empty else "acc"))
        painter.setBrush(theme.colour("pane" if is_empty else "acc"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if state is Qt.CheckState.Checked:
            painter.drawPixmap(box.adjusted(1, 1, -1, -1), pixmap("check", theme, "pane", 13))
        elif not is_empty:
            painter.fillRect(QRect(box.left() + 4, box.center().y(), BOX - 8, 2), theme.colour("pane"))

    def _paint_brief(self, painter: QPainter, area: QRect, line: Line) -> None:
        theme = self._look.theme
        painter.setFont(theme.font("small"))
        words = ""
        if is_published(line.proposal):
            words = "●  " + self.tr("Published")
            painter.setPen(theme.colour("publ"))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        room = painter.fontMetrics().horizontalAdvance(words) + (16 if words else 0)
        font = theme.font("body")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("ink"))
        area = area.adjusted(0, 0, -room, 0)
        name = painter.fontMetrics().elidedText(
            title(line.proposal), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_change(self, painter: QPainter, area: QRect, line: Line, change: TextChange) -> None:
        theme = self._look.theme
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("mut"))
        place = painter.fontMetrics().elidedText(place_of(line), Qt.TextElideMode.ElideRight, PLACE - 10)
        column = QRect(area.left(), area.top(), PLACE - 10, area.height())
        painter.drawText(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, place)
        texts = area.adjusted(PLACE, 4, 0, -4)
        half = texts.height() // 2
        goes = QTextCharFormat()
        goes.setForeground(theme.colour("err"))
        goes.setBackground(theme.colour("errbg"))
        goes.setFontStrikeOut(True)
        comes = QTextCharFormat()
        comes.setForeground(theme.colour("acc"))
        comes.setBackground(theme.colour("accbg"))
        comes.setFontUnderline(True)
        if change.doubled and line.state is Qt.CheckState.Unchecked:
            self._paint_text(painter, texts.adjusted(0, 0, 0, -half), change.before, [], comes)
            painter.setPen(theme.colour("mut"))
            painter.setFont(theme.font("small"))
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(
                texts.adjusted(0, half, 0, 0), left, self.tr("Left out: {why}").format(why=already())
            )
            return
        olds = [span for span, _ in change.puts]
        self._paint_text(painter, texts.adjusted(0, 0, 0, -half), change.before, olds, goes)
        self._paint_text(painter, texts.adjusted(0, half, 0, 0), change.after, new_spans(change), comes)

    def _paint_text(
        self, painter: QPainter, area: QRect, text: str, spans: list[Span], form: QTextCharFormat
    ) -> None:
        text = text.replace("\n", " ")
        cut = max(0, spans[0].start - CONTEXT) if spans else 0
        if cut:  # at a word
            cut = text.find(" ", cut, spans[0].start) + 1 or cut
        lead = "…" if cut else ""
        snippet = lead + text[cut : cut + 400]
        shift = len(lead) - cut
        places = [Span(span.start + shift, span.end + shift) for span in spans]
        layout, row = self._laid_out(snippet, places, form)
        if row.naturalTextWidth() > area.width():
            room = area.width() - QFontMetrics(layout.font()).horizontalAdvance("…")
            end = row.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
            snippet = snippet[: from_units(snippet, end)].rstrip() + "…"
            layout, row = self._laid_out(snippet, places, form)
        painter.setPen(self._look.theme.colour("ink"))
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        y = area.top() + (area.height() - row.height()) / 2
        layout.draw(painter, QPointF(area.left(), y))
        painter.restore()

    def _laid_out(self, text: str, spans: list[Span], form: QTextCharFormat) -> tuple[QTextLayout, QTextLine]:
        """A text in one line, with a format in some places, as far as these are in it."""
        layout = QTextLayout(text, self._look.theme.font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        formats: list[QTextLayout.FormatRange] = []
        for span in spans:
            made = QTextLayout.FormatRange()
            made.start = to_units(text, min(span.start, len(text)))
            made.length = to_units(text, min(span.end, len(text))) - made.start
            made.format = form
            if made.length > 0:
                formats.append(made)
        layout.setFormats(formats)
        layout.beginLayout()
        row = layout.createLine()
        row.setLineWidth(1_000_000)
        layout.endLayout()
        return layout, row


def new_spans(change: TextChange) -> list[Span]:
    """Where the new words stand in the text as it would be."""
    found: list[Span] = []
    shift = 0
    for span, words in change.puts:
        start = span.start + shift
        found.append(Span(start, start + len(words)))
        shift += len(words) - (span.end - span.start)
    return found
