"""The rows of a brief: its body and columns, its searched text, and what it cites."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.url import canonical
from briefdesk.store import bodies, definitions, frequencies
from briefdesk.store.errors import DamagedBrief
from briefdesk.store.indexed import Indexed, index
from briefdesk.store.places import place_for
from briefdesk.store.prepared import Prepared
from briefdesk.store.schema import body_bytes, briefs, citations, search
from briefdesk.store.stems import Stems

_FIRST_BULLET: Final = 240

# Statements are made once: making one costs SQLAlchemy more than SQLite takes to run it.
_SEARCHED: Final = tuple(Indexed.__slots__)
_LISTED = ("slug", "slug_key", "headline", "status", "updated_at", "publisher", "source_key", "first_bullet")
_STORED = Prepared(
    select(briefs.c.key, briefs.c.place, briefs.c.counter, briefs.c.trashed, briefs.c.sha256)
    .add_columns(*(search.c[name].label(f"searched_{name}") for name in _SEARCHED))
    .add_columns(*(briefs.c[name] for name in _LISTED))
    .outerjoin_from(briefs, search, search.c.place == briefs.c.place)
    .where(briefs.c.id == bindparam("wanted"))
)
_BODY = Prepared(select(body_bytes).where(briefs.c.key == bindparam("row")))
_others = briefs.alias("others")
NEXT_CHANGE: Final = select(func.coalesce(func.max(_others.c.change), 0) + 1).scalar_subquery()
"""The number of the next change of the library, within a statement that makes it."""

_ADD = Prepared(insert(briefs).values(change=NEXT_CHANGE, trashed=0).returning(briefs.c.key))
_CHANGE = Prepared(update(briefs).where(briefs.c.key == bindparam("row")).values(change=NEXT_CHANGE))
_ADD_SEARCHED = Prepared(insert(search))
_CHANGE_SEARCHED = Prepared(update(search).where(search.c.place == bindparam("old_place")))
_CITED_NO_MORE = delete(citations).where(citations.c.key == bindparam("row"))
_CITE = insert(citations)


@dataclass(frozen=True, slots=True)
class Stored:
    """A brief's row as it is before a save.

    `brief` is `None` where the stored body is damaged, `searched` where the index has lost it. `listed`
    holds the columns that lists show.
    """

    key: int
    place: int
    counter: int
    trashed: bool
    brief: Brief | None
    searched: Indexed | None
    listed: Mapping[str, str]


def stored(connection: Connection, id: str, known: tuple[Brief, bytes] | None) -> Stored | None:
    """What is stored under an id; `known` is a brief and the seal of its body, and may save reading it."""
    rows = _STORED.run(connection, {"wanted": id})
    if not rows:
        return None
    key, place, counter, trashed, sha256, *texts = rows[0]
    searched, listed = texts[: len(_SEARCHED)], texts[len(_SEARCHED) :]
    brief: Brief | None
    if known is not None and known[1] == sha256:
        brief = known[0]
    else:
        try:
            ((body,),) = _BODY.run(connection, {"row": key})
            brief = bodies.open_(id, body, sha256)
        except DamagedBrief:
            brief = None
    return Stored(
        key=key,
        place=place,
        counter=counter,
        trashed=bool(trashed),
        brief=brief,
        searched=None if searched[0] is None else Indexed(*searched),
        listed=dict(zip(_LISTED, listed, strict=True)),
    )


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
        ((key,),) = _ADD.run(connection, values)
    else:
        key = old.key
        # A column that is set has its indexes written anew, even when it is set to what it was.
        there = {"id": brief.id, "place": old.place, **old.listed}
        changed = {name: value for name, value in values.items() if there.get(name) != value}
        _CHANGE.run(connection, {"row": key} | changed)
    _file_searched(connection, stems, brief, place, old)
    _cite(connection, key, brief, old)
    definitions.follow(connection, key, brief, old.brief if old else None)
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
        _ADD_SEARCHED.run(connection, {"place": place} | _texts_of(new))
    elif before != new or place != old.place:
        _CHANGE_SEARCHED.run(connection, {"old_place": old.place, "place": place} | _texts_of(new))
    frequencies.follow(connection, stems, before, new)


def _texts_of(indexed: Indexed) -> dict[str, str]:
    return {name: getattr(indexed, name) for name in _SEARCHED}


def _cite(connection: Connection, key: int, brief: Brief, old: Stored | None) -> None:
    new = {entry.id for entry in brief.related if entry.id}
    if old and old.brief:
        if new == {entry.id for entry in old.brief.related if entry.id}:
            return
        connection.execute(_CITED_NO_MORE, {"row": key})
    if new:
        connection.execute(_CITE, [{"key": key, "cited": each} for each in sorted(new)])
