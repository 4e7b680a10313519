"""Checks on slips of the keyboard."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.model import Brief, Term
from briefdesk.checks import check
from briefdesk.checks.finding import Finding
from tests.checks.example import GOOD


def slips(brief: Brief) -> list[Finding]:
    return [finding for finding in check(brief).findings if finding.criterion == "W5"]


def spans(text: str, language: str = "en") -> list[str]:
    found = slips(Brief(language=language, bullets=(text,)))
    return [text[slice(*finding.span or ())] for finding in found]


def test_spaces_in_a_row_are_told_by_the_words_around_them():
    (finding,) = slips(Brief(bullets=("Models learn from  good and bad examples.",)))
    assert finding.message == "2 spaces in a row, between “learn from” and “good and”"
    assert finding.fix == "Leave one"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("He saw the the bridge", ["the the"]),
        ("The the bridge", ["The the"]),
        ("it it it fell", ["it it", "it it"]),
        ("two  spaces", ["  "]),
        ("👩‍👩‍👧 the the end", ["the the"]),
        ("Duran Duran sang", []),
        ("the work he had had done", []),
        ("`the the  code`", []),
        ("other otherwise", []),
        ("the the-end", []),
        ("  indented", []),
    ],
)
def test_a_slip_is_found_at_its_place(text: str, wrong: list[str]):
    assert spans(text) == wrong


def test_a_word_twice_is_looked_for_in_english_only():
    assert spans("nous nous aimons", "fr") == []
    assert spans("nous  nous aimons", "fr") == ["  "]


def test_every_text_of_the_brief_is_looked_at_and_named():
    slip = "the the"
    brief = replace(
        GOOD,
        kicker=slip,
        headline=slip,
        summary=slip,
        correction=slip,
        terms=(Term(term=slip, definition=slip),),
    )
    places = {(finding.field, finding.index, finding.part) for finding in slips(brief)}
    assert places == {
        ("kicker", None, ""),
        ("headline", None, ""),
        ("summary", None, ""),
        ("correction", None, ""),
        ("terms", 0, "term"),
        ("terms", 0, "definition"),
    }


@given(st.text(alphabet="ab  `*_\\\n日é👩", max_size=60))
def test_any_text_is_looked_at_and_spans_lie_in_it(text: str):
    for finding in slips(Brief(bullets=(text,), summary=text)):
        start, end = finding.span or (0, 0)
        assert 0 <= start < end <= len(text)
