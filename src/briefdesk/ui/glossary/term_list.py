"""The terms at the left of the glossary: a model of any length, and the painter of its rows."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.brief.hygiene import Fault, Remark
from briefdesk.brief.wording import word_count
from briefdesk.store.records import Entry
from briefdesk.ui.theme import BASE_SIZE, Look

HEIGHT = 51
RADIUS = 8
TERM = Qt.ItemDataRole.UserRole
SIGN = Qt.ItemDataRole.UserRole + 1
BELOW = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


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


class TermModel(QAbstractListModel):
    """The terms of the house, with what there is to say of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self._said: Mapping[str, Sequence[Remark]] = {}

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == TERM:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.term
        if role == SIGN:
            return self._sign(entry)
        if role == BELOW:
            return self._below(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{entry.term}\n{entry.definition}".strip()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            used = self.tr("used in {n}").format(n=entry.uses)
            return f"{entry.term}, {self._below(entry)}, {used}"
        return None

    def show(self, entries: Sequence[Entry], said: Mapping[str, Sequence[Remark]]) -> None:
        """List these terms."""
        self.beginResetModel()
        self.entries, self._said = tuple(entries), said
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The row of the term of a key, -1 where it is not listed."""
        return next((row for row, entry in enumerate(self.entries) if entry.key == key), -1)

    def _sign(self, entry: Entry) -> str:
        """The colour of the dot: a role."""
        if not entry.definition:
            return "err"
        if any(not each.well for each in self._said.get(entry.key, ())):
            return "warn"
        return "ready" if entry.uses else "edge"

    def _below(self, entry: Entry) -> str:
        if not entry.definition:
            return self.tr("used, not defined")
        bad = {each.fault for each in self._said.get(entry.key, ()) if not each.well}
        words = self.tr("{n} words").format(n=word_count(entry.definition))
        if Fault.CIRCULAR in bad:
            return self.tr("circular definition")
        if not entry.uses:
            return self.tr("unused, {words}").format(words=words)
        if entry.also:
            return self.tr("also: {terms}").format(terms=", ".join(entry.also))
        return self.tr("house wording, {words}").format(words=words) if entry.is_house else words


class TermPainter(QStyledItemDelegate):
    """Paints a term: dot, name, what there is to say, and in how many briefs it is used."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, round(HEIGHT * self._look.theme.base_size / BASE_SIZE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, entry = self._look.theme, index.data(TERM)
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
        painter.setBrush(theme.colour(index.data(SIGN)))
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
            (index.data(BELOW), "small", "mut", lower),
        ):
            font = theme.font(style)
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()
