"""Reading briefs: one, a page of the list, counts, and what cites what."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, case, func, select

from briefdesk.brief.model import Brief
from briefdesk.store import bodies
from briefdesk.store.errors import DamagedBrief, NoSuchBrief
from briefdesk.store.filing import source_key
from briefdesk.store.records import Changes, Kept, Row
from briefdesk.store.schema import body_bytes, briefs, citations

SHORTEST_PREFIX: Final = 4
"""Characters of an id that may stand for all of it."""

ROW: Final = (
    briefs.c.id,
    briefs.c.slug,
    briefs.c.headline,
    briefs.c.status,
    briefs.c.updated_at,
    briefs.c.publisher,
    briefs.c.first_bullet,
    briefs.c.trashed,
    briefs.c.place,
)
"""The columns of a line of the list."""

# The sum keeps SQLite from walking through all that is not in the trash: it has to go by the headline.
_IN_NO_TRASH = briefs.c.trashed + 0 == 0

# One parameter, however many are asked for.
_SEVERAL = select(briefs.c.id, briefs.c.counter, briefs.c.trashed, body_bytes, briefs.c.sha256).where(
    briefs.c.id.in_(select(func.json_each(bindparam("wanted")).table_valued("value").c.value))
)

_ID = re.compile(r"[A-Za-z0-9_-]+")
_AFTER_ALL = "\U0010ffff"


def row_of(row: Any) -> Row:
    """A line of the list from a result that begins with the columns of `ROW`."""
    id, slug, headline, status, updated_at, publisher, first_bullet, trashed, place = row[: len(ROW)]
    return Row(id, slug, headline, status, updated_at, publisher, first_bullet, bool(trashed), place)


def find(connection: Connection, reference: str) -> str:
    """The id that a reference means: an exact id, an exact slug, or a prefix that only one id has.

    Raises:
        NoSuchBrief: it means none, or several.
    """
    exact = connection.scalar(select(briefs.c.id).where(briefs.c.id == reference))
    if exact is not None:
        return exact
    slug = connection.scalar(select(briefs.c.id).where(briefs.c.slug_key == reference.casefold()))
    if slug is not None:
        return slug
    if len(reference) >= SHORTEST_PREFIX and _ID.fullmatch(reference):
        begins = select(briefs.c.id).where(briefs.c.id >= reference, briefs.c.id < reference + _AFTER_ALL)
        found = connection.scalars(begins.limit(2)).all()
        if len(found) == 1:
            return found[0]
        if found:
            raise NoSuchBrief(reference, f"more than one brief begins with {reference!r}")
    raise NoSuchBrief(reference)


def named(connection: Connection, limit: int) -> list[tuple[str, str, str, str]]:
    """Of the newest briefs outside the trash: id, headline, publisher, and the terms as JSON."""
    body = briefs.c.body
    kept = case((func.json_valid(body) == 1, func.json_extract(body, "$.terms")), else_=None)
    rows = connection.execute(
        select(briefs.c.id, briefs.c.headline, briefs.c.publisher, kept)
        .where(briefs.c.trashed == 0)
        .order_by(briefs.c.place.desc())
        .limit(limit)
    )
    return [(id, headline, publisher, terms or "[]") for id, headline, publisher, terms in rows]


def key_of(connection: Connection, id: str) -> int:
    """The internal number of a brief.

    Raises:
        NoSuchBrief: there is none of that id.
    """
    key = connection.scalar(select(briefs.c.key).where(briefs.c.id == id))
    if key is None:
        raise NoSuchBrief(id)
    return key


def get(connection: Connection, id: str) -> Kept:
    """The stored state of a brief.

    Raises:
        NoSuchBrief: there is none of that id.
        DamagedBrief: what is stored is not what was saved.
    """
    row = connection.execute(
        select(briefs.c.counter, briefs.c.trashed, body_bytes, briefs.c.sha256).where(briefs.c.id == id)
    ).first()
    kept = _kept(id, row)
    if not isinstance(kept, Kept):
        raise kept
    return kept


def several(connection: Connection, ids: Sequence[str]) -> list[Kept | NoSuchBrief | DamagedBrief]:
    """The stored states of briefs, in the order of their ids; for what cannot be given, why."""
    rows = {row.id: row for row in connection.execute(_SEVERAL, {"wanted": json.dumps(ids)})}
    return [_kept(id, rows.get(id)) for id in ids]


def _kept(id: str, row: Any) -> Kept | NoSuchBrief | DamagedBrief:
    if row is None:
        return NoSuchBrief(id)
    try:
        return Kept(bodies.open_(id, row.body, row.sha256), row.counter, bool(row.trashed))
    except DamagedBrief as error:
        return error


def page(connection: Connection, *, limit: int | None, before: Row | None, trashed: bool) -> list[Row]:
    """A page of the list, newest first, beginning after the line `before`."""
    query = select(*ROW).where(briefs.c.trashed == int(trashed)).order_by(briefs.c.place.desc()).limit(limit)
    if before is not None:
        query = query.where(briefs.c.place < before.place)
    return [row_of(row) for row in connection.execute(query)]


def count(connection: Connection) -> int:
    """How many briefs there are outside the trash."""
    return connection.scalar(select(func.count()).where(briefs.c.trashed == 0)) or 0


def counts(connection: Connection) -> Mapping[str, int]:
    """How many briefs stand where, by status; those in the trash are counted as "trash" alone."""
    found: dict[str, int] = {}
    query = select(briefs.c.trashed, briefs.c.status, func.count()).group_by(
        briefs.c.trashed, briefs.c.status
    )
    for is_trashed, status, number in connection.execute(query):
        name = "trash" if is_trashed else status
        found[name] = found.get(name, 0) + number
    return found


def match(connection: Connection, brief: Brief) -> str | None:
    """The brief that an imported one is: by id, by source address and headline, or by slug and headline.

    A brief that brings no slug has, for this, the slug of any brief of its headline whose source is
    not another one. Trashed briefs are found by their id alone.
    """
    if brief.id:
        found = connection.scalar(select(briefs.c.id).where(briefs.c.id == brief.id))
        if found is not None:
            return found
    if not brief.headline:
        return None
    key = source_key(brief)
    same = (
        select(briefs.c.id)
        .where(briefs.c.headline == brief.headline, _IN_NO_TRASH)
        .order_by(briefs.c.place.desc())
        .limit(1)
    )
    if key:
        found = connection.scalar(same.where(briefs.c.source_key == key))
        if found is not None:
            return found
    if brief.slug:
        return connection.scalar(same.where(briefs.c.slug_key == brief.slug.casefold()))
    return connection.scalar(same.where(briefs.c.source_key == "") if key else same)


def by_headline(connection: Connection, headline: str) -> str | None:
    """The newest brief of exactly this headline."""
    return connection.scalar(
        select(briefs.c.id)
        .where(briefs.c.headline == headline, _IN_NO_TRASH)
        .order_by(briefs.c.place.desc())
        .limit(1)
    )


def same_story(connection: Connection, brief: Brief) -> list[Row]:
    """The other briefs on the same source address, trashed ones left out, newest first."""
    key = source_key(brief)
    if not key:
        return []
    query = (
        select(*ROW)
        .where(briefs.c.source_key == key, briefs.c.id != brief.id, _IN_NO_TRASH)
        .order_by(briefs.c.place.desc())
    )
    return [row_of(row) for row in connection.execute(query)]


def citing(connection: Connection, id: str) -> list[str]:
    """Ids of the briefs that list this one under "More briefs", newest first."""
    query = (
        select(briefs.c.id)
        .join(citations, citations.c.key == briefs.c.key)
        .where(citations.c.cited == id, briefs.c.trashed == 0)
        .order_by(briefs.c.place.desc())
    )
    return list(connection.scalars(query))


def changed_since(connection: Connection, token: int) -> Changes:
    """What has been saved since a token was given; a negative token asks for the first one."""
    latest = connection.scalar(select(func.max(briefs.c.change))) or 0
    if token < 0 or latest <= token:
        return Changes(latest)
    rows = connection.execute(
        select(briefs.c.id, briefs.c.counter).where(briefs.c.change > token).order_by(briefs.c.change)
    )
    return Changes(latest, tuple((row.id, row.counter) for row in rows))
