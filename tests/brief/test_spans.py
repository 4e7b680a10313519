"""Where the signs of inline Markdown stand, and where what a reader sees."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.inline import merged, parse, plain
from briefdesk.brief.spans import seen_from, source_range, spans

SOURCE = st.lists(
    st.sampled_from(
        (
            "a",
            " ",
            "*",
            "**",
            "_",
            "`",
            "``",
            "\\",
            "[",
            "](https://e.org/x)",
            "](",
            ")",
            "!",
            "é",
            "😀",
            "\n",
        )
    ),
    max_size=14,
).map("".join)


def told(source: str) -> list[tuple[str, str]]:
    """The parts of a text: signs as they stand, others with letters for their marks."""
    return [
        (
            source[each.start : each.end],
            "sign"
            if each.is_sign
            else "s" * each.run.strong
            + "e" * each.run.emphasis
            + "c" * each.run.code
            + "l" * bool(each.run.href),
        )
        for each in spans(source)
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", [("plain", "")]),
        ("", []),
        ("a **b** c", [("a ", ""), ("**", "sign"), ("b", "s"), ("**", "sign"), (" c", "")]),
        ("***b***", [("*", "sign"), ("**", "sign"), ("b", "se"), ("**", "sign"), ("*", "sign")]),
        (r"2 \* 3", [("2 ", ""), ("\\", "sign"), ("*", ""), (" 3", "")]),
        ("` a `", [("` ", "sign"), ("a", "c"), (" `", "sign")]),
        ("` `` `", [("` ", "sign"), ("``", "c"), (" `", "sign")]),
        (
            "[a *b*](https://e.org)",
            [
                ("[", "sign"),
                ("a ", "l"),
                ("*", "sign"),
                ("b", "el"),
                ("*", "sign"),
                ("](https://e.org)", "sign"),
            ],
        ),
    ],
)
def test_signs_and_words_are_told_apart(source: str, expected: list[tuple[str, str]]) -> None:
    assert told(source) == expected


@given(SOURCE)
def test_the_parts_are_all_of_the_source_and_say_what_a_reader_sees(source: str) -> None:
    found = spans(source)
    assert "".join(source[each.start : each.end] for each in found) == source
    assert all(one.end == other.start for one, other in itertools.pairwise(found))
    assert "".join(each.run.text for each in found) == plain(source)
    assert merged(each.run for each in found if not each.is_sign) == parse(source)


@given(SOURCE, st.integers(0, 20), st.integers(0, 20))
def test_a_stretch_that_a_reader_sees_is_found_in_the_source(source: str, one: int, other: int) -> None:
    seen = plain(source)
    start, end = sorted(min(each, len(seen)) for each in (one, other))
    first, last = source_range(source, start, end)
    assert 0 <= first <= last <= len(source)
    assert seen_from(source, first) == start
    assert seen_from(source, last) == end
