"""The tags, written in one line with commas between them."""

import csv
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from briefdesk.brief.fields import Field
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.cell import Cell
from briefdesk.ui.fields.keys import is_enter
from briefdesk.ui.fields.naming import hint_of, label_of, object_name
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.ring import put_in_ring
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look


class TagsField(QWidget):
    """Edits a tuple of short texts as one line; it is brought into order when it is left."""

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
            hint=hint_of(field),
        )
        self._cell.edited.connect(self._on_edited)
        self._cell.jumped.connect(signals.pause)
        self._cell.told.connect(self.told)
        self._cell.editor.left.connect(self._on_left)
        put_in_ring(self, look, self._cell.editor)
        signals.changed.connect(self._on_changed)
        self._cell.show(written(self._tags))

    def go_to(self, place: Place) -> None:
        """Put the caret at the end of the tag that the place names, or of all."""
        tags = self._tags
        until = tags[: place.row + 1] if place.row >= 0 else tags
        self._cell.go_to(len(written(until)))

    @property
    def _tags(self) -> tuple[str, ...]:
        return getattr(self._signals.brief, self._field.name)

    def _on_key(self, event: QKeyEvent) -> bool:
        if not is_enter(event):
            return False
        self.onwardRequested.emit()
        return True

    def _on_edited(self, text: str, typed: str) -> None:
        self._signals.edit(self._field.name, read(text), typed=typed)

    def _on_changed(self, change: Change) -> None:
        tags = getattr(change.brief, self._field.name)
        if self._field.name in change.fields and tags != read(self._cell.text):
            self._cell.show(written(tags), afresh=change.origin is Origin.OPEN)

    def _on_left(self) -> None:
        tags = tuple(dict.fromkeys(self._tags))
        if tags != self._tags:
            self._signals.tidy(self._field.name, tags)
        self._cell.show(written(self._tags))


def read(text: str) -> tuple[str, ...]:
    """The tags in a line; one that holds a comma stands in quotation marks."""
    found = next(csv.reader([text], skipinitialspace=True), [])
    return tuple(tag for each in found if (tag := each.strip()))


def written(tags: Sequence[str]) -> str:
    """Tags as one line, so that `read` gives the same."""
    return ", ".join(_quoted(tag) for tag in tags)


def _quoted(tag: str) -> str:
    doubled = tag.replace('"', '""')
    return f'"{doubled}"' if "," in tag or '"' in tag else tag
