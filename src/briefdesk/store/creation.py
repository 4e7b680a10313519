"""A new library file: built whole beside its place, closed to others from its first byte, then put there."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, insert

from briefdesk.store import merging, schema
from briefdesk.store.connections import build_connection, pragma, writing
from briefdesk.store.identity import APPLICATION_ID, SCHEMA_NUMBER

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def create(path: Path) -> bool:
    """Make an empty library at a path where nothing is; False when another program was quicker.

    It is on disk when this returns: file, name and folder are synced, so that a power cut right
    afterwards leaves it whole or not there at all.

    Raises:
        OSError: the disk is full, the folder may not be written to.
        sqlalchemy.exc.DBAPIError: SQLite could not write it.
    """
    with unnamed_beside(path) as new:
        with build_connection(new) as connection:
            build(connection)
        sync(new)
        return put_in_place(new, path)


@contextmanager
def unnamed_beside(path: Path) -> Iterator[Path]:
    """An empty file beside a place, closed to others before anything is in it; gone at the end."""
    new = path.with_name(f".{path.name[:60]}.{secrets.token_hex(4)}.new")
    os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    try:
        new.chmod(PRIVATE_FILE)  # whatever the umask is
        yield new
    finally:
        new.unlink(missing_ok=True)


def build(connection: Connection) -> None:
    """Write tables, index and header numbers of the newest schema into an empty database."""
    with writing(connection):
        schema.metadata.create_all(connection, checkfirst=False)
        for statement in (*schema.INDEX_DDL, schema.TERMS_DDL):
            connection.exec_driver_sql(statement)
        merging.put_off(connection)
        connection.execute(insert(schema.alembic_version).values(version_num=schema.HEAD))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_NUMBER}")
    pragma(connection, "journal_mode = WAL")


def sync(path: Path) -> None:
    """Have a file or folder written to the disk itself; a system that syncs no folders is let be."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    except OSError:
        if not path.is_dir():
            raise
    finally:
        os.close(file)


def make_folder(folder: Path) -> None:
    """Make a folder of ours, closed to others, if it is not there."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def put_in_place(new: Path, path: Path) -> bool:
    """Give a finished file its name, never in the place of another one; False where one is."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if path.exists():
            return False
        new.rename(path)
    sync(path.parent)
    return True
