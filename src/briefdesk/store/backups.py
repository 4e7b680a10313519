"""Whole copies of a library: made from the running one, verified, and brought back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, func, select, update
from sqlalchemy.exc import DBAPIError

from briefdesk.store import checking, faults, gate
from briefdesk.store.connections import build_connection, pragma, reader_engine, writing
from briefdesk.store.creation import make_folder, put_in_place, sync, unnamed_beside
from briefdesk.store.errors import LibraryRefused, NotSaved
from briefdesk.store.identity import SCHEMA_NUMBER
from briefdesk.store.replacing import put_instead
from briefdesk.store.schema import briefs

FOLDER = "backups"
"""Name of the folder beside a library in which its copies lie, when nobody names another place."""


def default_place(library: Path) -> Path:
    """A name for a copy made now; its folder is made, closed to others."""
    folder = library.parent / FOLDER
    make_folder(folder)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    place = folder / f"{library.stem}-{stamp}{library.suffix}"
    number = 1
    while place.exists():
        number += 1
        place = folder / f"{library.stem}-{stamp}-{number}{library.suffix}"
    return place


def copy(readers: Engine, library: Path, to: Path | None = None) -> Path:
    """Copy a running library to a place where nothing is, look through the copy, and have it on disk.

    The copy is one file, whole in itself, that can be read from any medium.

    Raises:
        NotSaved: no copy was made, and why.
    """
    try:
        to = to or default_place(library)
        if to.exists() or to.is_symlink():
            raise NotSaved("io", f"no backup made: {to} is there already", todo="name another file")
        with unnamed_beside(to) as new:
            with readers.connect() as connection:
                _copy_pages(_driver(connection), new)
            _check(new, to)
            sync(new)
            if not put_in_place(new, to):
                raise NotSaved("io", f"no backup made: {to} is there already", todo="name another file")
    except (OSError, DBAPIError, sqlite3.Error) as error:
        place = to or library
        code = faults.code_of(error, place) or "io"
        raise NotSaved(code, f"no backup made: {faults.words_of(code, error, place)}") from None
    return to


def bring_back(source: Path, library: Path, live: Connection) -> None:
    """Put a copy's pages in the place of a running library's, in one transaction of its own.

    Its counters go on where the running ones are, so that nobody takes an old state for a new one.

    Raises:
        LibraryRefused: the copy is no library, or is damaged.
        NotSaved: it could not be written.
    """
    try:
        with checked_copy(source, library) as new:
            counter = live.scalar(select(func.max(briefs.c.counter))) or 0
            change = live.scalar(select(func.max(briefs.c.change))) or 0
            live.rollback()
            with build_connection(new) as connection, writing(connection):
                connection.execute(
                    update(briefs).values(counter=briefs.c.counter + counter, change=briefs.c.change + change)
                )
            with closing(sqlite3.connect(f"{new.as_uri()}?mode=ro", uri=True)) as copied:
                copied.backup(_driver(live))
    except (OSError, sqlite3.Error) as error:
        code = faults.code_of(error, library) or "io"
        raise NotSaved(code, f"not brought back: {faults.words_of(code, error, library)}") from None


def put_back(path: Path, source: Path) -> Path:
    """Put a copy in the place of a library that cannot be opened; gives where that one is kept.

    Nothing else may have the library open.

    Raises:
        LibraryRefused: the copy is no library, or is damaged; nothing has been changed.
        NotSaved: it could not be written; nothing has been changed.
    """
    real = gate.real_path(path.absolute())
    try:
        with checked_copy(source, real) as new:
            sync(new)
            return put_instead(new, real)
    except (OSError, sqlite3.Error) as error:
        code = faults.code_of(error, real) or "io"
        raise NotSaved(code, f"not brought back: {faults.words_of(code, error, real)}") from None


@contextmanager
def checked_copy(source: Path, beside: Path) -> Iterator[Path]:
    """A copy of a copy, looked through and of our schema, in the folder of `beside`; gone at the end.

    Raises:
        LibraryRefused: it is no library, or is damaged.
    """
    found = gate.look(gate.real_path(source.absolute()))
    with unnamed_beside(beside) as new:
        readers = reader_engine(found.path, immutable=not found.has_wal and not found.folder_writable)
        try:
            with readers.connect() as connection:
                _copy_pages(_driver(connection), new)
        except (DBAPIError, sqlite3.Error) as error:
            raise faults.refused(error, found.path) or error from None
        finally:
            readers.dispose()
        _check(new, found.path)
        if found.schema < SCHEMA_NUMBER:
            from briefdesk.store.migrating import migrate

            with build_connection(new) as connection:
                migrate(connection)
        yield new


def _copy_pages(source: sqlite3.Connection, new: Path) -> None:
    with closing(sqlite3.connect(f"{new.as_uri()}?mode=rw", uri=True, isolation_level=None)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE").close()


def _check(new: Path, named: Path) -> None:
    """Look through a copy from end to end.

    Raises:
        LibraryRefused: it is damaged, and so is what it was copied from.
    """
    readers = reader_engine(new, immutable=True)
    try:
        with readers.connect() as connection:
            problems = checking.pages(connection)
            if _schema_of(connection) == SCHEMA_NUMBER:
                problems += [*checking.odd_tables(connection), *checking.seals(connection)]
    except DBAPIError as error:
        raise faults.refused(error, named) or error from None
    finally:
        readers.dispose()
    if problems:
        raise LibraryRefused(named, "damaged", f"is damaged: {problems[0]}")


def _schema_of(connection: Connection) -> int:
    return int(pragma(connection, "user_version")[0])


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
