"""The work at the desk: which brief is open, where it is kept, and that it is kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from briefdesk.brief import moments
from briefdesk.brief.identity import new_id
from briefdesk.brief.model import Brief
from briefdesk.desk.autosave import Autosave, Post, SaveState, Shelf
from briefdesk.desk.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future

    from briefdesk.store.records import Kept, Saved


class Shelves(Shelf, Protocol):
    """What the desk needs of the library: to save, and to read a brief."""

    def get(self, id: str) -> "Kept":
        """The stored state of a brief.

        Raises:
            NoSuchBrief: there is none of that id.
        """
        ...

    def put_away(self, id: str) -> "Future[bool]":
        """Move a brief that is empty to the trash without waiting, if nobody relies on it."""
        ...

    def untrash(self, id: str) -> None:
        """Take a brief out of the trash."""
        ...


class Desk:
    """Opens and makes briefs in one session and keeps them saved. Lives in one thread.

    Before the library is there, a brief can be written all the same: it waits in memory and is
    saved as soon as `attach` is called.
    """

    def __init__(
        self, post: Post, told: Callable[[SaveState], None], saved: "Callable[[Saved], None]"
    ) -> None:
        self.session = Session(Brief(id=new_id(), created_at=moments.now()))
        self.autosave = Autosave(self.session, post, told, self._on_saved)
        self._post = post
        self._saved = saved
        self._library: Shelves | None = None
        self._unsaved: dict[str, Brief] = {}
        self._left: set[str] = set()
        self.put_away: Callable[[str], object] | None = None
        """Hears of a brief that was left empty and lies in the trash now."""

    @property
    def brief(self) -> Brief:
        """The brief that is open."""
        return self.session.brief

    def is_begun(self) -> bool:
        """Whether the open brief holds anything, or is kept already."""
        empty = Brief(id=self.brief.id, language=self.brief.language, created_at=self.brief.created_at)
        return self.brief != empty or self.autosave.counter(self.brief.id) is not None

    def attach(self, library: Shelves) -> None:
        """Keep briefs in this library from now on."""
        self._library = library
        self.autosave.attach(library)

    def next_id(self) -> str:
        """An id for a brief that is to be made."""
        return new_id()

    def new(self, id: str, language: str = "en") -> None:
        """Open an empty brief; it is stored with its first edit."""
        self._leave()
        self.session.open(Brief(id=id, language=language, created_at=moments.now()))

    def open(self, id: str) -> None:
        """Open a brief of the library.

        Raises:
            NoSuchBrief: there is none of that id.
            DamagedBrief: what is stored is not what was saved.
        """
        if id == self.brief.id:
            return
        self._left.discard(id)
        if id in self._unsaved:
            brief = self._unsaved.pop(id)
        else:
            assert self._library is not None, "a brief is opened before the library is"
            if not self.autosave.is_settled(id):
                self.autosave.flush()
            kept = self._library.get(id)
            self.autosave.know(kept)
            brief = kept.brief
        self._leave()
        self.session.open(brief)

    def refresh(self) -> None:
        """Take over what another program has changed in the open brief since it was read."""
        id = self.brief.id
        known = self.autosave.counter(id)
        if self._library is None or known is None or not self.autosave.is_settled(id):
            return
        kept = self._library.get(id)
        if kept.counter != known:
            self.autosave.know(kept)
            self.session.refresh(kept.brief)

    def pause(self) -> None:
        """Keep the present state as a revision: the writer has stopped for a while."""
        self.autosave.cut(self.brief.id, "pause")

    def close(self) -> bool:
        """Keep a last revision and wait until all is durable; tells whether it is."""
        self.autosave.cut(self.brief.id, "close")
        is_durable = self.autosave.flush()
        if is_durable and self._is_emptied(self.brief):
            assert self._library is not None, "it is durable"
            self._library.put_away(self.brief.id)  # written before the library is closed
        return is_durable

    def _leave(self) -> None:
        brief = self.brief
        if self.autosave.counter(brief.id) is None and self.autosave.is_settled(brief.id):
            self._unsaved[brief.id] = brief
            return
        self.autosave.cut(brief.id, "switch")
        if self._is_emptied(brief):
            self._left.add(brief.id)
            # Not now: the other brief is to be shown first.
            self._post(self._sweep)

    def _is_emptied(self, brief: Brief) -> bool:
        if brief.headline.strip() or any(map(str.strip, brief.bullets)) or self.autosave.read_only:
            return False  # most briefs: nothing is to be loaded for them
        from briefdesk.brief.emptied import is_emptied

        is_kept = self.autosave.counter(brief.id) is not None or not self.autosave.is_settled(brief.id)
        return is_kept and is_emptied(brief)

    def _on_saved(self, saved: "Saved") -> None:
        self._saved(saved)
        self._sweep()

    def _sweep(self) -> None:
        """Put away what was left empty, once that is stored; what is open again has been come back to."""
        self._left.discard(self.brief.id)
        for id in [each for each in self._left if self.autosave.is_settled(each)]:
            self._left.discard(id)
            self._put_away(id)

    def _put_away(self, id: str) -> None:
        if self._library is None:
            return
        future = self._library.put_away(id)
        future.add_done_callback(lambda done: self._post(lambda: self._on_put_away(id, done)))

    def _on_put_away(self, id: str, done: "Future[bool]") -> None:
        if done.exception() is not None or not done.result():
            return  # where it could not be written, the empty brief stays in the list as it was
        if id == self.brief.id and self._library is not None:
            self._library.untrash(id)  # somebody came back to it meanwhile
        elif self.put_away is not None:
            self.put_away(id)
