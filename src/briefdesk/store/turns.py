"""Taking turns between programs: nobody moves the write-ahead log into the library while another writes."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

try:
    import fcntl
except ImportError:  # Windows: SQLite's own locks have to do
    fcntl = None

_STEP_SECONDS: Final = 0.002


class Turns:
    """A lock on the library's folder that all programs of ours share; nothing is left behind on disk.

    WORKAROUND for SQLite 3.7.0 to 3.51.2 (the "WAL-reset bug"): a checkpoint during which another
    connection commits can mark frames as copied that are not. Writers share the lock, a checkpoint
    has it alone. A file system that knows no such locks is used without.
    """

    def __init__(self, folder: Path) -> None:
        self._file = -1
        if fcntl is not None:
            try:
                self._file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            except OSError:
                self._file = -1

    def close(self) -> None:
        """Let go of the folder."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    @contextmanager
    def shared(self, seconds: float) -> Iterator[bool]:
        """The turn of a writer; False when another program checkpoints for longer than that."""
        with self._held(alone=False, seconds=seconds) as is_ours:
            yield is_ours

    @contextmanager
    def alone(self, seconds: float = 0) -> Iterator[bool]:
        """The turn of a checkpoint; False when others write all the time until then."""
        with self._held(alone=True, seconds=seconds) as is_ours:
            yield is_ours

    @contextmanager
    def _held(self, *, alone: bool, seconds: float) -> Iterator[bool]:
        if fcntl is None or self._file < 0:
            yield True
            return
        is_ours = self._take(fcntl.LOCK_EX if alone else fcntl.LOCK_SH, time.monotonic() + seconds)
        try:
            yield is_ours
        finally:
            if is_ours:
                fcntl.flock(self._file, fcntl.LOCK_UN)

    def _take(self, kind: int, end: float) -> bool:
        assert fcntl is not None
        while True:
            try:
                fcntl.flock(self._file, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= end:
                    return False
                time.sleep(_STEP_SECONDS)
            except OSError:
                return True
            else:
                return True
