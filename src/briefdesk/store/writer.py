"""The one thread that writes: takes all that is waiting, makes it durable in one commit, then answers."""

import contextlib
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from briefdesk.brief.model import Brief
from briefdesk.store import faults
from briefdesk.store.errors import NotSaved
from briefdesk.store.giving_way import giving_way
from briefdesk.store.pen import Pen
from briefdesk.store.rescue import Rescue

_T = TypeVar("_T")

_BATCH_JOBS: Final = 256
_BATCH_SECONDS: Final = 0.05
"""A commit waits for no more than this many jobs and seconds, so that other programs get their turn."""

_READY_SECONDS: Final = 0.05
"""A command that only reads is done sooner than this, and pays nothing for writing."""

_QUIET_SECONDS: Final = 1.0
_LONG_BYTES: Final = 4 * 1024 * 1024
"""A write-ahead log longer than this is moved into the library even when there is more to write."""


class _TakenBackError(Exception):
    """Ends a transaction whose only job has failed."""


@dataclass(slots=True)
class _Job:
    """One thing to write, and who waits for it.

    `brief` is what must not be lost if it fails. A job that is `apart` runs outside any transaction.
    """

    work: Callable[[Connection], Any]
    future: Future[Any]
    brief: Brief | None = None
    apart: bool = False
    outcome: Any = field(default=None)
    error: BaseException | None = None


class Writer:
    """Owns the only writing connection. `submit` may be called from any thread, and never blocks.

    `get_ready` is called in the writer's thread while there is nothing to do yet, `failed` whenever
    what a job has done was taken back.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        rescue: Rescue,
        *,
        get_ready: Callable[[], None],
        failed: Callable[[], None],
    ) -> None:
        self._path = path
        self._pen = Pen(path, engine)
        self._rescue = rescue
        self._get_ready = get_ready
        self._failed = failed
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._is_closed = False
        self._is_ready = False
        self._is_log_behind = True
        self._is_unmerged = False
        self._thread = threading.Thread(target=self._loop, name="library-writer", daemon=True)
        self._thread.start()

    def submit(
        self, work: Callable[[Connection], _T], brief: Brief | None = None, *, apart: bool = False
    ) -> "Future[_T]":
        """Have something written; the future is done when it is on disk, or has failed.

        `work` runs in the writer's thread within a transaction, or without one and all by itself if it
        is to be `apart`. If writing fails, the future raises `NotSaved`, and `brief` has been put into
        a rescue file.
        """
        future: Future[_T] = Future()
        future.set_running_or_notify_cancel()  # nobody takes a save back
        with self._closing:
            if not self._is_closed:
                self._jobs.put(_Job(work, future, brief, apart))
                return future
        rescue = self._rescue.keep(brief) if brief else None
        future.set_exception(
            NotSaved("closed", f"not saved: {self._path.name} is closed", todo="open it again", rescue=rescue)
        )
        return future

    def close(self) -> None:
        """Write what is waiting, and let go of the file."""
        with self._closing:
            if self._is_closed:
                return
            self._is_closed = True
            self._jobs.put(None)
        self._thread.join()

    def _loop(self) -> None:
        is_open = True
        while is_open:
            batch, is_open = self._next_batch()
            if batch:
                with giving_way():  # the words of very many bullets are counted here
                    self._write_or_tell(batch)
                self._is_log_behind = True
                if self._pen.log_bytes > _LONG_BYTES:
                    self._tidy()
            elif is_open and not self._is_ready:
                self._is_ready = True
                with contextlib.suppress(Exception):  # the first save will say it again, to somebody
                    self._get_ready()
            elif is_open:
                self._tidy()
        self._merge()  # a command ends before it is ever quiet
        self._pen.close()

    def _tidy(self) -> None:
        self._is_log_behind = False
        self._merge()
        self._pen.checkpoint()

    def _merge(self) -> None:
        if self._is_unmerged:
            self._is_unmerged = False
            self._pen.merge()

    def _next_batch(self) -> tuple[list[_Job], bool]:
        """What is waiting, and whether more may come. Nothing, when it has been quiet for a while."""
        batch: list[_Job] = []
        try:
            job = self._jobs.get(timeout=self._patience())
            while job is not None:
                batch.append(job)
                if len(batch) == _BATCH_JOBS:
                    return batch, True
                job = self._jobs.get_nowait()
        except queue.Empty:
            return batch, True
        return batch, False

    def _patience(self) -> float | None:
        """How long to wait for a job before something else is done."""
        if not self._is_ready:
            return _READY_SECONDS
        return _QUIET_SECONDS if self._is_log_behind else None

    def _write_or_tell(self, batch: list[_Job]) -> None:
        """Write jobs; whatever happens, this thread goes on and nobody is left waiting."""
        try:
            self._write(batch)
        except Exception as error:  # noqa: BLE001  (a bug: handed to everybody who waits)
            self._pen.let_go()
            for job in batch:
                if not job.future.done():
                    job.future.set_exception(error)

    def _write(self, batch: list[_Job]) -> None:
        """Write jobs in one transaction; when that fails, one by one, so that one does not sink the rest."""
        while batch:
            try:
                done = self._commit(batch)
            except (DBAPIError, TimeoutError) as error:
                self._failed()
                if len(batch) == 1 or faults.code_of(error, self._path) in ("locked", "read_only"):
                    self._refuse(batch, error)
                    return
                for job in batch:
                    self._write([job])
                return
            self._answer(batch[:done])
            batch = batch[done:]

    def _commit(self, batch: list[_Job]) -> int:
        """Run as many jobs as fit into one commit, and commit them; gives their number."""
        if batch[0].apart:
            with self._pen.apart() as connection:
                self._run(batch[0], connection)
            return 1
        if len(batch) == 1:
            with contextlib.suppress(_TakenBackError), self._pen.transaction() as connection:
                if not self._run(batch[0], connection):
                    raise _TakenBackError
            return 1
        done = 0
        began = time.monotonic()
        with self._pen.transaction() as connection:
            for job in batch:
                if job.apart or time.monotonic() - began > _BATCH_SECONDS:
                    break
                connection.exec_driver_sql("SAVEPOINT job").close()
                if not self._run(job, connection):
                    connection.exec_driver_sql("ROLLBACK TO job").close()
                connection.exec_driver_sql("RELEASE job").close()
                done += 1
        return done

    def _run(self, job: _Job, connection: Connection) -> bool:
        """Run one job; False if it failed and is to be taken back. An error of the database fails all."""
        try:
            job.outcome, job.error = job.work(connection), None
        except DBAPIError:
            raise
        except Exception as error:  # noqa: BLE001  (handed to whoever asked for the job)
            job.outcome, job.error = None, error
        if job.error is not None or job.apart:
            self._failed()
        return job.error is None

    def _answer(self, jobs: list[_Job]) -> None:
        for job in jobs:
            if job.error is not None:
                job.future.set_exception(job.error)
                continue
            if job.brief is not None:
                self._is_unmerged = True
                self._rescue.drop(job.brief.id)
            job.future.set_result(job.outcome)

    def _refuse(self, jobs: list[_Job], error: BaseException) -> None:
        code = faults.code_of(error, self._path)
        for job in jobs:
            if not code:
                job.future.set_exception(error)
                continue
            rescue = self._rescue.keep(job.brief) if job.brief else None
            job.future.set_exception(faults.not_saved(code, error, self._path, rescue))
