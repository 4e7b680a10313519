"""A target for the length, as people write it."""

import pytest

from briefdesk.brief.target import Target, read_target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("150", Target(150)),
        ("150 words", Target(150)),
        ("1 word", Target(1)),
        (" 150W ", Target(150)),
        ("45 s", Target(45, timed=True)),
        ("45sec.", Target(45, timed=True)),
        ("1:30", Target(90, timed=True)),
        ("1 min", Target(60, timed=True)),
        ("1 min 30 s", Target(90, timed=True)),
        ("2m 5", Target(125, timed=True)),
    ],
)
def test_a_target_is_read_and_its_own_text_is_read_again(text: str, target: Target) -> None:
    assert read_target(text) == target
    assert read_target(target.text) == target


@pytest.mark.parametrize(
    "text", ["", "0", "0 s", "many", "-5", "10001", "61 min", "1:75", "150 pages", "150 words 30 s", "1e3"]
)
def test_what_is_no_target_is_none(text: str) -> None:
    assert read_target(text) is None


def test_a_brief_is_measured_in_words_or_in_the_time_that_they_take() -> None:
    assert (Target(150).reached(162), Target(150).over(162), Target(150).over(150)) == (162, 12, 0)
    timed = Target(45, timed=True)
    assert (timed.reached(230), timed.over(230), timed.over(100)) == (60, 15, 0)
