"""The report that all criteria make together."""

from dataclasses import replace

from briefdesk.brief.model import Brief, Term
from briefdesk.checks import CRITERIA, check
from briefdesk.checks.criterion import Criterion, report
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings
from tests.checks.example import GOOD


def made_of(*levels: Level) -> Criterion:
    return Criterion(
        "X", "", "", lambda brief, around: [Finding("X", level, "headline", "") for level in levels]
    )


def test_a_good_brief_has_no_finding_and_the_full_score():
    found = check(GOOD)
    assert (found.findings, found.score, found.ready) == ((), 100, True)
    assert found.met == found.applying == len(CRITERIA) - 1  # it has no description of its own


def test_an_empty_brief_is_not_ready_and_does_not_fail():
    found = check(Brief())
    assert not found.ready
    assert found.met < found.applying


def test_the_score_falls_by_12_and_4_and_1_and_never_below_0():
    brief, around = Brief(), Surroundings()
    assert report([made_of(Level.MUST, Level.SHOULD, Level.COULD)], brief, around).score == 83
    assert report([made_of(*[Level.MUST] * 9)], brief, around).score == 0


def test_a_criterion_with_a_could_alone_is_met():
    found = report([made_of(Level.COULD), made_of(Level.SHOULD), made_of()], Brief(), Surroundings())
    assert (found.met, found.applying, found.ready) == (2, 3, True)


def test_what_a_brief_has_not_is_not_counted():
    of_terms = 3  # T3, T4, T5
    assert check(replace(GOOD, terms=())).applying == check(GOOD).applying - of_terms
    assert check(replace(GOOD, terms=(Term(),))).applying == check(GOOD).applying - of_terms


def test_every_criterion_has_its_own_name():
    names = [criterion.id for criterion in CRITERIA]
    assert len(set(names)) == len(names) >= 10
