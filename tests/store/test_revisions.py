"""Revisions: states that are kept, and brought back as new ones."""

from dataclasses import replace

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief, Source, Status
from briefdesk.store.library import DamagedBrief, Library, NoSuchBrief


def test_a_plain_save_keeps_no_revision(library: Library):
    library.save(Brief(id="a", headline="A"))
    assert library.revisions("a") == []


def test_a_first_import_is_kept(library: Library):
    library.save(
        Brief(id="a", headline="A", source=Source(url="https://e.example/")), cut="import", author="Kim"
    )
    (only,) = library.revisions("a")
    assert (only.number, only.reason, only.author) == (1, "import", "Kim")
    assert only.changed == ("slug", "headline", "source")
    assert only.at.endswith("Z")
    assert library.revision("a", 1) == library.get("a").brief


def test_an_edit_by_import_keeps_what_was_there_and_what_came(library: Library):
    first = library.save(Brief(id="a", headline="Typed")).brief
    library.save(replace(first, headline="Imported"), cut="import")
    newest, oldest = library.revisions("a")
    assert (newest.number, newest.changed, oldest.number) == (2, ("headline",), 1)
    assert [library.revision("a", number).headline for number in (1, 2)] == ["Typed", "Imported"]
    library.save(replace(library.get("a").brief, headline="Imported again"), cut="import")
    assert [revision.number for revision in library.revisions("a")] == [3, 2, 1]


def test_a_pause_keeps_only_what_is_there_now(library: Library):
    first = library.save(Brief(id="a", headline="T")).brief
    library.save(replace(first, headline="Typed"), cut="pause")
    assert [library.revision("a", revision.number).headline for revision in library.revisions("a")] == [
        "Typed"
    ]


def test_the_same_state_is_kept_once(library: Library):
    first = library.save(Brief(id="a", headline="A")).brief
    assert library.cut_revision("a", "pause") == 1
    assert library.cut_revision("a", "close") is None
    assert library.save(first, cut="status").action == "unchanged"
    library.save(replace(first, headline="B"))
    library.save(replace(first, headline="A"))  # there and back again
    assert library.cut_revision("a", "switch") is None
    assert len(library.revisions("a")) == 1


def test_restoring_the_oldest_gives_the_first_state_back_as_a_new_one(library: Library):
    first = library.save(Brief(id="a", headline="First", summary="one"), cut="import").brief
    library.save(replace(first, headline="Changed once"), cut="import")
    saved = library.restore("a", 1)
    assert (saved.brief.headline, saved.action, saved.counter) == ("First", "updated", 3)
    assert library.get("a").brief.headline == "First"
    revisions = library.revisions("a")
    assert [(each.number, each.reason) for each in revisions] == [
        (3, "restore"),
        (2, "import"),
        (1, "import"),
    ]
    assert library.restore("a", 2).brief.headline == "Changed once"
    assert library.get("a").brief.created_at == first.created_at


def test_restoring_keeps_what_was_there_unkept(library: Library):
    first = library.save(Brief(id="a", headline="First"), cut="import").brief
    library.save(replace(first, headline="Typed since"))
    library.restore("a", 1)
    assert [library.revision("a", number).headline for number in (1, 2, 3)] == [
        "First",
        "Typed since",
        "First",
    ]


def test_one_field_can_be_brought_back(library: Library):
    first = library.save(Brief(id="a", headline="First", summary="one"), cut="import").brief
    library.save(replace(first, headline="Second", summary="two"), cut="import")
    brief = library.restore("a", 1, field="summary").brief
    assert (brief.headline, brief.summary) == ("Second", "one")
    with pytest.raises(KnownError, match="no field 'colour'"):
        library.restore("a", 1, field="colour")


def test_a_published_brief_stays_published_under_its_slug(library: Library):
    first = library.save(Brief(id="a", headline="First", slug="first"), cut="import").brief
    at = "2026-01-01T00:00:00Z"
    published = replace(first, headline="Second", slug="second", status=Status.PUBLISHED, published_at=at)
    library.save(published, cut="publish")
    brief = library.restore("a", 1).brief
    assert (brief.headline, brief.slug, brief.status, brief.published_at) == (
        "First",
        "second",
        Status.PUBLISHED,
        at,
    )


def test_a_ready_brief_whose_text_changes_returns_to_review(library: Library):
    first = library.save(Brief(id="a", headline="First", status=Status.READY), cut="import").brief
    library.save(replace(first, headline="Second"), cut="import")
    assert library.restore("a", 1).brief.status is Status.REVIEW


def test_restoring_what_is_there_changes_nothing(library: Library):
    library.save(Brief(id="a", headline="First"), cut="import")
    assert library.restore("a", 1).action == "unchanged"
    assert len(library.revisions("a")) == 1


def test_what_is_not_there_is_told(library: Library):
    library.save(Brief(id="a", headline="A"), cut="import")
    for call in (
        lambda: library.revisions("none"),
        lambda: library.revision("a", 2),
        lambda: library.restore("a", 2),
        lambda: library.restore("none", 1),
        lambda: library.cut_revision("none", "pause"),
    ):
        with pytest.raises(NoSuchBrief):
            call()


def test_a_damaged_revision_is_told_and_the_others_are_there(library: Library):
    first = library.save(Brief(id="a", headline="First"), cut="import").brief
    library.save(replace(first, headline="Second"), cut="import")
    statement = "UPDATE revisions SET body = replace(body, 'First', 'Worst') WHERE number = 1"
    library._access.submit(lambda connection: connection.exec_driver_sql(statement).close()).result()
    with pytest.raises(DamagedBrief):
        library.restore("a", 1)
    assert library.revision("a", 2).headline == "Second"
    assert library.verify() == ["revision 1 of brief a is damaged"]
