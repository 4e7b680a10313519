"""What the glossary changes in briefs: a step of undo in each, told once with what takes it all back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.desk.desk import Desk
from briefdesk.desk.replacing import Proposal, is_same
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.find.applying import Applying
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.notices import NoticeBar, Offer

if TYPE_CHECKING:
    from briefdesk.store.library import Library

THEN = "glossary-then"


class Task(NamedTuple):
    """What is done to briefs.

    `words` say what was done to how many, `reason` is what their revisions are kept for. `then` is done in
    the glossary afterwards, on a worker, and `back`, given what that gave, undoes it.
    """

    chosen: Sequence[Proposal]
    reason: str
    words: Callable[[int], str]
    then: Callable[..., object] | None = None
    back: Callable[..., object] | None = None


class BriefChange(QObject):
    """Changes briefs, and what goes with it in the glossary: nothing of that if it was stopped.

    `advanced` carries how many briefs of how many are done; `done` says that all is, `broke` carries an
    error that ended it, `takenBack` says that everything is as before. `stored` follows changed briefs.
    Where the open brief alone was changed, its own undo takes back what goes with it too.
    """

    advanced = Signal(int, int)
    done = Signal()
    broke = Signal(KnownError)
    takenBack = Signal()
    stored = Signal()

    def __init__(
        self,
        task: Task,
        library: "Library",
        desk: Desk,
        jobs: Jobs,
        notices: NoticeBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._task = task
        self._jobs = jobs
        self._notices = notices
        self._number = 0
        self._more = ""
        self._given: object = None
        self._undo: Callable[[], object] | None = None
        self._unwatch: Callable[[], object] | None = None
        self._desk = desk
        self._applying = Applying(library, desk, jobs, self, reason=task.reason)
        self._applying.advanced.connect(self.advanced)
        self._applying.broke.connect(self.broke)
        self._applying.stored.connect(self.stored)
        self._applying.applied.connect(self._on_applied)
        self._applying.told.connect(self._on_told)
        self._applying.takenBack.connect(self._on_briefs_back)

    def begin(self) -> None:
        """Change the briefs."""
        self._applying.apply(self._task.chosen)

    def stop(self) -> None:
        """Change no further brief."""
        self._applying.stop()

    def _on_told(self, _words: str, undo: Callable[[], object]) -> None:
        self._undo = undo

    def _on_applied(self, number: int, lines: list[str]) -> None:
        self._number, self._more = number, "; ".join(lines)
        if self._task.then is None or self._applying.is_stopped:
            # What takes it back is told only now.
            self._jobs.run(_nothing, self._on_then, THEN)
        else:
            self._jobs.run(self._task.then, self._on_then, THEN, failed=self.broke.emit)

    def _on_then(self, given: object) -> None:
        self._given = given
        offers = (Offer(self.tr("Undo"), self._take_back),)
        self._notices.show_done(self._task.words(self._number), self._more, offers)
        if self._applying.only_own is not None and given is not None:
            self._unwatch = self._desk.session.watch(self._on_changed)
        self.done.emit()

    def _on_changed(self, change: Change) -> None:
        own = self._applying.only_own
        if own is None or change.brief.id != own.id:
            return
        if change.origin is Origin.UNDO and is_same(change.before, own):
            self._end_watch()
            self._notices.end()
            self._desk.autosave.flush()
            self._on_briefs_back()

    def _end_watch(self) -> None:
        if self._unwatch is not None:
            self._unwatch()
            self._unwatch = None

    def _take_back(self) -> None:
        self._notices.end()
        self._end_watch()
        if self._undo is None:
            self._on_briefs_back()
            return
        self._applying.failed.connect(self._on_not_back)
        self._undo()

    def _on_briefs_back(self) -> None:
        back, given = self._task.back, self._given
        if back is None or given is None:
            self.takenBack.emit()
        else:
            self._jobs.run(lambda _progress: back(given), self._on_all_back, THEN, failed=self._on_failed)

    def _on_all_back(self, _nothing: object) -> None:
        self.takenBack.emit()

    def _on_not_back(self, what: str, lines: list[str]) -> None:
        self._notices.show_trouble(what, lines[0], details=lines)

    def _on_failed(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)


def _nothing(_progress: object) -> None:
    return None
