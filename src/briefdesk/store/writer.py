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
from briefdesk.store.connections import BUSY_SECONDS, pragma, writing
from briefdesk.store.errors import NotSaved
from briefdesk.store.rescue import Rescue
from briefdesk.store.turns import Turns

_T = TypeVar("_T")

_BATCH_JOBS: Final = 256
_BATCH_SECONDS: Final = 0.05
"""A commit waits for no more than this many jobs and seconds, so that other programs get their turn."""

_READY_SECONDS: Final = 0.05
"""A command that only reads is done sooner than this, and pays nothing for writing."""

_QUIET_SECONDS: Final = 1.0
_LONG_PAGES: Final = 4000
"""Pages of write-ahead log (16 MB) after which even a busy writer stops to move it into the library."""

_SETTLE_TRIES: Final = 20
_SETTLE_SECONDS: Final = 0.02


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
    a transaction has been taken back.
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
        self._engine = engine
        self._rescue = rescue
        self._get_ready = get_ready
        self._failed = failed
        self._turns = Turns(path.parent)
        self._connection: Connection | None = None
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._closing = threading.Lock()
        self._is_closed = False
        self._is_ready = False
        self._is_log_behind = True
        self._is_suspect = False
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
        self._engine.dispose()
        self._turns.close()

    def _loop(self) -> None:
        is_open = True
        while is_open:
            batch, is_open = self._next_batch()
            if batch:
                self._write(batch)
                self._is_log_behind = True
                if self._log_pages() > _LONG_PAGES:
                    self._checkpoint()
            elif is_open and not self._is_ready:
                self._is_ready = True
                self._get_ready()
            elif is_open:
                self._checkpoint()
        # Who closes last moves the log and takes it away, and only a connection that may write can.
        with contextlib.suppress(DBAPIError):
            self._opened()
        self._let_go()

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

    def _write(self, batch: list[_Job]) -> None:
        """Write jobs in one transaction; when that fails, one by one, so that one does not sink the rest."""
        while batch:
            error, done = self._commit(batch)
            if error is None:
                self._answer(batch[:done])
                batch = batch[done:]
            elif len(batch) > 1 and faults.code_of(error, self._path) not in ("locked", "read_only"):
                for job in batch:
                    self._write([job])
                return
            else:
                self._refuse(batch, error)
                return

    def _commit(self, batch: list[_Job]) -> tuple[BaseException | None, int]:
        """Run jobs and commit them; gives what went wrong with all of them, or how many are done."""
        done = 0
        began = time.monotonic()
        try:
            with self._turns.shared(BUSY_SECONDS) as is_ours:
                if not is_ours:
                    return TimeoutError("another program is tidying the library"), 0
                connection = self._opened()
                if batch[0].apart:
                    self._run_apart(batch[0], connection)
                    return None, 1
                with writing(connection):
                    for job in batch:
                        if job.apart or time.monotonic() - began > _BATCH_SECONDS:
                            break
                        self._run(job, connection)
                        done += 1
        except DBAPIError as error:
            self._failed()
            code = faults.code_of(error, self._path)
            if code != "locked":
                self._let_go()
            self._is_suspect |= code == "io"
            return error, 0
        return None, done

    def _answer(self, jobs: list[_Job]) -> None:
        for job in jobs:
            if job.error is not None:
                job.future.set_exception(job.error)
                continue
            if job.brief is not None:
                self._rescue.drop(job.brief.id)
            job.future.set_result(job.outcome)

    def _refuse(self, jobs: list[_Job], error: BaseException) -> None:
        code = "locked" if isinstance(error, TimeoutError) else faults.code_of(error, self._path)
        for job in jobs:
            if not code:
                job.future.set_exception(error)
                continue
            rescue = self._rescue.keep(job.brief) if job.brief else None
            job.future.set_exception(faults.not_saved(code, error, self._path, rescue))

    def _run(self, job: _Job, connection: Connection) -> None:
        """Run one job so that its failure takes back nothing but itself."""
        connection.exec_driver_sql("SAVEPOINT job").close()
        try:
            job.outcome, job.error = job.work(connection), None
        except DBAPIError:
            raise
        except Exception as error:  # noqa: BLE001  (handed to whoever asked for the job)
            job.outcome, job.error = None, error
            self._failed()
            connection.exec_driver_sql("ROLLBACK TO job").close()
        connection.exec_driver_sql("RELEASE job").close()

    def _run_apart(self, job: _Job, connection: Connection) -> None:
        try:
            job.outcome, job.error = job.work(connection), None
        except DBAPIError:
            raise
        except Exception as error:  # noqa: BLE001  (handed to whoever asked for the job)
            job.outcome, job.error = None, error
        finally:
            self._failed()
            connection.rollback()

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        if self._is_suspect:
            self._settle(self._connection)
        return self._connection

    def _settle(self, connection: Connection) -> None:
        """After an I/O error, have all that is in the log written anew into the library, and synced.

        A failed fsync may leave pages that look written and are not; a later fsync says nothing of them.
        """
        for _ in range(_SETTLE_TRIES):
            busy, frames, moved = pragma(connection, "wal_checkpoint(RESTART)")
            if not busy and frames == moved:
                self._is_suspect = False
                return
            time.sleep(_SETTLE_SECONDS)

    def _let_go(self) -> None:
        """Close the connection; after an I/O error SQLite must read everything anew."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with contextlib.suppress(DBAPIError):
                connection.close()

    def _log_pages(self) -> int:
        try:
            return Path(f"{self._path}-wal").stat().st_size // 4096
        except OSError:
            return 0

    def _checkpoint(self) -> None:
        """Move the log into the library file, if nobody writes just now."""
        self._is_log_behind = False
        try:
            with self._turns.alone() as is_ours:
                if is_ours:
                    pragma(self._opened(), "wal_checkpoint(PASSIVE)")
        except DBAPIError:
            self._let_go()  # what is committed is in the log, and stays there until this succeeds
