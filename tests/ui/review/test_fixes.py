"""Repairs: exactly the slip goes, and what a person must write is left to people."""

from dataclasses import replace

import pytest

from briefdesk.brief.model import Brief, Term
from briefdesk.checks import check
from briefdesk.ui.review.fixes import fix_for


def fixed(brief: Brief) -> Brief:
    """The brief after each finding that can be repaired has been, one at a time."""
    for _ in range(20):
        fixes = [fix for each in check(brief).findings if (fix := fix_for(each, brief))]
        if not fixes:
            break
        brief = replace(brief, **{fixes[0].field: fixes[0].value})
    return brief


@pytest.mark.parametrize(
    ("headline", "mended"),
    [
        ("Models learn.", "Models learn"),
        ("Models   learn", "Models learn"),
        ("Models models learn", "Models learn"),
        ("Models learn in the U.S.", "Models learn in the U.S."),
        ("Models learn…", "Models learn…"),
        ("模型学习。", "模型学习"),
    ],
)
def test_a_headline_is_mended_where_that_is_beyond_doubt(headline: str, mended: str):
    assert fixed(Brief(headline=headline)).headline == mended


def test_slips_in_rows_are_mended_in_their_row_alone():
    brief = Brief(
        headline="Models",
        bullets=("Fine here.", "It  is the the one."),
        terms=(Term(term="model", definition="A thing  that learns from many examples of its kind."),),
    )
    made = fixed(brief)
    assert made.bullets == ("Fine here.", "It is the one.")
    assert made.terms[0].definition == "A thing that learns from many examples of its kind."
    assert made.terms[0].term == "model"


def test_a_finding_on_a_row_that_is_gone_has_no_repair():
    brief = Brief(headline="Models", bullets=("Fine.", "It  is."))
    finding = next(each for each in check(brief).findings if each.criterion == "W5")
    assert fix_for(finding, brief)
    assert fix_for(finding, Brief(headline="Models", bullets=("Fine.",))) is None
