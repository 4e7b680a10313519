"""Finding briefs by a query: newest first, or the best first where the finds are few."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from briefdesk.store.indexed import joined, only_trash, without_trash
from briefdesk.store.query import Query, parse
from briefdesk.store.reading import ROW, count, page, row_of
from briefdesk.store.records import Hit, Row
from briefdesk.store.schema import briefs, search_index

RANKED: Final = 400
"""Most finds that are ranked; more come newest first, which costs the same however many there are."""

_WEIGHTS: Final = "bm25(8.0, 1.0, 2.0, 0.5, 0.0)"
_SNIPPET: Final = "snippet(search_index, 1, '«', '»', '…', 18)"


def rows(
    connection: Connection, text: str, *, limit: int | None, before: Row | None, trashed: bool
) -> list[Row]:
    """A page of the briefs that a query finds, newest first."""
    query = parse(text)
    if query.is_empty:
        return page(connection, limit=limit, before=before, trashed=trashed)
    statement = _found(query, select(*ROW), trashed=trashed).order_by(_place(query).desc()).limit(limit)
    if before is not None:
        statement = statement.where(_place(query) < before.place)
    return [row_of(row) for row in connection.execute(statement)]


def counted(connection: Connection, text: str) -> int:
    """How many briefs a query finds outside the trash."""
    query = parse(text)
    if query.is_empty:
        return count(connection)
    if not query.match:
        return connection.scalar(_found(query, select(func.count()), trashed=False)) or 0
    statement = select(func.count()).select_from(search_index).where(*_matches(query, trashed=False))
    return connection.scalar(statement) or 0


def hits(connection: Connection, text: str, *, limit: int) -> list[Hit]:
    """What a query finds outside the trash: the best first when it is few, else the newest."""
    query = parse(text)
    if query.is_empty:
        return []
    if not query.has_words:
        found = rows(connection, text, limit=limit, before=None, trashed=False)
        return [_hit(row, 0.0, row.first_bullet) for row in found]
    is_ranked = query.is_sharp and _is_few(connection, query)
    places = (
        select(
            search_index.c.rowid.label("place"),
            literal_column("rank" if is_ranked else "0.0").label("score"),
            literal_column(_SNIPPET).label("snippet"),
        )
        .where(*_matches(query, trashed=False))
        .limit(limit)
    )
    if is_ranked:
        places = places.where(literal_column("rank").op("MATCH")(_WEIGHTS)).order_by(literal_column("rank"))
    else:
        places = places.order_by(search_index.c.rowid.desc())
    few = places.subquery()
    statement = (
        select(*ROW, few.c.score, few.c.snippet)
        .join(few, few.c.place == briefs.c.place)
        .where(briefs.c.trashed == 0)
    )
    found = [_hit(row_of(row), -row.score, joined(row.snippet)) for row in connection.execute(statement)]
    return sorted(found, key=lambda hit: (-hit.score, -hit.place))


def _is_few(connection: Connection, query: Query) -> bool:
    some = select(search_index.c.rowid).where(*_matches(query, trashed=False)).limit(RANKED + 1).subquery()
    return (connection.scalar(select(func.count()).select_from(some)) or 0) <= RANKED


def _found(query: Query, statement: Any, *, trashed: bool) -> Any:
    """Lines of the list that a query finds."""
    if query.match:
        join = briefs.join(search_index, search_index.c.rowid == briefs.c.place)
        # The first condition says nothing new: it is for the index of places.
        statement = statement.where(briefs.c.trashed == int(trashed))
        return statement.select_from(join).where(*_matches(query, trashed=trashed))
    statement = statement.where(briefs.c.trashed == int(trashed), *_between(query, briefs.c.place))
    if query.without:
        unwanted = select(search_index.c.rowid).where(_match(query.without))
        statement = statement.where(briefs.c.place.not_in(unwanted))
    return statement


def _place(query: Query) -> ColumnElement[int]:
    return search_index.c.rowid if query.match else briefs.c.place


def _matches(query: Query, *, trashed: bool) -> list[ColumnElement[bool]]:
    expression = only_trash(query.match) if trashed else without_trash(query.match)
    return [_match(expression), *_between(query, search_index.c.rowid)]


def _match(expression: str) -> ColumnElement[bool]:
    return literal_column("search_index").op("MATCH", is_comparison=True)(expression)


def _between(query: Query, place: ColumnElement[int]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.first is not None:
        conditions.append(place >= query.first)
    if query.last is not None:
        conditions.append(place < query.last)
    return conditions


def _hit(row: Row, score: float, snippet: str) -> Hit:
    return Hit(
        row.id, row.slug, row.headline, row.status, row.updated_at, row.publisher, row.first_bullet,
        row.trashed, score, snippet, row.place,
    )  # fmt: skip
