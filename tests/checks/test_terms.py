"""Checks on what is explained: acronyms, terms of the house, and the definitions themselves."""

from dataclasses import replace

import pytest

from briefdesk.brief.model import Brief, Term
from briefdesk.brief.naming import term_key
from briefdesk.checks import check
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings
from briefdesk.importers import Imported, read
from briefdesk.paths import resources
from tests.checks.example import GOOD

HOUSE = Surroundings(terms={term_key(each): each for each in ("pontoon", "load test", "OECS")})


def found(criterion: str, brief: Brief, around: Surroundings = HOUSE) -> list[Finding]:
    return [finding for finding in check(brief, around).findings if finding.criterion == criterion]


def saying(bullet: str, *terms: Term) -> Brief:
    return replace(GOOD, bullets=(bullet, *GOOD.bullets[1:]), terms=(*GOOD.terms, *terms))


def term(word: str, definition: str) -> Term:
    return Term(term=word, definition=definition)


def text_of(finding: Finding, brief: Brief) -> str:
    """The piece of the brief that a finding is about."""
    value = getattr(brief, finding.field)
    value = value if finding.index is None else value[finding.index]
    value = getattr(value, finding.part) if finding.part else value
    assert finding.span
    return value[slice(*finding.span)]


@pytest.mark.parametrize(
    "bullet",
    [
        "The CEO of NASA told the FBI that the EU pays in USD.",
        "The Xanadu Wheel Quest (XWQ) begins, and XWQ ends.",
        "The XWQ (Xanadu Wheel Quest) begins.",
        "In chapter XIV he reads `XWQ` at https://e.org/XWQ.",
        "She calls it “XWQ rules”.",
    ],
)
def test_common_and_expanded_acronyms_need_no_explaining(bullet: str):
    assert not found("T1", saying(bullet))


def test_an_acronym_that_is_explained_nowhere_is_told_once_at_its_first_place():
    brief = saying("They asked **XWQ** to pay, and XWQ said no.")
    (finding,) = found("T1", brief)
    assert (finding.field, finding.index, finding.level) == ("bullets", 0, Level.SHOULD)
    assert text_of(finding, brief) == "XWQ"
    assert finding.fix


def test_headline_and_summary_are_looked_at_too_and_a_bullet_explains_them():
    brief = replace(GOOD, headline="City asks XWQ for help", summary="The city needs ZPK now.")
    assert [each.field for each in found("T1", brief)] == ["headline", "summary"]
    told = replace(brief, bullets=(*GOOD.bullets, "It is the Xanadu Wheel Quest (XWQ)."))
    assert [each.field for each in found("T1", told)] == ["summary"]


@pytest.mark.parametrize("word", ["XWQ", "Xanadu wheel quest (XWQ)"])
def test_an_acronym_that_is_a_term_of_the_brief_is_explained(word: str):
    assert not found("T1", saying("They asked XWQ to pay.", term(word, "A body that keeps bridges safe.")))


def test_who_says_that_a_word_needs_no_explaining_is_heard():
    brief = saying("They asked XWQ about a pontoon.")
    known = replace(HOUSE, known=frozenset({term_key("XWQ"), term_key("pontoon")}))
    assert found("T1", brief)
    assert found("T2", brief)
    assert not found("T1", brief, known)
    assert not found("T2", brief, known)


def test_a_term_of_the_house_in_a_bullet_is_explained_here_too():
    brief = saying("Two pontoons carry the OECS team to a load-test.")
    assert [text_of(each, brief) for each in found("T2", brief)] == ["pontoons", "OECS", "load-test"]
    assert not found("T1", brief)
    assert not found("T2", brief, Surroundings())
    own = saying("Two pontoons wait.", term("pontoon", "A flat boat that carries a part of a bridge on it."))
    assert not found("T2", own)


def test_a_term_of_the_house_elsewhere_than_in_a_bullet_is_no_finding():
    assert not found("T2", replace(GOOD, headline="Pontoon for the old bridge"))


def test_a_definition_that_leads_back_to_its_term_is_circular():
    brief = replace(GOOD, terms=(term("arch", "A curved part of a bridge that holds like an arch does."),))
    (finding,) = found("T4", brief)
    assert (finding.index, finding.part, text_of(finding, brief)) == (0, "definition", "arch")


def test_a_definition_may_name_its_term_in_its_first_words():
    brief = replace(GOOD, terms=(term("arch", "An arch is a curved part of a bridge that carries weight."),))
    assert not found("T4", brief)


def test_a_word_in_a_definition_that_is_explained_nowhere_is_told():
    brief = replace(GOOD, terms=(term("arch", "A part of a bridge as XWQ has it in its list of parts."),))
    (finding,) = found("T4", brief)
    assert text_of(finding, brief) == "XWQ"
    assert not found("T4", brief, replace(HOUSE, known=frozenset({term_key("XWQ")})))


@pytest.mark.parametrize("word", ["pontoon", "OECS", "crack"])
def test_a_word_in_a_definition_that_the_house_or_the_brief_explains_is_none(word: str):
    terms = (
        term("arch", f"A part of a bridge that stands on a {word} or on the ground."),
        term("crack", "A thin line where a stone has broken."),
    )
    assert not found("T4", replace(GOOD, terms=terms))


def test_a_term_that_the_brief_does_not_use_is_told():
    brief = replace(
        GOOD, terms=(*GOOD.terms, term("pontoon", "A flat boat that carries a part of a bridge."))
    )
    (finding,) = found("T4", brief)
    assert (finding.index, finding.part, text_of(finding, brief)) == (1, "term", "pontoon")


def test_rows_without_a_term_and_briefs_without_bullets_are_no_findings():
    assert not found("T4", replace(GOOD, terms=(term("", "Words."), *GOOD.terms)))
    assert not found("T4", replace(GOOD, bullets=()))


BULLET = "Seven arches carry weight above muddy water."


@pytest.mark.parametrize(
    ("definition", "told"),
    [
        ("Seven arches carry the thing.", False),
        ("Seven arches carry the weight.", False),
        ("Seven **arches** carry the weight above.", True),
    ],
)
def test_a_definition_with_more_than_60_percent_of_a_bullet_repeats_it(definition: str, told: bool):
    brief = replace(GOOD, bullets=(BULLET,), terms=(term("arch", definition),))
    assert [each.message for each in found("T5", brief)] == (
        ["The definition of “arch” repeats 71% of bullet 1"] if told else []
    )


def test_a_bullet_of_few_words_cannot_be_repeated():
    assert not found("T5", replace(GOOD, bullets=("Arches carry weight.",), terms=(term("arch", BULLET),)))


def test_the_sample_brief_has_the_findings_that_the_rubric_says():
    path = resources() / "samples" / "brief-page.txt"
    item = next(iter(read(path.read_bytes(), name=path.name)))
    assert isinstance(item, Imported)
    said = [each for each in check(item.draft).findings if each.criterion in ("T1", "T2", "T4", "T5")]
    assert [(each.criterion, each.level, each.message) for each in said] == [
        ("T5", Level.COULD, "The definition of “alignment pretraining” repeats 62% of bullet 3")
    ]
