"""The gate before every library: what a file is, from its first hundred bytes, before anything opens it."""

import os
import stat
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from briefdesk.store.errors import BACKUP, LibraryRefused
from briefdesk.store.identity import APPLICATION_ID, SCHEMA_NUMBER

MAGIC: Final = b"SQLite format 3\0"
HEADER_BYTES: Final = 100
_WAL_HEADER_BYTES: Final = 32

# Closing a file drops every POSIX lock this process holds on it, SQLite's own among them. So a library
# that is open here already is never opened by hand again; like the locks, this count is the process's.
_open_here: Counter[tuple[int, int]] = Counter()
_counting = threading.Lock()


@dataclass(frozen=True, slots=True)
class Found:
    """What lies at a path: the real file behind links, its schema number, and whether we may write."""

    path: Path
    schema: int
    writable: bool
    folder_writable: bool
    in_wal_mode: bool
    has_wal: bool
    bytes: int


def real_path(path: Path) -> Path:
    """The file that a path leads to; it need not be there.

    Raises:
        LibraryRefused: the path cannot be followed, or is a link that leads nowhere.
    """
    try:
        real = Path(os.path.realpath(path, strict=False))
        if path.is_symlink() and not real.exists():
            raise LibraryRefused(
                path, "missing", f"is a link to {real}, which is not there", todo="mend the link"
            )
    except (OSError, ValueError, RuntimeError) as error:
        raise LibraryRefused(path, "unreadable", f"cannot be reached: {_words(error)}") from None
    return real


def is_there(real: Path) -> bool:
    """Whether something lies at the path already.

    Raises:
        LibraryRefused: there is no folder to hold it, or it cannot be looked at.
    """
    try:
        real.lstat()
    except FileNotFoundError:
        if not real.parent.is_dir():
            raise LibraryRefused(
                real, "missing", f"there is no folder {real.parent}", todo="make the folder first"
            ) from None
        return False
    except (OSError, ValueError) as error:
        raise LibraryRefused(real, "unreadable", f"cannot be reached: {_words(error)}") from None
    return True


def look(real: Path) -> Found:
    """Read the header of a file that is there, and let it pass only if it is a library we can open.

    Raises:
        LibraryRefused: naming what the file is instead.
    """
    try:
        status = real.stat()
        if not stat.S_ISREG(status.st_mode):
            raise LibraryRefused(real, "not_a_library", f"is {_kind(status.st_mode)}, not a file")
        if (status.st_dev, status.st_ino) in _open_here:
            return _known(real, status)
        header = _header(real)
        wal = Path(f"{real}-wal")
        has_wal = wal.is_file() and wal.stat().st_size > _WAL_HEADER_BYTES
    except OSError as error:
        raise LibraryRefused(
            real, "unreadable", f"cannot be read: {_words(error)}", todo="check its permissions"
        ) from None
    _check_header(real, header, status.st_size)
    if not has_wal:
        _check_size(real, header, status.st_size)
    return Found(
        path=real,
        schema=_number(header, 60),
        writable=os.access(real, os.W_OK) and header[18] <= 2,
        folder_writable=os.access(real.parent, os.W_OK | os.X_OK),
        in_wal_mode=header[18] == 2,
        has_wal=has_wal,
        bytes=status.st_size,
    )


def close_to_others(real: Path) -> None:
    """Take a library from everybody but its owner, and its companions too; who does not own it lets it be."""
    if os.name != "posix":
        return
    for ending in ("", "-wal", "-shm"):
        file = Path(f"{real}{ending}")
        try:
            mode = stat.S_IMODE(file.stat().st_mode)
            if mode & 0o077:
                file.chmod(mode & 0o700)
        except (FileNotFoundError, PermissionError):
            continue


@contextmanager
def held(real: Path) -> Iterator[None]:
    """While this lasts, the file counts as open in this process, and `look` leaves it alone."""
    status = real.stat()
    file = (status.st_dev, status.st_ino)
    with _counting:
        _open_here[file] += 1
    try:
        yield
    finally:
        with _counting:
            _open_here[file] -= 1
            if not _open_here[file]:
                del _open_here[file]


def _known(real: Path, status: os.stat_result) -> Found:
    """A library that is open in this process: it has passed the gate, and is of our schema since."""
    return Found(
        path=real,
        schema=SCHEMA_NUMBER,
        writable=os.access(real, os.W_OK),
        folder_writable=os.access(real.parent, os.W_OK | os.X_OK),
        in_wal_mode=True,
        has_wal=True,
        bytes=status.st_size,
    )


def _header(real: Path) -> bytes:
    # O_NONBLOCK: should a pipe have taken the file's place in between, never wait for its other end.
    file = os.open(real, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        return os.read(file, HEADER_BYTES)
    finally:
        os.close(file)


def _check_header(real: Path, header: bytes, size: int) -> None:
    if size == 0:
        raise LibraryRefused(
            real,
            "not_a_library",
            "is empty: a library is never 0 bytes long",
            todo="remove it to begin a new library here",
        )
    if header[:16] != MAGIC:
        raise LibraryRefused(real, "not_a_library", "is no library of BriefDesk")
    page = _page_bytes(header)
    if len(header) < HEADER_BYTES or page < 512 or page & (page - 1) or header[21:24] != b"\x40\x20\x20":
        raise LibraryRefused(real, "damaged", "is damaged: its header makes no sense", todo=BACKUP)
    if header[19] > 2:
        raise LibraryRefused(
            real,
            "newer",
            f"is written in a newer file format ({header[19]})",
            todo="open it with a newer BriefDesk",
        )
    if _number(header, 68) != APPLICATION_ID:
        raise LibraryRefused(
            real, "not_a_library", "is a database of another program, not a library of BriefDesk"
        )
    schema = _number(header, 60)
    if not 1 <= schema <= SCHEMA_NUMBER:
        raise LibraryRefused(
            real,
            "newer",
            f"was made by a newer BriefDesk (schema {schema}; this one reads up to {SCHEMA_NUMBER})",
            todo="open it with that version",
        )


def _check_size(real: Path, header: bytes, size: int) -> None:
    """A file without a write-ahead log must hold all the pages its header counts."""
    page, pages = _page_bytes(header), _number(header, 28)
    is_count_valid = header[24:28] == header[92:96]
    if size < page or (is_count_valid and pages * page > size):
        raise LibraryRefused(
            real, "damaged", f"is cut off: {size:,} bytes of {pages * page:,} are there", todo=BACKUP
        )


def _page_bytes(header: bytes) -> int:
    stored = struct.unpack_from(">H", header.ljust(HEADER_BYTES, b"\0"), 16)[0]
    return 65536 if stored == 1 else stored


def _number(header: bytes, place: int) -> int:
    return struct.unpack_from(">I", header, place)[0]


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _words(error: BaseException) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
