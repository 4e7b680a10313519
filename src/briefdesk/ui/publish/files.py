"""The list of files in the Publish dialog: headline, path, and what becomes of it in a pill."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.brief.fields import QT_TRANSLATE_NOOP
from briefdesk.desk.verdict import Action
from briefdesk.ui.publish.work import FileRow
from briefdesk.ui.row_model import ROW, Index, RowModel
from briefdesk.ui.theme import BASE_SIZE, Look

HEIGHT = 48
PAD = 13
PILL = 18

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


class ShownFile(NamedTuple):
    """A file of a plan or of what was done, and what becomes of it in words."""

    file: FileRow
    words: str


def shown_files(files: Sequence[FileRow], *, planned: bool) -> list[ShownFile]:
    """The files with the words of what was done or, `planned`, would be."""
    return [ShownFile(each, action_words(each.action, planned=planned)) for each in files]


def file_model(parent: QObject) -> RowModel[ShownFile]:
    """A list of such files."""
    role = Qt.ItemDataRole
    says: Mapping[Qt.ItemDataRole, Callable[[ShownFile], str]] = {
        role.DisplayRole: lambda shown: shown.file.headline,
        role.ToolTipRole: _tip,
        role.AccessibleTextRole: _spoken,
    }
    return RowModel(says, parent)


def _tip(shown: ShownFile) -> str:
    return "\n".join(filter(None, (shown.file.headline, shown.file.path, file_note(shown.file))))


def _spoken(shown: ShownFile) -> str:
    """The file as it is read aloud."""
    return f"{shown.file.headline}, {shown.file.path}: {shown.words}. {file_note(shown.file)}"


class FilePainter(QStyledItemDelegate):
    """Paints a file in two lines with its pill at the end."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, round(HEIGHT * self._look.theme.base_size / BASE_SIZE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._look.theme, option.rect
        shown: ShownFile = index.data(ROW)
        row, words = shown
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (State.State_Selected | State.State_MouseOver):
            chosen = option.state & State.State_Selected
            painter.fillRect(rect.adjusted(1, 0, -1, 0), theme.colour("sel" if chosen else "hover"))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        text = rect.adjusted(PAD, 6, -PAD, -6)
        taken = self._paint_pill(painter, text, row.action, words)
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
