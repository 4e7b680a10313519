"""Whether a library is what was written: pages, seals, index, counts and revisions."""

from collections.abc import Iterator
from functools import partial

from sqlalchemy import Connection, Table, bindparam, select
from sqlalchemy.exc import DBAPIError

from briefdesk.store import bodies, definitions, faults
from briefdesk.store.errors import DamagedBrief
from briefdesk.store.filing import columns_of
from briefdesk.store.frequencies import BRIEFS
from briefdesk.store.indexed import Indexed, compared, index
from briefdesk.store.schema import (
    INDEX_DDL,
    TERMS_DDL,
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
_ALL = select(*(column for column in briefs.c if column is not briefs.c.body), body_bytes)
_SEARCHED = select(*(search.c[name] for name in Indexed.__slots__)).where(search.c.place == bindparam("at"))


def odd_tables(connection: Connection) -> list[str]:
    """What a library has and this file has not, and triggers and views in it that are not ours."""
    there = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master").all()
    wanted = {name for table in metadata.tables.values() for name in (table.name, *_index_names(table))}
    missing = (wanted | {"search_index"}) - {row.name for row in there}
    triggers = {row.name: row.sql for row in there if row.type in ("trigger", "view")}
    made = (each for each in (*INDEX_DDL, TERMS_DDL) if each.startswith("CREATE TRIGGER"))
    ours = {statement.split()[2]: statement for statement in made}
    odd = {name for name in triggers.keys() | ours.keys() if triggers.get(name) != ours.get(name)}
    return [
        *(f"no table {name}" for name in sorted(missing)),
        *(f"a strange trigger {name}" for name in sorted(odd)),
    ]


def problems(connection: Connection, stems: Stems) -> list[str]:
    """All that is wrong with a library and can be seen by reading it, one line each."""
    found: list[str] = []
    for look in (pages, seals, partial(contents, stems=stems)):
        try:
            found.extend(look(connection))
        except DBAPIError as error:
            if not faults.is_damage(error):
                raise
            found.append(f"the file is damaged: {error.orig}")
    return found


def pages(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the pages of the file, and with its indexes."""
    rows = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_SAID})")
    said = [str(row) for row in rows.scalars()]
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
    for row in connection.execute(_ALL):
        searched = searched_of(connection, row.place)
        for stem in (stems.of(compared(searched)) | {BRIEFS}) if searched else ():
            counted[stem] = counted.get(stem, 0) + 1
        try:
            brief = bodies.open_(row.id, row.body, row.sha256)
        except DamagedBrief:
            continue  # told by its seal
        shown = columns_of(brief)
        if any(shown[name] != getattr(row, name) for name in shown):
            yield f"the list shows brief {row.id} otherwise than it is"
        if searched != index(brief, trashed=bool(row.trashed)):
            yield f"brief {row.id} is not searched as it is"
        if definitions.stored(connection, row.key) != definitions.defined(brief).keys():
            yield f"the glossary does not know the terms of brief {row.id}"
    if counted != {row.stem: row.briefs for row in connection.execute(select(terms))}:
        yield "the counts of terms are out of step"


def searched_of(connection: Connection, place: int) -> Indexed | None:
    """The searched texts at a place, None where there are none."""
    row = connection.execute(_SEARCHED, {"at": place}).first()
    return Indexed(*row) if row else None


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


def _index_names(table: Table) -> list[str]:
    return [str(each.name) for each in table.indexes]
