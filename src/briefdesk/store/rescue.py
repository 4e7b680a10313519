"""The way out when the library cannot be written: the brief as a JSON file somewhere else."""

import os
import re
import secrets
from datetime import UTC, datetime
from pathlib import Path

from briefdesk import paths
from briefdesk.brief.interchange import dumps
from briefdesk.brief.model import Brief
from briefdesk.store.creation import PRIVATE_FILE, make_folder, sync

VARIABLE = "BRIEFDESK_RESCUE"
"""Names the folder of rescue files; without it they lie in `rescue` in the user's data folder."""


class Rescue:
    """Writes one file a brief and session, and takes it away once the brief is saved after all."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._began = datetime.now(UTC).strftime("%Y%m%d-%H%M%S") + "-" + secrets.token_hex(2)
        self._files: dict[str, Path] = {}

    def keep(self, brief: Brief) -> Path | None:
        """Write a brief where it is safe; None when that fails too. Replaces an older rescue of it."""
        try:
            folder = self._folder or _folder()
            make_folder(folder)
            name = re.sub(r"[^A-Za-z0-9_-]", "", brief.id) or "brief"
            file = folder / f"{name}-{self._began}.json"
            _write(file, dumps(brief).encode("utf-8"))
        except (OSError, ValueError, RuntimeError):
            return None
        self._files[brief.id] = file
        return file

    def drop(self, id: str) -> None:
        """A newer state of the brief is safe in the library: its rescue file is of no use any more."""
        file = self._files.pop(id, None)
        if file is not None:
            try:
                file.unlink(missing_ok=True)
            except OSError:
                return


def _folder() -> Path:
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else paths.data_dir() / "rescue"


def _write(file: Path, data: bytes) -> None:
    new = file.with_name(f".{file.name}.new")
    handle = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        new.replace(file)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    sync(file.parent)
