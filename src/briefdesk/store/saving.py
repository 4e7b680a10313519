"""Putting a brief into the library: one function that runs within the writer's transaction."""

from collections import OrderedDict
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from briefdesk.brief import moments
from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.url import canonical
from briefdesk.store import bodies, frequencies, revisions
from briefdesk.store.errors import Conflict, DamagedBrief, NoSuchBrief
from briefdesk.store.indexed import Indexed, index
from briefdesk.store.places import place_for
from briefdesk.store.records import Kept, Saved
from briefdesk.store.schema import briefs, citations, search
from briefdesk.store.slugs import slug_for
from briefdesk.store.stems import Stems

_FIRST_BULLET: Final = 240
_REMEMBERED: Final = 64


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
class Stored:
    """A row as it is before a save. `brief` is `None` where the stored body is damaged."""

    key: int
    place: int
    counter: int
    trashed: bool
    brief: Brief | None


class Saving:
    """Saves briefs. Lives in the writer's thread, and remembers the briefs it has just saved."""

    def __init__(self, stems: Stems) -> None:
        self._stems = stems
        self._recent: OrderedDict[str, tuple[bytes, Brief]] = OrderedDict()

    def put(self, connection: Connection, order: Order) -> Saved:
        """Create or update a brief.

        Raises:
            Conflict: the stored state is not the one that the change was made on.
            InvalidBrief: what is to be saved could not be read again.
        """
        brief = bodies.checked(order.brief)
        stored = self.stored(connection, brief.id)
        brief, slug_changed = _completed(
            connection, brief, stored.brief if stored else None, order.keep_dates
        )
        if (
            stored
            and stored.brief is not None
            and replace(brief, updated_at=stored.brief.updated_at) == stored.brief
        ):
            if order.cut:
                revisions.cut(connection, stored.key, stored.brief, order.cut, order.author)
            return Saved(stored.brief, stored.counter, "unchanged", slug_changed)
        if stored and stored.brief and order.base not in (None, stored.counter):
            raise Conflict(Kept(stored.brief, stored.counter, stored.trashed))
        if stored and stored.brief and order.cut in revisions.BEFORE_TOO:
            revisions.cut(connection, stored.key, stored.brief, f"before {order.cut}", order.author)
        counter = stored.counter + 1 if stored else 1
        key = self._write(connection, brief, stored, counter)
        if order.cut:
            revisions.cut(connection, key, brief, order.cut, order.author)
        return Saved(brief, counter, "updated" if stored else "created", slug_changed)

    def set_trashed(self, connection: Connection, id: str, *, trashed: bool) -> bool:
        """Move a brief to the trash or out of it; False where it is there already.

        Raises:
            NoSuchBrief: there is none of that id.
        """
        row = connection.execute(
            select(briefs.c.key, briefs.c.place, briefs.c.trashed, briefs.c.body, briefs.c.sha256).where(
                briefs.c.id == id
            )
        ).first()
        if row is None:
            raise NoSuchBrief(id)
        if bool(row.trashed) == trashed:
            return False
        connection.execute(
            update(briefs)
            .where(briefs.c.key == row.key)
            .values(trashed=int(trashed), change=_next_change(connection))
        )
        marks = index(bodies.open_(id, row.body, row.sha256), trashed=trashed).marks
        connection.execute(update(search).where(search.c.place == row.place).values(marks=marks))
        return True

    def keep(self, connection: Connection, id: str, reason: str, author: str) -> int | None:
        """Keep the present state of a brief as a revision, unless the last kept one is the same.

        Raises:
            NoSuchBrief, DamagedBrief.
        """
        stored, brief = self._sound(connection, id)
        return revisions.cut(connection, stored.key, brief, reason, author)

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

    def _sound(self, connection: Connection, id: str) -> tuple[Stored, Brief]:
        stored = self.stored(connection, id)
        if stored is None:
            raise NoSuchBrief(id)
        if stored.brief is None:
            raise DamagedBrief(id)
        return stored, stored.brief

    def stored(self, connection: Connection, id: str) -> Stored | None:
        """What is stored under an id."""
        columns = briefs.c
        row = connection.execute(
            select(
                columns.key, columns.place, columns.counter, columns.trashed, columns.body, columns.sha256
            ).where(columns.id == id)
        ).first()
        if row is None:
            return None
        brief: Brief | None
        known = self._recent.get(id)
        if known and known[0] == row.sha256:
            brief = known[1]
        else:
            try:
                brief = bodies.open_(id, row.body, row.sha256)
            except DamagedBrief:
                brief = None
        return Stored(row.key, row.place, row.counter, bool(row.trashed), brief)

    def forget(self) -> None:
        """Forget what was remembered: the transaction it was saved in has failed."""
        self._recent.clear()

    def _write(self, connection: Connection, brief: Brief, stored: Stored | None, counter: int) -> int:
        body, sha256 = bodies.close(brief)
        place = place_for(connection, brief.updated_at, stored.place if stored else None)
        values = columns_of(brief) | {
            "place": place,
            "counter": counter,
            "change": _next_change(connection),
            "sha256": sha256,
            "body": body,
        }
        if stored is None:
            key = connection.execute(
                insert(briefs).values(**values, trashed=0).returning(briefs.c.key)
            ).scalar_one()
        else:
            key = stored.key
            connection.execute(update(briefs).where(briefs.c.key == key).values(**values))
        self._index(connection, brief, place, stored)
        _cite(connection, key, brief, stored)
        self._recent[brief.id] = (sha256, brief)
        self._recent.move_to_end(brief.id)
        if len(self._recent) > _REMEMBERED:
            self._recent.popitem(last=False)
        return key

    def _index(self, connection: Connection, brief: Brief, place: int, stored: Stored | None) -> None:
        new = index(brief, trashed=stored is not None and stored.trashed)
        old: Indexed | None = None
        if stored is not None:
            row = connection.execute(select(search).where(search.c.place == stored.place)).first()
            old = Indexed(row.headline, row.text, row.source, row.aside, row.marks) if row else None
        if old is None:
            connection.execute(insert(search).values(place=place, **asdict(new)))
        elif stored is not None and (old != new or place != stored.place):
            connection.execute(
                update(search).where(search.c.place == stored.place).values(place=place, **asdict(new))
            )
        frequencies.follow(connection, self._stems, old, new)


def _completed(
    connection: Connection, brief: Brief, old: Brief | None, keep_dates: bool
) -> tuple[Brief, bool]:
    """The brief with what was missing in it made, and whether its slug had to be another one."""
    now = moments.now()
    created_at = brief.created_at or (old.created_at if old else now)
    given = brief.updated_at if keep_dates else ""
    updated_at = now if not given or (old and given == old.updated_at) else given
    slug = slug_for(connection, replace(brief, created_at=created_at), old)
    changed = bool(brief.slug) and slug != brief.slug
    return replace(brief, slug=slug, created_at=created_at, updated_at=updated_at), changed


def columns_of(brief: Brief) -> dict[str, Any]:
    """The columns by which a stored brief is listed and found."""
    return {
        "id": brief.id,
        "slug": brief.slug,
        "slug_key": brief.slug.casefold(),
        "headline": brief.headline,
        "status": brief.status.value,
        "updated_at": brief.updated_at,
        "publisher": brief.source.publisher,
        "source_key": source_key(brief),
        "first_bullet": next((text for bullet in brief.bullets if (text := plain(bullet).strip())), "")[
            :_FIRST_BULLET
        ],
    }


def source_key(brief: Brief) -> str:
    """The brief's source address in the form that is compared; "" where it has none."""
    address = canonical(brief.source.url) if brief.source.url else None
    return address.key if address else ""


def _cite(connection: Connection, key: int, brief: Brief, stored: Stored | None) -> None:
    old = {entry.id for entry in stored.brief.related if entry.id} if stored and stored.brief else set[str]()
    new = {entry.id for entry in brief.related if entry.id}
    if stored and stored.brief and old == new:
        return
    if stored:
        connection.execute(delete(citations).where(citations.c.key == key))
    if new:
        connection.execute(insert(citations), [{"key": key, "cited": each} for each in sorted(new)])


def _next_change(connection: Connection) -> int:
    return (connection.scalar(select(func.max(briefs.c.change))) or 0) + 1
