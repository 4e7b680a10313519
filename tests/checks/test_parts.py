"""Checks on terms, source, other briefs and description."""

from dataclasses import replace

import pytest

from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.checks import check
from briefdesk.checks.finding import Finding, Level
from tests.checks.example import GOOD, SUMMARY


def found(criterion: str, brief: Brief) -> list[Finding]:
    return [finding for finding in check(brief).findings if finding.criterion == criterion]


@pytest.mark.parametrize(("count", "flagged"), [(0, True), (7, True), (8, False), (45, False), (46, True)])
def test_a_definition_has_8_to_45_words(count: int, flagged: bool):
    brief = replace(GOOD, terms=(Term(term="arch", definition="a " * count),))
    assert bool(found("T3", brief)) is flagged


def test_a_definition_has_three_sentences_at_most():
    brief = replace(
        GOOD, terms=(Term(term="arch", definition="It is so now. It is so. It is so. It is so."),)
    )
    (finding,) = found("T3", brief)
    assert (finding.field, finding.index, finding.part) == ("terms", 0, "definition")


def test_an_empty_row_of_terms_is_no_term():
    assert not found("T3", replace(GOOD, terms=(Term(), Term(term=" "))))


@pytest.mark.parametrize(
    ("source", "level", "part"),
    [
        (Source(), Level.MUST, ""),
        (Source(title="A title"), Level.MUST, ""),
        (Source(publisher="LessWrong"), Level.SHOULD, "url"),
        (Source(url="https://example.org/a"), Level.SHOULD, "publisher"),
        (Source(publisher="A", url="http://example.org/a"), Level.SHOULD, "url"),
        (Source(publisher="A", url="javascript:alert(1)"), Level.SHOULD, "url"),
        (Source(publisher="A", url="example.org/a b"), Level.SHOULD, "url"),
    ],
)
def test_what_is_missing_of_the_source_is_told(source: Source, level: Level, part: str):
    (finding,) = found("S1", replace(GOOD, source=source))
    assert (finding.level, finding.field, finding.part) == (level, "source", part)


@pytest.mark.parametrize(
    "source", [Source(citation="Interview, 3 May"), Source(publisher="A", citation="Page 3")]
)
def test_a_citation_stands_where_no_link_is_possible(source: Source):
    assert not found("S1", replace(GOOD, source=source))


@pytest.mark.parametrize(("count", "flagged"), [(0, True), (1, True), (2, False), (5, False), (6, True)])
def test_two_to_five_other_briefs_are_listed(count: int, flagged: bool):
    brief = replace(GOOD, related=(Related(id="a", headline="A", summary=SUMMARY),) * count)
    assert bool(found("R1", brief)) is flagged


@pytest.mark.parametrize(
    ("count", "flagged"), [(0, True), (39, True), (40, False), (120, False), (121, True)]
)
def test_the_summary_of_a_listed_brief_has_40_to_120_words(count: int, flagged: bool):
    brief = replace(GOOD, related=(GOOD.related[0], Related(id="a", headline="A", summary="a " * count)))
    indexes = [(finding.index, finding.part) for finding in found("R3", brief)]
    assert indexes == ([(1, "summary")] if flagged else [])


@pytest.mark.parametrize(
    ("length", "flagged"), [(0, False), (49, True), (50, False), (160, False), (161, True)]
)
def test_a_description_has_50_to_160_characters_when_there_is_one(length: int, flagged: bool):
    assert bool(found("M1", replace(GOOD, description="x" * length))) is flagged
