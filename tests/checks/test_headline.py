"""Checks on the headline."""

from dataclasses import replace

import pytest

from briefdesk.brief.model import Brief
from briefdesk.checks import check
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Neighbour, Surroundings
from tests.checks.example import GOOD


def found(criterion: str, headline: str, around: Surroundings | None = None) -> list[Finding]:
    brief = replace(GOOD, headline=headline)
    report = check(brief, around) if around else check(brief)
    return [finding for finding in report.findings if finding.criterion == criterion]


def test_a_missing_headline_is_a_must():
    (finding,) = found("H1", "  ")
    assert (finding.level, finding.field, finding.span) == (Level.MUST, "headline", None)


def test_a_full_stop_is_found_where_it_stands():
    (finding,) = found("H1", "City closes bridge.")
    assert finding.level is Level.MUST
    assert "City closes bridge."[slice(*finding.span or ())] == "."


@pytest.mark.parametrize(
    "headline",
    ["Rates rise in the U.S.", "Deal at 9 p.m.", "Fire at Acme Inc.", "And then …", "And then...", "Why?"],
)
def test_an_abbreviation_an_ellipsis_and_a_question_end_in_no_full_stop(headline: str):
    assert not found("H1", headline)


def test_a_full_stop_of_another_script_is_one_too():
    assert found("H1", "市政府将关闭旧桥。")


@pytest.mark.parametrize(
    ("length", "level"), [(65, None), (66, Level.SHOULD), (110, Level.SHOULD), (111, Level.MUST)]
)
def test_the_length_of_a_headline_is_held_to_65_and_110_characters(length: int, level: Level | None):
    assert [finding.level for finding in found("H2", "x" * length)] == ([level] if level else [])


def test_length_is_what_a_reader_counts_and_the_span_is_in_code_points():
    assert not found("H2", "👩‍👩‍👧" * 65)
    (finding,) = found("H2", "👩‍👩‍👧" * 66)
    assert finding.span == (0, 66 * 5)


@pytest.mark.parametrize(
    ("count", "level"), [(6, None), (7, Level.COULD), (12, Level.COULD), (13, Level.SHOULD)]
)
def test_more_than_six_words_could_be_fewer_and_more_than_twelve_should(count: int, level: Level | None):
    assert [finding.level for finding in found("H3", "ab " * count)] == ([level] if level else [])


@pytest.mark.parametrize(
    "other", ["City Closes Old Bridge for Repairs", "City closes old bridge, for repairs!"]
)
def test_a_twin_in_the_library_is_named(other: str):
    (finding,) = found(
        "H6", GOOD.headline, Surroundings((Neighbour("far", "Ferry sinks"), Neighbour("twin", other)))
    )
    assert "twin" in finding.message
    assert finding.level is Level.SHOULD


def test_a_headline_with_other_words_is_no_twin():
    around = Surroundings((Neighbour("a", "City closes new road for repairs"),))
    assert not found("H6", GOOD.headline, around)


def test_headlines_that_give_no_slug_are_not_twins_for_that():
    assert not found("H6", "🎉", Surroundings((Neighbour("a", "🎈"),)))


def test_without_a_headline_only_its_absence_is_told():
    report = check(Brief(headline=""))
    assert [finding.criterion for finding in report.findings if finding.field == "headline"] == ["H1"]
