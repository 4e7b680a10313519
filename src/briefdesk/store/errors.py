"""What can go wrong with a library that a person can do something about."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefdesk.brief.errors import KnownError

if TYPE_CHECKING:
    from briefdesk.store.records import Kept

BACKUP: Final = "go back to a copy with `briefdesk restore-backup FILE`"
"""What to do about a damaged library."""


class LibraryRefused(KnownError):
    """A file is not opened as a library; not a byte of it has been changed.

    `code` is "missing", "not_a_library", "newer", "older", "damaged", "unreadable", "locked" or "disk".
    """

    def __init__(self, path: Path, code: str, what: str, *, todo: str = "") -> None:
        super().__init__(f"{path}: {what}", safe="Nothing was changed", todo=todo)
        self.path = path
        self.code = code


class NoSuchBrief(KnownError):
    """Nothing in the library goes by that name."""

    def __init__(self, reference: str, what: str = "") -> None:
        super().__init__(what or f"no brief {reference!r}", todo="`briefdesk list` shows what there is")
        self.reference = reference


class DamagedBrief(KnownError):
    """What is stored of a brief is not what was saved: its SHA-256 does not fit."""

    def __init__(self, id: str) -> None:
        super().__init__(
            f"the stored text of brief {id} is damaged",
            safe="Its revisions are kept apart",
            todo="bring one back from its history, or run `briefdesk verify --repair`",
        )
        self.id = id


class Conflict(KnownError):
    """Somebody else has saved the brief since it was read; `theirs` is what is stored now."""

    def __init__(self, theirs: "Kept") -> None:
        super().__init__(
            f"brief {theirs.brief.id} was changed elsewhere in the meantime",
            safe="Nothing was overwritten",
            todo="read it again and join the two",
        )
        self.theirs = theirs


class NotRead(KnownError):
    """The library could not be read just now. `code` is "locked", "io", "damaged" or "closed"."""

    def __init__(self, code: str, what: str, *, todo: str = "") -> None:
        super().__init__(what, todo=todo)
        self.code = code


class NotSaved(KnownError):
    """A change could not be made durable.

    `code` is "disk_full", "read_only", "locked", "io" or "closed". `rescue` is the file that holds
    the brief as JSON, where one could be written.
    """

    def __init__(self, code: str, what: str, *, todo: str = "", rescue: Path | None = None) -> None:
        safe = f"The text is kept in {rescue}" if rescue else ""
        super().__init__(what, safe=safe, todo=todo)
        self.code = code
        self.rescue = rescue
