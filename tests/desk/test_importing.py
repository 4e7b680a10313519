"""Importing into a library: again is an update, never a double."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.interchange import to_json
from briefdesk.brief.model import Brief, Status
from briefdesk.desk.importing import Outcome, import_items
from briefdesk.importers import read
from briefdesk.store.library import Library

PAGE = """City closes bridge
In brief
- It closes in May.
- A ferry will sail.
Terms in this brief
- arch
- A curved part of a bridge.
Read full story at The Example →
More briefs
Ferry to sail again
The ferry sails from May on.
Shops fear a quiet year
They ask the city for help.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def bring(
    library: Library, document: str | Sequence[Mapping[str, object]], format: str = ""
) -> list[Outcome]:
    if isinstance(document, str):
        return list(import_items(library, read(document.encode(), format=format or "page")))
    lines = "".join(json.dumps(dict(each)) + "\n" for each in document)
    return list(import_items(library, read(lines.encode(), format="jsonl")))


def told(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.headline, outcome.action) for outcome in outcomes]


def brief_of(library: Library, headline: str) -> Brief:
    return library.get(library.by_headline(headline) or "").brief


def test_a_page_gives_its_brief_and_then_those_of_its_entries(library: Library):
    outcomes = bring(library, PAGE)
    assert told(outcomes) == [
        ("City closes bridge", "created"),
        ("Ferry to sail again", "created"),
        ("Shops fear a quiet year", "created"),
    ]
    main, ferry = library.get(outcomes[0].id).brief, library.get(outcomes[1].id).brief
    assert [entry.id for entry in main.related] == [outcome.id for outcome in outcomes[1:]]
    assert (ferry.summary, ferry.status) == ("The ferry sails from May on.", Status.DRAFT)


def test_a_page_again_changes_nothing(library: Library):
    first = bring(library, PAGE)
    before = [library.get(outcome.id) for outcome in first]
    again = bring(library, PAGE)
    assert {outcome.action for outcome in again} == {"unchanged"}
    assert [library.get(outcome.id) for outcome in again] == before
    assert library.count() == 3


def test_an_entry_is_linked_to_a_brief_of_its_headline(library: Library):
    bring(library, [{"headline": "Ferry to sail again", "bullets": ["Mine."], "id": "ferry"}])
    outcomes = bring(library, PAGE)
    assert told(outcomes)[1] == ("Ferry to sail again", "unchanged")
    assert library.get(outcomes[0].id).brief.related[0].id == "ferry"
    assert library.get("ferry").brief.bullets == ("Mine.",)


def test_an_entry_with_the_headline_of_its_own_page_is_not_linked_to_it(library: Library):
    page = PAGE.replace("Ferry to sail again", "City closes bridge")
    main = brief_of(library, bring(library, page)[0].headline)
    assert [bool(entry.id) for entry in main.related] == [False, True]


def test_what_was_added_at_the_desk_stays_when_the_page_comes_again(library: Library):
    main = library.get(bring(library, PAGE)[0].id)
    library.save(replace(main.brief, notes="call them", tags=("city",)), main.counter)
    assert bring(library, PAGE)[0].action == "unchanged"
    changed = bring(library, PAGE.replace("in May", "in June"))
    assert changed[0].action == "updated"
    after = brief_of(library, "City closes bridge")
    assert (after.bullets[0], after.notes, after.tags) == ("It closes in June.", "call them", ("city",))


def test_an_import_keeps_the_state_before_and_its_own_as_revisions(library: Library):
    main = library.get(bring(library, PAGE)[0].id)
    library.save(replace(main.brief, notes="typed since"), main.counter)
    id = bring(library, PAGE.replace("in May", "in June"))[0].id
    revisions = library.revisions(id)
    assert [library.revision(id, each.number).notes for each in revisions] == [
        "typed since",
        "typed since",
        "",
    ]
    assert revisions[0].reason == "import"


def test_updated_at_changes_with_the_content_only(library: Library):
    given = {
        "id": "a",
        "headline": "A",
        "updated_at": "2026-01-02T03:04:05Z",
        "created_at": "2026-01-01T00:00:00Z",
    }
    bring(library, [given])
    stored = library.get("a").brief
    assert (stored.created_at, stored.updated_at) == ("2026-01-01T00:00:00Z", "2026-01-02T03:04:05Z")
    bring(library, [given | {"updated_at": "2026-05-05T00:00:00Z"}])
    assert library.get("a").brief == stored
    bring(library, [given | {"headline": "B"}])
    assert library.get("a").brief.updated_at > "2026-01-03"


def test_a_brief_is_found_by_id_then_by_source_and_headline_then_by_slug_and_headline(library: Library):
    source = {"url": "https://example.org/a?utm_source=x"}
    bring(library, [{"id": "a", "headline": "One", "source": source}])
    by_id = bring(library, [{"id": "a", "headline": "Two", "source": source}])
    by_source = bring(library, [{"headline": "Two", "source": {"url": "http://www.example.org/a"}}])
    by_slug = bring(library, [{"headline": "Two", "slug": library.get("a").brief.slug, "tags": ["t"]}])
    assert {outcome.id for outcome in (*by_id, *by_source, *by_slug)} == {"a"}
    assert library.count() == 1


def test_two_stories_of_one_headline_from_two_sources_are_two_briefs(library: Library):
    stories = [{"headline": "Rates rise", "source": {"url": f"https://example.org/{n}"}} for n in range(2)]
    outcomes = bring(library, stories)
    assert [outcome.action for outcome in outcomes] == ["created", "created"]
    assert [library.get(outcome.id).brief.slug for outcome in outcomes] == ["rates-rise", "rates-rise-2"]
    assert [outcome.action for outcome in bring(library, stories)] == ["unchanged", "unchanged"]


def test_a_slug_that_is_taken_is_told(library: Library):
    bring(library, [{"headline": "A", "slug": "same"}])
    (outcome,) = bring(library, [{"headline": "B", "slug": "Same"}])
    assert (outcome.slug_changed, outcome.slug) == (True, "Same-2")
    (again,) = bring(library, [{"id": outcome.id, "headline": "B", "slug": "Same"}])
    assert (again.action, again.slug_changed) == ("unchanged", False)


def test_one_brief_twice_in_a_file_is_one_brief(library: Library):
    lines = [{"headline": "A", "bullets": ["one"]}, {"headline": "A", "bullets": ["two"]}]
    assert [outcome.action for outcome in bring(library, lines)] == ["created", "updated"]
    assert library.count() == 1


def test_json_makes_no_briefs_of_its_entries_and_leaves_them_as_they_are(library: Library):
    bring(library, [{"id": "known", "headline": "Known"}])
    entries = [
        {"id": "unknown", "headline": "U"},
        {"headline": "Known"},
        {"id": "known", "headline": "Old words"},
    ]
    (outcome,) = bring(library, [{"headline": "A", "related": entries}])
    stored = library.get(outcome.id).brief.related
    assert [(entry.id, entry.headline) for entry in stored] == [
        ("unknown", "U"),
        ("", "Known"),
        ("known", "Old words"),
    ]
    assert library.count() == 2


def test_a_brief_in_the_trash_comes_back(library: Library):
    first = bring(library, PAGE)
    for outcome in first:
        library.trash(outcome.id)
    again = bring(library, PAGE)
    assert [outcome.id for outcome in again] == [outcome.id for outcome in first]
    assert {outcome.action for outcome in again} == {"updated"}
    assert library.count() == 3


def test_another_story_of_the_same_headline_leaves_the_trash_alone(library: Library):
    (old,) = bring(library, [{"headline": "A", "source": {"url": "https://example.org/old"}}])
    library.trash(old.id)
    (new,) = bring(library, [{"headline": "A", "source": {"url": "https://example.org/new"}}])
    assert new.action == "created"
    assert library.get(old.id).trashed


def test_a_ready_brief_that_an_import_changes_returns_to_review(library: Library):
    bring(library, [{"id": "a", "headline": "A", "bullets": ["one"], "status": "ready"}])
    changed = to_json(library.get("a").brief) | {"bullets": ["two"]}
    assert [bring(library, [changed])[0].action for _ in range(2)] == ["updated", "unchanged"]
    assert library.get("a").brief.status is Status.REVIEW


def test_a_published_brief_stays_published(library: Library):
    bring(library, [{"id": "a", "headline": "A", "bullets": ["one"], "status": "published"}])
    assert library.get("a").brief.published_at is None
    bring(library, [{"id": "a", "bullets": ["two"]}])
    assert library.get("a").brief.status is Status.PUBLISHED


def test_bad_lines_are_told_in_their_place_and_the_good_ones_are_in(library: Library):
    document = '{"headline": "A"}\n{"headline": 3}\n{"headline": "B"}\n'
    outcomes = list(import_items(library, read(document.encode(), format="jsonl")))
    assert [(outcome.line, outcome.headline, outcome.error is None) for outcome in outcomes] == [
        (1, "A", True),
        (2, "", False),
        (3, "B", True),
    ]
    assert "headline" in str(outcomes[1].error)
    assert library.count() == 2


def test_many_lines_keep_their_order(library: Library):
    lines = [{"headline": f"Headline {n % 150}", "bullets": [str(n)]} for n in range(400)]
    outcomes = bring(library, lines)
    assert [outcome.line for outcome in outcomes] == list(range(1, 401))
    assert [outcome.action for outcome in outcomes] == ["created"] * 150 + ["updated"] * 250
    assert brief_of(library, "Headline 99").bullets == ("399",)


def test_a_change_by_somebody_else_in_the_meantime_is_kept(library: Library, monkeypatch: pytest.MonkeyPatch):
    bring(library, [{"id": "a", "headline": "A", "bullets": ["one"]}])
    real, brought = Library.submit, []

    def late(self: Library, brief: Brief, base: int | None = None, **how: object):
        if not brought:
            brought.append(brief)
            kept = self.get("a")
            real(self, replace(kept.brief, notes="theirs"), kept.counter).result()
        return real(self, brief, base, **how)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(Library, "submit", late)
    (outcome,) = bring(library, [{"id": "a", "bullets": ["two"]}])
    stored = library.get("a").brief
    assert (outcome.action, stored.bullets, stored.notes) == ("updated", ("two",), "theirs")
