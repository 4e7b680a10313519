"""What SQLite and the disk say when a write fails, in a code and in words."""

import errno
import os
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from briefdesk.store.errors import BACKUP, LibraryRefused, NotRead, NotSaved

_SCARCE_BYTES = 256 * 1024

_LOCKED = "another program holds the library locked"
_FULL = "the disk is full"
_READ_ONLY = "the library can only be read, not written"
_DAMAGED = "the library file is damaged"
_IO = "the disk reports an error"

_TODO = {
    "disk_full": "make room on the disk; saving goes on by itself",
    "read_only": "give yourself the right to write it, or save a copy elsewhere",
    "locked": "close the other program, or wait a moment",
    "io": "check the disk, and keep a copy elsewhere",
}


def code_of(error: BaseException, path: Path) -> str:
    """The code of a failed write: "disk_full", "read_only", "locked" or "io"; "" if it is none of them.

    `path` is the library: a disk without room tells of it as a plain I/O error at times.
    """
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    if isinstance(error, TimeoutError):
        return "locked"
    if isinstance(error, OSError):
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return "disk_full"
        return "read_only" if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) else "io"
    if not isinstance(error, sqlite3.Error):
        return ""
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return "locked"
    if primary == sqlite3.SQLITE_FULL:
        return "disk_full"
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return "read_only"
    if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PROTOCOL):
        return "disk_full" if _is_full(path) else "io"
    if is_damage(error):
        return "io"
    return ""


def is_damage(error: BaseException) -> bool:
    """Whether SQLite found that the file is not what it wrote."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    # Text that is no UTF-8: we write none, and Python's driver has no code for it.
    is_no_text = isinstance(error, sqlite3.OperationalError) and "Could not decode" in str(error)
    return is_no_text or primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def words_of(code: str, error: BaseException, path: Path) -> str:
    """What happened, in one line for a person."""
    what = {"disk_full": _FULL, "read_only": _READ_ONLY, "locked": _LOCKED}.get(code)
    if what is None:
        what = _DAMAGED if is_damage(error) else _IO
    detail = "" if code in ("locked", "disk_full") else f" ({_origin(error)})"
    return f"{path.name}: {what}{detail}"


def not_saved(code: str, error: BaseException, path: Path, rescue: Path | None) -> NotSaved:
    """The error that a person is shown."""
    return NotSaved(code, f"not saved: {words_of(code, error, path)}", todo=_TODO[code], rescue=rescue)


def not_read(error: DBAPIError, path: Path) -> NotRead | None:
    """The error that a person is shown when reading failed; None if it is a bug of ours."""
    code = code_of(error, path)
    if not code:
        return None
    words = words_of(code, error, path)
    if is_damage(error):
        return NotRead("damaged", words, todo="run `briefdesk verify --repair`, or go back to a backup")
    return NotRead("locked" if code == "locked" else "io", words, todo=_TODO[code])


def refused(error: BaseException, path: Path) -> LibraryRefused | None:
    """The error that a person is shown when opening failed; None if it is a bug of ours."""
    code = code_of(error, path)
    if not code:
        return None
    if is_damage(error):
        return LibraryRefused(path, "damaged", f"is damaged ({_origin(error)})", todo=BACKUP)
    if code == "locked":
        return LibraryRefused(
            path, "locked", "is locked by another program", todo="close it there, then try again"
        )
    if code == "disk_full":
        return LibraryRefused(
            path, "disk", "cannot be opened: the disk is full", todo="make room on the disk"
        )
    return LibraryRefused(
        path, "unreadable", f"cannot be opened: {_origin(error)}", todo="check its permissions"
    )


def _origin(error: BaseException) -> str:
    origin = getattr(error, "orig", None) or error
    return (origin.strerror if isinstance(origin, OSError) else None) or str(origin)


def _is_full(path: Path) -> bool:
    try:
        room = os.statvfs(path.parent)
    except (OSError, AttributeError):
        return False
    return room.f_bavail * room.f_frsize < _SCARCE_BYTES
