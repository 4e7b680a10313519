"""The settings: one frozen value, kept as a small JSON file that only the user can read."""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

RECENT = 8
"""How many libraries the File menu remembers."""


def _none() -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is remembered; a new setting is one attribute with its default.

    `geometry` and `panes` are kept for each screen size (`1440x900`); `last` names the brief that was
    open in each library.
    """

    scheme: str = "system"
    text_size: int = 13
    recent: tuple[str, ...] = ()
    last: Mapping[str, object] = field(default_factory=_none)
    geometry: Mapping[str, object] = field(default_factory=_none)
    panes: Mapping[str, object] = field(default_factory=_none)
    details_open: bool = False
    publish: Mapping[str, object] = field(default_factory=_none)


class SettingsFile:
    """Reads the settings once and writes them whole when one changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings = _read(path)

    def change(self, **values: object) -> None:
        """Change some settings by name and write them; a file that cannot be written is no tragedy."""
        changed = replace(self.settings, **values)
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
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    defaults = Settings()
    known: dict[str, object] = {}
    for each in fields(Settings):
        value = data.get(each.name) if isinstance(data, dict) else None
        default = getattr(defaults, each.name)
        if isinstance(default, tuple) and isinstance(value, list):
            known[each.name] = tuple(str(item) for item in value)
        elif isinstance(default, tuple) or value is None:
            continue
        elif isinstance(value, type(default)):
            known[each.name] = value
    return replace(defaults, **known)


def _write(path: Path, settings: Settings) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")  # made 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=1)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
