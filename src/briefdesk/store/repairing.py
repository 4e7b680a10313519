"""Mending a library from what is sound in it: bodies and revisions; all the rest is made from them."""

from sqlalchemy import Connection, select, update

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.interchange import loads
from briefdesk.brief.model import Brief
from briefdesk.store import bodies, checking
from briefdesk.store.filing import columns_of
from briefdesk.store.schema import body_bytes, briefs, revision_bytes, revisions
from briefdesk.store.stems import Stems


def repair(connection: Connection, stems: Stems) -> None:
    """Make anew whatever follows from the bodies, and seal again what can still be read of them.

    A body that is no brief any more is replaced by the newest sound revision; where there is none it
    is left as it is, and goes on being told. Runs within a write transaction.
    """
    connection.exec_driver_sql("REINDEX")
    query = select(briefs.c.key, briefs.c.id, body_bytes, briefs.c.sha256, briefs.c.counter)
    for row in connection.execute(query).all():
        brief = _readable(row.id, row.body) or _newest_revision(connection, row.key, row.id)
        if brief is None:
            continue
        values = columns_of(brief)
        if not bodies.is_whole(row.body, row.sha256):
            body, sha256 = bodies.close(brief)
            values |= {"body": body, "sha256": sha256, "counter": row.counter + 1}
        connection.execute(update(briefs).where(briefs.c.key == row.key).values(**values))
    checking.rebuild_index(connection, stems)


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
