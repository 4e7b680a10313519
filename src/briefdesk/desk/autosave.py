"""Every edit is saved at once: the newest brief wins, nothing queues, and the state never lies."""

import time
from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.desk.merging import merge
from briefdesk.desk.session import Change, Origin, Session
from briefdesk.store.errors import Conflict, NotSaved

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import datetime

    from briefdesk.store.records import Kept, Saved


class Shelf(Protocol):
    """What saving needs of the library."""

    def submit(self, brief: Brief, base: int | None = None, *, cut: str = "") -> "Future[Saved]":
        """Save without waiting; the future is done when the save is durable or has failed."""
        ...

    def cut_revision(self, id: str, reason: str) -> int | None:
        """Keep the stored state as a revision."""
        ...


class Safety(Enum):
    """How safe the text in the form is."""

    SAVED = auto()
    SAVING = auto()
    WAITING = auto()  # for the library to be opened
    NOT_SAVED = auto()
    READ_ONLY = auto()


class SaveState(NamedTuple):
    """What the status bar says: how safe, since when, and in trouble what to do.

    `at` is when the last save became durable. `since` is a monotonic second: when the oldest edit
    that is not durable was made. `error` stands only with NOT_SAVED.
    """

    safety: Safety
    at: "datetime | None" = None
    since: float = 0.0
    error: KnownError | None = None


Post = Callable[[Callable[[], None]], None]
"""Runs a function soon in the thread that owns the session."""


class Autosave:
    """Saves every brief of a session as it changes. Lives in the session's thread.

    One save is on its way at a time. What changes meanwhile waits as one brief, the newest, and goes
    next. `told` hears of every change of state, `saved` of every save that has become durable.
    """

    def __init__(
        self,
        session: Session,
        post: Post,
        told: Callable[[SaveState], None],
        saved: "Callable[[Saved], None]",
    ) -> None:
        self._session = session
        self._post = post
        self._told = told
        self._saved = saved
        self._library: Shelf | None = None
        self._known: dict[str, tuple[Brief, int]] = {}
        self._wanted: dict[str, Brief] = {}
        self._cuts: dict[str, str] = {}
        self._flying: tuple[Brief, Future[Saved]] | None = None
        self._last: datetime | None = None
        self._since = 0.0
        self._error: KnownError | None = None
        self.read_only = False
        session.watch(self._on_change)

    @property
    def state(self) -> SaveState:
        """How safe the text is now."""
        if self._error is not None:
            return SaveState(Safety.NOT_SAVED, self._last, self._since, self._error)
        if self.read_only:
            return SaveState(Safety.READ_ONLY, self._last)
        if self._flying or self._wanted:
            safety = Safety.SAVING if self._library else Safety.WAITING
            return SaveState(safety, self._last, self._since)
        return SaveState(Safety.SAVED, self._last)

    def attach(self, library: Shelf) -> None:
        """Save into this library from now on, beginning with what has waited for it."""
        self._library = library
        self._push()

    def know(self, kept: "Kept") -> None:
        """Take note of a stored state: edits are compared with it and saved on top of it."""
        if kept.brief.id not in self._wanted and not self._is_flying(kept.brief.id):
            self._known[kept.brief.id] = (kept.brief, kept.counter)

    def counter(self, id: str) -> int | None:
        """The counter of the state that is known to be stored; `None` for a brief never saved."""
        known = self._known.get(id)
        return known[1] if known else None

    def is_settled(self, id: str) -> bool:
        """Whether nothing of this brief waits to be saved."""
        return id not in self._wanted and not self._is_flying(id)

    def cut(self, id: str, reason: str) -> None:
        """Keep the state of a brief as a revision, with its next save or now."""
        if id not in self._known and self.is_settled(id):
            return  # never stored: there is nothing to keep
        self._cuts[id] = reason
        if self.is_settled(id):
            self._wanted[id] = self._known[id][0]
        self._push()

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        self._error = None
        self._push()
        self._told(self.state)

    def flush(self, seconds: float = 10.0) -> bool:
        """Wait until all is durable; tells whether it is. Never waits longer than `seconds`."""
        end = time.monotonic() + seconds
        self._push()
        while self._flying and (left := end - time.monotonic()) > 0:
            brief, future = self._flying
            try:
                future.exception(left)
            except TimeoutError:
                break
            self._on_done(brief, future)
            if self._error is not None:
                break
        return not self._flying and not self._wanted

    def _is_flying(self, id: str) -> bool:
        return self._flying is not None and self._flying[0].id == id

    def _on_change(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            return
        brief = change.brief
        known = self._known.get(brief.id)
        if known and known[0] == brief and not self._is_flying(brief.id):
            self._wanted.pop(brief.id, None)
        else:
            if not self._wanted and not self._flying:
                self._since = time.monotonic()
            self._wanted[brief.id] = brief
        if change.before.status is not brief.status:
            self._cuts[brief.id] = "status"
        # Not now: the writer would take turns with a window that is just showing the key.
        self._post(self._push)
        self._told(self.state)

    def _push(self) -> None:
        if self._flying or self._library is None or not self._wanted or self.read_only:
            return
        id = next(iter(self._wanted))
        brief = self._wanted.pop(id)
        known = self._known.get(id)
        base = known[1] if known else None
        future = self._library.submit(brief, base, cut=self._cuts.pop(id, ""))
        self._flying = (brief, future)
        future.add_done_callback(partial(self._call_back, brief))

    def _call_back(self, brief: Brief, future: "Future[Saved]") -> None:
        self._post(partial(self._on_done, brief, future))

    def _on_done(self, brief: Brief, future: "Future[Saved]") -> None:
        if self._flying is None or self._flying[1] is not future:
            return  # flush() has seen to it
        self._flying = None
        error = future.exception()
        if error is None:
            self._keep(brief, future.result())
        elif isinstance(error, Conflict):
            self._join(brief, error.theirs)
        elif isinstance(error, NotSaved):
            self._error = error
            self._wanted.setdefault(brief.id, brief)
            self._told(self.state)
            return
        else:
            self._wanted.setdefault(brief.id, brief)
            raise error
        self._push()
        self._told(self.state)

    def _keep(self, brief: Brief, saved: "Saved") -> None:
        from datetime import datetime  # not above: the first paint does not wait for it

        self._error = None
        self._last = datetime.now().astimezone()
        self._since = time.monotonic()
        self._known[brief.id] = (saved.brief, saved.counter)
        if self._session.brief.id == brief.id:
            self._session.adopt(saved.brief)
        if brief.id in self._cuts:
            self._wanted.setdefault(brief.id, saved.brief)
        self._saved(saved)

    def _join(self, brief: Brief, theirs: "Kept") -> None:
        base = self._known[brief.id][0] if brief.id in self._known else theirs.brief
        ours = self._wanted.pop(brief.id, brief)
        merged, contested = merge(base, ours, theirs.brief)
        if contested and self._library:
            self._library.cut_revision(brief.id, "merge")
        self._known[brief.id] = (theirs.brief, theirs.counter)
        if self._session.brief.id == brief.id:
            self._session.refresh(merged)
        if merged != theirs.brief:
            self._wanted[brief.id] = merged
