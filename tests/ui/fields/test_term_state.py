"""How the terms of a brief stand."""

import pytest

from briefdesk.brief.model import Brief, Term
from briefdesk.ui.fields.term_state import replaced_by, state_of, used_terms


def brief(*terms: tuple[str, str], bullets: tuple[str, ...] = ("Text.",)) -> Brief:
    return Brief(bullets=bullets, terms=tuple(Term(term=t, definition=d) for t, d in terms))


def test_doubles_circles_and_unused_terms_are_found():
    found = state_of(
        brief(
            ("LLM", "x"),
            ("large language models", "y"),
            ("rubric", "a list of what a rubric has"),
            ("cat", ""),
            bullets=("An LLM and a cat.",),
        )
    )
    assert found.doubles == ((1, 0),)
    assert found.circular == (2,)
    assert found.unused == (1, 2)
    assert found.defined == 3


def test_a_term_that_another_definition_mentions_is_used():
    assert used_terms(brief(("a cat", "a pet like a dog"), ("dog", "a pet"))) == {1}


def test_a_brief_without_bullets_has_no_unused_terms():
    assert state_of(brief(("cat", "x"), bullets=())).unused == ()


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("It stops reward gaming now.", "reward gaming"),
        ("It stops now.", ""),
        ("All else.", ""),
        ("It stops one two three four five six now.", ""),
    ],
)
def test_what_stands_in_the_place_of_a_term(now: str, words: str):
    assert replaced_by(("It stops reward hacking now.",), (now,), "reward hacking") == words
