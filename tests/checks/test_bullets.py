"""Checks on the bullets."""

from dataclasses import replace

import pytest

from briefdesk.checks import check
from briefdesk.checks.finding import Finding, Level
from tests.checks.example import GOOD


def found(criterion: str, *bullets: str) -> list[Finding]:
    report = check(replace(GOOD, bullets=bullets))
    return [finding for finding in report.findings if finding.criterion == criterion]


@pytest.mark.parametrize(
    ("count", "level"),
    [(0, Level.MUST), (1, Level.SHOULD), (2, Level.SHOULD), (3, None), (8, None), (9, Level.SHOULD)],
)
def test_three_to_eight_bullets_hold(count: int, level: Level | None):
    assert [finding.level for finding in found("B1", *["a"] * count)] == ([level] if level else [])


def test_empty_bullets_are_not_counted():
    assert [finding.level for finding in found("B1", "", "  ", "\u00a0")] == [Level.MUST]


@pytest.mark.parametrize(
    ("count", "level"), [(25, None), (26, Level.SHOULD), (40, Level.SHOULD), (41, Level.MUST)]
)
def test_a_bullet_is_held_to_25_and_40_words(count: int, level: Level | None):
    assert [finding.level for finding in found("B2", "a " * count)] == ([level] if level else [])


def test_a_finding_on_a_bullet_names_its_row_and_spans_its_stored_text():
    long = "**a** " * 26
    (finding,) = found("B2", "short", "", long)
    assert (finding.field, finding.index, finding.span) == ("bullets", 2, (0, len(long)))
    assert "26 words" in finding.message


def test_words_are_those_a_reader_sees_not_the_address_of_a_link():
    assert not found("B2", "a " * 24 + "[b](https://example.org/one-two-three)")


def test_two_sentences_hold_and_three_do_not():
    assert not found("B3", "It is so. It was so, Korbak et al., ’23.")
    (finding,) = found("B3", "It is so. It was so. It will be.")
    assert finding.level is Level.SHOULD


@pytest.mark.parametrize(("total", "flagged"), [(59, True), (60, False), (180, False), (181, True)])
def test_all_bullets_together_have_60_to_180_words(total: int, flagged: bool):
    assert bool(found("B4", *["a " * 20] * (total // 20), "a " * (total % 20))) is flagged
