"""The list of files in the Publish dialog: headline, path, and what becomes of it in a pill."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.brief.fields import QT_TRANSLATE_NOOP
from briefdesk.desk.verdict import Action
from briefdesk.ui.publish.work import FileRow
from briefdesk.ui.theme import BASE_SIZE, Look

NO_PARENT = QModelIndex()
FILE = Qt.ItemDataRole.UserRole
WORDS = Qt.ItemDataRole.UserRole + 1
HEIGHT = 48
PAD = 13
PILL = 18

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag

ACTION_WORDS: Mapping[Action, str] = {
    "created": QT_TRANSLATE_NOOP("Publish", "Created"),
    "updated": QT_TRANSLATE_NOOP("Publish", "Updated"),
    "unchanged": QT_TRANSLATE_NOOP("Publish", "Unchanged"),
    "removed": QT_TRANSLATE_NOOP("Publish", "Removed"),
    "left": QT_TRANSLATE_NOOP("Publish", "Stays"),
    "refused": QT_TRANSLATE_NOOP("Publish", "Blocked"),
    "changed": QT_TRANSLATE_NOOP("Publish", "Changed"),
}
PLAN_WORDS: Mapping[Action, str] = {
    "created": QT_TRANSLATE_NOOP("Publish", "Will be created"),
    "updated": QT_TRANSLATE_NOOP("Publish", "Will be updated"),
    "removed": QT_TRANSLATE_NOOP("Publish", "Will be removed"),
}
"""The words of a plan, where they are others: nothing has been done yet."""
ACTION_ROLES: Mapping[Action, tuple[str, str]] = {
    "created": ("acc", "accbg"),
    "updated": ("info", "infobg"),
    "unchanged": ("mut", "chip"),
    "removed": ("warn", "warnbg"),
    "left": ("warn", "warnbg"),
    "refused": ("err", "errbg"),
    "changed": ("warn", "warnbg"),
}
"""Text and ground of the pill of each action."""


def action_words(action: Action, *, planned: bool = False) -> str:
    """An action in the reader's language: what was done or, `planned`, would be."""
    words = PLAN_WORDS.get(action, ACTION_WORDS[action]) if planned else ACTION_WORDS[action]
    return QCoreApplication.translate("Publish", words)


def file_note(row: FileRow) -> str:
    """What has to be said of a file besides its path: why it was refused, or why it stays."""
    if row.kept:
        words = QCoreApplication.translate("Publish", "What someone else wrote is kept as {copy}")
        return words.format(copy=row.kept)
    if row.action == "changed":
        return QCoreApplication.translate(
            "Publish", "Changed by someone else since it was published; stays as it is"
        )
    if row.action != "left":
        return row.error
    words = QCoreApplication.translate(
        "Publish", "Its former file. “All” with “Remove old files” removes {path}"
    )
    return words.format(path=row.path)


class FileModel(QAbstractListModel):
    """The files of a plan or of what was done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FileRow, ...] = ()
        self._planned = False

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        words = action_words(row.action, planned=self._planned)
        if role in (FILE, WORDS):
            return row if role == FILE else words
        if role == Qt.ItemDataRole.DisplayRole:
            return row.headline
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.headline, row.path, file_note(row))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.headline}, {row.path}: {words}. {file_note(row)}"
        return None

    def show(self, rows: Sequence[FileRow], *, planned: bool = False) -> None:
        """Show these files, of what was done or of a plan."""
        self.beginResetModel()
        self.rows, self._planned = tuple(rows), planned
        self.endResetModel()


class FilePainter(QStyledItemDelegate):
    """Paints a file in two lines with its pill at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, round(HEIGHT * self._look.theme.base_size / BASE_SIZE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._look.theme, option.rect
        row: FileRow = index.data(FILE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (State.State_Selected | State.State_MouseOver):
            chosen = option.state & State.State_Selected
            painter.fillRect(rect.adjusted(1, 0, -1, 0), theme.colour("sel" if chosen else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        text = rect.adjusted(PAD, 6, -PAD, -6)
        taken = self._paint_pill(painter, text, row.action, index.data(WORDS))
        text.setRight(text.right() - taken)
        below = file_note(row) or row.path
        half = text.height() // 2
        for line, style, role, box in (
            (row.headline, "row", "ink", text.adjusted(0, 0, 0, -half)),
            (below, "small", "err" if row.action == "refused" else "mut", text.adjusted(0, half, 0, 0)),
        ):
            font = theme.font(style)
            painter.setFont(font)
            painter.setPen(theme.colour(role))
            mode = Qt.TextElideMode.ElideMiddle if line == row.path else Qt.TextElideMode.ElideRight
            cut = QFontMetrics(font).elidedText(line, mode, box.width())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), cut)
        painter.restore()

    def _paint_pill(self, painter: QPainter, box: QRect, action: Action, text: str) -> int:
        theme = self._look.theme
        ink, ground = ACTION_ROLES[action]
        font = theme.font("tiny")
        wide = QFontMetrics(font).horizontalAdvance(text) + 16
        pill = QRect(box.right() + 1 - wide, box.center().y() - PILL // 2, wide, PILL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
        painter.setPen(theme.colour(ink))
        painter.setFont(font)
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
        return wide + 12
