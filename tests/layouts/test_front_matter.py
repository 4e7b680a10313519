"""Front matter, read back as YAML and TOML."""

import datetime as dt
import tomllib
from typing import Any

import pytest
import yaml
from hypothesis import given

from briefdesk.brief.model import Brief, Source, Status
from briefdesk.layouts.front_matter import Dialect, front_matter, quoted, written
from tests.layouts.briefs import BRIEFS, MARKED, PARAGRAPHS


def read(brief: Brief, dialect: Dialect) -> dict[str, Any]:
    text = written(front_matter(brief), dialect)
    fence = "---" if dialect == "yaml" else "+++"
    assert text.startswith(f"{fence}\n")
    assert text.endswith(f"\n{fence}\n")
    inner = text[4:-4]
    return yaml.safe_load(inner) if dialect == "yaml" else tomllib.loads(inner)


@pytest.mark.parametrize("dialect", ["yaml", "toml"])
@given(brief=BRIEFS)
def test_every_text_comes_back_from_the_readers_of_both_languages(dialect: Dialect, brief: Brief):
    found = read(brief, dialect)
    assert found["title"] == brief.headline
    assert found["publisher"] == brief.source.publisher
    assert found.get("source", "") == brief.source.url
    assert tuple(found.get("tags", ())) == brief.tags
    assert found.get("summary", "") == brief.summary


@given(PARAGRAPHS)
def test_a_scalar_holds_no_brace_and_no_line_end_of_any_kind(text: str):
    assert not set("{\n\r\u0085\u2028\u2029\x7f\ufeff") & set(quoted(text))


@pytest.mark.parametrize("text", ["yes", "null", "1e3", "2026-01-01", "~", "a: b", "# a", "---", "12:30:45"])
@pytest.mark.parametrize("dialect", ["yaml", "toml"])
def test_a_title_stays_a_text(text: str, dialect: Dialect):
    assert read(Brief(headline=text), dialect)["title"] == text


@pytest.mark.parametrize("dialect", ["yaml", "toml"])
def test_dates_are_dates_with_their_zone(dialect: Dialect):
    found = read(MARKED, dialect)
    assert found["date"] == dt.datetime(2026, 5, 14, 9, 30, tzinfo=dt.UTC)
    assert found["lastmod"] == dt.datetime(2026, 5, 15, 10, 0, tzinfo=dt.UTC)


def test_keys_are_those_of_the_contract_and_empty_ones_are_left_out():
    assert list(front_matter(Brief(headline="h", status=Status.READY))) == ["title", "lang"]
    assert list(front_matter(MARKED))[:9] == [
        *("title", "slug", "date", "lastmod", "lang", "tags", "author", "source", "publisher")
    ]


def test_a_brief_is_a_draft_until_the_desk_has_finished_it():
    states = {status: front_matter(Brief(headline="h", status=status)).get("draft") for status in Status}
    assert states == {Status.DRAFT: True, Status.REVIEW: True, Status.READY: None, Status.PUBLISHED: None}


def test_the_summary_stands_in_for_a_missing_description():
    assert front_matter(Brief(summary="s"))["description"] == "s"
    assert front_matter(Brief(summary="s", description="d"))["description"] == "d"


def test_the_date_is_when_it_was_published_else_when_it_is_to_be_else_when_it_was_made():
    made = Brief(created_at="2026-01-01T00:00:00Z", source=Source())
    assert front_matter(made)["date"] == "2026-01-01T00:00:00Z"
