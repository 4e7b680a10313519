"""Brings what importers have read into the library: again is an update, never a double."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace

from briefdesk.brief.errors import KnownError
from briefdesk.brief.identity import new_id
from briefdesk.brief.model import Brief, Related
from briefdesk.brief.url import canonical
from briefdesk.desk.joining import joined, listed_again
from briefdesk.importers.items import Imported, Item, Refused
from briefdesk.store.library import Conflict, DamagedBrief, Kept, Library, Saved

_ON_THEIR_WAY = 128
"""Saves that may wait for the disk at once: they share its syncs."""

_TRIES = 5
_PAGE = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one brief of a document, or of a place that is none.

    `action` is "created", "updated" or "unchanged"; empty when there is an `error`. `line` is where
    it stands in the file, from 1; `None` where the file is one brief. `slug_changed` says that the
    slug it brought was taken, and `slug` is the one it has.
    """

    id: str = ""
    headline: str = ""
    action: str = ""
    error: KnownError | None = None
    line: int | None = None
    slug: str = ""
    slug_changed: bool = False


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A save on its way: what was sent, on top of what, and where it stood.

    `future` is missing for a brief that is there already and was only linked.
    """

    item: Imported
    brief: Brief
    kept: Kept | None
    future: "Future[Saved] | None"
    is_own: bool


def import_items(library: Library, items: Iterable[Item], *, author: str = "") -> Iterator[Outcome]:
    """Import what was read, and tell of each brief when it is durable, in the order of the document.

    A document's own brief is told before those made from its related entries. A place that was
    refused is told as an error, and the rest goes on.

    Raises:
        NotSaved: the library cannot be written; what was told until then is in.
    """
    return _Import(library, author).run(items)


class _Import:
    """One import: sends saves ahead as long as no two of them can be the same brief."""

    def __init__(self, library: Library, author: str) -> None:
        self._library = library
        self._author = author
        self._waiting: deque[_Waiting] = deque()
        self._names: set[str] = set()
        self._trash: dict[str, list[str]] | None = None

    def run(self, items: Iterable[Item]) -> Iterator[Outcome]:
        """Import the items one after the other."""
        for item in items:
            if isinstance(item, Refused):
                yield from self._finish()
                yield Outcome(error=item.error, line=item.line)
                continue
            names = _names(item)
            if names & self._names or len(self._waiting) >= _ON_THEIR_WAY:
                yield from self._finish()
            self._names |= names
            try:
                self._send(item)
            except DamagedBrief as error:
                yield from self._finish()
                yield Outcome(error=error, headline=item.draft.headline, line=item.line)
        yield from self._finish()

    def _send(self, item: Imported) -> None:
        """Send a document's own brief, and those made from its entries, on their way."""
        kept = self._stored(item.draft)
        draft, made = self._linked(item, kept.brief if kept else None)
        entries = [self._submitted(item, brief, stored, is_own=False) for brief, stored in made]
        own = self._submitted(item, draft, kept, is_own=True)  # saved last: newest first it leads the list
        self._waiting += (own, *entries)

    def _linked(self, item: Imported, stored: Brief | None) -> tuple[Brief, list[tuple[Brief, Kept | None]]]:
        """The draft with its entries linked to briefs of their headlines, and those briefs."""
        if not item.linked:
            return item.draft, []
        entries = listed_again(stored.related if stored else (), item.draft.related)
        tellable = {brief.headline: brief for brief in reversed(item.related)}
        found: dict[str, tuple[Brief, Kept | None]] = {}
        linked: list[Related] = []
        for entry in entries:
            if entry.headline != item.draft.headline and entry.headline not in found:
                target = self._target(entry, tellable.get(entry.headline))
                if target:
                    found[entry.headline] = target
            brief = found.get(entry.headline)
            linked.append(replace(entry, id=brief[0].id) if brief else entry)
        return replace(item.draft, related=tuple(linked)), list(found.values())

    def _target(self, entry: Related, told: Brief | None) -> tuple[Brief, Kept | None] | None:
        """The brief that an entry means: the one it names, one of its headline, or a new one; else none."""
        for id in (entry.id, self._library.by_headline(entry.headline) or ""):
            if id and (kept := self._known(id)):
                return kept.brief, kept
        if told is None:
            return None
        kept = self._stored(told)
        return (kept.brief, kept) if kept else (replace(told, id=new_id()), None)

    def _stored(self, draft: Brief) -> Kept | None:
        """The brief of the library that a draft is; one in the trash too, which an import brings back."""
        found = self._library.match(draft)
        if found:
            return self._library.get(found)
        for id in self._trashed(draft.headline):
            kept = self._library.get(id)
            if _is_same(draft, kept.brief):
                return kept
        return None

    def _known(self, id: str) -> Kept | None:
        try:
            return self._library.get(id)
        except KnownError:
            return None

    def _trashed(self, headline: str) -> list[str]:
        if self._trash is None:
            self._trash = {}
            page = self._library.rows(trashed=True, limit=_PAGE)
            while page:
                for row in page:
                    self._trash.setdefault(row.headline, []).append(row.id)
                page = self._library.rows(trashed=True, limit=_PAGE, before=page[-1])
        return self._trash.get(headline, [])

    def _submitted(self, item: Imported, brief: Brief, kept: Kept | None, *, is_own: bool) -> _Waiting:
        future = None
        if is_own or kept is None:
            after = joined(kept.brief, brief, item.given) if kept else brief
            base = kept.counter if kept else None
            future = self._library.submit(after, base, cut="import", author=self._author, keep_dates=True)
        return _Waiting(item, brief, kept, future, is_own)

    def _finish(self) -> Iterator[Outcome]:
        """Wait for all that is on its way, and tell it in order."""
        self._names.clear()
        while self._waiting:
            waiting = self._waiting.popleft()
            line = waiting.item.line if waiting.is_own else None
            try:
                saved = self._saved(waiting)
            except (Conflict, DamagedBrief) as error:
                yield Outcome(error=error, headline=waiting.brief.headline, line=line)
                continue
            action = saved.action
            if waiting.kept and waiting.kept.trashed:
                self._library.untrash(saved.brief.id)
                self._trash = None
                action = "updated"
            brief = saved.brief
            changed = saved.slug_changed and saved.action != "unchanged"
            yield Outcome(brief.id, brief.headline, action, None, line, brief.slug, changed)

    def _saved(self, waiting: _Waiting) -> Saved:
        """The result of a save; where somebody else was faster, on top of what they have saved."""
        if waiting.future is None:
            assert waiting.kept is not None, "what is not saved is there already"
            return Saved(waiting.kept.brief, waiting.kept.counter, "unchanged")
        try:
            return waiting.future.result()
        except Conflict as conflict:
            theirs = conflict.theirs
        for left in reversed(range(_TRIES)):
            after = joined(theirs.brief, waiting.brief, waiting.item.given)
            try:
                return self._library.save(
                    after, theirs.counter, cut="import", author=self._author, keep_dates=True
                )
            except Conflict as conflict:
                if not left:
                    raise
                theirs = conflict.theirs
        raise AssertionError("the last try returns or raises")


def _names(item: Imported) -> set[str]:
    """What another item must not share as long as this one is on its way."""
    headlines = {f"headline {brief.headline}" for brief in (item.draft, *item.related)}
    entries = {f"headline {entry.headline}" for entry in item.draft.related} if item.linked else set[str]()
    return headlines | entries | ({f"id {item.draft.id}"} if item.draft.id else set())


def _is_same(draft: Brief, trashed: Brief) -> bool:
    """Tell whether a draft of the same headline is this brief of the trash: by source, else by slug."""
    one, other = (canonical(brief.source.url) if brief.source.url else None for brief in (draft, trashed))
    if one and other:
        return one.key == other.key
    return not draft.slug or draft.slug.casefold() == trashed.slug.casefold()
