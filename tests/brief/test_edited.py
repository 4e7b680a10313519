"""A brief after a small edit: checked and spelled as if it were looked at whole."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefdesk.brief import edited
from briefdesk.brief.edited import checked, spelled
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.interchange import dumps, from_json, to_json
from briefdesk.brief.model import Brief, Term
from tests.brief import texts

NAMES = [each.name for each in fields(Brief)]


@given(texts.documents, texts.documents, st.lists(st.sampled_from(NAMES), max_size=4))
@settings(max_examples=60)
def test_an_edit_is_checked_and_spelled_as_the_whole(
    first: dict[str, object], second: dict[str, object], names: list[str]
) -> None:
    before, other = from_json(first), from_json(second)
    after = replace(before, **{name: getattr(other, name) for name in names})
    again = checked(after, checked(before))
    assert again.asked is after
    assert again.brief == from_json(to_json(after))
    assert spelled(again.brief, spelled(before)).text == dumps(again.brief)
    assert spelled(before).text == dumps(before)


def test_what_is_changed_comes_back_composed_and_what_is_not_stays_the_same_value() -> None:
    before = checked(Brief(headline="e\u0301", bullets=("One",)))
    after = checked(replace(before.asked, headline="o\u0308"), before)
    assert after.brief.headline == "ö"
    assert after.brief.bullets is before.brief.bullets


def test_a_slug_that_is_taken_out_is_out() -> None:
    before = checked(Brief(slug="mine"))
    assert checked(replace(before.asked, slug=""), before).brief.slug == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("headline", "A bell \x07"),
        ("bullets", ("one\ntwo",)),
        ("terms", (Term(term="\ud800"),)),
        ("created_at", "yesterday"),
        ("extra", {"new": "\x00"}),
    ],
)
def test_what_is_changed_is_refused_by_name(name: str, value: object) -> None:
    before = checked(Brief(headline="Sound"))
    with pytest.raises(InvalidBrief, match="new" if name == "extra" else name):
        checked(replace(before.asked, **{name: value}), before)


def test_only_what_is_changed_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = checked(Brief(headline="One", bullets=("a", "b"), notes="n"))
    read: list[str] = []
    monkeypatch.setattr(edited, "read_fields", lambda values, names: read.extend(names) or dict(values))
    checked(replace(before.asked, notes="m"), before)
    assert read == ["notes"]
