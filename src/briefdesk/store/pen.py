"""The one connection that writes: durable transactions, checkpoints, and a new beginning after an error."""

import contextlib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from briefdesk.store import faults, merging
from briefdesk.store.connections import BUSY_SECONDS, pragma, writing
from briefdesk.store.turns import Turns

_STEP_SECONDS: Final = 0.02


class Pen:
    """Writes to the library, one turn after the other. Lives in the writer's thread.

    The connection is made on first use. After an error it is thrown away, as SQLite must then read
    everything anew.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine
        self._turns = Turns(path.parent)
        self._connection: Connection | None = None
        self._is_suspect = False

    @property
    def log_bytes(self) -> int:
        """How long the write-ahead log is."""
        try:
            return Path(f"{self._path}-wal").stat().st_size
        except OSError:
            return 0

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction; when it is left without an error, what was written is on disk.

        Raises:
            sqlalchemy.exc.DBAPIError: it is not, and nothing of it was written.
            TimeoutError: another program has not let go of the library in time.
        """
        with self._turn() as connection, writing(connection):
            yield connection

    @contextmanager
    def apart(self) -> Iterator[Connection]:
        """The connection outside any transaction, for what makes one of its own."""
        with self._turn() as connection:
            try:
                yield connection
            finally:
                connection.rollback()

    def merge(self) -> None:
        """Merge what was added to the search index into the rest of it, if that can be done just now."""
        # Without it nothing is lost, and searching takes a little longer until the next one.
        with contextlib.suppress(DBAPIError, TimeoutError), self.transaction() as connection:
            merging.merge(connection)

    def checkpoint(self) -> None:
        """Move the log into the library file, if nobody writes just now."""
        try:
            with self._turns.alone() as is_ours:
                if is_ours:
                    pragma(self._opened(), "wal_checkpoint(PASSIVE)")
        except DBAPIError:
            self.let_go()  # what is committed is in the log, and stays there until this succeeds

    def let_go(self) -> None:
        """Throw the connection away; the next turn makes a new one."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with contextlib.suppress(DBAPIError):
                connection.close()

    def close(self) -> None:
        """Let go of the file for good."""
        # Who closes last moves the log and takes it away, and only a connection that may write can.
        with contextlib.suppress(DBAPIError):
            self._opened()
        self.let_go()
        self._engine.dispose()
        self._turns.close()

    @contextmanager
    def _turn(self) -> Iterator[Connection]:
        if self._is_suspect:
            self._settle()
        with self._turns.shared(BUSY_SECONDS) as is_ours:
            if not is_ours:
                raise TimeoutError("another program is tidying up the library")
            try:
                yield self._opened()
            except DBAPIError as error:
                code = faults.code_of(error, self._path)
                self._is_suspect |= code == "io"
                if code != "locked":
                    self.let_go()
                raise

    def _settle(self) -> None:
        """After an I/O error, have all that is in the log written anew into the library, and synced.

        A failed fsync may leave pages that look written and are not; a later fsync says nothing of them.
        """
        end = time.monotonic() + BUSY_SECONDS
        with self._turns.alone(BUSY_SECONDS) as is_ours:
            while is_ours and self._is_suspect and time.monotonic() < end:
                _, frames, moved = pragma(self._opened(), "wal_checkpoint(PASSIVE)")
                self._is_suspect = frames != moved
                if self._is_suspect:
                    time.sleep(_STEP_SECONDS)
        if self._is_suspect:
            raise TimeoutError("another program holds the library")

    def _opened(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection
