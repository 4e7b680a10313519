"""A file that lies there while the engine starts, so that the next start knows of one that was fatal."""

import os
from pathlib import Path

from briefdesk import __version__


class StartMarker:
    """Tells whether the engine's last start ended the program.

    It holds the version and the process: another version of the program tries again by itself, and a
    second window that is just starting its engine is not taken for a dead one.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "preview-starting"
        self._is_set = False

    def tells_of_a_crash(self) -> bool:
        """Whether a start of the engine by this version never came to its end."""
        try:
            version, _, process = self._path.read_text(encoding="utf-8").strip().partition(" ")
        except (OSError, UnicodeDecodeError):
            return False
        return version == __version__ and not (process.isdecimal() and _is_alive(int(process)))

    def set(self) -> None:
        """The engine is about to start."""
        try:
            self._path.write_text(f"{__version__} {os.getpid()}\n", encoding="utf-8")
        except OSError:
            return  # then a crash is not remembered; nothing else depends on it
        self._is_set = True

    def clear(self) -> None:
        """The engine runs, or ended in good order."""
        if self._is_set:
            self._is_set = False
            self._path.unlink(missing_ok=True)


def _is_alive(process: int) -> bool:
    if os.name != "posix":
        return False  # there the question would end the process
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return process != os.getpid()
