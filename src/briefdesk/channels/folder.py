"""Writing files so that each is whole or not there: temporary file, fsync, rename, fsync of the folder."""

import hashlib
import os
import secrets
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from briefdesk.brief.errors import KnownError

KEPT: Final = ".bak"
"""Ends the name of a copy of what somebody else wrote, kept beside the file that took its place."""

_PREFIX: Final = ".briefdesk-"
_SUFFIX: Final = ".tmp"
_MODE: Final = 0o644  # for others to read, less what the user's umask takes away
_STALE_SECONDS: Final = 3600
_SYNCERS: Final = 8


class Staged(NamedTuple):
    """A finished file that waits under a temporary name for its own."""

    temporary: Path
    target: Path


class Folder:
    """A folder that files are exported to."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.abspath(path.expanduser())).resolve()  # noqa: PTH100  (works without the folder)

    def prepare(self) -> None:
        """Make the folder if it is missing, and see that it can be written to.

        Raises:
            KnownError: it cannot.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            self._sweep()
            probe = self._write_temporary(self.path, b"")
            probe.unlink()
        except OSError as error:
            raise KnownError(
                f"{self.path}: {error.strerror or error}",
                safe="Nothing was written",
                todo="Choose another folder",
            ) from None

    def examine(self) -> None:
        """See, without writing anything, whether the folder is there or can be made, and be written to.

        Raises:
            KnownError: it cannot.
        """
        try:
            above = _standing(self.path)
        except OSError as error:
            raise _not_made(self.path, error.strerror or str(error)) from None
        if not above.is_dir():
            raise _not_made(self.path, f"{above} is a file, no folder")
        if not os.access(above, os.W_OK | os.X_OK):
            which = "it" if above == self.path else str(above)
            raise _not_made(self.path, f"{which} cannot be written to")

    def place(self, relative: str) -> Path:
        """Where a file of that relative path stands.

        Raises:
            ValueError: the path leads out of the folder.
        """
        pure = PurePosixPath(relative)
        if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\\" in relative:
            raise ValueError(f"not a path inside a folder: {relative!r}")
        return self.path.joinpath(*pure.parts)

    def read(self, relative: str) -> bytes | None:
        """What a file holds, or None where there is none.

        Raises:
            KnownError: what stands there is no file that can be read.
        """
        try:
            return self.place(relative).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise KnownError(
                f"{relative}: {error.strerror or error}",
                safe="It was left alone",
                todo="Move it, or choose another folder",
            ) from None

    def obstacle(self, relative: str) -> str:
        """What stands where a folder is needed for a file, relative to the folder; "" for nothing."""
        parents = [each for each in PurePosixPath(relative).parents if each.name]
        taken = (str(each) for each in reversed(parents) if self.place(str(each)).exists())
        return next((each for each in taken if not self.place(each).is_dir()), "")

    def spare_name(self, relative: str, data: bytes) -> str:
        """The path beside a file under which its content is kept: free, or one that holds just that."""
        number, found = 1, f"{relative}{KEPT}"
        while (present := self.read(found)) is not None and present != data:
            number += 1
            found = f"{relative}{KEPT}-{number}"
        return found

    def holds(self, relative: str) -> bool:
        """Whether a file of that relative path is there."""
        return self.place(relative).is_file()

    def stage(self, relative: str, data: bytes) -> Staged:
        """Write a file beside its place, to be put there by `put`.

        Raises:
            KnownError: it could not be written; nothing of it is left.
        """
        target = self.place(relative)
        try:
            if target.parent != self.path:
                target.parent.mkdir(parents=True, exist_ok=True)
            return Staged(self._write_temporary(target.parent, data), target)
        except OSError as error:
            raise _not_written(relative, error) from None

    def sync(self, files: Sequence[Staged]) -> None:
        """Have staged files on the disk itself; together, since a disk syncs many as fast as one.

        Raises:
            KnownError: one of them is not on disk.
        """
        try:
            if len(files) == 1:
                _sync(files[0].temporary)
                return
            # A share of the files each: handing them over one by one takes longer than syncing them.
            shares = [files[number::_SYNCERS] for number in range(min(_SYNCERS, len(files)))]
            with ThreadPoolExecutor(_SYNCERS) as pool:
                list(pool.map(_sync_all, shares))
        except OSError as error:
            raise _not_written(str(self.path), error) from None

    def put(self, files: Sequence[Staged]) -> None:
        """Give synced files their names, in the place of what stood there; the names are on disk then.

        Raises:
            KnownError: the system refused; files that already have their names keep them.
        """
        try:
            for each in files:
                each.temporary.replace(each.target)
            for parent in {each.target.parent for each in files}:
                _sync_folder(parent)
        except OSError as error:
            raise _not_written(str(self.path), error) from None

    def discard(self, files: Sequence[Staged]) -> None:
        """Take away what has been staged and not put."""
        for each in files:
            each.temporary.unlink(missing_ok=True)

    def remove(self, relative: str) -> None:
        """Remove a file.

        Raises:
            KnownError: the system refused.
        """
        target = self.place(relative)
        try:
            target.unlink(missing_ok=True)
            _sync_folder(target.parent)
        except OSError as error:
            raise KnownError(f"{relative}: {error.strerror or error}", safe="It was left there") from None

    def _write_temporary(self, parent: Path, data: bytes) -> Path:
        temporary = parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
        number = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _MODE)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(data)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
        return temporary

    def _sweep(self) -> None:
        """Take away temporary files of a run that was killed, not those of one that is at work."""
        for left in self.path.glob(f"{_PREFIX}*{_SUFFIX}"):
            if left.stat().st_mtime < time.time() - _STALE_SECONDS:
                left.unlink(missing_ok=True)


def sha256(data: bytes) -> str:
    """What the ledger keeps of a file's content."""
    return hashlib.sha256(data).hexdigest()


def _sync_all(files: Sequence[Staged]) -> None:
    for each in files:
        _sync(each.temporary)


def _sync(path: Path) -> None:
    number = os.open(path, os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _sync_folder(path: Path) -> None:
    if os.name != "posix":
        return  # Windows syncs a name with its file
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError:
        pass  # some network file systems sync no folders
    finally:
        os.close(number)


def _standing(path: Path) -> Path:
    """The path itself, or the nearest one above it that is there."""
    for each in (path, *path.parents):
        try:
            each.lstat()
        except (FileNotFoundError, NotADirectoryError):
            continue
        return each
    return path


def _not_made(path: Path, why: str) -> KnownError:
    return KnownError(f"{path}: {why}", safe="Nothing was written", todo="Choose another folder")


def _not_written(where: str, error: OSError) -> KnownError:
    return KnownError(
        f"{where} was not written: {error.strerror or error}",
        safe="What stood there is unchanged",
        todo="Make room or choose another folder, and export again",
    )
