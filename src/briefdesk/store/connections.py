"""How the library file is opened: one connection that writes, a few that only read."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool, QueuePool

BUSY_SECONDS: Final = 1.4
"""How long a statement waits for another program's lock; two such waits still end within 3 s."""

JOURNAL_BYTES: Final = 4 * 1024 * 1024
"""The write-ahead log is cut back to this size when it starts anew."""

_READERS: Final = 4

_ALWAYS = ("PRAGMA cell_size_check = ON", "PRAGMA temp_store = MEMORY")
_WRITER = (
    *_ALWAYS,
    "PRAGMA journal_mode = WAL",  # a copy that was made to be kept is not in that mode
    "PRAGMA synchronous = FULL",
    # SQLite up to 3.51.2 can spoil a write-ahead log that one connection writes and another checkpoints
    # at the same moment: only the writer does so, at moments it chooses.
    "PRAGMA wal_autocheckpoint = 0",
    f"PRAGMA journal_size_limit = {JOURNAL_BYTES}",
    "PRAGMA cache_size = -16000",
)
# The tables come from a file that anybody may have made: no function in it may do more than compute. The
# writer cannot have that, as triggers may not write FTS5 tables then; opening looks at the triggers instead.
_READER = (
    *_ALWAYS,
    "PRAGMA trusted_schema = OFF",
    "PRAGMA query_only = ON",
    "PRAGMA cache_size = -4000",
    "PRAGMA wal_autocheckpoint = 0",
)
_BUILDER = (*_ALWAYS, "PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF")


def writer_engine(path: Path) -> Engine:
    """The engine of the one connection that writes."""
    return _engine(partial(_connect, f"{path.as_uri()}?mode=rw", _WRITER), NullPool)


def reader_engine(path: Path, *, immutable: bool = False) -> Engine:
    """The engine of connections that only read, for any thread; idle ones are kept open.

    `immutable` is for a file that nobody can change, on a medium where SQLite could lock nothing.
    """
    uri = f"{path.as_uri()}?mode=ro" + ("&immutable=1" if immutable else "")
    return _engine(partial(_connect, uri, _READER), QueuePool, pool_size=_READERS, max_overflow=64)


@contextmanager
def build_connection(path: Path) -> Iterator[Connection]:
    """A connection to a file that nobody else knows of yet; its owner syncs it when all is written."""
    engine = _engine(partial(_connect, f"{path.as_uri()}?mode=rw", _BUILDER), NullPool)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def writing(connection: Connection) -> Iterator[None]:
    """One transaction that takes the write lock at once, and commits at the end."""
    with connection.begin():
        run(connection, "BEGIN IMMEDIATE")
        yield


def run(connection: Connection, text: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Run a statement that every save runs; gives its rows. SQLAlchemy takes longer around it than SQLite.

    Raises:
        sqlalchemy.exc.DBAPIError: as if SQLAlchemy had run it.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        return driver.execute(text, parameters).fetchall()
    except sqlite3.Error as error:
        wrapped = DBAPIError.instance(
            text, list(parameters), error, sqlite3.Error, dialect=connection.dialect
        )
        raise wrapped from error


def pragma(connection: Connection, statement: str) -> tuple[Any, ...]:
    """Run a pragma outside any transaction; gives its one row."""
    try:
        return tuple(connection.exec_driver_sql(f"PRAGMA {statement}").first() or ())
    finally:
        connection.rollback()  # SQLAlchemy counts every statement as the beginning of a transaction


def _engine(
    connect: partial[sqlite3.Connection], pool: type[NullPool] | type[QueuePool], **options: Any
) -> Engine:
    return create_engine("sqlite+pysqlite://", creator=connect, poolclass=pool, **options)


def _connect(uri: str, pragmas: tuple[str, ...]) -> sqlite3.Connection:
    # isolation_level None: the driver begins nothing by itself. Readers go from thread to thread.
    connection = sqlite3.connect(
        uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in pragmas:
            connection.execute(pragma).close()
    except UnicodeDecodeError as error:
        # What SQLite says of tables that are damaged holds their very bytes, and the driver wants text.
        connection.close()
        raise sqlite3.OperationalError(f"Could not decode the tables of the file: {error}") from None
    except BaseException:
        connection.close()
        raise
    return connection
