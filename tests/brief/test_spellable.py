"""Which words are looked up: what is prose, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.spellable import bare, normal, spellable


def words(text: str, *, inline: bool = False) -> list[str]:
    return [each.word for each in spellable(text, inline=inline)]


def test_a_word_is_looked_up_with_a_straight_apostrophe():
    assert words("They don’t") == ["They", "don't"]


def test_the_parts_of_a_hyphenated_word_come_one_by_one():
    assert words("a well-known fact") == ["well", "known", "fact"]


@pytest.mark.parametrize(
    "text",
    ["NATO CEOs", "GPT4 3rd", "iPhone OpenAI LessWrong", "x a", "12 %", "snake_case", "NATO’s"],
)
def test_acronyms_numbers_and_the_names_of_brands_are_passed_over(text: str):
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/speling",
        "www.speling.org",
        "me@speling.org",
        "@speling",
        "#speling",
        "speling.org/praisee",
        "/usr/speling",
    ],
)
def test_addresses_are_passed_over(text: str):
    assert words(text) == []


def test_code_and_the_address_of_a_link_are_passed_over_in_inline_markdown():
    assert words("see `speling` and [praise](mailto:praisee)", inline=True) == ["see", "and", "praise"]


def test_a_ligature_and_a_soft_hyphen_are_looked_up_as_what_they_stand_for():
    assert words("of\u00adﬁce") == ["office"]


def test_a_quoted_word_comes_without_its_quotes():
    assert words("'speling' and ‘good’") == ["speling", "and", "good"]


def test_the_ending_of_a_possessive_is_taken_off():
    assert (bare("company's"), bare("companies'"), bare("company")) == ("company", "companies", "company")


@given(st.text(alphabet="ab'’-é\u0301😀 \u00ad.“", max_size=30))
def test_a_word_stands_where_it_says(text: str):
    for each in spellable(text):
        assert normal(text[each.start : each.end]).strip("_") == each.word
