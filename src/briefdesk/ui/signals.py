"""The session's announcements as one Qt signal, so that Qt itself disconnects a closed widget."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.model import Brief
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Session


class SessionSignals(QObject):
    """What the widgets of the form need of the session: the brief, the door in, the announcement.

    `changed` carries a `Change`. It is emitted in the thread that made the change, which is the
    UI thread: nothing else edits. `eye` tells where the caret was before the edit that comes in.
    """

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.eye: Callable[[], Place | None] | None = None
        session.watch(self._on_change)

    @property
    def brief(self) -> Brief:
        """The brief as it is now."""
        return self._session.brief

    def edit(
        self, field: str, value: object, *, row: int = -1, part: str = "", typed: str | None = None
    ) -> None:
        """Give a field a new value; see `Session.edit`."""
        held = self.eye() if self.eye is not None else None
        self._session.edit(field, value, row=row, part=part, typed=typed, held=held)

    def edit_all(self, changes: Mapping[str, object]) -> None:
        """Give several fields new values as one step of undo; see `Session.edit_all`."""
        self._session.edit_all(changes)

    def tidy(self, field: str, value: object) -> None:
        """Put right what a field was left with; see `Session.tidy`."""
        self._session.tidy(field, value)

    def pause(self) -> None:
        """End the present stretch of typing: the next edit is its own step of undo."""
        self._session.pause()

    def undo(self) -> None:
        """Take the last step back."""
        self._session.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._session.redo()

    def _on_change(self, change: Change) -> None:
        self.changed.emit(change)
