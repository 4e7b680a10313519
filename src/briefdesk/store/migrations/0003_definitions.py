"""The house glossary: every wording of a definition, and where it stands."""

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from briefdesk.brief.naming import term_key

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables, and fill them from the briefs and their kept states."""
    op.create_table(
        "definitions",
        sa.Column("term", sa.Text, primary_key=True),
        sa.Column("wording", sa.Text, primary_key=True),
        sa.Column("spelled", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("kept", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_table(
        "definition_uses",
        sa.Column("brief", sa.Integer, primary_key=True),
        sa.Column("term", sa.Text, primary_key=True),
        sa.Column("wording", sa.Text, primary_key=True),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )
    op.create_index("definition_uses_by_term", "definition_uses", ["term"])
    connection = op.get_bind()
    revisions = "SELECT 0, at, CAST(body AS BLOB) FROM revisions ORDER BY at"
    briefs = "SELECT key, updated_at, CAST(body AS BLOB) FROM briefs ORDER BY place"
    for query in (revisions, briefs):
        for key, at, body in connection.exec_driver_sql(query).fetchall():
            for term, spelled, wording in _defined(body):
                connection.exec_driver_sql(
                    "INSERT INTO definitions (term, wording, spelled, at, kept) VALUES (?, ?, ?, ?, 1)"
                    " ON CONFLICT (term, wording) DO UPDATE SET"
                    " spelled = excluded.spelled, at = max(at, excluded.at)",
                    (term, wording, spelled, at),
                ).close()
                if key:
                    connection.exec_driver_sql(
                        "INSERT OR IGNORE INTO definition_uses (brief, term, wording) VALUES (?, ?, ?)",
                        (key, term, wording),
                    ).close()


def _defined(body: bytes) -> Iterator[tuple[str, str, str]]:
    """Key, spelling and definition of each term in a body; none of one that is damaged."""
    try:
        terms = json.loads(body).get("terms", [])
    except (ValueError, AttributeError):
        return
    for each in terms if isinstance(terms, list) else ():
        if not isinstance(each, dict):
            continue
        spelled, wording = each.get("term", ""), each.get("definition", "")
        if isinstance(spelled, str) and isinstance(wording, str) and (key := term_key(spelled)):
            yield key, spelled.strip(), wording.strip()
