"""The list of findings: level, icon, criterion, message, where the rule comes from, and what to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from briefdesk.checks.finding import Finding, Level
from briefdesk.ui.icons import pixmap
from briefdesk.ui.review.levels import LEVELS, MARK
from briefdesk.ui.row_model import ROW, Index, RowModel
from briefdesk.ui.theme import BASE_SIZE, Look, Theme

PAD = 14
GAP = 9
GROUP, ICON, NAME, ORIGIN = 100, 16, 34, 136
HEIGHT, BUTTON, TAG = 27, 21, 18
FEWEST = 8
"""Characters of what to do that are worth their room; fewer are left to the tool tip."""
WIDE, NARROW = 1000, 700
"""Widths in pixels below which first the origin of a rule, then the name of its level give their room to
the words: the tool tip has the one, the icon says the other. All of these are at normal text size."""

State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as it is listed. `group` stands in the first row of its level only.

    `fix_column` says that the list has room for a button that repairs, which one of its rows has.
    """

    finding: Finding
    origin: str
    fixable: bool
    group: str = ""
    ends_group: bool = False
    fix_column: bool = False


def finding_model(parent: QObject) -> RowModel[FindingRow]:
    """A list of such rows."""
    role = Qt.ItemDataRole
    says: Mapping[Qt.ItemDataRole, Callable[[FindingRow], str]] = {
        role.DisplayRole: lambda row: row.finding.message,
        role.ToolTipRole: _tip,
        role.AccessibleTextRole: _spoken,
    }
    return RowModel(says, parent)


def finding_rows(
    findings: Sequence[Finding], origins: Mapping[str, str], fixable: Sequence[bool]
) -> Iterator[FindingRow]:
    """The rows of these findings, which are sorted by level."""
    fixes = any(fixable)
    for number, (finding, can_fix) in enumerate(zip(findings, fixable, strict=True)):
        level = finding.level
        first = number == 0 or findings[number - 1].level is not level
        last = number + 1 < len(findings) and findings[number + 1].level is not level
        group = f"{LEVELS[level].words} · {_count(findings, level)}" if first else ""
        yield FindingRow(finding, origins.get(finding.criterion, ""), can_fix, group, last, fixes)


def _tip(row: FindingRow) -> str:
    finding = row.finding
    return "\n".join(filter(None, (finding.message, finding.fix, f"{finding.criterion} · {row.origin}")))


def _spoken(row: FindingRow) -> str:
    finding = row.finding
    return f"{LEVELS[finding.level].words}, {finding.criterion}: {finding.message}. {finding.fix}"


class FindingPainter(QStyledItemDelegate):
    """Paints a finding on one line with its buttons at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._scaled(HEIGHT))

    def _scaled(self, size: int) -> int:
        return round(size * self._look.theme.base_size / BASE_SIZE)

    def buttons(self, rect: QRect, row: FindingRow) -> dict[str, QRect]:
        """Where the buttons of a row are, by what they do."""
        found: dict[str, QRect] = {}
        right = rect.right() - PAD + 1
        for act, wide in self._widths().items():
            if act == "show" or row.fixable:
                high = self._scaled(BUTTON)
                found[act] = QRect(right - wide, rect.y() + (rect.height() - high) // 2, wide, high)
            right -= wide + 4
        return found

    def _widths(self) -> dict[str, int]:
        """How wide the buttons are, from the right edge inwards."""
        metrics = QFontMetrics(self._look.theme.font("small"))
        texts = {"show": self.tr("Show"), "fix": self.tr("Fix")}
        return {act: metrics.horizontalAdvance(text) + 18 for act, text in texts.items()}

    def _actions_from(self, rect: QRect, *, fixes: bool) -> int:
        """Where the column of the buttons begins, whichever a row has."""
        widths = [wide for act, wide in self._widths().items() if fixes or act != "fix"]
        return rect.right() - PAD + 1 - sum(widths) - 4 * (len(widths) - 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._look.theme, option.rect
        row: FindingRow = index.data(ROW)
        level = LEVELS[row.finding.level]
        chosen = bool(option.state & State.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & State.State_MouseOver:
            painter.fillRect(rect, theme.colour("sel" if chosen else "hover"))
        painter.fillRect(
            rect.x(), rect.bottom(), rect.width(), 1, theme.colour("edge" if row.ends_group else "line")
        )
        if option.state & State.State_HasFocus:
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        at = rect.x() + PAD
        if rect.width() >= self._scaled(NARROW):
            text = QRect(at, rect.y(), self._scaled(GROUP), rect.height() - 1)
            group_font = theme.font("small")
            group_font.setWeight(group_font.Weight.DemiBold)
            _write(painter, text, row.group, group_font, theme.colour(level.role))
            at = text.right() + GAP
        side = self._scaled(ICON)
        picture = pixmap(level.icon, theme, level.role, side, painter.device().devicePixelRatioF())
        painter.drawPixmap(at, rect.y() + (rect.height() - side) // 2, picture)
        at += side + GAP
        tag = QRect(at, 0, self._scaled(NAME), self._scaled(TAG))
        tag.moveTop(rect.y() + (rect.height() - tag.height()) // 2)
        self._paint_name(painter, tag, row, theme)
        at += tag.width() + GAP
        buttons = self.buttons(rect, row)
        end = self._actions_from(rect, fixes=row.fix_column) - GAP
        if rect.width() >= self._scaled(WIDE):
            origin = QRect(end - self._scaled(ORIGIN), rect.y(), self._scaled(ORIGIN), rect.height())
            _write(painter, origin, row.origin, theme.font("small"), theme.colour("mut"))
            end = origin.left() - GAP
        message = QRect(at, rect.y(), end - at, rect.height())
        self._paint_words(painter, message, row.finding, theme)
        for act, box in buttons.items():
            self._paint_button(painter, box, act, theme, primary=chosen and act == "fix")
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, finding: Finding, theme: Theme) -> None:
        """What is, and in the room that is left behind it, what to do."""
        font = theme.font("body")
        _write(painter, box, finding.message, font, theme.colour("ink"))
        rest = QRect(box)
        rest.setLeft(box.left() + QFontMetrics(font).horizontalAdvance(finding.message))
        if finding.fix and rest.width() > FEWEST * QFontMetrics(font).averageCharWidth():
            _write(painter, rest, f"{MARK}{finding.fix}", font, theme.colour("mut"))

    def _paint_name(self, painter: QPainter, box: QRect, row: FindingRow, theme: Theme) -> None:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font("tiny"))
        painter.setPen(theme.colour("mut"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), row.finding.criterion)

    def _paint_button(self, painter: QPainter, box: QRect, act: str, theme: Theme, *, primary: bool) -> None:
        painter.setPen(QPen(theme.colour("acc" if primary else "line"), 1))
        painter.setBrush(theme.colour("acc" if primary else "pane"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("pane" if primary else "ink"))
        text = self.tr("Show") if act == "show" else self.tr("Fix")
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


class FindingList(QListView):
    """Lists the findings; Enter or a click shows the place of one, its button repairs it."""

    shown = Signal(object)
    fixed = Signal(object)

    def __init__(self, model: RowModel[FindingRow], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = FindingPainter(look)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def finding(self) -> Finding | None:
        """The finding with the keyboard on it."""
        row = self.currentIndex().data(ROW)
        return row.finding if row else None

    def fixable(self) -> bool:
        """Whether the finding with the keyboard on it can be repaired."""
        row = self.currentIndex().data(ROW)
        return bool(row and row.fixable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if finding := self.finding():
                self.shown.emit(finding)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        at = e.position().toPoint()
        index = self.indexAt(at)
        if e.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._click(index, at)

    def _click(self, index: QModelIndex, at: QPoint) -> None:
        row: FindingRow = index.data(ROW)
        box = self._painter.buttons(self.visualRect(index), row).get("fix")
        signal = self.fixed if box is not None and box.contains(at) else self.shown
        signal.emit(row.finding)


def _write(painter: QPainter, box: QRect, text: str, font: Any, colour: Any) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), cut)


def _count(findings: Sequence[Finding], level: Level) -> int:
    return sum(each.level is level for each in findings)
