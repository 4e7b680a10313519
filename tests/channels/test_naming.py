"""Names of exported files."""

from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.text import folded
from briefdesk.channels.naming import stems


def test_a_file_is_named_by_the_slug():
    assert stems({"a1": "one", "b2": "two"}, {}, ()) == {"a1": "one", "b2": "two"}


def test_two_briefs_never_share_a_name_even_where_case_does_not_count():
    given = stems({"aaaa01": "Same", "bbbb02": "same", "cccc03": "same"}, {}, ())
    assert len({folded(each) for each in given.values()}) == 3


def test_a_brief_keeps_the_name_it_has():
    assert stems({"new999": "x", "old111": "x"}, {"old111": ["x"]}, ())["old111"] == "x"


def test_a_name_of_a_brief_that_is_not_written_this_time_stays_its_own():
    assert stems({"a00001": "x"}, {"other": ["x"]}, ["x"]) == {"a00001": "x-a00001"}


@given(st.dictionaries(st.text("abc123", min_size=1, max_size=3), st.text(max_size=4), max_size=8))
def test_names_are_different_for_any_slugs(slugs: dict[str, str]):
    given = stems(slugs, {}, ())
    assert set(given) == set(slugs)
    assert len({folded(each) for each in given.values()}) == len(slugs)
