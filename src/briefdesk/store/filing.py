"""The rows of a brief: its body and columns, its searched text, and what it cites."""

from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.url import canonical
from briefdesk.store import bodies, frequencies
from briefdesk.store.errors import DamagedBrief
from briefdesk.store.indexed import Indexed, index
from briefdesk.store.places import place_for
from briefdesk.store.schema import body_bytes, briefs, citations, search
from briefdesk.store.stems import Stems

_FIRST_BULLET: Final = 240

# Statements are made once: making one costs SQLAlchemy more than SQLite takes to run it.
_STORED = (
    select(briefs.c.key, briefs.c.place, briefs.c.counter, briefs.c.trashed, body_bytes, briefs.c.sha256)
    .add_columns(*(search.c[name].label(f"searched_{name}") for name in Indexed.__slots__))
    .outerjoin_from(briefs, search, search.c.place == briefs.c.place)
    .where(briefs.c.id == bindparam("wanted"))
)
_others = briefs.alias("others")
NEXT_CHANGE: Final = select(func.coalesce(func.max(_others.c.change), 0) + 1).scalar_subquery()
"""The number of the next change of the library, within a statement that makes it."""

_ADD = insert(briefs).values(change=NEXT_CHANGE, trashed=0).returning(briefs.c.key)
_CHANGE = update(briefs).where(briefs.c.key == bindparam("row")).values(change=NEXT_CHANGE)
_ADD_SEARCHED = insert(search)
_CHANGE_SEARCHED = update(search).where(search.c.place == bindparam("old_place"))
_CITED_NO_MORE = delete(citations).where(citations.c.key == bindparam("row"))
_CITE = insert(citations)


@dataclass(frozen=True, slots=True)
class Stored:
    """A brief's row as it is before a save.

    `brief` is `None` where the stored body is damaged, `searched` where the index has lost it.
    """

    key: int
    place: int
    counter: int
    trashed: bool
    brief: Brief | None
    searched: Indexed | None


def stored(connection: Connection, id: str, known: Brief | None, seal: bytes | None) -> Stored | None:
    """What is stored under an id; `known` is the brief whose body has that `seal`, and saves reading it."""
    row = connection.execute(_STORED, {"wanted": id}).first()
    if row is None:
        return None
    key, place, counter, trashed, body, sha256, *texts = row
    brief: Brief | None
    if known is not None and seal == sha256:
        brief = known
    else:
        try:
            brief = bodies.open_(id, body, sha256)
        except DamagedBrief:
            brief = None
    searched = None if texts[0] is None else Indexed(*texts)
    return Stored(key, place, counter, bool(trashed), brief, searched)


def file(
    connection: Connection, stems: Stems, brief: Brief, sealed: tuple[str, bytes], old: Stored | None
) -> int:
    """Write the rows of a brief; gives its internal number. `sealed` is its body with its seal."""
    place = place_for(connection, brief.updated_at, old.place if old else None)
    values = columns_of(brief) | {
        "place": place,
        "counter": old.counter + 1 if old else 1,
        "body": sealed[0],
        "sha256": sealed[1],
    }
    if old is None:
        key = int(connection.execute(_ADD, values).scalar_one())
    else:
        key = old.key
        connection.execute(_CHANGE, {"row": key} | values)
    _file_searched(connection, stems, brief, place, old)
    _cite(connection, key, brief, old)
    return key


def columns_of(brief: Brief) -> dict[str, Any]:
    """The columns by which a stored brief is listed and found."""
    shown = (text for bullet in brief.bullets if (text := plain(bullet).strip()))
    return {
        "id": brief.id,
        "slug": brief.slug,
        "slug_key": brief.slug.casefold(),
        "headline": brief.headline,
        "status": brief.status.value,
        "updated_at": brief.updated_at,
        "publisher": brief.source.publisher,
        "source_key": source_key(brief),
        "first_bullet": next(shown, "")[:_FIRST_BULLET],
    }


def source_key(brief: Brief) -> str:
    """The brief's source address in the form that is compared; "" where it has none."""
    address = canonical(brief.source.url) if brief.source.url else None
    return address.key if address else ""


def _file_searched(
    connection: Connection, stems: Stems, brief: Brief, place: int, old: Stored | None
) -> None:
    new = index(brief, trashed=old is not None and old.trashed)
    before = old.searched if old else None
    if old is None or before is None:
        connection.execute(_ADD_SEARCHED, {"place": place} | asdict(new))
    elif before != new or place != old.place:
        connection.execute(_CHANGE_SEARCHED, {"old_place": old.place, "place": place} | asdict(new))
    frequencies.follow(connection, stems, before, new)


def _cite(connection: Connection, key: int, brief: Brief, old: Stored | None) -> None:
    new = {entry.id for entry in brief.related if entry.id}
    if old and old.brief:
        if new == {entry.id for entry in old.brief.related if entry.id}:
            return
        connection.execute(_CITED_NO_MORE, {"row": key})
    if new:
        connection.execute(_CITE, [{"key": key, "cited": each} for each in sorted(new)])
