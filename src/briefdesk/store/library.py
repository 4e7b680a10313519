"""A library of briefs: the one door to the file, for any thread."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from briefdesk.brief.identity import new_id
from briefdesk.brief.model import Brief
from briefdesk.store import (
    backups,
    checking,
    faults,
    frequencies,
    glossary,
    house,
    ledger,
    opening,
    reading,
    related,
    repairing,
    revisions,
    salvaging,
    search,
)
from briefdesk.store.errors import (
    Conflict,
    DamagedBrief,
    LibraryRefused,
    NoSuchBrief,
    NotRead,
    NotSaved,
)
from briefdesk.store.records import (
    Changes,
    Entry,
    Hit,
    Kept,
    Opened,
    Revision,
    Row,
    Salvage,
    Saved,
    Suggestion,
    Wording,
    Written,
)
from briefdesk.store.saving import Order

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
    "Salvage",
    "Saved",
    "Suggestion",
    "Wording",
    "Written",
]

_T = TypeVar("_T")

_LONGEST_READ_SECONDS = 5.0


class Library:
    """An open library. Reading and writing may be done from any thread; writing is done by one of its own."""

    def __init__(self, parts: opening.Parts) -> None:
        self._parts = parts
        self._is_closed = False
        self._readers = 0
        self._idle = threading.Condition()
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
        with self._idle:
            self._is_closed = True
            self._idle.wait_for(lambda: self._readers == 0, _LONGEST_READ_SECONDS)
        self._parts.closing.close()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def find(self, reference: str) -> str:
        """The id that a reference means: an id, a slug, a unique prefix of an id. Raises NoSuchBrief."""
        with self._reading() as connection:
            return reading.find(connection, reference)

    def get(self, id: str) -> Kept:
        """The stored state of a brief. Raises NoSuchBrief; DamagedBrief where it is not what was saved."""
        with self._reading() as connection:
            return reading.get(connection, id)

    def several(self, ids: Sequence[str]) -> list[Kept | NoSuchBrief | DamagedBrief]:
        """The stored states of some hundred briefs at once, in that order; for what cannot be given, why."""
        with self._reading() as connection:
            return reading.several(connection, ids)

    def rows(
        self, query: str = "", *, limit: int | None = None, before: Row | None = None, trashed: bool = False
    ) -> list[Row]:
        """A page of the list, newest first, of what a query finds; it begins after the line `before`."""
        with self._reading() as connection:
            return search.rows(connection, query, limit=limit, before=before, trashed=trashed)

    def named(self, *, limit: int = 20_000) -> list[tuple[str, str, str, str]]:
        """Id, headline, publisher and terms (as JSON) of the newest briefs outside the trash."""
        with self._reading() as connection:
            return reading.named(connection, limit)

    def count(self, query: str = "") -> int:
        """How many briefs a query finds outside the trash."""
        with self._reading() as connection:
            return search.counted(connection, query)

    def counts(self) -> Mapping[str, int]:
        """How many briefs stand where, by status; those in the trash are counted as "trash" alone."""
        with self._reading() as connection:
            return reading.counts(connection)

    def search(self, query: str, *, limit: int = 50) -> list[Hit]:
        """What a query finds outside the trash: the best first when it is few, else the newest."""
        with self._reading() as connection:
            return search.hits(connection, query, limit=limit)

    def related(self, brief: Brief, *, limit: int = 5) -> list[Suggestion]:
        """The briefs that are most like this one, stored or not, the likest first; never itself."""
        with self._reading() as connection:
            return related.related(connection, self._parts.stems, brief, limit=limit)

    def match(self, brief: Brief) -> str | None:
        """The brief that an imported one is, or None."""
        with self._reading() as connection:
            return reading.match(connection, brief)

    def by_headline(self, headline: str) -> str | None:
        """The newest brief of exactly this headline, or None."""
        with self._reading() as connection:
            return reading.by_headline(connection, headline)

    def same_story(self, brief: Brief) -> list[Row]:
        """The other briefs on the source address of this one, newest first; none in the trash."""
        with self._reading() as connection:
            return reading.same_story(connection, brief)

    def citing(self, id: str) -> list[str]:
        """Ids of the briefs that list this one under "More briefs", newest first."""
        with self._reading() as connection:
            return reading.citing(connection, id)

    def changed_since(self, token: int) -> Changes:
        """What anybody has saved since a token was given; a negative token asks for the first one."""
        with self._reading() as connection:
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
        return self._submit(partial(self._parts.saving.put, order=order), brief)

    def trash(self, id: str) -> None:
        """Move a brief to the trash. Raises NoSuchBrief, NotSaved."""
        self._submit(partial(self._parts.saving.set_trashed, id=id, trashed=True)).result()

    def untrash(self, id: str) -> None:
        """Take a brief out of the trash. Raises NoSuchBrief, NotSaved."""
        self._submit(partial(self._parts.saving.set_trashed, id=id, trashed=False)).result()

    def revisions(self, id: str) -> list[Revision]:
        """Kept states of a brief, newest first. Raises NoSuchBrief."""
        with self._reading() as connection:
            return revisions.listed(connection, reading.key_of(connection, id))

    def revision(self, id: str, number: int) -> Brief:
        """A kept state. Raises NoSuchBrief, also for a number there is not; DamagedBrief."""
        with self._reading() as connection:
            return revisions.one(connection, reading.key_of(connection, id), id, number)

    def cut_revision(self, id: str, reason: str, author: str = "") -> int | None:
        """Keep the present state of a brief; gives its number, None when the last kept one is the same.

        Raises:
            NoSuchBrief, NotSaved.
        """
        keep = partial(self._parts.saving.keep, id=id, reason=reason, author=author)
        return self._submit(keep).result()

    def restore(self, id: str, number: int, *, field: str = "", author: str = "") -> Saved:
        """Bring back a kept state, or one field of it; what is there now is kept, and so is what comes back.

        Raises:
            NoSuchBrief, DamagedBrief, NotSaved.
        """
        restore = partial(self._parts.saving.restore, id=id, number=number, field=field, author=author)
        return self._submit(restore).result()

    def written(self, channel: str, folder: str) -> Mapping[str, list[Written]]:
        """Files a channel wrote into a folder, by the id of their brief."""
        with self._reading() as connection:
            return ledger.listed(connection, channel, folder)

    def record_written(self, channel: str, folder: str, entries: Iterable[tuple[str, Written]]) -> None:
        """Note files that a channel has written, each with the id of its brief. Raises NotSaved."""
        note = partial(ledger.record, channel=channel, folder=folder, entries=list(entries))
        self._submit(note).result()

    def forget_written(self, channel: str, folder: str, paths: Iterable[str]) -> None:
        """Strike out files that are not there any more, or not ours. Raises NotSaved."""
        self._submit(partial(ledger.forget, channel=channel, folder=folder, paths=list(paths))).result()

    def house(self, kind: str, *, brief: str = "") -> Mapping[str, str]:
        """What is settled of a kind, by key: for all briefs, and over that for the one that is named."""
        with self._reading() as connection:
            return house.listed(connection, kind, brief)

    def settle(self, kind: str, values: Mapping[str, str], *, brief: str = "") -> None:
        """Settle something for all briefs or for one, in the place of what was. Raises NotSaved."""
        self._submit(partial(house.settle, kind=kind, values=dict(values), brief=brief)).result()

    def unsettle(self, kind: str, keys: Iterable[str], *, brief: str = "") -> None:
        """Settle something no longer. Raises NotSaved."""
        self._submit(partial(house.unsettle, kind=kind, keys=list(keys), brief=brief)).result()

    def glossary(self, query: str = "", *, limit: int | None = None) -> list[Entry]:
        """The terms of the house whose spelling or wordings hold these words, in alphabetical order."""
        with self._reading() as connection:
            return glossary.listed(connection, query, limit)

    def wordings(self, term: str, *, limit: int | None = None) -> list[Wording]:
        """How a term has been explained: the house wording first, then the one used last."""
        with self._reading() as connection:
            return glossary.wordings(connection, term, limit)

    def term_names(self) -> Mapping[str, str]:
        """The spelling of each term that the house has explained, by its key."""
        with self._reading() as connection:
            return glossary.term_names(connection)

    def briefs_with_term(self, term: str) -> list[str]:
        """Ids of the briefs outside the trash that have a term, under any of its spellings, newest first."""
        with self._reading() as connection:
            return glossary.briefs_with(connection, term)

    def set_house_wording(self, term: str, wording: str, *, instead_of: str = "") -> None:
        """Choose how the house explains a term, in words used before or new ones. Raises NotSaved.

        `instead_of` is a draft that was chosen before: it is forgotten, unless a brief has it.
        """
        choose = partial(glossary.choose, term=term, wording=wording, instead_of=instead_of)
        self._submit(choose).result()

    def unset_house_wording(self, term: str) -> None:
        """Have no chosen wording of a term any more; the words stay known. Raises NotSaved."""
        self._submit(partial(glossary.unchoose, term=term)).result()

    def add_wordings(self, entries: Iterable[tuple[str, str]]) -> int:
        """Make terms with their definitions known that no brief has; gives how many are new.

        A term that has no wording yet takes it as the house wording. Raises NotSaved.
        """
        return self._submit(partial(glossary.add, entries=list(entries))).result()

    def add_term(self, term: str) -> None:
        """Make a term known that is still to be explained. Raises NotSaved."""
        self._submit(partial(glossary.add_term, term=term)).result()

    def merge_terms(self, term: str, into: str) -> None:
        """Have one term count as another from now on; no brief is changed. Raises NotSaved."""
        self._submit(partial(glossary.merge, term=term, into=into)).result()

    def unmerge_term(self, term: str) -> None:
        """Have a term stand for itself again. Raises NotSaved."""
        self._submit(partial(glossary.unmerge, term=term)).result()

    def forget_wording(self, term: str, wording: str | None = None) -> bool:
        """Forget a wording, or all of a term, unless a brief has it; tells whether. Raises NotSaved."""
        return self._submit(partial(glossary.forget, term=term, wording=wording)).result()

    def word_counts(self, words: Iterable[str]) -> tuple[int, Mapping[str, int]]:
        """How many briefs there are, and in how many of them each word stands, in any inflected form."""
        by_word = self._parts.stems.by_word(set(words))
        with self._reading() as connection:
            asked = {stem for stems in by_word.values() for stem in stems} | {frequencies.BRIEFS}
            found = frequencies.of(connection, asked)
        counts = {word: min((found.get(s, 0) for s in stems), default=0) for word, stems in by_word.items()}
        return found.get(frequencies.BRIEFS, 0), counts

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
        self._submit(bring_back, apart=True).result()
        return kept

    @staticmethod
    def put_back(path: Path, source: Path) -> Path:
        """Put a copy in the place of a library that cannot be opened; gives where that one is kept.

        Raises:
            LibraryRefused: the copy is no library, or is damaged; nothing has been changed.
            NotSaved: it could not be written.
        """
        return backups.put_back(path, source)

    @staticmethod
    def salvage(path: Path) -> Salvage:
        """Make a new library of what can be read of a damaged one, which is kept beside.

        Raises:
            LibraryRefused: nothing could be read of it; nothing has been changed.
            NotSaved: the new one could not be written; nothing has been changed.
        """
        return salvaging.salvage(path)

    def verify(self, *, repair: bool = False) -> list[str]:
        """Look through the whole library: pages, seals, lists, index, counts and revisions.

        Gives the problems found, one line each. With `repair`, what can be made anew from the bodies
        and revisions has been; call again to see what is left.

        Raises:
            NotRead, NotSaved.
        """
        stems = self._parts.stems
        with self._reading() as connection:
            problems = checking.problems(connection, stems)
        if self._parts.writer is not None and not self._submit(checking.index_is_sound).result():
            problems.append("the full-text index is damaged")
        if problems and repair:
            self._submit(partial(repairing.repair, stems=stems)).result()
        return problems

    def _submit(
        self, work: Callable[[Connection], _T], brief: Brief | None = None, *, apart: bool = False
    ) -> "Future[_T]":
        if self._parts.writer is not None:
            return self._parts.writer.submit(work, brief, apart=apart)
        rescue = self._parts.rescue.keep(brief) if brief else None
        error = NotSaved("read_only", f"not saved: {self.path.name}: {self.state.message}", rescue=rescue)
        future: Future[_T] = Future()
        future.set_exception(error)
        return future

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._idle:
            if self._is_closed:
                raise NotRead("closed", f"{self.path.name} is closed", todo="open it again")
            self._readers += 1
        try:
            with self._parts.readers.connect() as connection:
                yield connection
        except DBAPIError as error:
            raise faults.not_read(error, self.path) or error from None
        finally:
            with self._idle:
                self._readers -= 1
                self._idle.notify_all()
