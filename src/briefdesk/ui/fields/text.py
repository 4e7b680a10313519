"""One plain text of the brief: a line that wraps and where Enter goes on, or a text of several lines."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QMimeData, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.cell import PADDING, Cell
from briefdesk.ui.fields.counting import Counter, silent, with_hidden
from briefdesk.ui.fields.keys import is_enter
from briefdesk.ui.fields.naming import hint_of, label_of, object_name
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.fields.tidying import tidied
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.markings import Markings

HEADLINE_PADDING = QMargins(13, 10, 13, 10)


class TextField(QWidget):
    """Edits one text of the brief, and says how long it is.

    Without `lines` the text holds no line break: what is pasted is made one line, and Enter asks to
    go on to the next field. `speller` brings what was typed into the spelling that is kept. A whole
    brief that is pasted into the headline of an empty one is not put there: `pagePasted` carries it.
    """

    noteChanged = Signal(Note)
    onwardRequested = Signal()
    told = Signal(str)
    pagePasted = Signal(str)

    def __init__(
        self,
        field: Field,
        signals: SessionSignals,
        look: Look,
        *,
        lines: bool = False,
        style: str = "body",
        counter: Counter = silent,
        speller: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self._lines = lines
        self._counter = counter
        self._speller = speller
        self._is_touched = False
        self.note = Note()
        self._cell = Cell(
            look,
            name=object_name(field.name),
            label=label_of(field),
            key=self._on_key,
            taker=self._take_page if field.name == "headline" else None,
            lines=lines,
            style=style,
            padding=HEADLINE_PADDING if style == "headline" else PADDING,
            hint=hint_of(field),
        )
        self._cell.jumped.connect(signals.pause)
        self._cell.edited.connect(self._on_edited)
        self._cell.told.connect(self.told)
        self._cell.editor.left.connect(self._on_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusRing(look, self._cell.editor))
        self.setFocusProxy(self._cell.editor)
        signals.changed.connect(self._on_changed)
        self._cell.show(getattr(signals.brief, field.name))
        self._count()

    def furnish(self, markings: "Markings") -> None:
        """Show marks in the text; what is spelled for machines has none."""
        if self._speller is None:
            self._cell.mark(markings)

    def go_to(self, place: Place) -> None:
        """Put the caret where the place says."""
        self._cell.go_to(place.caret)

    def _on_key(self, event: QKeyEvent) -> bool:
        if self._lines or not is_enter(event):
            return False
        self.onwardRequested.emit()
        return True

    def _take_page(self, mime: QMimeData) -> bool:
        from briefdesk.ui.fields.pages import page_from  # the first paint does not need it

        page = page_from(mime, self._signals.brief)
        if page:
            self.pagePasted.emit(page)
        return bool(page)

    def _on_edited(self, text: str, typed: str) -> None:
        self._is_touched = True
        self._signals.edit(self._field.name, text, typed=typed)
        self._count()

    def _on_changed(self, change: Change) -> None:
        if self._field.name in change.fields:
            text = getattr(change.brief, self._field.name)
            self._cell.show(text, afresh=change.origin is Origin.OPEN)
            self._count()

    def _on_left(self) -> None:
        text = tidied(self._cell.text)
        if self._speller and self._is_touched:
            text = self._speller(text)
        self._is_touched = False
        if text != self._cell.text:
            self._signals.tidy(self._field.name, text)

    def _count(self) -> None:
        note = with_hidden(self._counter(self._cell.text), self._cell.text)
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)
