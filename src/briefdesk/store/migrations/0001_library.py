"""The first schema: briefs, what is searched of them, revisions, citations, terms, written files."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_COLUMNS = "headline, text, source, aside, marks"
_OLD = "old.place, old.headline, old.text, old.source, old.aside, old.marks"
_NEW = "new.place, new.headline, new.text, new.source, new.aside, new.marks"


def upgrade() -> None:
    """Make the tables, the index and its triggers in an empty database."""
    _make_briefs()
    _make_the_rest()
    op.execute(
        f"""CREATE VIRTUAL TABLE search_index USING fts5(
        {_COLUMNS},
        content='search', content_rowid='place',
        tokenize='porter unicode61 remove_diacritics 2', prefix='1 2 3'
    )"""
    )
    add = f"INSERT INTO search_index(rowid, {_COLUMNS})\n        VALUES ({_NEW});"
    remove = f"INSERT INTO search_index(search_index, rowid, {_COLUMNS})\n        VALUES ('delete', {_OLD});"
    for name, event, body in (
        ("search_added", "INSERT", add),
        ("search_removed", "DELETE", remove),
        ("search_changed", "UPDATE", f"{remove}\n        {add}"),
    ):
        op.execute(f"CREATE TRIGGER {name} AFTER {event} ON search BEGIN\n        {body}\n    END")
    op.execute(
        """CREATE TRIGGER terms_gone AFTER UPDATE ON terms WHEN new.briefs <= 0 BEGIN
        DELETE FROM terms WHERE stem = new.stem;
    END"""
    )


def _make_briefs() -> None:
    op.create_table(
        "briefs",
        sa.Column("key", sa.Integer, primary_key=True),
        _text("id", unique=True),
        _number("place"),
        _number("counter"),
        _number("change"),
        _number("trashed"),
        _text("slug"),
        _text("slug_key", unique=True),
        _text("headline"),
        _text("status"),
        _text("updated_at"),
        _text("publisher"),
        _text("source_key"),
        _text("first_bullet"),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        _text("body"),
        sqlite_strict=True,
    )
    op.create_index("briefs_in_order", "briefs", ["trashed", "place"])
    op.create_index("briefs_by_standing", "briefs", ["trashed", "status"])
    op.create_index("briefs_by_change", "briefs", ["change"])
    op.create_index("briefs_by_headline", "briefs", ["headline"])
    op.create_index("briefs_by_source", "briefs", ["source_key"], sqlite_where=sa.text("source_key != ''"))


def _make_the_rest() -> None:
    op.create_table(
        "search",
        sa.Column("place", sa.Integer, primary_key=True),
        *(_text(name) for name in _COLUMNS.split(", ")),
        sqlite_strict=True,
    )
    op.create_table(
        "terms",
        sa.Column("stem", sa.Text, primary_key=True),
        _number("briefs"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "citations",
        sa.Column("key", sa.Integer, primary_key=True),
        sa.Column("cited", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_index("citations_by_cited", "citations", ["cited"])
    op.create_table(
        "revisions",
        sa.Column("key", sa.Integer, primary_key=True),
        _number("brief"),
        _number("number"),
        _text("at"),
        _text("author"),
        _text("reason"),
        _text("changed"),
        sa.Column("sha256", sa.LargeBinary, nullable=False),
        _text("body"),
        sqlite_strict=True,
    )
    op.create_index("revisions_of_brief", "revisions", ["brief", "number"], unique=True)
    op.create_table(
        "written",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("folder", sa.Text, primary_key=True),
        sa.Column("path", sa.Text, primary_key=True),
        _text("brief"),
        _text("sha256"),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


def _text(name: str, *, unique: bool | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, unique=unique)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)
