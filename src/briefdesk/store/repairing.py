"""Mending a library from what is sound in it: bodies and revisions; all the rest is made from them."""

from dataclasses import asdict
from typing import Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.interchange import loads
from briefdesk.brief.model import Brief
from briefdesk.store import bodies, checking, definitions, frequencies, merging
from briefdesk.store.errors import DamagedBrief
from briefdesk.store.filing import columns_of
from briefdesk.store.indexed import index
from briefdesk.store.schema import INDEX_DDL, body_bytes, briefs, revision_bytes, revisions, search, terms
from briefdesk.store.stems import Stems

_ONE: Final = select(*(column for column in briefs.c if column is not briefs.c.body), body_bytes).where(
    briefs.c.key == bindparam("wanted")
)
_PUT: Final = insert(search).prefix_with("OR REPLACE")
_FILL_INDEX: Final = "INSERT INTO search_index(search_index) VALUES ('rebuild')"


def repair(connection: Connection, stems: Stems) -> None:
    """Make anew whatever follows from the bodies, and seal again what can still be read of them.

    A body that is no brief any more is replaced by the newest sound revision; where there is none it
    is left as it is, and goes on being told. Runs within a write transaction.
    """
    connection.exec_driver_sql("REINDEX").close()
    for key in connection.scalars(select(briefs.c.key)).all():
        row = connection.execute(_ONE, {"wanted": key}).one()
        brief = _readable(row.id, row.body) or _newest_revision(connection, row.key, row.id)
        if brief is None:
            continue
        values = columns_of(brief)
        if not bodies.is_whole(row.body, row.sha256):
            body, sha256 = bodies.close(brief)
            values |= {"body": body, "sha256": sha256, "counter": row.counter + 1}
        connection.execute(update(briefs).where(briefs.c.key == row.key).values(**values))
        definitions.follow(connection, row.key, brief, None)
    rebuild_index(connection, stems)


def rebuild_index(connection: Connection, stems: Stems) -> None:
    """Make searched texts, index and counts anew from the bodies, within a write transaction.

    A brief whose body is damaged is still found by what was searched of it.
    """
    for name in ("search_added", "search_removed", "search_changed"):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}").close()
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index").close()
    connection.execute(delete(terms))
    connection.execute(delete(search).where(search.c.place.not_in(select(briefs.c.place))))
    for key in connection.scalars(select(briefs.c.key)).all():
        row = connection.execute(_ONE, {"wanted": key}).one()
        try:
            searched = index(bodies.open_(row.id, row.body, row.sha256), trashed=bool(row.trashed))
        except DamagedBrief:
            searched = checking.searched_of(connection, row.place)
        if searched:
            connection.execute(_PUT, {"place": row.place} | asdict(searched))
            frequencies.follow(connection, stems, None, searched)
    make_index, *make_triggers = INDEX_DDL
    for statement in (make_index, _FILL_INDEX, *make_triggers):
        connection.exec_driver_sql(statement).close()
    merging.put_off(connection)


def _readable(id: str, body: bytes) -> Brief | None:
    try:
        brief = loads(body.decode("utf-8"))
    except (InvalidBrief, UnicodeDecodeError):
        return None
    return brief if brief.id == id else None


def _newest_revision(connection: Connection, key: int, id: str) -> Brief | None:
    query = select(revision_bytes, revisions.c.sha256).where(revisions.c.brief == key)
    for row in connection.execute(query.order_by(revisions.c.number.desc())):
        if bodies.is_whole(row.body, row.sha256) and (brief := _readable(id, row.body)):
            return brief
    return None
