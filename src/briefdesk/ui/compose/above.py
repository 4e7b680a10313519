"""The quiet line above the headline: kicker and tags, folded to one line until they are wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from briefdesk.desk.session import Change
from briefdesk.ui.compose.details import GAP, ONE_COLUMN_AT
from briefdesk.ui.compose.row import FieldRow
from briefdesk.ui.fields.link_row import LinkButton
from briefdesk.ui.fields.ring import RING
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.icons import icon
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import BASE_SIZE, Look

BELOW = 4
LINE = 16
"""Height of the line in pixels at normal size of text."""


class Above(QWidget):
    """One line that tells kicker and tags, and opens the fields in which they are written."""

    def __init__(self, signals: SessionSignals, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signals = signals
        self._look = look
        self._is_open = False
        self._words = ""
        self._line = LinkButton("", self)
        self._line.setObjectName("aboveButton")
        self._line.setProperty("look", "note-link")
        self._line.setProperty("quiet", "yes")
        self._line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._line.clicked.connect(self._on_clicked)
        self._inside = QWidget(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._box.setContentsMargins(0, 4, 0, 10)
        self._box.setSpacing(GAP)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(RING - 3, 0, 0, BELOW)
        column.setSpacing(0)
        column.addWidget(self._line, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._inside)
        signals.changed.connect(self._on_changed)
        look.changed.connect(self._dress)
        self._dress()
        self._tell()

    @property
    def line_height(self) -> int:
        """How high the line is, in pixels."""
        return round(LINE * self._look.theme.base_size / BASE_SIZE)

    @property
    def room(self) -> int:
        """How much room it takes while it is folded, in pixels."""
        return self.line_height + BELOW

    def put(self, rows: Sequence[FieldRow]) -> None:
        """Take these fields in, beside each other where there is room."""
        for row in rows:
            self._box.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)

    def set_open(self, is_open: bool) -> None:
        """Show or fold the fields."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._inside.setVisible(is_open)
            self._dress()
            settle(self._inside if is_open else self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the fields beside each other, or one under the other."""
        super().resizeEvent(event)
        wide = self.width() >= ONE_COLUMN_AT * self._look.theme.base_size / BASE_SIZE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if wide else down)
        self._elide()

    def event(self, event: QEvent) -> bool:
        """Lay out what is around when a field in it wants another height."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            settle(self)
        return done

    def minimumSizeHint(self) -> QSize:
        """Never lower than the line: a style sheet keeps the layout from knowing its height."""
        inside = self._inside.minimumSizeHint().height() if self._is_open else 0
        return QSize(0, self.room + inside)

    def _rows(self) -> list[FieldRow]:
        return self._inside.findChildren(FieldRow)

    def _on_clicked(self) -> None:
        self.set_open(not self._is_open)
        rows = self._rows()
        if self._is_open and rows:
            rows[0].content.setFocus()

    def _on_changed(self, change: Change) -> None:
        if change.fields & {"kicker", "tags"}:
            self._tell()

    def _tell(self) -> None:
        brief = self._signals.brief
        tags = self.tr("tags: {tags}").format(tags=", ".join(brief.tags)) if brief.tags else ""
        said = [part for part in (brief.kicker.strip(), tags) if part]
        self._words = " · ".join(said) or self.tr("Kicker and tags")
        self._line.setAccessibleName(self.tr("Kicker and tags"))
        self._line.setToolTip(self._words)
        self._elide()

    def _elide(self) -> None:
        room = max(60, self.width() - 40)
        shown = self._line.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self._line.setText(shown.replace("&", "&&"))

    def _dress(self) -> None:
        size = max(10, self.line_height - 4)
        self._line.setFixedHeight(self.line_height)
        self._line.setIconSize(QSize(size, size))
        name = "chevron-down" if self._is_open else "chevron-right"
        self._line.setIcon(icon(name, self._look.theme, "mut", size))
        self._line.setAccessibleDescription(self.tr("open") if self._is_open else self.tr("folded"))
        self._elide()
