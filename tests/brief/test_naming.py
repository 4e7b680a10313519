"""Keys, names and twins of terms."""

import pytest

from briefdesk.brief.naming import are_twins, is_expansion, names, term_key, twin_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reward Hacking", "reward hacking"),
        ("zero-day", "zero  day"),
        ("large language models", "large language model"),
        ("LLMs", "LLM"),
        ("company’s", "companies"),
        ("ＡＲＲ", "ARR"),
        ("“rubric”", "rubric"),
    ],
)
def test_spellings_of_one_term_have_one_key(one: str, other: str):
    assert term_key(one) == term_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("gas", "ga"), ("AIDS", "aid"), ("bus", "bu"), ("new", "news"), ("C++", "C")]
)
def test_other_terms_have_other_keys(one: str, other: str):
    assert term_key(one) != term_key(other)


@pytest.mark.parametrize("term", ["", "  ", "—", "?!"])
def test_what_holds_no_letter_has_no_key(term: str):
    assert term_key(term) == ""


def test_an_acronym_in_parentheses_is_another_name():
    assert names("large language model (LLM)") == (
        "large language model (LLM)",
        "large language model",
        "LLM",
    )
    assert names(" rubric ") == ("rubric",)


@pytest.mark.parametrize(
    ("words", "letters", "expected"),
    [
        ("large language model", "LLM", True),
        ("large language models", "LLMs", True),
        ("Auto-Rubric as Reward", "ARR", True),
        ("research and development", "R&D", True),
        ("large language model", "LLN", False),
        ("model", "M", False),
        ("large language model", "llm", False),
    ],
)
def test_letters_stand_for_words(words: str, letters: str, expected: bool):
    assert is_expansion(words, letters) is expected


def test_twins_are_found_among_terms():
    terms = ["LLM", "rubric", "large language models", "Rubrics", ""]
    assert [twin_of(terms, number) for number in range(5)] == [2, 3, 0, 1, -1]
    assert are_twins("large language model (LLM)", "LLMs")
