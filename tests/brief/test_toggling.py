"""Giving words a mark and taking it away again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.inline import parse, plain
from briefdesk.brief.toggling import Linked, Mark, Marked, closed, has_mark, link_at, linked, toggled

WORDS = st.lists(st.sampled_from(("rain", "in", "Oslo", "é😀", "*", "2_3", " ")), min_size=1, max_size=6).map(
    " ".join
)


def part(marked: Marked) -> str:
    return marked.text[marked.start : marked.end]


@pytest.mark.parametrize(("mark", "expected"), [("strong", "**"), ("emphasis", "*"), ("code", "`")])
def test_a_selection_gets_the_mark_and_loses_it_again(mark: Mark, expected: str) -> None:
    first = toggled("Rain in Oslo", 5, 7, mark)
    assert first.text == f"Rain {expected}in{expected} Oslo"
    assert part(first) == "in"
    assert has_mark(first.text, first.start, first.end, mark)
    assert toggled(*first, mark) == ("Rain in Oslo", 5, 7)


@pytest.mark.parametrize("place", [5, 6, 9])
def test_without_a_selection_it_is_the_word_around_the_caret(place: int) -> None:
    assert toggled("Rain over Oslo", place, place, "strong").text == "Rain **over** Oslo"


def test_blanks_at_the_edges_of_a_selection_stay_outside() -> None:
    assert toggled("Rain in Oslo", 4, 8, "strong").text == "Rain **in** Oslo"


def test_a_selection_that_is_bold_in_part_becomes_bold_as_a_whole() -> None:
    assert toggled("a **b** c", 0, 9, "strong").text == "**a b c**"


def test_a_part_of_what_is_bold_can_be_taken_out() -> None:
    found = toggled("**Rain in Oslo**", 7, 9, "strong")
    assert found.text == "**Rain** in **Oslo**"
    assert part(found) == "in"


def test_where_there_is_no_word_the_signs_wait_for_one_and_go_again() -> None:
    first = toggled("Rain ", 5, 5, "strong")
    assert first == ("Rain ****", 7, 7)
    assert toggled(*first, "strong") == ("Rain ", 5, 5)


@pytest.mark.parametrize(
    ("source", "place", "after"),
    [
        ("**Rain**", 6, ("**Rain**", 8, 8)),
        ("**Rain **", 7, ("**Rain** ", 9, 9)),
        ("a ** Rain ** b", 10, ("a  **Rain**  b", 12, 12)),
        ("a **  ** b", 6, ("a    b", 4, 4)),
        ("****", 2, ("", 0, 0)),
        ("**Rain**", 4, None),
        ("Rain**", 4, None),
    ],
)
def test_a_stretch_that_was_begun_is_ended_with_its_blanks_outside(
    source: str, place: int, after: Marked | None
) -> None:
    assert closed(source, place, "strong") == after


def test_what_cannot_be_said_stays_as_it_was() -> None:
    assert toggled("a(b)c", 1, 4, "strong").text == "a(b)c"


@given(WORDS, st.integers(0, 30), st.integers(0, 30), st.sampled_from(("strong", "emphasis", "code")))
def test_marks_never_touch_what_a_reader_reads(source: str, one: int, other: int, mark: Mark) -> None:
    start, end = sorted(min(each, len(source)) for each in (one, other))
    found = toggled(source, start, end, mark)
    if start < end:
        assert plain(found.text) == plain(source)
    assert 0 <= found.start <= found.end <= len(found.text)


def test_words_get_a_link_and_lose_it_again() -> None:
    first = linked("Rain in Oslo", 8, 12, "https://e.org/x")
    assert first.text == "Rain in [Oslo](https://e.org/x)"
    assert part(first) == "Oslo"
    assert link_at(*first) == Linked(8, 12, "https://e.org/x")
    assert linked(*first, "").text == "Rain in Oslo"


def test_a_link_in_an_empty_place_is_its_own_words() -> None:
    assert parse(linked("See ", 4, 4, "https://e.org").text)[-1].text == "https://e.org"


def test_a_link_is_known_from_a_place_in_it_and_not_from_beside_it() -> None:
    source = "a [**b** c](https://e.org) d"
    assert link_at(source, 6, 6) == Linked(2, 5, "https://e.org")
    assert link_at(source, len(source), len(source)) is None
