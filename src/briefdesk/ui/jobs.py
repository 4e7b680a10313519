"""Slow work away from the UI thread: with progress, cancel, and results that come only while wanted."""

import inspect
import threading
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from types import MethodType
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from briefdesk.brief.errors import KnownError
from briefdesk.store.giving_way import giving_way

WORKERS = 3
"""Threads for slow work: a long export leaves two for search and checks."""

HELD_MS = 300
"""How long long work is held back each time it is."""
MANY = 200
"""Bullets of a brief past which what reads all of them is long work."""

T = TypeVar("T")


class Progress:
    """How the work itself says how far it is, and learns that nobody waits for it any more."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the result is no longer wanted: long work looks now and then and returns early."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to end."""
        self._stop.set()

    def say(self, done: int, total: int) -> None:
        """Tell how many of how many are done; heard in the UI thread."""
        if not self.cancelled:
            self._tell(done, total)


@dataclass(slots=True)
class _Job:
    """One piece of work under way, and whom to tell."""

    number: int
    key: str
    done: Callable[[], Callable[[Any], None] | None]
    failed: Callable[[], Callable[[Any], None] | None]
    advanced: Callable[[], Callable[[int, int], None] | None]
    progress: Progress = field(init=False)
    future: Future[Any] = field(init=False)


class Jobs(QObject):
    """Runs work on a few threads and gives the results back in its own thread, the UI thread.

    Of the jobs with one key only the newest counts: an older one is cancelled, and its result, its
    errors and its progress are dropped. A receiver that Qt has deleted meanwhile is not called.
    `troubled` carries the `KnownError` of work whose starter gave no slot for it. Any other error
    is a bug and is raised in the UI thread.
    """

    troubled = Signal(object)
    _finished = Signal(int, object, object)
    _advanced = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="job")
        self._long = ThreadPoolExecutor(1, thread_name_prefix="long job")
        self._may_go = threading.Event()
        self._may_go.set()
        self._held = QTimer(self)
        self._held.setSingleShot(True)
        self._held.setInterval(HELD_MS)
        self._held.timeout.connect(self._may_go.set)
        self._jobs: dict[int, _Job] = {}
        self._newest: dict[str, int] = {}
        self._count = 0
        self._closed = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        key: str,
        *,
        failed: Callable[[KnownError], None] | None = None,
        advanced: Callable[[int, int], None] | None = None,
        long: bool = False,
    ) -> None:
        """Do the work on another thread, then call `done` with its result in the UI thread.

        `failed` gets a `KnownError` of the work, `advanced` its progress (done, total). Bound methods
        are held weakly. After `close` nothing is run. `long` work computes for seconds: it waits for
        other such work, which together would slow the window down.
        """
        if self._closed:
            return
        self.cancel(key)
        self._count += 1
        job = _Job(self._count, key, _weakly(done), _weakly(failed), _weakly(advanced))
        job.progress = Progress(self._teller(job.number))
        self._jobs[job.number] = job
        self._newest[key] = job.number
        if long:
            job.future = self._long.submit(_slowly, work, job.progress, self._may_go)
        else:
            job.future = self._pool.submit(_beside, work, job.progress)
        job.future.add_done_callback(self._ender(job))

    def cancel(self, key: str) -> None:
        """Drop the job of that key, if there is one: it is asked to end, and its result vanishes."""
        number = self._newest.pop(key, 0)
        if job := self._jobs.pop(number, None):
            job.progress.cancel()
            job.future.cancel()

    def busy(self, key: str) -> bool:
        """Whether a result for this key is still to come."""
        return key in self._newest

    def hold_long(self) -> None:
        """Begin no long work for the next moments: the window itself is busy with very much."""
        if not self._closed:
            self._may_go.clear()
            self._held.start()

    def close(self) -> None:
        """Cancel all, wait for what cannot be cancelled, and run nothing more."""
        self._closed = True
        self._may_go.set()
        for key in tuple(self._newest):
            self.cancel(key)
        for pool in (self._pool, self._long):
            pool.shutdown(wait=True, cancel_futures=True)

    def _teller(self, number: int) -> Callable[[int, int], None]:
        def tell(done: int, total: int) -> None:
            self._advanced.emit(number, done, total)

        return tell

    def _ender(self, job: _Job) -> Callable[[Future[Any]], None]:
        def end(future: Future[Any]) -> None:
            if job.progress.cancelled or future.cancelled():
                return
            error = future.exception()
            self._finished.emit(job.number, None if error else future.result(), error)

        return end

    @Slot(int, object, object)
    def _on_finished(self, number: int, result: object, error: BaseException | None) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        del self._newest[job.key]
        if error is None:
            if done := job.done():
                done(result)
        elif isinstance(error, KnownError):
            if failed := job.failed():
                failed(error)
            else:
                self.troubled.emit(error)
        else:
            raise error

    @Slot(int, int, int)
    def _on_advanced(self, number: int, done: int, total: int) -> None:
        job = self._jobs.get(number)
        if job and (advanced := job.advanced()):
            advanced(done, total)


def _beside(work: Callable[[Progress], T], progress: Progress) -> T:
    with giving_way():
        return work(progress)


def _slowly(work: Callable[[Progress], T], progress: Progress, may_go: threading.Event) -> T:
    may_go.wait()
    return _beside(work, progress)


def _weakly(slot: Callable[..., None] | None) -> Callable[[], Callable[..., None] | None]:
    """A way to get the slot as long as its object lives, in Python and in Qt."""
    if slot is None:
        return _nobody
    if not inspect.ismethod(slot):
        return lambda: slot
    method = weakref.WeakMethod(slot)

    def living() -> Callable[..., None] | None:
        found = method()
        if not isinstance(found, MethodType):
            return None
        owner = found.__self__
        return found if not isinstance(owner, QObject) or shiboken6.isValid(owner) else None

    return living


def _nobody() -> None:
    return None
