"""Whether a library is what was written: pages, seals, index, counts and revisions."""

from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import DBAPIError

from briefdesk.store import bodies, faults, frequencies
from briefdesk.store.errors import DamagedBrief
from briefdesk.store.filing import source_key
from briefdesk.store.frequencies import BRIEFS
from briefdesk.store.indexed import Indexed, compared, index
from briefdesk.store.schema import (
    INDEX_DDL,
    body_bytes,
    briefs,
    metadata,
    revision_bytes,
    revisions,
    search,
    terms,
)
from briefdesk.store.stems import Stems

_MOST_SAID = 20


def odd_tables(connection: Connection) -> list[str]:
    """What a library has and this file has not, and triggers and views in it that are not ours."""
    there = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    wanted = {name for table in metadata.tables.values() for name in (table.name, *_index_names(table))}
    missing = (wanted | {"search_index"}) - {row.name for row in there}
    triggers = {row.name: row.sql for row in there if row.type in ("trigger", "view")}
    ours = {
        statement.split()[2]: statement for statement in INDEX_DDL if statement.startswith("CREATE TRIGGER")
    }
    odd = {name for name in triggers.keys() | ours.keys() if triggers.get(name) != ours.get(name)}
    return [
        *(f"no table {name}" for name in sorted(missing)),
        *(f"a strange trigger {name}" for name in sorted(odd)),
    ]


def pages(connection: Connection, *, quick: bool = False) -> list[str]:
    """What SQLite finds wrong with the pages of the file; `quick` does not compare indexes with tables."""
    pragma = f"PRAGMA {'quick_check' if quick else 'integrity_check'}({_MOST_SAID})"
    said = [str(row) for row in connection.exec_driver_sql(pragma).scalars()]
    return [] if said == ["ok"] else said


def seals(connection: Connection) -> Iterator[str]:
    """Each brief and revision whose body is not the one that was saved."""
    for row in connection.execute(select(briefs.c.id, body_bytes, briefs.c.sha256)):
        if not bodies.is_whole(row.body, row.sha256):
            yield f"brief {row.id} is damaged"
    named = select(briefs.c.id, revisions.c.number, revision_bytes, revisions.c.sha256).join(
        briefs, briefs.c.key == revisions.c.brief
    )
    for row in connection.execute(named):
        if not bodies.is_whole(row.body, row.sha256):
            yield f"revision {row.number} of brief {row.id} is damaged"


def contents(connection: Connection, stems: Stems) -> Iterator[str]:
    """Each brief whose columns, searched text or stems are not what its body says."""
    counted: dict[str, int] = {}
    columns = (
        briefs.c.id,
        briefs.c.place,
        briefs.c.trashed,
        briefs.c.headline,
        briefs.c.slug,
        briefs.c.status,
    )
    query = select(*columns, briefs.c.source_key, briefs.c.updated_at, body_bytes, briefs.c.sha256)
    for row in connection.execute(query).all():
        try:
            brief = bodies.open_(row.id, row.body, row.sha256)
        except DamagedBrief:
            continue  # told by its seal
        said = (row.headline, row.slug, row.status, row.source_key, row.updated_at)
        if said != (brief.headline, brief.slug, brief.status.value, source_key(brief), brief.updated_at):
            yield f"the list shows brief {row.id} otherwise than it is"
        found = connection.execute(select(search).where(search.c.place == row.place)).first()
        searched = (
            Indexed(found.headline, found.text, found.source, found.aside, found.marks) if found else None
        )
        if searched != index(brief, trashed=bool(row.trashed)):
            yield f"brief {row.id} is not searched as it is"
        if searched:
            for stem in stems.of(compared(searched)) | {BRIEFS}:
                counted[stem] = counted.get(stem, 0) + 1
    if counted != {row.stem: row.briefs for row in connection.execute(select(terms))}:
        yield "the counts of terms are out of step"


def index_is_sound(connection: Connection) -> bool:
    """Whether the full-text index holds what the searched texts say; must run within a write transaction."""
    try:
        connection.exec_driver_sql(
            "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)"
        )
    except DBAPIError as error:
        if faults.is_damage(error):
            return False
        raise
    return True


def rebuild_index(connection: Connection, stems: Stems) -> None:
    """Make searched texts, index and counts anew from the bodies; must run within a write transaction."""
    connection.exec_driver_sql("DROP TRIGGER IF EXISTS search_removed")
    connection.execute(search.delete())
    connection.execute(terms.delete())
    _remake_index(connection)
    query = select(briefs.c.id, briefs.c.place, briefs.c.trashed, body_bytes, briefs.c.sha256)
    for row in connection.execute(query).all():
        try:
            brief = bodies.open_(row.id, row.body, row.sha256)
        except DamagedBrief:
            continue
        new = index(brief, trashed=bool(row.trashed))
        connection.execute(search.insert().values(place=row.place, **asdict(new)))
        frequencies.follow(connection, stems, None, new)


def _remake_index(connection: Connection) -> None:
    for name in ("search_added", "search_removed", "search_changed"):
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
    connection.exec_driver_sql("DROP TABLE IF EXISTS search_index")
    for statement in INDEX_DDL:
        connection.exec_driver_sql(statement)


def _index_names(table: Table) -> list[str]:
    return [str(each.name) for each in table.indexes]
