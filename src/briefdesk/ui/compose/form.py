"""The form: all fields of the brief in one scrolling column."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefdesk.brief.fields import FIELDS, Field, Kind
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change
from briefdesk.ui.compose.row import FieldRow
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.line import LineField
from briefdesk.ui.fields.naming import label_of
from briefdesk.ui.fields.paragraph import ParagraphField
from briefdesk.ui.fields.ring import RING
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

WIDEST = 720
SIDE, SIDE_NARROW = 26, 20
NARROW_AT = 1200
"""Width of the window in pixels at and under which the column has less room at its sides."""
TOP, BOTTOM = 18, 40
CARET_ROOM = 24
"""Pixels that stay in view above and below the caret."""


class Form(QScrollArea):
    """The column of fields. `told` carries what is worth a line in the notice bar."""

    told = Signal(str)

    def __init__(
        self, signals: SessionSignals, look: Look, related: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._look = look
        self._related = related
        self._rows: dict[str, FieldRow] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._page.setProperty("look", "form")
        self._lay_out()
        self.setWidget(self._page)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self._on_follow)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._on_caret_moved)
        signals.changed.connect(self._on_changed)

    def go_to(self, place: Place) -> None:
        """Put the keyboard into a field, at the place within it."""
        row = self._rows.get(place.field)
        if row is not None:
            row.content.go_to(place)  # pyright: ignore[reportAttributeAccessIssue]
            self._follow.start()

    def focus_headline(self) -> None:
        """Put the caret at the end of the headline."""
        self.go_to(Place("headline", caret=len(self._signals.brief.headline)))

    def commit(self) -> None:
        """Take what an input method is composing into the brief: before another one is shown, before undo."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus) and hasattr(focus, "commit"):
            focus.commit()  # pyright: ignore[reportAttributeAccessIssue]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the column its room at the sides."""
        super().resizeEvent(event)
        side = SIDE_NARROW if self.window().width() <= NARROW_AT else SIDE
        self._outer.setContentsMargins(side - RING, TOP, side - RING, BOTTOM)

    def _lay_out(self) -> None:
        self._outer = QHBoxLayout(self._page)
        self._outer.setSpacing(0)
        inner = QWidget()
        inner.setMaximumWidth(WIDEST + 2 * RING)
        self._outer.addWidget(inner)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for field in FIELDS:
            if not field.folded and (content := self._content(field)):
                row = FieldRow(label_of(field), content, self._look, first=not self._rows)
                self._rows[field.name] = row
                column.addWidget(row)
        column.addStretch(1)

    def _content(self, field: Field) -> QWidget | None:
        makers: Mapping[Kind, Callable[[], QWidget]] = {
            Kind.LINE: partial(self._line, field),
            Kind.PARAGRAPH: partial(ParagraphField, field, self._signals, self._look),
            Kind.BULLETS: partial(BulletsField, field, self._signals, self._look),
            Kind.RELATED: self._ready_made,
        }
        return makers[field.kind]() if field.kind in makers else None

    def _line(self, field: Field) -> LineField:
        if field.name == "headline":
            return LineField(field, self._signals, self._look, style="headline", limit=65)
        return LineField(field, self._signals, self._look)

    def _ready_made(self) -> QWidget:
        return self._related

    def _on_changed(self, change: Change) -> None:
        if change.place is not None:
            self.go_to(change.place)

    def _on_caret_moved(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._follow.start()

    def _on_follow(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return
        caret = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).toRect()
        place = focus.mapTo(self._page, caret.center())
        self.ensureVisible(place.x(), place.y(), 0, CARET_ROOM)
