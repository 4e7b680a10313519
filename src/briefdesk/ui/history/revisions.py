"""The list of kept states: a day's label, then one row for each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.brief import moments
from briefdesk.brief.fields import QT_TRANSLATE_NOOP
from briefdesk.store.records import Revision
from briefdesk.ui.history.saying import label
from briefdesk.ui.library.row import dot
from briefdesk.ui.row_model import ROW, Index, RowModel
from briefdesk.ui.theme import BASE_SIZE, Look

PAD = 10
MARK = 24
HEIGHT = 50
DAY = 29
RADIUS = 8

REASONS = {
    "replace": QT_TRANSLATE_NOOP("History", "find and replace"),
    "before replace": QT_TRANSLATE_NOOP("History", "before find and replace"),
    "pause": QT_TRANSLATE_NOOP("History", "kept at a pause"),
    "switch": QT_TRANSLATE_NOOP("History", "left for another brief"),
    "close": QT_TRANSLATE_NOOP("History", "closed"),
    "status": QT_TRANSLATE_NOOP("History", "status changed"),
    "rename": QT_TRANSLATE_NOOP("History", "term renamed"),
    "before rename": QT_TRANSLATE_NOOP("History", "before a term was renamed"),
    "house wording": QT_TRANSLATE_NOOP("History", "house wording used"),
    "before house wording": QT_TRANSLATE_NOOP("History", "before the house wording was used"),
    "import": QT_TRANSLATE_NOOP("History", "imported"),
    "publish": QT_TRANSLATE_NOOP("History", "published"),
    "restore": QT_TRANSLATE_NOOP("History", "restored"),
    "merge": QT_TRANSLATE_NOOP("History", "joined with another hand"),
}
"""Why a state was kept, in words."""

State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """A kept state in words. `day` stands over the first row of a day only."""

    revision: Revision
    title: str
    meta: str
    day: str = ""


def revision_model(parent: QObject) -> RowModel[RevisionRow]:
    """A list of such rows."""
    role = Qt.ItemDataRole
    says: Mapping[Qt.ItemDataRole, Callable[[RevisionRow], str]] = {
        role.DisplayRole: lambda row: row.title,
        role.AccessibleTextRole: _spoken,
        role.ToolTipRole: _spoken,
    }
    return RowModel(says, parent)


def revision_rows(revisions: Sequence[Revision], now: datetime) -> Iterator[RevisionRow]:
    """The rows of these kept states, newest first; days are told as seen from `now`."""
    before: date | None = None
    for revision in revisions:
        at = moments.read(revision.at).astimezone(now.tzinfo)
        name = day_name(at, now) if at.date() != before else ""
        before = at.date()
        yield RevisionRow(revision, title_of(revision), _meta(revision, at), name)


class RevisionPainter(QStyledItemDelegate):
    """Paints a kept state in two lines, under the name of its day where that begins."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    @property
    def _scale(self) -> float:
        return self._look.theme.base_size / BASE_SIZE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: RevisionRow = index.data(ROW)
        return QSize(100, round((HEIGHT + (DAY if row.day else 0)) * self._scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        row: RevisionRow = index.data(ROW)
        rect = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        leading = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        if row.day:
            day = QRect(rect.x() + PAD, rect.y() + 6, rect.width() - PAD, round((DAY - 6) * self._scale))
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("mut"))
            painter.drawText(day, leading, row.day)
            rect.setTop(day.bottom() + 1)
        rect.adjust(0, 0, 0, -2)
        if option.state & (State.State_Selected | State.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel" if option.state & State.State_Selected else "hover"))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if option.state & State.State_HasFocus:
            painter.setPen(QPen(theme.colour("acc"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        half = rect.height() // 2
        dot(painter, QPointF(rect.x() + PAD + 4, rect.y() + half / 2 + 4), theme.colour("edge"))
        text = rect.adjusted(PAD + MARK, 6, -PAD, -6)
        for line, style, role, box in (
            (row.title, "row", "ink", text.adjusted(0, 0, 0, -text.height() // 2)),
            (row.meta, "small", "mut", text.adjusted(0, text.height() // 2, 0, 0)),
        ):
            font = theme.font(style)
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            cut = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, leading, cut)
        painter.restore()


def title_of(revision: Revision) -> str:
    """What changed with a kept state: the first two fields, and how many more."""
    names = [label(name) for name in revision.changed]
    if revision.number == 1 or not names:
        return _tr("First kept state") if revision.number == 1 else _tr("No change")
    if len(names) <= 2:
        return ", ".join(names)
    return _tr("{names} and {n} more").format(names=", ".join(names[:2]), n=len(names) - 2)


def day_name(at: datetime, now: datetime) -> str:
    """The day of a moment: today, yesterday, a weekday of the last week, or a date."""
    days = (now.date() - at.date()).days
    if days == 0:
        return _tr("Today")
    if days == 1:
        return _tr("Yesterday")
    if 1 < days < 7:
        return QLocale().dayName(at.isoweekday(), QLocale.FormatType.LongFormat)
    form = "d MMMM" if at.year == now.year else "d MMMM yyyy"
    return QLocale().toString(QDate(at.year, at.month, at.day), form)


def _spoken(row: RevisionRow) -> str:
    return f"{row.title}, {row.meta}"


def _meta(revision: Revision, at: datetime) -> str:
    reason = REASONS.get(revision.reason)
    parts = (revision.author, f"{at:%H:%M}", _tr(reason) if reason else revision.reason)
    return " · ".join(filter(None, parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
