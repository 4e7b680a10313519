"""The brief, its fields and its errors."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from briefdesk.brief.errors import InvalidBrief, KnownError
from briefdesk.brief.fields import FIELDS, READER_FIELDS, Kind, field
from briefdesk.brief.model import Brief, Status


def test_a_brief_does_not_change() -> None:
    brief = Brief(headline="a")
    with pytest.raises(FrozenInstanceError):
        brief.headline = "b"  # type: ignore[misc]
    assert replace(brief, headline="b") == Brief(headline="b")
    assert brief.headline == "a"


def test_every_declared_field_is_one_of_the_brief() -> None:
    names = [each.name for each in fields(Brief)]
    declared = [each.name for each in FIELDS]
    assert len(declared) == len(set(declared))
    assert set(declared) == set(names) - {"id", "created_at", "updated_at", "extra"}
    assert all(field(name).name == name for name in declared)


def test_readers_see_texts_and_not_the_desks_own_fields() -> None:
    assert {"headline", "bullets", "terms", "source", "related"} <= READER_FIELDS
    assert not {"notes", "status", "slug", "layout", "planned_for"} & READER_FIELDS
    assert field("status").kind is Kind.STATUS
    with pytest.raises(KeyError):
        field("no such field")


def test_a_status_is_its_own_word() -> None:
    assert [str(status) for status in Status] == ["draft", "review", "ready", "published"]


def test_an_error_is_one_line_whatever_it_was_made_of() -> None:
    error = KnownError("It broke.\nBadly", safe=" Nothing is lost. ", todo="Try again")
    assert str(error) == "It broke. Badly. Nothing is lost. Try again"
    assert str(InvalidBrief("terms[0].term", "is wrong")) == "terms[0].term: is wrong"
    assert InvalidBrief("", "is wrong").field == ""
