"""What a scanning eye takes in, and which bullets look alike to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.scanning import Alike, opening_alike, overlooked

SAMPLE = (
    "Anthropic is now actively using a technique",
    "This approach involves training",
    "By learning from these examples",
    "This method has proven effective",
    "These studies show that pretraining",
    "Looking ahead, this could",
    "Developers should watch",
)


def seen(text: str, *, opens: bool = True) -> str:
    """The text with what is passed over as dots."""
    shown = list(text)
    for start, end in overlooked(text, opens=opens):
        shown[start:end] = "." * (end - start)
    return "".join(shown)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Anthropic Embraces Alignment", "Anthropic Embraces.........."),
        ("A big new thing", "A big new t...."),
        ("Rain", "Rain"),
        ("", ""),
        ("Costs rose by 9.6% to 2,700 in a year", "Costs rose ...9.6%....2,700.........."),
        ("Don’t worry about it", "Don’t worry........."),
    ],
)
def test_two_words_or_eleven_characters_and_all_numbers_are_seen(text: str, what: str) -> None:
    assert seen(text) == what


def test_a_text_that_opens_nothing_is_seen_by_its_numbers_alone() -> None:
    assert seen("In 2026 it rained", opens=False) == "...2026.........."


@given(st.text(), st.booleans())
def test_spans_are_in_order_inside_the_text_and_never_touch_a_digit(text: str, opens: bool) -> None:
    end = 0
    for span in overlooked(text, opens=opens):
        assert end <= span[0] < span[1] <= len(text)
        assert not any(char.isdecimal() for char in text[span[0] : span[1]])
        end = span[1]


def test_three_of_the_seven_bullets_of_the_sample_open_alike() -> None:
    assert opening_alike(SAMPLE) == [Alike((1, 3, 4), ("This", "This", "These"))]


def test_after_an_article_the_next_word_counts_too() -> None:
    assert opening_alike(("The rain fell", "The sun shone", "**The rain** stopped", "A")) == [
        Alike((0, 2), ("The rain", "The rain"))
    ]


def test_empty_bullets_are_not_alike() -> None:
    assert opening_alike(("", " ", "—", "the", "the")) == []
