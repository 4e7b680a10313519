"""Where our own files and the user's files are."""

import os
import sys
from pathlib import Path
from typing import Final, Literal

_NAME = "briefdesk"
_PRIVATE = 0o700
_LIBRARY_VARIABLE = "BRIEFDESK_LIBRARY"
_XDG: Final = {
    "data": ("XDG_DATA_HOME", ".local/share"),
    "config": ("XDG_CONFIG_HOME", ".config"),
    "state": ("XDG_STATE_HOME", ".local/state"),
}

OWN_LIBRARY = "library.briefdesk"
"""Name of the library that everybody has, in the data folder."""


def resources() -> Path:
    """The folder of the files that we ship: themes, layouts, icons, fonts, schema, samples.

    In a wheel it lies in the package, in a frozen program where the program was unpacked, and in a
    working copy beside `src`.
    """
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    inside = Path(frozen) / _NAME / "resources" if frozen else package / "resources"
    return inside if inside.is_dir() else package.parents[1] / "resources"


def default_library() -> Path:
    """The library that is opened when none is named: `BRIEFDESK_LIBRARY`, else the user's own one."""
    named = os.environ.get(_LIBRARY_VARIABLE)
    return Path(named).expanduser() if named else data_dir() / OWN_LIBRARY


def data_dir() -> Path:
    """The folder of the user's briefs; made on first use, closed to other users."""
    return _private(_folder("data"))


def config_dir() -> Path:
    """The folder of the user's settings; made on first use, closed to other users."""
    return _private(_folder("config"))


def state_dir() -> Path:
    """The folder of what may be lost without harm: logs, crash reports, the window's place."""
    return _private(_folder("state"))


def _folder(kind: Literal["data", "config", "state"]) -> Path:
    """Where the system wants such files.

    On Linux the XDG Base Directory Specification says it: a variable, ignored unless it holds an
    absolute path, else a folder of the home. Reading platformdirs for that would hold up every start.
    """
    if sys.platform == "linux":
        variable, usual = _XDG[kind]
        named = Path(os.environ.get(variable, ""))
        return (named if named.is_absolute() else Path.home() / usual) / _NAME
    import platformdirs

    place = platformdirs.PlatformDirs(_NAME, appauthor=False)
    return {"data": place.user_data_path, "config": place.user_config_path, "state": place.user_state_path}[
        kind
    ]


def _private(folder: Path) -> Path:
    """Make a folder of ours with its parents; only the folder itself is ours to close (0700)."""
    folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o777 != _PRIVATE:
        folder.chmod(_PRIVATE)
    return folder
