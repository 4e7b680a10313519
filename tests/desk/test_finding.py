"""What the rubric gets to know of the library around a brief."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief, Term
from briefdesk.desk.alarms import known_words, settle_known
from briefdesk.desk.finding import checked, surroundings
from briefdesk.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as opened:
        yield opened


def stored(library: Library, headline: str, *bullets: str) -> Brief:
    return library.save(Brief(headline=headline, bullets=bullets)).brief


def test_a_brief_is_no_neighbour_of_itself(library: Library):
    brief = stored(library, "City closes bridge", "The old bridge is closed in May.")
    assert surroundings(library, brief).neighbours == ()


def test_a_brief_of_the_same_headline_is_a_neighbour_even_without_a_common_text(library: Library):
    brief = stored(library, "日 日 日")
    twin = stored(library, "日 日 日")
    assert [each.id for each in surroundings(library, brief).neighbours] == [twin.id]


def test_a_near_twin_is_found_among_the_briefs_that_are_like_it(library: Library):
    brief = stored(library, "City closes old bridge", "The bridge over the river is closed in May.")
    twin = stored(
        library, "City Closes Old Bridge", "A ferry sails over the river while the bridge is closed."
    )
    (finding,) = [each for each in checked(library, brief).findings if each.criterion == "H6"]
    assert twin.id in finding.message


def test_a_brief_without_a_headline_can_be_checked(library: Library):
    assert not checked(library, stored(library, "")).ready


def test_terms_of_the_library_and_what_needs_no_explaining_are_known(library: Library):
    library.save(Brief(headline="One", terms=(Term(term="pontoon", definition="A flat boat."),)))
    brief = library.save(Brief(headline="Two", bullets=("A pontoon for XWQ.",))).brief

    def said(**kind: Mapping[str, str]) -> list[str]:
        found = checked(library, brief, **kind).findings
        return [each.criterion for each in found if each.criterion in ("T1", "T2")]

    assert said() == ["T1", "T2"]
    assert said(terms={}) == ["T1"]
    settle_known(library, "xwq", brief.id)
    settle_known(library, "pontoon")
    assert said() == []
    assert known_words(library, "another") == {"pontoon"}
