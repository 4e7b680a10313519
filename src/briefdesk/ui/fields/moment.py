"""A moment in time, typed as a date with or without the time of day."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from briefdesk.brief import moments
from briefdesk.brief.fields import Field
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields import moment_text
from briefdesk.ui.fields.cell import Cell
from briefdesk.ui.fields.keys import is_enter
from briefdesk.ui.fields.naming import label_of, object_name
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.ring import put_in_ring
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look


class MomentField(QWidget):
    """Edits a moment of the brief in the brief's time zone.

    The brief takes it when the field is left or Enter is pressed; what is no moment stays as typed,
    with a warning. A moment that was not touched keeps the very text it was given.
    """

    noteChanged = Signal(Note)
    onwardRequested = Signal()
    told = Signal(str)

    def __init__(
        self, field: Field, signals: SessionSignals, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self.note = Note()
        self._cell = Cell(
            look,
            name=object_name(field.name),
            label=label_of(field),
            key=self._on_key,
            hint=self.tr("Not set"),
        )
        self._cell.editor.entered.connect(self._on_entered)
        self._cell.told.connect(self.told)
        self._cell.editor.left.connect(self._take)
        put_in_ring(self, look, self._cell.editor)
        signals.changed.connect(self._on_changed)
        self._show()

    def go_to(self, _place: Place) -> None:
        """Put the caret at the end."""
        self._cell.go_to(len(self._cell.text))

    @property
    def _moment(self) -> str | None:
        return getattr(self._signals.brief, self._field.name)

    def _on_key(self, event: QKeyEvent) -> bool:
        if not is_enter(event):
            return False
        self._take()
        self.onwardRequested.emit()
        return True

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN or {self._field.name, "timezone"} & change.fields:
            self._show()

    def _show(self) -> None:
        zone = moment_text.zone_of(self._signals.brief.timezone)
        self._cell.show(moment_text.shown(self._moment, zone), afresh=True)
        self._tell(Note(self._spoken()))

    def _on_entered(self) -> None:
        self._cell.editor.set_hint(self.tr("2026-03-01 09:30, or tomorrow 9:30"))

    def _take(self) -> None:
        self._cell.editor.set_hint(self.tr("Not set"))
        zone = moment_text.zone_of(self._signals.brief.timezone)
        text = self._cell.text.strip()
        if text == moment_text.shown(self._moment, zone):
            self._show()
            return
        moment = moment_text.typed(text, zone) if text else None
        if text and moment is None:
            self._tell(Note(self.tr("Not a date: write 2026-03-01 09:30"), warn=True))
            return
        self._signals.edit(self._field.name, moment)
        self._show()

    def _spoken(self) -> str:
        """The moment in words, with its day of the week, as a check on what was typed."""
        zone = moment_text.zone_of(self._signals.brief.timezone)
        try:
            moment = moments.read(self._moment or "").astimezone(zone)
        except (ValueError, OverflowError):
            return ""
        day = QLocale().dayName(moment.isoweekday(), QLocale.FormatType.ShortFormat)
        return f"{day} · {moment.tzname() or ''}".rstrip(" ·")

    def _tell(self, note: Note) -> None:
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)
