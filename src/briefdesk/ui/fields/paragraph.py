"""Plain text that may hold line breaks: Enter makes one, Tab goes on."""

from PySide6.QtCore import QMargins, QMimeData, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.brief.wording import graphemes, word_count
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.clipboard import line_from, text_from
from briefdesk.ui.fields.editor import Editor, Habits
from briefdesk.ui.fields.line import copied
from briefdesk.ui.fields.naming import counted, hint_of, label_of, left_out, object_name
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.fields.tidying import tidied
from briefdesk.ui.fields.units import shown
from briefdesk.ui.fields.whole import WholeText
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

PADDING = QMargins(11, 7, 11, 7)


class ParagraphField(QWidget):
    """Edits one text of the brief; says how many words it has, or how many characters of a limit."""

    noteChanged = Signal(Note)
    told = Signal(str)

    def __init__(
        self,
        field: Field,
        signals: SessionSignals,
        look: Look,
        *,
        limit: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self._limit = limit
        self.note = Note()
        habits = Habits(_no_key, self._on_paste, copied)
        self._editor = Editor(look, habits, padding=PADDING, hint=hint_of(field))
        self._editor.setObjectName(object_name(field.name))
        self._editor.setAccessibleName(label_of(field))
        self._text = WholeText(self._editor, lines=True)
        self._text.jumped.connect(signals.pause)
        self._text.edited.connect(self._on_edited)
        self._editor.left.connect(self._on_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusRing(look, self._editor))
        self.setFocusProxy(self._editor)
        signals.changed.connect(self._on_changed)
        self._text.show(getattr(signals.brief, field.name))
        self._count()

    def go_to(self, place: Place) -> None:
        """Put the caret where the place says."""
        self._editor.setFocus()
        self._text.go_to(place.caret)

    def commit(self) -> None:
        """Take what is being composed into the brief."""
        self._editor.commit()

    def _on_paste(self, mime: QMimeData, as_one: bool) -> None:
        clip = line_from(mime) if as_one else text_from(mime)
        self._editor.textCursor().insertText(shown(clip.text))
        self._editor.ensureCursorVisible()
        if clip.removed:
            self.told.emit(left_out(clip.removed))

    def _on_edited(self, text: str, typed: str) -> None:
        self._signals.edit(self._field.name, text, typed=typed)
        self._count()

    def _on_changed(self, change: Change) -> None:
        if self._field.name in change.fields:
            text = getattr(change.brief, self._field.name)
            self._text.show(text, keep_composed=change.origin is not Origin.OPEN)
            self._count()

    def _on_left(self) -> None:
        text = tidied(self._text.text)
        if text != self._text.text:
            self._signals.edit(self._field.name, text)

    def _count(self) -> None:
        text = self._text.text
        note = Note()
        if self._limit and text:
            count = graphemes(text)
            note = Note(f"{count} / {self._limit}", warn=count > self._limit)
        elif count := word_count(text):
            note = Note(counted(count, self.tr("1 word"), self.tr("{n} words")))
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)


def _no_key(_event: QKeyEvent) -> bool:
    return False
