"""Changing the briefs that were chosen in find and replace, and bringing them back."""

import threading
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.desk import replacing
from briefdesk.desk.desk import Desk
from briefdesk.desk.replacing import Outcome, Proposal
from briefdesk.ui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from briefdesk.brief.model import Brief
    from briefdesk.store.library import Library

APPLY = "replace-apply"


class Applying(QObject):
    """The open brief is changed here and now, by its session; all others in the library, on a worker.

    `applied` carries how many briefs are others now and what went wrong, line by line. `stored` follows
    changed briefs in the library, `told` carries what was done and what takes it back, which
    `takenBack` follows, `failed` what was not; `broke` an error that ended the work.
    """

    applied = Signal(int, list)
    advanced = Signal(int, int)
    stored = Signal()
    told = Signal(str, object)
    takenBack = Signal()
    failed = Signal(str, list)
    broke = Signal(KnownError)

    def __init__(
        self,
        library: "Library",
        desk: Desk,
        jobs: Jobs,
        parent: QObject,
        *,
        reason: str = replacing.REASON,
    ) -> None:
        super().__init__(parent)
        self._reason = reason
        self._library = library
        self._desk = desk
        self._jobs = jobs
        self._own: Brief | None = None
        self._is_alone = False
        self._trouble: list[str] = []
        self._stop = threading.Event()

    @property
    def is_busy(self) -> bool:
        """Whether briefs are being changed."""
        return self._jobs.busy(APPLY)

    def apply(self, chosen: Sequence[Proposal]) -> None:
        """Change these; a brief that was changed meanwhile is left as it is."""
        self._desk.autosave.flush()
        own = next((each for each in chosen if each.brief.id == self._desk.brief.id), None)
        rest = [each for each in chosen if each is not own]
        self._trouble, self._own = [], None
        if own is not None:
            fields = replacing.changed(self._desk.brief, own.changes)
            if fields is None:
                self._trouble.append(self.tr("The open brief was changed meanwhile and is left as it is"))
            else:
                self._desk.session.edit_all(fields)
                self._desk.autosave.cut(own.brief.id, self._reason)
                self._own = self._desk.brief
        self._stop.clear()
        self._jobs.run(
            partial(_apply, self._library, rest, self._stop, self._reason),
            self._on_applied,
            key=APPLY,
            failed=self.broke.emit,
            advanced=self.advanced.emit,
        )

    def stop(self) -> None:
        """Change no further brief."""
        self._stop.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to change no further brief."""
        return self._stop.is_set()

    def _on_applied(self, outcome: Outcome) -> None:
        for before, after, _ in outcome.done:
            self._desk.session.note_elsewhere(before, after)
        self._is_alone = not outcome.done
        number = len(outcome.done) + (self._own is not None)
        lines = [*self._trouble, *outcome.trouble]
        if outcome.done:
            self.stored.emit()
        self.applied.emit(number, lines)
        if number:
            self.told.emit(self.words_of(number), partial(self._take_back, outcome.done, self._own))
        if lines:
            self.failed.emit(self.tr("Not every brief could be changed"), lines)

    @property
    def only_own(self) -> "Brief | None":
        """The open brief as it became, where no other was changed."""
        return self._own if self._is_alone else None

    def words_of(self, number: int) -> str:
        """What was done with so many briefs."""
        one, many = self.tr("Changed 1 brief"), self.tr("Changed {n} briefs")
        return one if number == 1 else many.format(n=number)

    def _take_back(self, done: Sequence[tuple["Brief", "Brief", int]], own: "Brief | None") -> None:
        """Bring everything back that nobody has changed since."""
        self._trouble = trouble = list[str]()
        now = self._desk.brief
        afters = {after.id: after for _, after, _ in done} | ({own.id: own} if own is not None else {})
        if now.id in afters:
            if replacing.is_same(now, afters[now.id]):
                self._desk.session.undo()
                self._desk.autosave.flush()  # what the library does next goes by what briefs have
            else:
                trouble.append(self.tr("The open brief was changed meanwhile and is left as it is"))
        elif own is not None:
            trouble.append(self.tr("{title}: open it and press Ctrl+Z").format(title=own.headline or own.id))
        rest = [each for each in done if each[1].id != now.id]
        self._jobs.run(
            partial(_take_back, self._library, rest, self._reason),
            self._on_taken_back,
            key=APPLY,
            failed=self.broke.emit,
        )

    def _on_taken_back(self, outcome: Outcome) -> None:
        for before, after, _ in outcome.done:
            self._desk.session.note_elsewhere(before, after)
        self.stored.emit()
        self.takenBack.emit()
        if lines := [*self._trouble, *outcome.trouble]:
            self.failed.emit(self.tr("Not every brief could be brought back"), lines)


def _apply(
    library: "Library", chosen: Sequence[Proposal], stop: threading.Event, reason: str, progress: Progress
) -> Outcome:
    return replacing.apply(library, chosen, stop.is_set, progress.say, reason)


def _take_back(
    library: "Library", done: Sequence[tuple["Brief", "Brief", int]], reason: str, progress: Progress
) -> Outcome:
    return replacing.take_back(library, done, progress.say, reason)
