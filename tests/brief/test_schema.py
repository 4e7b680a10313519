"""The published JSON Schema says what the code does."""

import json
from dataclasses import fields
from typing import Any, cast

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.interchange import SCHEMA, from_json, to_json
from briefdesk.brief.model import Brief, Image, LayoutChoice, Related, Source, Status, Term
from briefdesk.paths import resources
from tests.brief import texts

PUBLISHED: dict[str, Any] = json.loads(
    (resources() / "schema" / "brief.schema.json").read_text(encoding="utf-8")
)
VALIDATOR = Draft202012Validator(PUBLISHED)


def names(made: type) -> list[str]:
    """The JSON keys of a part, in order."""
    return [each.name for each in fields(made) if each.name != "extra"]


def test_the_schema_is_a_schema_of_this_version() -> None:
    Draft202012Validator.check_schema(PUBLISHED)
    assert PUBLISHED["$id"] == SCHEMA
    assert PUBLISHED["properties"]["schema"]["const"] == SCHEMA


def test_its_keys_are_those_of_the_code_in_the_same_order() -> None:
    assert list(PUBLISHED["properties"]) == ["schema", *names(Brief)] == list(to_json(Brief()))
    parts = {"term": Term, "source": Source, "related": Related, "image": Image, "layout": LayoutChoice}
    for name, made in parts.items():
        assert list(PUBLISHED["$defs"][name]["properties"]) == names(made)


def test_its_states_are_those_of_the_code() -> None:
    assert PUBLISHED["properties"]["status"]["enum"] == [status.value for status in Status]


def test_its_defaults_are_those_of_the_code() -> None:
    def default(rule: dict[str, Any]) -> object:
        if "default" in rule:
            return rule["default"]
        return PUBLISHED["$defs"][rule["$ref"].removeprefix("#/$defs/")]["default"]

    told = {name: default(rule) for name, rule in PUBLISHED["properties"].items()}
    assert to_json(from_json(told)) == to_json(Brief())
    assert {name: value for name, value in told.items() if value != {}} == {
        name: value for name, value in to_json(Brief()).items() if not isinstance(value, dict)
    }


@given(texts.briefs)
@settings(max_examples=40)
def test_every_brief_is_written_as_the_schema_says(brief: Brief) -> None:
    VALIDATOR.validate(to_json(brief))


@given(texts.documents)
@settings(max_examples=40)
def test_every_document_that_is_read_fits_the_schema(document: dict[str, object]) -> None:
    VALIDATOR.validate(document)


@pytest.mark.parametrize(
    "document",
    [
        *({name: value} for name in names(Brief) for value in (1, {"a": 1}, ["a\x00"], "\x07")),
        *({name: "a\nb"} for name in ("headline", "slug", "kicker", "byline", "language")),
        *({name: None} for name in ("headline", "bullets", "source", "created_at")),
        {"id": "a b"},
        {"id": "x" * 65},
        {"schema": "briefdesk/brief/2"},
        {"terms": [{"term": 1}]},
        {"bullets": ["a\nb"]},
        {"image": {"decorative": "no"}},
        {"published_at": "soon"},
        {"published_at": "2026-1-1"},
    ],
)
def test_what_the_code_refuses_the_schema_refuses(document: dict[str, object]) -> None:
    try:
        from_json(document)
        is_brief = True
    except InvalidBrief:
        is_brief = False
    assert VALIDATOR.is_valid(cast(Any, document)) == is_brief
