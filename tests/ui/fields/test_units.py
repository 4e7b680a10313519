"""Places in a text, in code points and in Qt's units."""

from hypothesis import given
from hypothesis import strategies as st

from briefdesk.ui.fields.units import from_units, kept, shown, to_units

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_an_emoji_is_two_units() -> None:
    assert to_units("a😀b", 2) == 3
    assert from_units("a😀b", 3) == 2


def test_a_place_within_a_pair_is_the_one_before_it() -> None:
    assert from_units("a😀b", 2) == 1


def test_a_place_behind_the_end_is_the_end() -> None:
    assert to_units("😀", 9) == 2
    assert from_units("ab", 9) == 2


@given(TEXT, st.integers(0, 20))
def test_units_lead_back_to_the_same_place(text: str, place: int) -> None:
    assert from_units(text, to_units(text, place)) == min(place, len(text))


def test_what_qt_would_take_for_something_else_is_shown_as_a_stand_in_of_the_same_length() -> None:
    text = "a\u2029\ufdd0\ufdd1\ufeffb\u2028"
    assert len(shown(text)) == len(text)
    assert not set(shown(text)) & {"\u2029", "\ufdd0", "\ufdd1", "\ufeff"}
    assert kept(shown(text)) == text
