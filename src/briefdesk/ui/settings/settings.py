"""The settings: one frozen value, kept as a small JSON file that only the user can read."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QJsonDocument

RECENT = 8
"""How many libraries the File menu remembers."""
_NONE: Mapping[str, object] = MappingProxyType({})


class Settings(NamedTuple):
    """Everything that is remembered; a new setting is one attribute with its default.

    `geometry` and `panes` are kept for each screen size (`1440x900`); `last` names the brief that was
    open in each library; `import_folder` is where documents were imported from last; `shortcuts` has the
    keys of the commands that were given others, `recent_commands` those run from the palette, newest first;
    `mute_others` says that focus mode mutes all paragraphs but the one that is written; `spelling` says
    whether it is checked, `english` which dictionary is for plain English.
    """

    scheme: str = "system"
    text_size: int = 13
    recent: tuple[str, ...] = ()
    last: Mapping[str, object] = _NONE
    geometry: Mapping[str, object] = _NONE
    panes: Mapping[str, object] = _NONE
    details_open: bool = False
    publish: Mapping[str, object] = _NONE
    import_folder: str = ""
    shortcuts: Mapping[str, object] = _NONE
    recent_commands: tuple[str, ...] = ()
    smart_quotes: bool = True
    mute_others: bool = True
    spelling: bool = True
    english: str = "en_US"


class SettingsFile:
    """Reads the settings once and writes them whole when one changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings = _read(path)

    def change(self, **values: object) -> None:
        """Change some settings by name and write them; a file that cannot be written is no tragedy."""
        changed = self.settings._replace(**values)
        if changed == self.settings:
            return
        self.settings = changed
        try:
            _write(self._path, changed)
        except OSError:
            return  # remembered until the program ends; nothing that was written is at stake

    def remember_library(self, path: Path) -> None:
        """Put a library first among the recent ones."""
        name = str(path)
        self.change(recent=(name, *(each for each in self.settings.recent if each != name))[:RECENT])


def _read(path: Path) -> Settings:
    try:
        content = path.read_bytes()
    except OSError:
        return Settings()
    # Qt's reader and not Python's: the first paint waits for this, and Qt is there already.
    data = QJsonDocument.fromJson(content).toVariant()
    defaults = Settings()
    known: dict[str, object] = {}
    for name, default in defaults._asdict().items():
        value = data.get(name) if isinstance(data, dict) else None
        if isinstance(default, tuple) and isinstance(value, list):
            known[name] = tuple(str(item) for item in value)
        elif isinstance(default, tuple) or value is None:
            continue
        elif isinstance(value, dict if default is _NONE else type(default)):
            known[name] = value
    return defaults._replace(**known)


def _write(path: Path, settings: Settings) -> None:
    import json  # not above: nothing is written before the first paint

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")  # made 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(settings._asdict(), file, default=dict, ensure_ascii=False, indent=1)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
