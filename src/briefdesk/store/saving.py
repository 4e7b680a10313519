"""Putting a brief into the library, and taking it back: all within the writer's transaction."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, bindparam, update

from briefdesk.brief import moments
from briefdesk.brief.edited import Checked, Spelled, checked, spelled
from briefdesk.brief.emptied import is_emptied
from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.url import canonical
from briefdesk.store import bodies, definitions, filing, ledger, reading, revisions
from briefdesk.store.errors import Conflict, DamagedBrief, NoSuchBrief
from briefdesk.store.indexed import index
from briefdesk.store.records import Kept, Saved
from briefdesk.store.schema import briefs, search
from briefdesk.store.slugs import slug_for
from briefdesk.store.stems import Stems

_REMEMBERED: Final = 64

_TRASH = update(briefs).where(briefs.c.key == bindparam("row")).values(change=filing.NEXT_CHANGE)
_MARK = update(search).where(search.c.place == bindparam("at"))


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be saved, and how.

    `base` is the counter of the state that the change was made on, `None` to save over any. `cut`
    is the reason to keep the new state as a revision, empty for none. `keep_dates` keeps the
    `updated_at` that the brief brings along.
    """

    brief: Brief
    base: int | None = None
    cut: str = ""
    author: str = ""
    keep_dates: bool = False


@dataclass(frozen=True, slots=True)
class _Recent:
    """A brief that was just saved: as it was given, and as it is stored, with its seal."""

    given: Checked
    spelled: Spelled
    seal: bytes


class Saving:
    """Saves briefs. Lives in the writer's thread, and remembers the briefs it has just saved."""

    def __init__(self, stems: Stems) -> None:
        self._stems = stems
        self._recent: OrderedDict[str, _Recent] = OrderedDict()

    def put(self, connection: Connection, order: Order) -> Saved:
        """Create or update a brief.

        Raises:
            Conflict: the stored state is not the one that the change was made on.
            InvalidBrief: what is to be saved could not be read again.
        """
        last = self._recent.get(order.brief.id)
        given = checked(order.brief, last.given if last else None)
        stored = self.stored(connection, order.brief.id)
        old = stored.brief if stored else None
        brief, slug_changed = _completed(connection, given.brief, old, order.keep_dates)
        if stored and old and replace(brief, updated_at=old.updated_at) == old:
            if order.cut:
                self._cut(connection, stored.key, old, order)
            return Saved(old, stored.counter, "unchanged", slug_changed)
        if stored and old:
            if order.base not in (None, stored.counter):
                raise Conflict(Kept(old, stored.counter, stored.trashed))
            if order.cut in revisions.BEFORE_TOO:
                revisions.cut(connection, stored.key, old, f"before {order.cut}", order.author)
        text = spelled(brief, last.spelled if last else None)
        body = text.text
        seal = bodies.seal(body.encode("utf-8"))
        key = filing.file(connection, self._stems, brief, (body, seal), stored)
        self._remember(_Recent(given, text, seal))
        if order.cut:
            self._cut(connection, key, brief, order)
        counter = stored.counter + 1 if stored else 1
        return Saved(brief, counter, "updated" if stored else "created", slug_changed)

    def set_trashed(self, connection: Connection, id: str, *, trashed: bool) -> bool:
        """Move a brief to the trash or out of it; False where it is there already.

        Raises:
            NoSuchBrief: there is none of that id.
            DamagedBrief: what is stored is not what was saved.
        """
        stored, brief = self._sound(connection, id)
        if stored.trashed == trashed:
            return False
        connection.execute(_TRASH, {"row": stored.key, "trashed": int(trashed)})
        marks = index(brief, trashed=trashed).marks
        connection.execute(_MARK, {"at": stored.place, "marks": marks})
        return True

    def put_away(self, connection: Connection, id: str) -> bool:
        """Move a brief to the trash if nothing is in it and nobody relies on it; tells whether it has moved.

        One that was ever exported, or stands under another's "More briefs", stays.
        """
        stored = self.stored(connection, id)
        if stored is None or stored.brief is None or stored.trashed or not is_emptied(stored.brief):
            return False
        if ledger.is_written(connection, id) or reading.citing(connection, id):
            return False
        return self.set_trashed(connection, id, trashed=True)

    def keep(self, connection: Connection, id: str, reason: str, author: str) -> int | None:
        """Keep the present state of a brief as a revision, unless the last kept one is the same.

        Raises:
            NoSuchBrief, DamagedBrief.
        """
        stored, brief = self._sound(connection, id)
        return self._cut(connection, stored.key, brief, Order(brief, cut=reason, author=author))

    def restore(self, connection: Connection, id: str, number: int, field: str, author: str) -> Saved:
        """Bring back a kept state of a brief, or one field of it, as a new state that is kept too.

        Raises:
            NoSuchBrief: there is no such brief or revision.
            DamagedBrief: the kept state is not what was kept.
        """
        stored = self.stored(connection, id)
        if stored is None:
            raise NoSuchBrief(id)
        kept = revisions.one(connection, stored.key, id, number)
        back = revisions.brought_back(stored.brief or kept, kept, field)
        return self.put(connection, Order(back, cut="restore", author=author))

    def _sound(self, connection: Connection, id: str) -> tuple[filing.Stored, Brief]:
        stored = self.stored(connection, id)
        if stored is None:
            raise NoSuchBrief(id)
        if stored.brief is None:
            raise DamagedBrief(id)
        return stored, stored.brief

    def stored(self, connection: Connection, id: str) -> filing.Stored | None:
        """What is stored under an id."""
        recent = self._recent.get(id)
        known = (recent.spelled.brief, recent.seal) if recent else None
        return filing.stored(connection, id, known)

    def _cut(self, connection: Connection, key: int, brief: Brief, order: Order) -> int | None:
        """Keep a state, and the wordings in it: a draft of a definition is none that the house knows."""
        number = revisions.cut(connection, key, brief, order.cut, order.author)
        if number is not None and brief.terms:
            definitions.keep(connection, key)
        return number

    def forget(self) -> None:
        """Forget what was remembered: the transaction it was saved in has been taken back."""
        self._recent.clear()

    def _remember(self, recent: "_Recent") -> None:
        id = recent.given.asked.id
        self._recent[id] = recent
        self._recent.move_to_end(id)
        if len(self._recent) > _REMEMBERED:
            self._recent.popitem(last=False)


def get_ready() -> None:
    """Load what the first save would otherwise wait for: the readers of Markdown and of addresses."""
    checked(Brief(bullets=(plain("*ready*"),)))
    canonical("https://example.org/")


def _completed(
    connection: Connection, brief: Brief, old: Brief | None, keep_dates: bool
) -> tuple[Brief, bool]:
    """The brief with what was missing in it made, and whether its slug had to be another one."""
    now = moments.now()
    created_at = brief.created_at or (old.created_at if old else now)
    given = brief.updated_at if keep_dates else ""
    updated_at = now if not given or (old and given == old.updated_at) else given
    dated = replace(brief, created_at=created_at, updated_at=updated_at)
    slug = slug_for(connection, dated, old)
    if slug == brief.slug:
        return dated, False
    return replace(dated, slug=slug), bool(brief.slug)
