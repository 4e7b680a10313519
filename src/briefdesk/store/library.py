"""A library of briefs: the one door to the file, for any thread."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType

from briefdesk.brief.identity import new_id
from briefdesk.brief.model import Brief
from briefdesk.store import (
    backups,
    checking,
    frequencies,
    house,
    opening,
    reading,
    related,
    repairing,
    revisions,
    search,
)
from briefdesk.store.access import Access
from briefdesk.store.errors import (
    Conflict,
    DamagedBrief,
    LibraryRefused,
    NoSuchBrief,
    NotRead,
    NotSaved,
)
from briefdesk.store.exports import Exports
from briefdesk.store.records import (
    Changes,
    Entry,
    Hit,
    Kept,
    Opened,
    Revision,
    Row,
    Saved,
    Suggestion,
    Wording,
    Written,
)
from briefdesk.store.saving import Order
from briefdesk.store.terms import Terms

__all__ = [
    "Changes",
    "Conflict",
    "DamagedBrief",
    "Entry",
    "Hit",
    "Kept",
    "Library",
    "LibraryRefused",
    "NoSuchBrief",
    "NotRead",
    "NotSaved",
    "Opened",
    "Revision",
    "Row",
    "Saved",
    "Suggestion",
    "Wording",
    "Written",
]


class Library:
    """An open library. Reading and writing may be done from any thread; writing is done by one of its own."""

    def __init__(self, parts: opening.Parts) -> None:
        self._parts = parts
        self._access = Access(parts)
        self.terms = Terms(self._access)
        self.exports = Exports(self._access)
        self.path = parts.path
        self.state = parts.state

    @classmethod
    def open(cls, path: Path, *, readonly: bool = False) -> "Library":
        """Open a library, or make one where there is no file; its folder must be there.

        Raises:
            LibraryRefused: the file is no library, or cannot be opened; not a byte of it has been changed.
        """
        return cls(opening.open_(path, readonly=readonly))

    def close(self) -> None:
        """Let those who read come to an end, write what is waiting, and let go of the file; twice is once."""
        self._access.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def find(self, reference: str) -> str:
        """The id that a reference means: an id, a slug, a unique prefix of an id. Raises NoSuchBrief."""
        with self._access.reading() as connection:
            return reading.find(connection, reference)

    def get(self, id: str) -> Kept:
        """The stored state of a brief. Raises NoSuchBrief; DamagedBrief where it is not what was saved."""
        with self._access.reading() as connection:
            return reading.get(connection, id)

    def several(self, ids: Sequence[str]) -> list[Kept | NoSuchBrief | DamagedBrief]:
        """The stored states of some hundred briefs at once, in that order; for what cannot be given, why."""
        with self._access.reading() as connection:
            return reading.several(connection, ids)

    def rows(
        self, query: str = "", *, limit: int | None = None, before: Row | None = None, trashed: bool = False
    ) -> list[Row]:
        """A page of the list, newest first, of what a query finds; it begins after the line `before`."""
        with self._access.reading() as connection:
            return search.rows(connection, query, limit=limit, before=before, trashed=trashed)

    def named(self, *, limit: int = 20_000) -> list[tuple[str, str, str, str]]:
        """Id, headline, publisher and terms (as JSON) of the newest briefs outside the trash."""
        with self._access.reading() as connection:
            return reading.named(connection, limit)

    def count(self, query: str = "") -> int:
        """How many briefs a query finds outside the trash."""
        with self._access.reading() as connection:
            return search.counted(connection, query)

    def counts(self) -> Mapping[str, int]:
        """How many briefs stand where, by status; those in the trash are counted as "trash" alone."""
        with self._access.reading() as connection:
            return reading.counts(connection)

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """What a query finds outside the trash: the best first when it is few, else the newest."""
        with self._access.reading() as connection:
            return search.hits(connection, query, limit=limit)

    def related(self, brief: Brief, *, limit: int = 5) -> list[Suggestion]:
        """The briefs that are most like this one, stored or not, the likest first; never itself."""
        with self._access.reading() as connection:
            return related.related(connection, self._parts.stems, brief, limit=limit)

    def match(self, brief: Brief) -> str | None:
        """The brief that an imported one is, or None."""
        with self._access.reading() as connection:
            return reading.match(connection, brief)

    def by_headline(self, headline: str) -> str | None:
        """The newest brief of exactly this headline, or None."""
        with self._access.reading() as connection:
            return reading.by_headline(connection, headline)

    def same_story(self, brief: Brief) -> list[Row]:
        """The other briefs on the source address of this one, newest first; none in the trash."""
        with self._access.reading() as connection:
            return reading.same_story(connection, brief)

    def citing(self, id: str) -> list[str]:
        """Ids of the briefs that list this one under "More briefs", newest first."""
        with self._access.reading() as connection:
            return reading.citing(connection, id)

    def changed_since(self, token: int) -> Changes:
        """What anybody has saved since a token was given; a negative token asks for the first one."""
        with self._access.reading() as connection:
            return reading.changed_since(connection, token)

    def save(
        self,
        brief: Brief,
        base: int | None = None,
        *,
        cut: str = "",
        author: str = "",
        keep_dates: bool = False,
    ) -> Saved:
        """Save a brief and wait until it is durable; gives it as it is stored.

        Raises:
            Conflict: the stored state is not the one of counter `base`.
            NotSaved: it could not be made durable; a rescue file holds it.
            InvalidBrief: it could not be read again.
        """
        return self.submit(brief, base, cut=cut, author=author, keep_dates=keep_dates).result()

    def submit(
        self,
        brief: Brief,
        base: int | None = None,
        *,
        cut: str = "",
        author: str = "",
        keep_dates: bool = False,
    ) -> "Future[Saved]":
        """The same without waiting: the future is done when the save is durable, or has failed."""
        if not brief.id:
            brief = replace(brief, id=new_id())
        order = Order(brief, base, cut, author, keep_dates)
        return self._access.submit(partial(self._parts.saving.put, order=order), brief)

    def trash(self, id: str) -> None:
        """Move a brief to the trash. Raises NoSuchBrief, NotSaved."""
        self._access.submit(partial(self._parts.saving.set_trashed, id=id, trashed=True)).result()

    def put_away(self, id: str) -> "Future[bool]":
        """Move a brief to the trash if it is empty as it is stored, without waiting; tells whether it was.

        One that was published or exported, or that another brief lists, stays.

        The future fails with NotSaved.
        """
        return self._access.submit(partial(self._parts.saving.put_away, id=id))

    def untrash(self, id: str) -> None:
        """Take a brief out of the trash. Raises NoSuchBrief, NotSaved."""
        self._access.submit(partial(self._parts.saving.set_trashed, id=id, trashed=False)).result()

    def revisions(self, id: str) -> list[Revision]:
        """Kept states of a brief, newest first. Raises NoSuchBrief."""
        with self._access.reading() as connection:
            return revisions.listed(connection, reading.key_of(connection, id))

    def revision(self, id: str, number: int) -> Brief:
        """A kept state. Raises NoSuchBrief, also for a number there is not; DamagedBrief."""
        with self._access.reading() as connection:
            return revisions.one(connection, reading.key_of(connection, id), id, number)

    def cut_revision(self, id: str, reason: str, author: str = "") -> int | None:
        """Keep the present state of a brief; gives its number, None when the last kept one is the same.

        Raises:
            NoSuchBrief, NotSaved.
        """
        keep = partial(self._parts.saving.keep, id=id, reason=reason, author=author)
        return self._access.submit(keep).result()

    def restore(self, id: str, number: int, *, field: str = "", author: str = "") -> Saved:
        """Bring back a kept state, or one field of it; what is there now is kept, and so is what comes back.

        Raises:
            NoSuchBrief, DamagedBrief, NotSaved.
        """
        restore = partial(self._parts.saving.restore, id=id, number=number, field=field, author=author)
        return self._access.submit(restore).result()

    def house(self, kind: str, *, brief: str = "") -> Mapping[str, str]:
        """What is settled of a kind, by key: for all briefs, and over that for the one that is named."""
        with self._access.reading() as connection:
            return house.listed(connection, kind, brief)

    def settle(self, kind: str, values: Mapping[str, str], *, brief: str = "") -> None:
        """Settle something for all briefs or for one, in the place of what was. Raises NotSaved."""
        self._access.submit(partial(house.settle, kind=kind, values=dict(values), brief=brief)).result()

    def unsettle(self, kind: str, keys: Iterable[str], *, brief: str = "") -> None:
        """Settle something no longer. Raises NotSaved."""
        self._access.submit(partial(house.unsettle, kind=kind, keys=list(keys), brief=brief)).result()

    def word_counts(self, words: Iterable[str]) -> tuple[int, Mapping[str, int]]:
        """How many briefs there are, and in how many of them each word stands, in any inflected form."""
        with self._access.reading() as connection:
            return frequencies.counts(connection, self._parts.stems, words)

    def backup(self, to: Path | None = None) -> Path:
        """Make a verified copy, into `backups` beside the library where no place is named.

        Raises:
            NotSaved: no copy was made, and why.
            LibraryRefused: the library itself is damaged.
        """
        return backups.copy(self._parts.readers, self.path, to)

    def restore_backup(self, source: Path) -> Path:
        """Bring a copy back; gives the place where the present library has been kept.

        Raises:
            LibraryRefused: the copy is no library, or is damaged; nothing has been changed.
            NotSaved: it could not be written.
        """
        kept = self.backup()
        bring_back = partial(backups.bring_back, source, self.path)
        self._access.submit(bring_back, apart=True).result()
        return kept

    def verify(self, *, repair: bool = False) -> list[str]:
        """Look through the whole library: pages, seals, lists, index, counts and revisions.

        Gives the problems found, one line each. With `repair`, what can be made anew from the bodies
        and revisions has been; call again to see what is left.

        Raises:
            NotRead, NotSaved.
        """
        stems = self._parts.stems
        with self._access.reading() as connection:
            problems = checking.problems(connection, stems)
        if self._parts.writer is not None and not self._access.submit(checking.index_is_sound).result():
            problems.append("the full-text index is damaged")
        if problems and repair:
            self._access.submit(partial(repairing.repair, stems=stems)).result()
        return problems
