"""Migrations: every released library opens whole, and a new one is what migrations make of an old one."""

import re
import shutil
import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from briefdesk.brief.model import Brief
from briefdesk.store import backups, gate, migrating, opening
from briefdesk.store.connections import build_connection
from briefdesk.store.identity import SCHEMA_NUMBER
from briefdesk.store.library import Library, LibraryRefused
from briefdesk.store.schema import HEAD
from tests.seeds.make import BRIEFS, WRITTEN, make, seed_of

NUMBERS = [int(file.name[:4]) for file in sorted(migrating.VERSIONS.glob("[0-9]*.py"))]

NEXT = '''
"""A later schema, for this test."""

from alembic import op
import sqlalchemy as sa

revision = "9999"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("briefs", sa.Column("mood", sa.Text, nullable=False, server_default="calm"))
    op.execute("{statement}")
'''


def schema_of(path: Path) -> list[tuple[str, str, str]]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    connection.close()
    return sorted((kind, name, re.sub(r"\s+", " ", sql)) for kind, name, sql in rows)


def test_migrations_are_numbered_without_gap_up_to_the_schema():
    assert list(range(1, SCHEMA_NUMBER + 1)) == NUMBERS
    assert f"{SCHEMA_NUMBER:04}" == HEAD


@pytest.mark.parametrize("number", NUMBERS)
def test_there_is_an_old_library_for_every_migration(number: int):
    assert seed_of(number).is_file(), "run `python -m tests.seeds.make` before a schema is released"


@pytest.mark.parametrize("number", NUMBERS)
def test_an_old_library_opens_whole(path: Path, number: int):
    shutil.copy(seed_of(number), path)
    with Library.open(path) as library:
        assert library.state.kind == "ok"
        assert library.verify() == []
        for brief in BRIEFS:
            stored = library.get(brief.id)
            assert replace(stored.brief, slug="") == brief
            assert stored.trashed == (brief.id == "gone")
            assert [each.reason for each in library.revisions(brief.id)] == ["import", "pause"]
            assert library.revision(brief.id, 1).headline.startswith("Before: ")
        assert [hit.id for hit in library.search("alignment")] == ["sample"]
        assert library.exports.listed("html", "/out") == {"sample": [WRITTEN]}
        assert library.citing("odd") == ["sample"]
        assert library.save(Brief(headline="A new one")).action == "created"


def test_the_newest_seed_is_what_its_script_makes(path: Path):
    make(path)
    assert schema_of(path) == schema_of(seed_of(SCHEMA_NUMBER))


def test_a_new_library_is_what_migrations_make(tmp_path: Path):
    made, migrated = tmp_path / "made.db", tmp_path / "migrated.db"
    Library.open(made).close()
    migrating.make_by_migrations(migrated)
    assert schema_of(made) == schema_of(migrated)
    for query in ("PRAGMA user_version", "PRAGMA application_id", "SELECT * FROM alembic_version"):
        found: list[object] = []
        for file in (made, migrated):
            with sqlite3.connect(file) as connection:
                found.append(connection.execute(query).fetchall())
            connection.close()
        assert found[0] == found[1]
    with Library.open(migrated) as library:
        assert library.state.kind == "ok"
        library.save(Brief(headline="Saved"))
        assert library.verify() == []


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """A folder of migrations that has one more."""
    folder = tmp_path / "100% later, migrations"
    shutil.copytree(migrating.VERSIONS, folder, ignore=shutil.ignore_patterns("__pycache__", "environment"))
    return folder


def run(path: Path, later: Path, statement: str) -> None:
    (later / "9999_later.py").write_text(NEXT.format(head=HEAD, statement=statement))
    with build_connection(path) as connection:
        migrating.migrate(connection, versions=later, head="9999", number=9999)


def header_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_a_migration_changes_an_old_library_and_its_number(path: Path, later: Path):
    shutil.copy(seed_of(SCHEMA_NUMBER), path)
    run(path, later, "UPDATE briefs SET mood = 'glad' WHERE id = 'odd'")
    with sqlite3.connect(path) as connection:
        moods = dict(connection.execute("SELECT id, mood FROM briefs"))
    connection.close()
    assert moods == {"sample": "calm", "odd": "glad", "gone": "calm"}
    assert header_of(path) == 9999


def test_a_migration_that_fails_leaves_the_library_as_it_was(path: Path, later: Path):
    shutil.copy(seed_of(SCHEMA_NUMBER), path)
    with pytest.raises(DBAPIError):
        run(path, later, "UPDATE nonsense SET x = 1")
    assert schema_of(path) == schema_of(seed_of(SCHEMA_NUMBER))
    assert header_of(path) == SCHEMA_NUMBER
    with Library.open(path) as library:
        assert library.verify() == []


@pytest.fixture
def newer(later: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """As if this program knew one schema more than the libraries it finds."""
    for module in (gate, opening, backups):
        monkeypatch.setattr(module, "SCHEMA_NUMBER", SCHEMA_NUMBER + 1)
    run_later = partial(migrating.migrate, versions=later, head="9999", number=SCHEMA_NUMBER + 1)
    monkeypatch.setattr(migrating, "migrate", run_later)
    return later


def test_opening_an_older_library_migrates_it_after_a_verified_copy(path: Path, newer: Path):
    (newer / "9999_later.py").write_text(NEXT.format(head=HEAD, statement="UPDATE briefs SET mood = 'glad'"))
    shutil.copy(seed_of(SCHEMA_NUMBER), path)
    with Library.open(path) as library:
        assert library.verify() == []
        assert library.count() == len(BRIEFS) - 1
    assert header_of(path) == SCHEMA_NUMBER + 1
    (copy,) = (path.parent / "backups").iterdir()
    assert header_of(copy) == SCHEMA_NUMBER
    assert schema_of(copy) == schema_of(seed_of(SCHEMA_NUMBER))


def test_an_older_library_that_cannot_be_migrated_is_refused_and_left_as_it_was(path: Path, newer: Path):
    (newer / "9999_later.py").write_text(NEXT.format(head=HEAD, statement="UPDATE nonsense SET x = 1"))
    shutil.copy(seed_of(SCHEMA_NUMBER), path)
    with pytest.raises(LibraryRefused, match="could not be brought up to date"):
        Library.open(path)
    with pytest.raises(LibraryRefused, match="open it for writing once"):
        Library.open(path, readonly=True)
    assert schema_of(path) == schema_of(seed_of(SCHEMA_NUMBER))


def test_an_older_copy_is_migrated_before_it_comes_back(path: Path, newer: Path, tmp_path: Path):
    (newer / "9999_later.py").write_text(NEXT.format(head=HEAD, statement="UPDATE briefs SET mood = 'glad'"))
    shutil.copy(seed_of(SCHEMA_NUMBER), path)
    with Library.open(path) as library:
        library.save(Brief(headline="Not in the copy"))
        library.restore_backup(seed_of(SCHEMA_NUMBER))
        assert library.count() == len(BRIEFS) - 1
        assert library.verify() == []
    assert header_of(path) == SCHEMA_NUMBER + 1
