"""Tables of the library file and its search index."""

from typing import Final

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    cast,
    column,
    table,
)

HEAD: Final = "0003"
"""The newest migration, as Alembic names it; its number is `identity.SCHEMA_NUMBER`."""

PLACES_PER_SECOND: Final = 4096
"""`place` is seconds since 1970 times this, and a running number within the second."""

metadata = MetaData()

briefs = Table(
    "briefs",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("place", Integer, nullable=False),
    Column("counter", Integer, nullable=False),
    Column("change", Integer, nullable=False),
    Column("trashed", Integer, nullable=False),
    Column("slug", Text, nullable=False),
    Column("slug_key", Text, nullable=False, unique=True),
    Column("headline", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("updated_at", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("source_key", Text, nullable=False),
    Column("first_bullet", Text, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_strict=True,
)
"""One row a brief: the JSON body, its SHA-256, and the few columns that lists sort and find by.

`counter` counts the saves of the brief, `change` those of the whole library.
"""

body_bytes = cast(briefs.c.body, LargeBinary).label("body")
"""A body as it lies there: what is damaged may be no text at all."""

Index("briefs_in_order", briefs.c.trashed, briefs.c.place)
Index("briefs_by_standing", briefs.c.trashed, briefs.c.status)
Index("briefs_by_change", briefs.c.change)
Index("briefs_by_headline", briefs.c.headline)
Index("briefs_by_source", briefs.c.source_key, sqlite_where=briefs.c.source_key != "")

search = Table(
    "search",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("headline", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("aside", Text, nullable=False),
    Column("marks", Text, nullable=False),
    sqlite_strict=True,
)
"""What is searched of each brief, at its place in time; the index follows it by triggers."""

terms = Table(
    "terms",
    metadata,
    Column("stem", Text, primary_key=True),
    Column("briefs", Integer, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""In how many briefs each stem stands; the empty stem counts the briefs. Stems in none are not kept."""

citations = Table(
    "citations",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("cited", Text, primary_key=True),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Which brief lists which others under "More briefs"."""

Index("citations_by_cited", citations.c.cited)

revisions = Table(
    "revisions",
    metadata,
    Column("key", Integer, primary_key=True),
    Column("brief", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("changed", Text, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("body", Text, nullable=False),
    Index("revisions_of_brief", "brief", "number", unique=True),
    sqlite_strict=True,
)
"""Kept states: whole bodies, so that one can be brought back whatever happens to the others."""

revision_bytes = cast(revisions.c.body, LargeBinary).label("body")
"""A kept body as it lies there."""

written = Table(
    "written",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("folder", Text, primary_key=True),
    Column("path", Text, primary_key=True),
    Column("brief", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Files that channels wrote, so that what was written before is known without looking into folders."""

house = Table(
    "house",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("brief", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""What the newsroom has settled: words it knows, alarms that were false. Where no brief is named, for all."""

definitions = Table(
    "definitions",
    metadata,
    Column("term", Text, primary_key=True),
    Column("wording", Text, primary_key=True),
    Column("spelled", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("kept", Integer, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Every wording of every definition, by the key of its term, with the spelling and time of its last use.

One that is not `kept` (no pause has come since it was typed) goes with its last use.
"""

definition_uses = Table(
    "definition_uses",
    metadata,
    Column("brief", Integer, primary_key=True),
    Column("term", Text, primary_key=True),
    Column("wording", Text, primary_key=True),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Which brief explains which term in which words; "" where the definition is still to come."""

Index("definition_uses_by_term", definition_uses.c.term)

alembic_version = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Alembic's own note of the newest migration, spelled as Alembic spells it."""

search_index = table(
    "search_index",
    column("rowid", Integer),
    column("search_index", Text),
    column("rank"),
    *(column(name, Text) for name in ("headline", "text", "source", "aside", "marks")),
)

INDEX_DDL: Final = (
    """CREATE VIRTUAL TABLE search_index USING fts5(
        headline, text, source, aside, marks,
        content='search', content_rowid='place',
        tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3'
    )""",
    """CREATE TRIGGER search_added AFTER INSERT ON search BEGIN
        INSERT INTO search_index(rowid, headline, text, source, aside, marks)
        VALUES (new.place, new.headline, new.text, new.source, new.aside, new.marks);
    END""",
    """CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN
        INSERT INTO search_index(search_index, rowid, headline, text, source, aside, marks)
        VALUES ('delete', old.place, old.headline, old.text, old.source, old.aside, old.marks);
    END""",
    """CREATE TRIGGER search_changed AFTER UPDATE ON search BEGIN
        INSERT INTO search_index(search_index, rowid, headline, text, source, aside, marks)
        VALUES ('delete', old.place, old.headline, old.text, old.source, old.aside, old.marks);
        INSERT INTO search_index(rowid, headline, text, source, aside, marks)
        VALUES (new.place, new.headline, new.text, new.source, new.aside, new.marks);
    END""",
)
"""The full-text index over `search`, kept in the same transaction by triggers."""

TERMS_DDL: Final = """CREATE TRIGGER terms_gone AFTER UPDATE ON terms WHEN new.briefs <= 0 BEGIN
        DELETE FROM terms WHERE stem = new.stem;
    END"""
"""Takes away a stem that stands nowhere any more: typing makes and unmakes words all the time."""
