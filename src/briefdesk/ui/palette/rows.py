"""The rows of the palette: headings, commands with their keys, briefs with their state; and their painter."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.ui.icons import pixmap
from briefdesk.ui.row_model import ROW, Index, RowModel
from briefdesk.ui.theme import BASE_SIZE, Look, Theme

HEIGHT, HEADING, PAD, GAP, ICON, CAP = 34, 27, 14, 9, 16, 18


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One row. A heading has no `id`.

    `group` is "command" or "brief"; `places` are the code points of the text that matched; `note` stands
    at the right, `key` in a cap behind it; `why_not` says why it cannot be chosen; `dot` is the role of
    the colour of a state.
    """

    text: str
    id: str = ""
    group: str = ""
    places: tuple[int, ...] = ()
    note: str = ""
    key: str = ""
    icon: str = ""
    dot: str = ""
    enabled: bool = True
    why_not: str = ""

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        return ", ".join(filter(None, (self.text, self.why_not or self.note, self.key)))


def palette_model(parent: QObject) -> RowModel[PaletteRow]:
    """A list of such rows; its headings cannot be chosen."""
    role = Qt.ItemDataRole
    says: Mapping[Qt.ItemDataRole, Callable[[PaletteRow], str | None]] = {
        role.DisplayRole: lambda row: row.text,
        role.AccessibleTextRole: lambda row: row.spoken,
        role.ToolTipRole: lambda row: row.text if row.id else None,
    }
    return RowModel(says, parent, is_choice=lambda row: bool(row.id))


def next_choice(rows: Sequence[PaletteRow], at: int, by: int) -> int:
    """The row that can be chosen after (+1) or before (-1) one, around the ends; -1 for none."""
    choices = [number for number, row in enumerate(rows) if row.id]
    if not choices:
        return -1
    if at not in choices:
        return choices[0 if by > 0 else -1]
    return choices[(choices.index(at) + by) % len(choices)]


class PalettePainter(QStyledItemDelegate):
    """Paints a row: icon, text with what matched in it, note or reason, key."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._scaled(HEIGHT if index.data(ROW).id else HEADING))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PaletteRow = index.data(ROW)
        theme = self._look.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        inside = rect.adjusted(PAD, 0, -PAD, 0)
        if not row.id:
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("mut"))
            painter.drawText(inside, _CENTRED, row.text)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            if chosen or state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(rect, theme.colour("sel" if chosen else "hover"))
            self._paint_row(painter, inside, row, theme, chosen=chosen)
        painter.restore()

    def _paint_row(
        self, painter: QPainter, box: QRect, row: PaletteRow, theme: Theme, *, chosen: bool
    ) -> None:
        size = self._scaled(ICON)
        role = "acc" if chosen and row.enabled else "mut"
        picture = pixmap(row.icon, theme, role, size, painter.device().devicePixelRatioF())
        painter.drawPixmap(box.x(), box.y() + (box.height() - size) // 2, picture)
        left = box.x() + size + GAP
        right = box.right() + 1
        if row.key:
            right = self._paint_key(painter, QRect(left, box.y(), right - left, box.height()), row.key, theme)
        note = row.why_not if not row.enabled else row.note
        if note:
            right = self._paint_note(
                painter, QRect(left, box.y(), right - left, box.height()), row, note, theme
            )
        self._paint_text(painter, QRect(left, box.y(), right - left, box.height()), row, theme)

    def _paint_key(self, painter: QPainter, box: QRect, key: str, theme: Theme) -> int:
        """Paint a key in its cap at the end of the box; gives where the room before it ends."""
        font = theme.font("tiny")
        wide = QFontMetrics(font).horizontalAdvance(key) + 12
        high = self._scaled(CAP)
        cap = QRectF(box.right() + 1 - wide, box.y() + (box.height() - high) / 2, wide, high)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("pane"))
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(font)
        painter.setPen(theme.colour("mut"))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), key)
        return box.right() + 1 - wide - GAP

    def _paint_note(self, painter: QPainter, box: QRect, row: PaletteRow, note: str, theme: Theme) -> int:
        font = theme.font("small")
        metrics = QFontMetrics(font)
        text = metrics.elidedText(note, Qt.TextElideMode.ElideRight, box.width() // 2)
        wide = metrics.horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(theme.colour("mut" if row.enabled else "warn"))
        place = QRect(box.right() + 1 - wide, box.y(), wide, box.height())
        painter.drawText(place, _CENTRED, text)
        left = place.x()
        if row.dot:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(row.dot))
            left -= 14
            painter.drawEllipse(QRectF(left, box.center().y() - 3.5, 8, 8))
        return left - GAP

    def _paint_text(self, painter: QPainter, box: QRect, row: PaletteRow, theme: Theme) -> None:
        """Paint the text, what matched in it strong and in the accent's colour, and cut it where it ends."""
        plain, strong = theme.font("body"), theme.font("row")
        ink = theme.colour("ink" if row.enabled else "mut")
        matched, at = frozenset(row.places), float(box.x())
        end = box.right() + 1
        for text, is_match in _runs(row.text, matched):
            font = strong if is_match else plain
            metrics = QFontMetrics(font)
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, int(end - at)))
            painter.setFont(font)
            painter.setPen(theme.colour("acc") if is_match and row.enabled else ink)
            painter.drawText(QRectF(at, box.y(), max(0.0, end - at), box.height()), _CENTRED, cut)
            if cut != text:
                return
            at += metrics.horizontalAdvance(text)

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self._look.theme.base_size / BASE_SIZE)


class PaletteList(QListView):
    """The list, opaque: what is behind it need not be painted for each key."""

    def __init__(self, model: RowModel[PaletteRow], look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("paletteList")
        self.setAccessibleName(self.tr("What was found"))
        self.setModel(model)
        self.setItemDelegate(PalettePainter(look))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(e.rect(), self._look.theme.colour("pane"))
        painter.end()
        super().paintEvent(e)


_CENTRED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine)


def _runs(text: str, matched: frozenset[int]) -> list[tuple[str, bool]]:
    """The text in pieces that matched or did not."""
    runs: list[tuple[str, bool]] = []
    for number, char in enumerate(text):
        is_match = number in matched
        if runs and runs[-1][1] is is_match:
            runs[-1] = (runs[-1][0] + char, is_match)
        else:
            runs.append((char, is_match))
    return runs
