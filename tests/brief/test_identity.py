"""Identifiers of briefs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.identity import ALPHABET, is_id, new_id


@pytest.mark.parametrize("text", ["a", "A-b_9", "x" * 64, "-", "0"])
def test_letters_digits_hyphens_and_underscores_make_an_id(text: str) -> None:
    assert is_id(text)


@pytest.mark.parametrize("text", ["", "x" * 65, "a b", "é", "a\n", "a/b", "a.b", "١"])
def test_nothing_else_does(text: str) -> None:
    assert not is_id(text)


@given(st.integers(0, 2**45 - 1), st.integers(0, 2**45 - 1))
def test_ids_are_in_the_order_of_making(one: int, other: int) -> None:
    first, second = new_id(one), new_id(other)
    assert is_id(first)
    assert len(first) == 18
    assert set(first) <= set(ALPHABET)
    if one < other:
        assert first < second


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(1) for _ in range(1_000)}) == 1_000
