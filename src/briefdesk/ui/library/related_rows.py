"""The rows of the related picker: a mark, a headline, and the reason in a pill."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.brief.model import Brief, Related
from briefdesk.ui.icons import pixmap
from briefdesk.ui.library.candidates import FOUND, WORDS_OF_A_REASON, Candidate, Offers
from briefdesk.ui.row_model import ROW, Index, RowModel
from briefdesk.ui.theme import BASE_SIZE, Look, Theme

PAD_X = 11
MARK = 18
MARK_GAP = 8
LINE_HEIGHT = 32
PILL_LINE = 22
PILL = 18
STACKED_BELOW = 460
"""Widths in pixels below which the pill stands under the headline."""

State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class PickerRow:
    """One row: a chosen brief, or one that is offered under a digit (0: none).

    `external` says that a chosen entry is no brief of the library; its reason is where it leads to.
    """

    id: str
    headline: str
    summary: str
    why: str = ""
    chosen: bool = False
    digit: int = 0
    external: bool = False


def picker_rows(
    brief: Brief, offers: Offers, batch: Sequence[Candidate], found: Offers | None
) -> Iterator[PickerRow]:
    """The rows for a brief: what is chosen, then what was found, or else the suggestions of the batch."""
    reasons = offers.reasons
    for entry in brief.related:
        why = _reason(reasons.get(entry.id, ())) if entry.id else _leads_to(entry)
        yield PickerRow(entry.id, entry.headline, entry.summary, why, chosen=True, external=not entry.id)
    if found is not None:
        for each in found.free(brief, FOUND):
            yield PickerRow(each.id, each.headline, each.summary, _reason(reasons.get(each.id, ())))
        return
    chosen = {entry.id for entry in brief.related}
    for digit, each in enumerate(batch, 1):
        if each.id not in chosen:
            yield PickerRow(each.id, each.headline, each.summary, _reason(each.why), digit=digit)


def next_row(rows: tuple[PickerRow, ...], before: PickerRow | None, at: int) -> int:
    """Where the keyboard goes on: with its row; past an offer that was taken, to the next offer."""
    if before is None:
        return 0
    if at < len(rows) and rows[at] == before:
        return at
    for number, row in enumerate(rows):
        if row.id == before.id and row.chosen == before.chosen:
            return number
    if before.chosen:
        return at
    return next((number for number, row in enumerate(rows) if number >= at and not row.chosen), len(rows) - 1)


def _reason(why: Sequence[str]) -> str:
    return " · ".join(why[:WORDS_OF_A_REASON])


def _leads_to(entry: Related) -> str:
    elsewhere = QCoreApplication.translate("Library", "not in this library")
    return urlsplit(entry.url).hostname or elsewhere


def picker_model(parent: QObject) -> RowModel[PickerRow]:
    """A list of such rows."""
    role = Qt.ItemDataRole
    says: Mapping[Qt.ItemDataRole, Callable[[PickerRow], str]] = {
        role.DisplayRole: lambda row: row.headline,
        role.ToolTipRole: lambda row: "\n\n".join(filter(None, (row.headline, row.summary))),
        role.AccessibleTextRole: _spoken,
    }
    return RowModel(says, parent)


def _spoken(row: PickerRow) -> str:
    """The row as it is read aloud."""
    if row.chosen:
        words = QCoreApplication.translate("Library", "{headline}, chosen")
    elif row.digit:
        words = QCoreApplication.translate("Library", "{headline}, suggestion {n}: {why}")
    else:
        words = QCoreApplication.translate("Library", "{headline}, found")
    return words.format(headline=row.headline, n=row.digit, why=row.why)


class PickerPainter(QStyledItemDelegate):
    """Paints a row on one line, or with the pill on a second one where there is little room."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self.stacked = False
        self.digits = False
        self.lit = False

    @property
    def _scale(self) -> float:
        return self._look.theme.base_size / BASE_SIZE

    @property
    def _pill_height(self) -> int:
        return round(PILL * self._scale)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: PickerRow = index.data(ROW)
        height = LINE_HEIGHT + (PILL_LINE if self.stacked and row.why else 0)
        return QSize(100, round(height * self._scale))

    def mark_rect(self, rect: QRect) -> QRect:
        """Where the mark of a row is: the place that a click takes for adding or removing."""
        return QRect(rect.x(), rect.y(), PAD_X + MARK + MARK_GAP // 2, round(LINE_HEIGHT * self._scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._look.theme, index.data(ROW)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & State.State_MouseOver)
        selected = self.lit and bool(option.state & State.State_Selected)
        if hovered or selected:
            painter.fillRect(rect.adjusted(1, 0, -1, -1), theme.colour("sel" if selected else "hover"))
        if index.row() + 1 < index.model().rowCount():
            painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if option.state & State.State_HasFocus:
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -3), 6, 6)
        line = QRect(rect.x() + PAD_X, rect.y(), rect.width() - 2 * PAD_X, round(LINE_HEIGHT * self._scale))
        self._paint_mark(painter, line, row, theme, hovered=hovered)
        text = line.adjusted(MARK + MARK_GAP, 0, 0, 0)
        if row.why and self.stacked:
            self._paint_headline(painter, text, row, theme)
            below = QRect(text.x(), line.bottom() - 2, text.width(), self._pill_height)
            self._paint_pill(painter, below, row, theme, at_end=False)
        else:
            taken = self._paint_pill(painter, text, row, theme, at_end=True) if row.why else 0
            self._paint_headline(painter, text.adjusted(0, 0, -taken, 0), row, theme)
        painter.restore()

    def _paint_mark(
        self, painter: QPainter, line: QRect, row: PickerRow, theme: Theme, *, hovered: bool
    ) -> None:
        box = QRect(line.x(), line.y(), 14, line.height())
        if self.digits and row.digit:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("acc"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(row.digit))
            return
        name = "plus" if not row.chosen else "x" if hovered else "check"
        role = "acc" if row.chosen and not hovered else "mut"
        picture = pixmap(name, theme, role, 14, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.x(), box.y() + (box.height() - 14) // 2, picture)

    def _paint_headline(self, painter: QPainter, box: QRect, row: PickerRow, theme: Theme) -> None:
        font = theme.font("body")
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if row.chosen else "mut"))
        text = QFontMetricsF(font).elidedText(row.headline, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), text)

    def _paint_pill(
        self, painter: QPainter, box: QRect, row: PickerRow, theme: Theme, *, at_end: bool
    ) -> int:
        """Paint the reason, and give the room it took with the gap before it."""
        font = theme.font("tiny")
        metrics = QFontMetricsF(font)
        most = box.width() * (0.45 if at_end else 1) - 16
        text = metrics.elidedText(row.why, Qt.TextElideMode.ElideRight, most)
        wide = round(metrics.horizontalAdvance(text)) + 16
        left = box.right() + 1 - wide if at_end else box.x()
        high = self._pill_height
        pill = QRect(left, box.y() + (box.height() - high) // 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("chip" if row.external else "accbg"))
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(theme.colour("mut" if row.external else "acc"))
        painter.setFont(font)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
        return wide + 10
