"""The full-text index is merged in quiet moments: no save waits for it, and nothing found is different."""

import shutil
import sqlite3
import time
from dataclasses import replace
from pathlib import Path

from briefdesk.brief.model import Brief
from briefdesk.store.identity import SCHEMA_NUMBER
from briefdesk.store.library import Library
from tests.seeds.make import seed_of

SAVES = 40


def segments(path: Path) -> int:
    """How many pieces the index is in."""
    with sqlite3.connect(path) as connection:
        (found,) = connection.execute("SELECT count(DISTINCT segid) FROM search_index_idx").fetchone()
    connection.close()
    return found


def settings(path: Path) -> dict[str, int]:
    with sqlite3.connect(path) as connection:
        found = dict(connection.execute("SELECT k, v FROM search_index_config"))
    connection.close()
    return {name: found.get(name, 0) for name in ("automerge", "crisismerge")}


def type_on(library: Library) -> None:
    brief = library.save(Brief(id="a", headline="Typed", summary="word " * 200)).brief
    for number in range(SAVES):
        library.save(replace(brief, summary=f"{brief.summary} number{number}"))


def until_merged(path: Path, most: int) -> int:
    until = time.monotonic() + 10
    while segments(path) > most and time.monotonic() < until:
        time.sleep(0.05)
    return segments(path)


def test_saves_merge_nothing_and_the_quiet_after_them_does(library: Library, path: Path):
    library.save(Brief(id="b", headline="Another"))
    type_on(library)
    assert segments(path) > SAVES
    assert until_merged(path, 4) <= 4
    assert [hit.id for hit in library.search(f"number{SAVES - 1}")] == ["a"]
    assert library.search("number0") == []
    assert library.verify() == []


def test_commands_that_end_before_it_is_quiet_leave_a_merged_index(path: Path):
    for number in range(12):
        with Library.open(path) as library:
            library.save(Brief(id="a", headline=f"Number {number}"))
    assert segments(path) < 8
    with Library.open(path) as library:
        type_on(library)
    assert segments(path) < 8


def test_an_index_made_anew_is_merged_in_the_quiet_too(library: Library, path: Path):
    new = settings(path)
    assert new["automerge"] == 0
    library.save(Brief(headline="One"))
    library._access.submit(
        lambda connection: connection.exec_driver_sql("DELETE FROM terms").close()
    ).result()
    library.verify(repair=True)
    assert settings(path) == new


def test_a_library_from_before_is_merged_in_the_quiet_from_its_first_save_on(path: Path):
    shutil.copy(seed_of(SCHEMA_NUMBER), path)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM search_index_config WHERE k IN ('automerge', 'crisismerge')")
    connection.close()
    with Library.open(path) as library:
        library.save(Brief(headline="One"))
        until = time.monotonic() + 10
        while not settings(path)["crisismerge"] and time.monotonic() < until:
            time.sleep(0.05)
        type_on(library)
        assert segments(path) > SAVES
        assert library.verify() == []


def test_looking_at_a_library_writes_nothing(path: Path):
    with Library.open(path) as library:
        type_on(library)
    before = path.read_bytes()
    with Library.open(path) as library:
        library.search("typed")
        time.sleep(1.3)  # past the quiet second
    assert path.read_bytes() == before
