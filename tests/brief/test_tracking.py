"""Which parts of an address are taken out, and how a library changes the list."""

import pytest

from briefdesk.brief.tracking import (
    KEEP,
    REMOVE,
    SHIPPED,
    refused_name,
    settled_by,
    tracking_names,
    without_tracking,
)
from briefdesk.brief.url import as_written, canonical


def test_the_shipped_list_is_in_force_where_nothing_is_settled() -> None:
    assert tracking_names({}) == SHIPPED
    assert settled_by(SHIPPED) == {}


def test_a_library_takes_names_out_of_the_list_and_adds_its_own() -> None:
    settled = {"fbclid": KEEP, "cmpid": REMOVE}
    names = tracking_names(settled)
    assert "fbclid" not in names
    assert "cmpid" in names
    assert settled_by(names) == settled


def test_the_order_of_what_stays_is_kept_and_names_are_compared_without_case() -> None:
    kept, removed = without_tracking("b=2&UTM_Source=x&a=1&WT.mc_id=3&v=4", SHIPPED)
    assert kept == "b=2&a=1&v=4"
    assert removed == ("UTM_Source", "WT.mc_id")


@pytest.mark.parametrize("name", ["v", "id", "p", "story", "q", "reference", "spmx"])
def test_what_names_the_story_stays(name: str) -> None:
    assert without_tracking(f"{name}=1", SHIPPED) == (f"{name}=1", ())


@pytest.mark.parametrize("name", ["", "*", "a b", "a=b", "a&b", "?x", "ut*m", "x#y", "**"])
def test_a_name_that_could_be_no_part_or_any_part_is_refused(name: str) -> None:
    assert refused_name(name)


@pytest.mark.parametrize("name", ["utm_*", "cmpid", "wt.*", "_hsenc"])
def test_a_name_of_a_part_is_taken(name: str) -> None:
    assert not refused_name(name)


def test_an_address_is_cleaned_by_the_list_that_is_given() -> None:
    pasted = "https://a.org/x?cmpid=1&fbclid=2"
    read = canonical(pasted, ("cmpid",))
    assert read
    assert (read.url, read.removed) == ("https://a.org/x?fbclid=2", ("cmpid",))


def test_without_a_list_nothing_is_removed_and_nothing_unwrapped() -> None:
    pasted = "https://www.google.com/url?q=https%3A%2F%2Fa.org%2Fx&utm_source=y"
    whole = canonical(pasted, None)
    assert whole
    assert (whole.url, whole.removed, whole.unwrapped) == (pasted, (), "")
    cleaned = canonical(pasted)
    assert cleaned
    assert (cleaned.url, cleaned.unwrapped) == ("https://a.org/x", "www.google.com")


def test_https_that_was_added_is_told() -> None:
    bare, whole = canonical("lesswrong.com/posts/x"), canonical("https://lesswrong.com/posts/x")
    assert bare
    assert whole
    assert (bare.secured, whole.secured) == (True, False)


def test_the_address_in_a_text_is_given_as_it_stands_there() -> None:
    assert as_written("A story - https://A.org/x?utm_source=y.") == "https://A.org/x?utm_source=y"
    assert as_written("no address") == "no address"
