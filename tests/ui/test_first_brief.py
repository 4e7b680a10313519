"""Tests of the brief that is open first."""

from briefdesk.brief.model import Brief
from briefdesk.store.library import Library
from briefdesk.ui.first_brief import FirstBrief, first_brief

OLD, NEW = "a" * 18, "b" * 18


def fill(library: Library) -> None:
    library.save(Brief(id=OLD, headline="Old"))
    library.save(Brief(id=NEW, headline="New"))


def test_it_is_the_one_that_was_open_last(library: Library):
    fill(library)
    assert first_brief(library, OLD, with_sample=True) == FirstBrief(OLD)


def test_it_is_the_newest_where_the_last_is_gone_or_in_the_trash(library: Library):
    fill(library)
    library.trash(OLD)
    assert first_brief(library, OLD, with_sample=True) == FirstBrief(NEW)
    assert first_brief(library, "c" * 18, with_sample=True) == FirstBrief(NEW)
    assert first_brief(library, None, with_sample=True) == FirstBrief(NEW)


def test_in_an_empty_library_it_is_the_sample_where_that_is_wanted(library: Library):
    assert first_brief(library, None, with_sample=False) == FirstBrief("")
    sample = first_brief(library, None, with_sample=True)
    assert sample.is_sample
    assert library.get(sample.id).brief.headline
