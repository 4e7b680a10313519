"""Cutting a marked text in two, and joining two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.cutting import halves, joined, spliced
from briefdesk.brief.inline import Run, plain, spell
from briefdesk.brief.marks import merged
from briefdesk.brief.spans import seen_from, spans


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("***Oslo p|aid***", ("***Oslo p***", "***aid***")),
        ("a **b|c** d", ("a **b**", "**c** d")),
        ("**Oslo |paid**", ("**Oslo** ", "**paid**")),
        ("`a|b`", ("`a`", "`b`")),
        ("a __b__ *c|d*", ("a __b__ *c*", "*d*")),
        ("[Os|lo](https://e.org) x", ("[Os](https://e.org)", "[lo](https://e.org) x")),
        ("[**Os|lo**](https://e.org)", ("[**Os**](https://e.org)", "[**lo**](https://e.org)")),
        ("[Oslo](https:|//e.org) x", ("[Oslo](https://e.org)", " x")),
        ("[Oslo](https:|//e.org)", ("[Oslo](https://e.org)", "")),
        ("**|Angela Merkel**", ("", "**Angela Merkel**")),
        ("*|*Angela Merkel**", ("", "**Angela Merkel**")),
        ("**Angela Merkel|**", ("**Angela Merkel**", "")),
        ("x **|** y", ("x ", " y")),
        ("**a|** b", ("**a**", " b")),
        ("[|Oslo](https://e.org)", ("", "[Oslo](https://e.org)")),
        ("_a b_ __Oslo| paid__", ("_a b_ **Oslo**", " **paid**")),
        ("a *|*begun", ("a *", "*begun")),
        ("`a *|*] b`", ("`a *`", "`*] b`")),
        ("2 * 3| * 4", ("2 * 3", " * 4")),
        ("**not | ended", ("**not ", " ended")),
        (r"a\|* b", ("a", "* b")),
        ("|**a**|"[:-1], ("", "**a**")),
    ],
)
def test_open_marks_are_closed_before_the_place_and_opened_again_behind_it(
    source: str, expected: tuple[str, str]
) -> None:
    place = source.index("|")
    assert halves(source.replace("|", ""), place) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("**a**", "**b**", "**a|b**"),
        ("**Oslo** ", "**paid**", "**Oslo |paid**"),
        ("_x_ __a__ ", "**b** _y_", "_x_ **a |b** _y_"),
        ("***a***", "***b***", "***a|b***"),
        ("`a`", "`b`", "`a|b`"),
        ("[a](https://e.org)", "[b](https://e.org)", "[a|b](https://e.org)"),
        ("[a](https://e.org)", "[b](https://f.org)", "[a](https://e.org)|[b](https://f.org)"),
        ("**a**", "b", "**a**|b"),
        ("**a**", "*b*", "**a**|*b*"),
        ("", "**b**", "|**b**"),
        (" ", "**b**", " |**b**"),
    ],
)
def test_marks_that_meet_become_one(first: str, last: str, expected: str) -> None:
    assert joined(first, last) == (expected.replace("|", ""), expected.index("|"))


@given(
    st.lists(
        st.sampled_from(("**a", "b**", "*c", "d*", "`e f`", "[g](https://e.org)", "h", "\\", "[", "😀"))
    ),
    st.data(),
)
def test_no_letter_is_lost_at_a_cut(words: list[str], data: st.DataObject) -> None:
    source = " ".join(words)
    place = data.draw(st.integers(0, len(source)))
    first, last = halves(source, place)
    # Stars and graves that were begun with nothing in them go.
    gone = str.maketrans("", "", "*`")
    assert (plain(first) + plain(last)).translate(gone) == plain(source).translate(gone)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("It rains", "_hard_ now", "It rains*hard* now"),
        ("a*x*", "*-n*b", "a*x-n*b"),
        ("**bo", "ld**", "**bold**"),  # signs that were typed for what is still to come
    ],
)
def test_signs_that_meet_are_never_left_over_as_text(first: str, last: str, expected: str) -> None:
    assert joined(first, last)[0] == expected


def test_a_letter_behind_the_end_of_marks_does_not_undo_them() -> None:
    assert spliced("_Oslo_", 6, "x", 0, "s") == ("*Oslo*sx", 7)


RUNS = st.lists(
    st.builds(
        Run,
        st.sampled_from(("a", "bo ld", "it ", "wo.rd", " x", "-n")),
        strong=st.booleans(),
        emphasis=st.booleans(),
        code=st.booleans(),
    ),
    max_size=4,
)


@given(RUNS, RUNS, st.sampled_from(("", "x")), st.data())
def test_a_deletion_takes_out_what_a_reader_sees_and_leaves_no_sign(
    first: list[Run], last: list[Run], typed: str, data: st.DataObject
) -> None:
    one, other = spell(merged(first)), spell(merged(last))
    start, end = (data.draw(st.sampled_from(_between_signs(each))) for each in (one, other))
    text, _ = spliced(one, start, other, end, typed)
    assert plain(text) == plain(one)[: seen_from(one, start)] + typed + plain(other)[seen_from(other, end) :]


def _between_signs(source: str) -> list[int]:
    """The places of a text that are in no sign."""
    inside = {place for each in spans(source) if each.is_sign for place in range(each.start + 1, each.end)}
    return [place for place in range(len(source) + 1) if place not in inside]
