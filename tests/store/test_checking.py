"""Verify: finds what is not as it was written, and makes anew what can be made anew."""

from dataclasses import replace

import pytest

from briefdesk.brief.model import Brief
from briefdesk.store.library import Library

DAMAGES = {
    "a body": (
        "UPDATE briefs SET body = replace(body, 'sound', 'wrong') WHERE id = 'a'",
        "brief a is damaged",
    ),
    "a body that is no brief": ("UPDATE briefs SET body = 'x' WHERE id = 'a'", "brief a is damaged"),
    "a body that is no text": (
        "UPDATE briefs SET body = CAST(x'7bff' AS TEXT) WHERE id = 'a'",
        "brief a is damaged",
    ),
    "a column": (
        "UPDATE briefs SET headline = 'Other' WHERE id = 'a'",
        "the list shows brief a otherwise than it is",
    ),
    "a searched text": ("UPDATE search SET text = 'other'", "brief a is not searched as it is"),
    "a lost searched text": ("DELETE FROM search", "brief a is not searched as it is"),
    "a count": ("UPDATE terms SET briefs = briefs + 1", "the counts of terms are out of step"),
    "the index": ("DELETE FROM search_index_data WHERE id > 10", "the full-text index is damaged"),
    "the index alone": (
        "INSERT INTO search_index(rowid, headline) VALUES (1, 'ghost')",
        "the full-text index is damaged",
    ),
}


@pytest.fixture
def filled(library: Library) -> Library:
    first = library.save(Brief(id="a", headline="First", summary="sound"), cut="import").brief
    library.save(replace(first, notes="typed since"))
    library.save(Brief(id="b", headline="Second", summary="sound too"))
    library.trash("b")
    return library


def test_a_sound_library_has_no_problems(filled: Library):
    assert filled.verify() == []
    assert filled.verify(repair=True) == []


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_found_and_mended(filled: Library, name: str):
    statement, problem = DAMAGES[name]
    filled._access.submit(lambda connection: connection.exec_driver_sql(statement).close()).result()
    assert problem in filled.verify()
    assert problem in filled.verify(repair=True)
    assert filled.verify() == []
    assert filled.get("a").brief.headline == "First"
    assert [hit.id for hit in filled.search("first")] == ["a"]
    assert [row.id for row in filled.rows(trashed=True)] == ["b"]


def test_a_body_that_can_still_be_read_is_kept_and_one_that_cannot_comes_from_its_revision(filled: Library):
    for statement, notes in (
        (DAMAGES["a body"][0], "typed since"),
        (DAMAGES["a body that is no brief"][0], ""),
    ):
        filled._access.submit(
            lambda connection, said=statement: connection.exec_driver_sql(said).close()
        ).result()
        filled.verify(repair=True)
        assert filled.get("a").brief.notes == notes


def test_what_cannot_be_mended_is_told_again(library: Library):
    library.save(Brief(id="a", headline="Without revisions"))
    statement = "UPDATE briefs SET body = 'x'"
    library._access.submit(lambda connection: connection.exec_driver_sql(statement).close()).result()
    assert library.verify(repair=True) == ["brief a is damaged"]
    assert library.verify() == ["brief a is damaged"]
    assert [row.headline for row in library.rows()] == ["Without revisions"]


def test_a_library_open_for_reading_is_verified_too(filled: Library):
    filled.close()
    with Library.open(filled.path, readonly=True) as library:
        assert library.verify() == []
