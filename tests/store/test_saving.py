"""Saving: what is missing is made, what is given is kept, and nobody overwrites what they have not seen."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.identity import is_id
from briefdesk.brief.model import Brief, Related, Source, Status, Term
from briefdesk.store.library import Conflict, DamagedBrief, Kept, Library, NoSuchBrief

WHOLE = Brief(
    id="whole",
    slug="the-whole-brief",
    language="de",
    kicker="Kicker",
    headline="Überschrift — “quoted”",
    bullets=("One *two* \\*three\\*", "日本語 <b>", "👩‍👩‍👧 é\u2028x"),
    terms=(Term(term="term", definition="a `definition`", extra={"more": 1}),),
    source=Source(url="https://example.org/a?utm_source=x", publisher="Example", extra={"seen": [1, None]}),
    summary="Two\nlines",
    related=(Related(headline="Elsewhere", summary="s", url="https://example.org/r"), Related(id="other")),
    tags=("ai-safety", "2026"),
    notes="for the desk",
    status=Status.READY,
    planned_for="2026-03-01T09:30:00+02:00",
    extra={"x_custom": {"deep": ["a", True]}},
)


def test_what_is_saved_comes_back(library: Library):
    saved = library.save(WHOLE)
    kept = library.get("whole")
    assert kept.brief == saved.brief
    assert replace(kept.brief, created_at="", updated_at="") == WHOLE
    assert (saved.action, saved.counter, kept.counter, kept.trashed) == ("created", 1, 1, False)


def test_several_are_read_at_once_in_the_order_asked_for(library: Library):
    for id in ("a", "b", "c"):
        library.save(Brief(id=id, headline=id.upper()))
    library.trash("b")
    damage(library, "UPDATE briefs SET sha256 = x'00' WHERE id = 'c'")
    trashed, missing, sound, damaged = library.several(["b", "none", "a", "c"])
    assert (trashed, sound) == (library.get("b"), library.get("a"))
    assert isinstance(missing, NoSuchBrief)
    assert isinstance(damaged, DamagedBrief)
    assert library.several([]) == []
    many = [library.save(Brief(headline=f"Brief {number}")).brief.id for number in range(300)]
    assert [each.brief.id for each in library.several(many) if isinstance(each, Kept)] == many


def test_what_is_missing_is_made(library: Library):
    brief = library.save(Brief(headline="A new brief")).brief
    assert is_id(brief.id)
    assert brief.slug == "a-new-brief"
    assert brief.created_at.endswith("Z")
    assert brief.updated_at == brief.created_at


def test_the_same_again_changes_nothing(library: Library):
    first = library.save(WHOLE)
    again = library.save(first.brief, 1)
    assert (again.action, again.counter, again.brief) == ("unchanged", 1, first.brief)
    bare = library.save(replace(first.brief, slug="", created_at="", updated_at=""))
    assert (bare.action, bare.brief.slug) == (
        "updated",
        "uberschrift-quoted",
    )  # no slug asks for the automatic one
    assert library.save(replace(bare.brief, slug="", created_at="", updated_at="")).action == "unchanged"


def test_only_a_change_of_content_moves_updated_at(library: Library):
    first = library.save(Brief(id="a", headline="One", updated_at="2020-01-01T00:00:00Z"), keep_dates=True)
    assert first.brief.updated_at == "2020-01-01T00:00:00Z"
    same = library.save(replace(first.brief, updated_at="2021-01-01T00:00:00Z"), keep_dates=True)
    assert (same.action, same.brief.updated_at) == ("unchanged", "2020-01-01T00:00:00Z")
    other = library.save(replace(first.brief, headline="Two"), keep_dates=True)
    assert other.brief.updated_at > "2025"  # the date it brought is that of the old content
    dated = library.save(
        replace(other.brief, headline="Three", updated_at="2022-01-01T00:00:00Z"), keep_dates=True
    )
    assert dated.brief.updated_at == "2022-01-01T00:00:00Z"
    assert dated.brief.created_at == first.brief.created_at


def test_a_save_over_another_ones_is_a_conflict_that_shows_theirs(library: Library):
    first = library.save(Brief(id="a", headline="One"))
    theirs = library.save(replace(first.brief, headline="Theirs"), first.counter)
    with pytest.raises(Conflict) as conflict:
        library.save(replace(first.brief, headline="Ours"), first.counter)
    assert conflict.value.theirs.brief == theirs.brief
    assert conflict.value.theirs.counter == 2
    assert library.get("a").brief.headline == "Theirs"
    assert library.save(theirs.brief, first.counter).action == "unchanged"  # both wanted the same
    assert library.save(replace(first.brief, headline="Over all"), None).counter == 3


def test_a_base_of_a_brief_that_is_not_there_makes_it(library: Library):
    assert library.save(Brief(id="a", headline="One"), 7).action == "created"


def test_what_could_not_be_read_again_is_not_saved(library: Library):
    with pytest.raises(InvalidBrief, match="headline"):
        library.save(Brief(id="a", headline="A bell \x07"))
    with pytest.raises(InvalidBrief):
        library.save(Brief(id="not an id!", headline="x"))
    assert library.count() == 0


def test_text_is_stored_composed(library: Library):
    assert library.save(Brief(headline="e\u0301")).brief.headline == "é"


def test_a_slug_is_no_other_ones_whatever_its_case(library: Library):
    library.save(Brief(headline="Same"))
    second = library.save(Brief(headline="Same"))
    third = library.save(Brief(headline="Third", slug="SAME"))
    assert (second.brief.slug, second.slug_changed) == ("same-2", False)
    assert (third.brief.slug, third.slug_changed) == ("SAME-3", True)


def test_many_of_one_headline_all_get_a_slug(library: Library):
    futures = [library.submit(Brief(headline="Same")) for _ in range(150)]
    assert len({future.result().brief.slug for future in futures}) == 150


def test_a_long_slug_leaves_room_for_its_number(library: Library):
    long = "x" * 80
    slugs = [library.save(Brief(headline=long)).brief.slug for _ in range(3)]
    assert len(set(slugs)) == 3
    assert all(len(slug) <= 80 for slug in slugs)


def test_a_headline_without_letters_gets_a_dated_slug(library: Library):
    slug = library.save(Brief(headline="🎉", created_at="2026-03-01T00:00:00Z")).brief.slug
    assert slug.startswith("2026-03-01-")


def test_a_published_brief_keeps_its_slug(library: Library):
    first = library.save(
        Brief(headline="Old words", status=Status.PUBLISHED, published_at="2026-01-01T00:00:00Z")
    )
    assert library.save(replace(first.brief, headline="New words", slug="")).brief.slug == "old-words"


def test_the_trash_hides_and_gives_back(library: Library):
    brief = library.save(Brief(headline="Rubbish")).brief
    library.trash(brief.id)
    library.trash(brief.id)
    assert (library.rows(), library.count(), library.counts()) == ([], 0, {"trash": 1})
    assert [row.id for row in library.rows(trashed=True)] == [brief.id]
    assert [row.id for row in library.rows("rubb", trashed=True)] == [brief.id]
    assert library.search("rubbish") == []
    assert library.get(brief.id).trashed
    library.save(replace(brief, headline="Rubbish again"))
    assert library.get(brief.id).trashed
    library.untrash(brief.id)
    assert [hit.headline for hit in library.search("rubbish")] == ["Rubbish again"]
    with pytest.raises(NoSuchBrief):
        library.trash("none")
    assert library.verify() == []


def test_a_reference_is_an_id_a_slug_or_a_unique_prefix(library: Library):
    for id, headline in (("abcdef1", "First one"), ("abcdef2", "Second one"), ("xyz-long", "abcdef1x")):
        library.save(Brief(id=id, headline=headline))
    assert library.find("abcdef1") == "abcdef1"
    assert library.find("second-one") == "abcdef2"
    assert library.find("Second-One") == "abcdef2"
    assert library.find("xyz-") == "xyz-long"
    for unclear in ("abcdef", "xyz", "nothing", "", "%", "xyz_", "first one"):
        with pytest.raises(NoSuchBrief):
            library.find(unclear)


def test_an_import_finds_its_brief_by_id_by_source_or_by_slug(library: Library):
    address = "https://www.example.org/story?utm_source=x"
    one = library.save(Brief(headline="One", source=Source(url=address), slug="my-own")).brief
    assert library.match(Brief(id=one.id)) == one.id
    same = Source(url="http://example.org/story")
    assert library.match(Brief(headline="One", source=same)) == one.id
    assert library.match(Brief(id="unknown", headline="One", source=same)) == one.id
    assert library.match(Brief(headline="Other", source=same)) is None
    assert library.match(Brief(headline="One", slug="my-own")) == one.id
    assert library.match(Brief(headline="One", slug="another")) is None
    assert library.match(Brief(headline="One")) == one.id
    assert library.match(Brief(headline="One", source=Source(url="https://other.example/"))) is None
    assert library.match(Brief()) is None
    library.trash(one.id)
    assert library.match(Brief(headline="One", source=same)) is None
    assert library.match(Brief(id=one.id)) == one.id


def test_who_cites_whom_is_known(library: Library):
    first = library.save(
        Brief(id="a", headline="A", related=(Related(id="c"), Related(headline="outside")))
    ).brief
    library.save(Brief(id="b", headline="B", related=(Related(id="c"), Related(id="a"))))
    assert library.citing("c") == ["b", "a"]
    library.save(replace(first, related=()))
    assert library.citing("c") == ["b"]
    library.trash("b")
    assert library.citing("c") == []
    assert library.by_headline("A") == "a"
    assert library.by_headline("a") is None


def test_what_others_change_is_seen(library: Library):
    token = library.changed_since(-1).token
    brief = library.save(Brief(id="a", headline="A")).brief
    library.save(Brief(id="b", headline="B"))
    library.save(replace(brief, headline="AA"))
    with Library.open(library.path) as other:
        other.save(Brief(id="c", headline="C"))
        other.trash("b")
    changes = library.changed_since(token)
    assert dict(changes.changed) == {"a": 2, "b": 1, "c": 1}
    assert library.changed_since(changes.token).changed == ()


def test_a_damaged_body_is_told_and_can_be_written_over(library: Library):
    brief = library.save(Brief(id="a", headline="One", summary="sound")).brief
    damage(library, "UPDATE briefs SET body = replace(body, 'sound', 'wrong')")
    with pytest.raises(DamagedBrief):
        library.get("a")
    assert [row.id for row in library.rows()] == ["a"]
    assert library.save(replace(brief, summary="typed anew"), 1).action == "updated"
    assert library.get("a").brief.summary == "typed anew"


def test_a_save_sets_right_what_the_list_shows_wrong(library: Library):
    brief = library.save(Brief(id="a", headline="One")).brief
    damage(library, "UPDATE briefs SET headline = 'Two', publisher = 'Nobody'")
    assert library.rows()[0].headline == "Two"
    library.save(replace(brief, notes="typed"))
    assert library.rows()[0].headline == "One"
    assert library.verify() == []


def damage(library: Library, statement: str) -> None:
    library._access.submit(lambda connection: connection.exec_driver_sql(statement).close()).result()


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
BRIEFS = st.builds(
    Brief,
    headline=TEXT.map(lambda text: text.replace("\n", " ")),
    bullets=st.lists(TEXT, max_size=4).map(tuple),
    summary=TEXT,
    tags=st.lists(TEXT, max_size=3).map(tuple),
    notes=TEXT,
    status=st.sampled_from(Status),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(briefs=st.lists(BRIEFS, min_size=1, max_size=4))
def test_any_text_is_saved_found_and_counted_right(library: Library, briefs: list[Brief]):
    saved = library.save(replace(briefs[0], id="any")).brief
    for brief in briefs[1:]:
        saved = library.save(replace(brief, id="any", slug="", created_at="")).brief
    assert library.get("any").brief == saved
    assert library.verify() == []
