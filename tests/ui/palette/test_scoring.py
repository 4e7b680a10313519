"""Naming a text by a few letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.ui.palette.scoring import folded, fuzzy


def best(query: str, *texts: str) -> str:
    found = [(match.score, text) for text in texts if (match := fuzzy(query, text))]
    return max(found)[1] if found else ""


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("go", "Go to bullets", "Argon prices rise"),
        ("red", "Redo", "Shared newsroom"),
        ("gtb", "Go to bullets", "Big thunderbolts"),
        ("pub ag", "Publish again", "Publish…"),
        ("again pub", "Publish again", "Publish…"),
        ("dark", "Dark colours", "The darkest hour"),
        ("rent", "Rent rises", "Current rent"),
    ],
)
def test_the_better_text_is_first(query: str, better: str, worse: str):
    assert best(query, worse, better) == better


def test_all_words_have_to_be_found():
    assert fuzzy("publish nothing", "Publish again") is None


def test_letters_scattered_anywhere_are_no_match():
    assert fuzzy("rel", "Search the library") is None


def test_what_matched_is_told_by_its_places():
    match = fuzzy("gtb", "Go to bullets")
    assert match is not None
    assert match.places == (0, 3, 6)


def test_case_and_accents_make_no_difference_and_places_stay():
    match = fuzzy("zizek", "Slavoj Žižek")
    assert match is not None
    assert match.places == (7, 8, 9, 10, 11)


@given(st.text())
def test_a_folded_text_is_as_long_as_it_was(text: str):
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="abc ÄßŒ", max_size=5), st.text(alphabet="abc ÄßŒ"))
def test_places_are_in_the_text_and_in_order(query: str, text: str):
    if match := fuzzy(query, text):
        assert list(match.places) == sorted(set(match.places))
        assert all(0 <= place < len(text) for place in match.places)
