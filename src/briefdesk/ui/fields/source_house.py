"""What a library has settled about sources: which parts of addresses go, and who publishes where."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.brief.publishers import publisher_key, publisher_of
from briefdesk.brief.tracking import SHIPPED, settled_by, tracking_names
from briefdesk.ui.jobs import Jobs, Progress

if TYPE_CHECKING:
    from briefdesk.store.library import Library

TRACKING, PUBLISHER, KEPT = "tracking", "publisher", "kept-in-brief"
"""Kinds of what is settled: names of tracking parts, names of publishers by host, addresses kept whole.

An address is kept whole in one brief only: its key is the id of the brief, a space and the address.
"""

_Settled = tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]]


class SourceHouse(QObject):
    """Holds what is settled, and writes it into the library when it changes.

    It is read and written on a worker, one thing after the other; what is settled here holds at once.
    `changed` says that it is another list now; `failed` carries the `KnownError` of what was not kept.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._library: Library | None = None
        self._waiting: list[Callable[[Progress], None]] = []
        self.tracking: tuple[str, ...] = SHIPPED
        self.publishers: dict[str, str] = {}
        self.kept: set[str] = set()

    def set_library(self, library: "Library | None") -> None:
        """Go by what this library has settled from now on."""
        self._library = library
        self._waiting.clear()
        self._jobs.cancel("source-house-write")
        self.tracking, self.publishers, self.kept = SHIPPED, {}, set()
        if library is not None:
            self._jobs.run(partial(_read, library), self._on_read, "source-house", failed=self.failed.emit)

    def remember(self, key: str, name: str) -> None:
        """Use this name for the publisher of a host, or of an account on it, from now on."""
        self.publishers[key] = name
        self._settle(PUBLISHER, {key: name})

    def learn(self, url: str, name: str) -> str:
        """Remember the name that a writer gave to a publisher, unless it is known; gives for where, or ""."""
        key = publisher_key(url)
        if not key or not name.strip():
            return ""
        if name == publisher_of(url):
            self.forget(key)
        elif name != publisher_of(url, self.publishers):
            self.remember(key, name)
            return key
        return ""

    def forget(self, key: str) -> None:
        """Go by what we know ourselves again."""
        if self.publishers.pop(key, ""):
            self._unsettle(PUBLISHER, (key,))

    def keep(self, url: str, brief: str) -> None:
        """Leave this address as it is from now on, in the brief of that id; in others it is cleaned."""
        key = _kept(url, brief)
        self.kept.add(key)
        self._settle(KEPT, {key: "whole"})

    def keeps(self, url: str, brief: str) -> bool:
        """Whether this address is to be left as it is in the brief of that id."""
        return bool(brief) and _kept(url, brief) in self.kept

    def set_tracking(self, names: Iterable[str]) -> None:
        """Take out the parts of these names from now on, and no others."""
        before, after = settled_by(self.tracking), settled_by(names)
        self.tracking = tracking_names(after)
        self._unsettle(TRACKING, [name for name in before if name not in after])
        self._settle(TRACKING, after)
        self.changed.emit()

    def _settle(self, kind: str, values: Mapping[str, str]) -> None:
        if self._library is not None and values:
            self._run(partial(_settle, self._library, kind, dict(values)))

    def _unsettle(self, kind: str, keys: Iterable[str]) -> None:
        names = tuple(keys)
        if self._library is not None and names:
            self._run(partial(_unsettle, self._library, kind, names))

    def _run(self, work: Callable[[Progress], None]) -> None:
        self._waiting.append(work)
        if len(self._waiting) == 1:
            self._write()

    def _write(self) -> None:
        self._jobs.run(self._waiting[0], self._on_written, "source-house-write", failed=self._on_failed)

    def _on_written(self, _result: None) -> None:
        del self._waiting[:1]
        if self._waiting:
            self._write()

    def _on_failed(self, error: KnownError) -> None:
        self._on_written(None)
        self.failed.emit(error)

    def _on_read(self, settled: _Settled) -> None:
        tracking, publishers, kept = settled
        self.tracking = tracking_names(tracking)
        self.publishers = {**publishers, **self.publishers}
        self.kept |= set(kept)
        self.changed.emit()


def _kept(url: str, brief: str) -> str:
    return f"{brief} {url}"


def _read(library: "Library", _progress: Progress) -> _Settled:
    return library.house(TRACKING), library.house(PUBLISHER), library.house(KEPT)


def _settle(library: "Library", kind: str, values: Mapping[str, str], _progress: Progress) -> None:
    library.settle(kind, values)


def _unsettle(library: "Library", kind: str, keys: tuple[str, ...], _progress: Progress) -> None:
    library.unsettle(kind, keys)
