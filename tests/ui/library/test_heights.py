"""Where rows of two heights are in a long list."""

from hypothesis import given
from hypothesis import strategies as st

from briefdesk.ui.library.heights import Heights

widths = st.lists(st.floats(0, 400, width=32), max_size=700)


@given(widths, st.floats(10, 390))
def test_rows_lie_under_each_other_without_gap_or_overlap(wide: list[float], room: float):
    heights = Heights(53, 71)
    heights.reset(len(wide))
    heights.fit(53, 71, room)
    for row, width in enumerate(wide):
        heights.measure(row, width)
    at = 0
    for row, width in enumerate(wide):
        assert heights.top(row) == at
        assert heights.height(row) == (53 if width <= room else 71)
        assert heights.row_at(at) == heights.row_at(at + heights.height(row) - 1) == row
        at += heights.height(row)
    assert heights.total == at


def test_rows_that_are_not_measured_count_as_tall():
    heights = Heights(53, 71)
    heights.fit(53, 71, 100)
    heights.reset(3)
    heights.measure(1, 50)
    assert heights.total == 71 + 53 + 71


def test_another_width_changes_the_heights_of_what_is_measured():
    heights = Heights(53, 71)
    heights.fit(53, 71, 100)
    heights.reset(2)
    heights.measure(0, 150)
    heights.measure(1, 50)
    heights.fit(53, 71, 200)
    assert heights.total == 53 + 53
    heights.fit(53, 71, 40)
    assert heights.total == 71 + 71


def test_more_rows_at_the_end_leave_those_before_as_they_are():
    heights = Heights(53, 71)
    heights.fit(53, 71, 100)
    heights.reset(1)
    heights.measure(0, 50)
    heights.resize(600)
    assert heights.top(1) == 53
    assert len(heights) == 600
    heights.resize(1)
    assert heights.total == 53


def test_below_the_end_is_the_last_row_and_in_an_empty_list_none():
    heights = Heights(53, 71)
    assert heights.row_at(10) == -1
    heights.reset(2)
    assert heights.row_at(10_000) == 1
    assert heights.row_at(-5) == 0
