"""What of a document goes into the brief that it updates."""

from dataclasses import replace

from briefdesk.brief.model import Brief, Related, Source, Status
from briefdesk.desk.joining import joined, listed_again

STORED = Brief(
    id="a",
    slug="a-slug",
    headline="Headline",
    bullets=("one",),
    source=Source(url="https://example.org/a", publisher="Example"),
    tags=("ai",),
    notes="for us",
    created_at="2026-01-01T00:00:00Z",
    updated_at="2026-01-02T00:00:00Z",
    extra={"x_mark": 1},
)


def test_the_silence_of_a_page_changes_nothing():
    assert joined(STORED, Brief(headline="Headline", bullets=("one",)), None) == STORED


def test_a_page_that_names_the_publisher_only_leaves_the_address():
    after = joined(STORED, Brief(headline="Headline", source=Source(publisher="Other")), None)
    assert after.source == Source(url="https://example.org/a", publisher="Other")


def test_what_json_gives_is_taken_also_when_it_is_empty():
    after = joined(STORED, Brief(headline="Headline"), frozenset({"headline", "tags", "bullets"}))
    assert (after.tags, after.bullets, after.notes) == ((), (), "for us")


def test_a_key_that_this_version_does_not_know_stays_and_is_updated():
    after = joined(STORED, Brief(extra={"x_new": 2}), frozenset())
    assert after.extra == {"x_mark": 1, "x_new": 2}


def test_a_newer_date_of_change_is_taken_and_an_older_one_is_not():
    def updated(given: str) -> str:
        return joined(STORED, Brief(updated_at=given), frozenset({"updated_at"})).updated_at

    assert updated("2026-01-03T00:00:00+01:00") == "2026-01-03T00:00:00+01:00"
    assert updated("2026-01-01T23:59:59Z") == updated("") == STORED.updated_at


def test_a_ready_brief_that_a_document_changes_goes_back_to_review_and_stays_there():
    ready = replace(STORED, status=Status.READY)
    document = replace(ready, bullets=("two",))
    given = frozenset({"bullets", "status", "updated_at"})
    after = joined(ready, document, given)
    assert after.status is Status.REVIEW
    assert joined(after, document, given) == after


def test_a_document_that_was_made_ready_later_makes_the_brief_ready():
    review = replace(STORED, status=Status.REVIEW)
    document = replace(STORED, status=Status.READY, updated_at="2026-01-03T00:00:00Z")
    assert joined(review, document, frozenset({"status", "updated_at"})).status is Status.READY


def test_a_published_brief_stays_published_under_its_slug():
    published = replace(STORED, status=Status.PUBLISHED, published_at="2026-01-02T00:00:00Z")
    after = joined(published, Brief(headline="New", slug="other"), frozenset({"headline", "slug"}))
    assert (after.status, after.slug, after.headline) == (Status.PUBLISHED, "a-slug", "New")


def test_an_entry_of_a_page_keeps_what_the_stored_one_knows():
    stored = (Related(id="b", headline="B", summary="old", url="https://example.org/b"),)
    told = (Related(headline="B", summary="new"), Related(headline="C", summary="c"))
    again = listed_again(stored, told)
    assert again == (Related(id="b", headline="B", summary="new", url="https://example.org/b"), told[1])


def test_the_one_date_of_a_page_is_no_news_when_it_is_the_day_of_making():
    stored = replace(STORED, created_at="2026-01-01T00:00:00.250Z")
    shown = Brief(
        headline="Headline", created_at="2026-01-01T00:00:00Z", published_at="2026-01-01T01:00:00+01:00"
    )
    assert joined(stored, shown, None) == stored


def test_another_date_of_a_page_is_when_the_brief_was_published():
    after = joined(STORED, Brief(published_at="2026-02-02T00:00:00Z"), None)
    assert after.published_at == "2026-02-02T00:00:00Z"
