"""The smallest stretch in which two states differ."""

from hypothesis import given
from hypothesis import strategies as st

from briefdesk.ui.fields.difference import Difference, difference

SMALL = st.text("ab", max_size=8)


def test_what_is_put_in_is_the_difference() -> None:
    assert difference("rain", "ra-in") == Difference(2, 0, 1)
    assert difference(("a", "b"), ("a", "x", "y", "b")) == Difference(1, 0, 2)


def test_equal_states_differ_nowhere() -> None:
    assert difference("rain", "rain")[1:] == (0, 0)


@given(SMALL, SMALL)
def test_the_difference_carried_out_on_the_old_state_gives_the_new(old: str, new: str) -> None:
    found = difference(old, new)
    start = found.start
    assert old[:start] + new[start : start + found.added] + old[start + found.removed :] == new


@given(SMALL, SMALL)
def test_nothing_at_the_edges_of_the_difference_is_the_same(old: str, new: str) -> None:
    start, removed, added = difference(old, new)
    if removed and added:
        assert old[start] != new[start]
        assert old[start + removed - 1] != new[start + added - 1]
