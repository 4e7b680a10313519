"""What stands on the card of the palette: the line, the list below it, and what the keys do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from briefdesk.ui.icons import pixmap
from briefdesk.ui.overlay_line import OverlayLine
from briefdesk.ui.palette.choices import BRIEF
from briefdesk.ui.palette.rows import HEADING, HEIGHT, PaletteList, PaletteRow
from briefdesk.ui.row_model import RowModel
from briefdesk.ui.theme import BASE_SIZE, Look

LINE, FOOT = 48, 36
ROWS = 11
"""Rows that are seen at once; further ones are scrolled to."""
GAP, EDGE = 4, 1


class PaletteBody(QWidget):
    """Lays the palette out, and knows how high it wants to be."""

    def __init__(self, model: RowModel[PaletteRow], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._look = look
        self.line = OverlayLine()
        self.line.setObjectName("paletteLine")
        self.list = PaletteList(model, look)
        self._nothing = QLabel()
        self._what, self._esc, self._glass = QLabel(), QLabel(self.tr("Esc")), QLabel()
        self._hints, self._other = QLabel(), QLabel()
        self._head, self._foot = QFrame(), QFrame()
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def wanted_height(self) -> int:
        """Height of all rows up to a number of them, with what is around, in pixels."""
        rows = self._model.rows
        heads = sum(not row.id for row in rows)
        high = min(ROWS * HEIGHT, heads * HEADING + (len(rows) - heads) * HEIGHT) if rows else HEIGHT + 12
        return round((LINE + FOOT + high) * self._scale) + 2 * GAP + 2 * EDGE

    def show_rows(self, why_nothing: str) -> None:
        """Show the list, or in its place why it is empty."""
        self.list.setVisible(not why_nothing)
        self._nothing.setVisible(bool(why_nothing))
        self._nothing.setText(why_nothing)

    def show_words(self, group: str, only_briefs: bool, other_key: str) -> None:
        """Say what is offered and what the keys do; `other_key` leads to the other kind."""
        names = {"": self.tr("Commands, briefs"), BRIEF: self.tr("Briefs")}
        self._what.setText(names.get(group, self.tr("Commands")))
        if only_briefs:
            self.line.setAccessibleName(self.tr("Headline of the brief to open"))
            self.line.setPlaceholderText(self.tr("Type a few letters of a headline"))
        else:
            self.line.setAccessibleName(self.tr("Name of the command to run"))
            self.line.setPlaceholderText(self.tr("Type a few letters of a command"))
        hints = (
            self.tr("↑ ↓ choose"),
            self.tr("Enter open") if only_briefs else self.tr("Enter run"),
            self.tr("Tab all kinds") if group else self.tr("Tab only this kind"),
        )
        self._hints.setText("     ".join(hints))
        words = self.tr("commands") if group == BRIEF else self.tr("briefs alone")
        self._other.setText(f"{other_key} {words}" if other_key else "")

    def _lay_out(self) -> None:
        self._nothing.setProperty("look", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._what.setProperty("look", "small")
        self._esc.setProperty("look", "key")
        self._hints.setProperty("look", "tiny")
        self._other.setProperty("look", "tiny")
        self._head.setProperty("look", "overlay-head")
        self._foot.setProperty("look", "overlay-foot")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(14, 0, 14, 0)
        head.setSpacing(9)
        head.addWidget(self._glass)
        head.addWidget(self.line, 1)
        head.addWidget(self._what)
        head.addWidget(self._esc, 0, Qt.AlignmentFlag.AlignVCenter)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(14, 0, 14, 0)
        foot.addWidget(self._hints)
        foot.addStretch(1)
        foot.addWidget(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._foot)

    @property
    def _scale(self) -> float:
        return self._look.theme.base_size / BASE_SIZE

    def _dress(self) -> None:
        theme = self._look.theme
        self._head.setFixedHeight(round(LINE * self._scale))
        self._foot.setFixedHeight(round(FOOT * self._scale))
        self._glass.setPixmap(pixmap("search", theme, "mut", 16, self.devicePixelRatioF()))
