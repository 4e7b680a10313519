"""The changes of a renaming in a list: the brief and the place, and the text with its old and new words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextDocument
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefdesk.desk.renaming import Passage
from briefdesk.ui.history.cards import marked
from briefdesk.ui.history.difference import words_between
from briefdesk.ui.row_model import ROW, Index, RowModel
from briefdesk.ui.theme import BASE_SIZE, Look

HEIGHT = 64


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A text that would change, with the headline of its brief."""

    headline: str
    passage: Passage

    @property
    def place(self) -> str:
        """Where in its brief the text stands."""
        named = {
            "term": _tr("term {n}"),
            "definition": _tr("definition {n}"),
            "bullets": _tr("bullet {n}"),
            "summary": _tr("summary"),
        }
        return named[self.passage.field].format(n=self.passage.row + 1)

    @property
    def spoken(self) -> str:
        """The row as it is read aloud."""
        return f"{self.headline}, {self.place}: {self.passage.before} → {self.passage.after}"


def passage_model(parent: QObject) -> RowModel[PassageRow]:
    """A list of such rows."""
    role = Qt.ItemDataRole
    says: Mapping[Qt.ItemDataRole, Callable[[PassageRow], str]] = {
        role.DisplayRole: lambda row: row.passage.after,
        role.ToolTipRole: lambda row: f"{row.passage.before}\n→ {row.passage.after}",
        role.AccessibleTextRole: lambda row: row.spoken,
    }
    return RowModel(says, parent)


class PassagePainter(QStyledItemDelegate):
    """Paints a change: the brief and the place above, the text with its old and new words below."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, round(HEIGHT * self._look.theme.base_size / BASE_SIZE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._look.theme, option.rect
        row: PassageRow = index.data(ROW)
        painter.save()
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        inner = rect.adjusted(11, 5, -11, -5)
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.colour("mut"))
        head = f"{row.headline or self.tr('Untitled')}  ·  {row.place}"
        height = QFontMetrics(small).height()
        cut = QFontMetrics(small).elidedText(head, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner.adjusted(0, 0, 0, height - inner.height()), 0, cut)
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(theme.font("body"))
        pieces = marked(words_between(*_around(row.passage)), theme)
        document.setHtml(f'<span style="color:{theme.hex("ink")}">{pieces}</span>')
        document.setTextWidth(inner.width())
        painter.translate(inner.x(), inner.y() + height + 2)
        painter.setClipRect(0, 0, inner.width(), inner.height() - height - 2)
        document.drawContents(painter)
        painter.restore()


def _around(passage: Passage) -> tuple[str, str]:
    """Both texts from a little before the first change, so that it is in sight."""
    before, after = passage.before, passage.after
    shorter = min(len(before), len(after))
    start = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    begin = before.rfind(" ", 0, max(0, start - 50)) + 1 if start > 60 else 0
    dots = "… " if begin else ""
    return dots + before[begin:], dots + after[begin:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Glossary", text)
