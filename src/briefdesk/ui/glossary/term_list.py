"""The terms at the left of the glossary: a model of any length, and the painter of its rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.brief.hygiene import Fault, Remark
from briefdesk.brief.wording import word_count
from briefdesk.store.records import Entry
from briefdesk.ui.row_model import ROW, Index, RowModel
from briefdesk.ui.theme import BASE_SIZE, Look

HEIGHT = 51
RADIUS = 8


class Which(StrEnum):
    """Which terms are listed."""

    ALL = "all"
    UNDEFINED = "undefined"
    CHECK = "check"
    UNUSED = "unused"


def fits(which: Which, entry: Entry, said: Sequence[Remark]) -> bool:
    """Whether a term is one of those."""
    if which is Which.UNDEFINED:
        return not entry.definition
    if which is Which.CHECK:
        return bool(entry.definition) and any(not each.well for each in said)
    return which is Which.ALL or not entry.uses


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of the house, with what there is to say of its definitions."""

    entry: Entry
    said: Sequence[Remark] = ()

    @property
    def sign(self) -> str:
        """The colour of the dot: a role."""
        if not self.entry.definition:
            return "err"
        if any(not each.well for each in self.said):
            return "warn"
        return "ready" if self.entry.uses else "edge"

    @property
    def below(self) -> str:
        """What stands under the term."""
        entry = self.entry
        if not entry.definition:
            return _tr("used, not defined")
        words = _tr("{n} words").format(n=word_count(entry.definition))
        if any(each.fault is Fault.CIRCULAR and not each.well for each in self.said):
            return _tr("circular definition")
        if not entry.uses:
            return _tr("unused, {words}").format(words=words)
        if entry.also:
            return _tr("also: {terms}").format(terms=", ".join(entry.also))
        return _tr("house wording, {words}").format(words=words) if entry.is_house else words

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        used = _tr("used in {n}").format(n=self.entry.uses)
        return f"{self.entry.term}, {self.below}, {used}"


def term_model(parent: QObject) -> RowModel[TermRow]:
    """A list of such rows."""
    role = Qt.ItemDataRole
    says: Mapping[Qt.ItemDataRole, Callable[[TermRow], str]] = {
        role.DisplayRole: lambda row: row.entry.term,
        role.ToolTipRole: lambda row: f"{row.entry.term}\n{row.entry.definition}".strip(),
        role.AccessibleTextRole: lambda row: row.spoken,
    }
    return RowModel(says, parent)


class TermPainter(QStyledItemDelegate):
    """Paints a term: dot, name, what there is to say, and in how many briefs it is used."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(HEIGHT * self._look.theme.base_size / BASE_SIZE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._look.theme, index.data(ROW)
        entry: Entry = row.entry
        state, flag = option.state, QStyle.StateFlag
        rect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & flag.State_Selected or state & flag.State_MouseOver:
            painter.setBrush(theme.colour("sel" if state & flag.State_Selected else "hover"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if state & flag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(row.sign))
        painter.drawEllipse(QRectF(rect.x() + 9, rect.center().y() - 3.5, 8, 8))
        count = str(entry.uses)
        small = theme.font("small")
        room = QFontMetrics(small).horizontalAdvance(count)
        painter.setFont(small)
        painter.setPen(theme.colour("mut"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -11, 0), right, count)
        text = rect.adjusted(28, 6, -room - 20, -6)
        half = text.height() // 2
        upper, lower = text.adjusted(0, 0, 0, -half), text.adjusted(0, half, 0, 0)
        for words, style, role, box in (
            (entry.term, "row", "ink", upper),
            (row.below, "small", "mut", lower),
        ):
            font = theme.font(style)
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Glossary", text)
