"""Undo and redo in the find bar: what was replaced from there, unless its fields have newer text."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from briefdesk.desk.session import OWNED_BY_LIBRARY, Change, Origin
from briefdesk.ui.fields.passing import PASSING
from briefdesk.ui.signals import SessionSignals

_KEYS = QKeySequence.StandardKey


class TakingBack(QObject):
    """Takes replacements back with the keys of undo in these fields, and does them again with those of redo.

    In a field whose text was changed since the last replacement, the keys mean that text. What is done
    elsewhere ends it: then the field has the keys for itself.
    """

    def __init__(self, fields: Sequence[QLineEdit], signals: SessionSignals, parent: QObject) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._signals = signals
        self._texts: tuple[str, ...] = ()
        self._done = self._undone = 0
        self._acting = False
        for each in self._fields:
            each.installEventFilter(self)
        signals.changed.connect(self._on_changed)

    @contextmanager
    def replacing(self) -> Iterator[None]:
        """Count the edits that are made meanwhile as replacements."""
        self._acting = True
        try:
            yield
        finally:
            self._acting = False
        self._texts = tuple(each.text() for each in self._fields)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of undo and redo where they mean a replacement."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QLineEdit):
            return False
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        step = -1 if event.matches(_KEYS.Undo) else 1 if event.matches(_KEYS.Redo) else 0
        if not step or not self._means_replacement(watched, step):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._go(step, watched)
        return True

    def _means_replacement(self, field: QLineEdit, step: int) -> bool:
        """Whether there is a replacement to take back or do again, and nothing newer in the field."""
        there = self._done if step < 0 else self._undone
        has_own = field.isUndoAvailable() if step < 0 else field.isRedoAvailable()
        return there > 0 and (not has_own or field.text() == self._texts[self._fields.index(field)])

    def _go(self, step: int, field: QLineEdit) -> None:
        with self.replacing():
            if step < 0:
                self._signals.undo()
            else:
                self._signals.redo()
        self._done += step
        self._undone -= step
        field.setFocus(PASSING)  # a step of undo leads to the place of its change

    def _on_changed(self, change: Change) -> None:
        if self._acting and change.origin is Origin.EDIT:
            self._done, self._undone = self._done + 1, 0
        elif not self._acting and change.fields - frozenset(OWNED_BY_LIBRARY):
            self._done = self._undone = 0
