"""Briefs on the same source address."""

from briefdesk.brief.model import Brief, Source
from briefdesk.store.library import Library


def on(library: Library, headline: str, url: str) -> Brief:
    return library.save(Brief(headline=headline, source=Source(url=url))).brief


def test_other_briefs_on_the_same_address_are_found_newest_first_however_it_is_written(library: Library):
    older = on(library, "Older", "https://www.a.org/x?utm_source=y")
    newer = on(library, "Newer", "http://a.org/x/#part")
    on(library, "Another story", "https://a.org/y")
    gone = on(library, "In the trash", "https://a.org/x")
    library.trash(gone.id)
    mine = on(library, "Mine", "https://a.org/x")
    assert [row.id for row in library.same_story(mine)] == [newer.id, older.id]
    assert [row.headline for row in library.same_story(Brief(source=Source(url="https://a.org/x")))] == [
        "Mine",
        "Newer",
        "Older",
    ]


def test_no_brief_is_on_the_story_of_one_without_an_address(library: Library):
    on(library, "One", "")
    assert library.same_story(on(library, "Two", "")) == []
