"""Briefs as JSON: the same out and in, and every refusal names its field."""

import json

import pytest
from hypothesis import given, settings

from briefdesk.brief import interchange
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.interchange import dumps, from_json, loads, to_json
from briefdesk.brief.json_texts import parse
from briefdesk.brief.json_values import DEEPEST
from briefdesk.brief.model import Brief, Status, Term
from tests.brief import texts

LINES = ("slug", "language", "kicker", "headline", "short_headline", "byline", "timezone")
PARAGRAPHS = ("summary", "description", "notes", "correction")
LISTS = ("bullets", "terms", "related", "tags")
PARTS = ("source", "image", "layout")


@given(texts.documents)
@settings(max_examples=60)
def test_json_out_and_in_again_is_the_same(document: dict[str, object]) -> None:
    brief = from_json(document)
    assert loads(dumps(brief)) == brief
    assert from_json(to_json(brief)) == brief
    written = to_json(brief)
    for name, value in document.items():
        if not isinstance(value, dict | list):
            assert written[name] == value
    assert "\n" not in dumps(brief)


@given(texts.documents)
@settings(max_examples=20)
def test_every_key_is_written_in_the_contracts_order(document: dict[str, object]) -> None:
    written = list(to_json(from_json(document)))
    assert written[: len(interchange.KEYS) + 1] == [
        *(
            "schema",
            "id",
            "slug",
            "language",
            "kicker",
            "headline",
            "short_headline",
            "bullets",
            "terms",
            "source",
        ),
        *(
            "summary",
            "related",
            "description",
            "image",
            "tags",
            "byline",
            "notes",
            "layout",
            "status",
            "correction",
        ),
        *(
            "planned_for",
            "embargo_until",
            "publish_at",
            "published_at",
            "timezone",
            "created_at",
            "updated_at",
        ),
    ]


def test_an_empty_object_is_a_brief_of_defaults() -> None:
    assert from_json({}) == Brief()
    assert Brief().language == "en"
    assert Brief().status is Status.DRAFT


def test_unknown_keys_are_kept_wherever_they_stand() -> None:
    document = {
        "new": [1, {"a": None}],
        "extra": "x",
        "__proto__": {"x": 1},
        "terms": [{"term": "t", "definition": "d", "schema": "s", "extra": {"deep": True}}],
        "source": {"url": "", "publisher": "", "title": "", "citation": "", "accessed": "today"},
        "image": {"width": 3.5},
        "layout": {"vars": {"accent": "#334455"}, "page": 2},
        "related": [{"headline": "h", "score": 0.5}],
    }
    written = to_json(from_json(document))
    assert written["new"] == [1, {"a": None}]
    assert written["extra"] == "x"
    assert written["__proto__"] == {"x": 1}
    assert written["terms"] == document["terms"]
    assert written["source"] == document["source"]
    assert written["image"]["width"] == 3.5
    assert written["layout"] == {"name": "", "vars": {"accent": "#334455"}, "page": 2}
    assert written["related"][0]["score"] == 0.5


def test_texts_are_stored_in_nfc() -> None:
    brief = from_json({"headline": "cafe\u0301", "terms": [{"term": "e\u0301"}], "tags": ["o\u0308"]})
    assert (brief.headline, brief.terms[0].term, brief.tags) == ("café", "é", ("ö",))


@pytest.mark.parametrize(
    "text", ["line\u2028sep\u2029", "\ufeffmark", "\u202eturned", "tab\there", "a\u00a0b", "\U0001f469\u200d"]
)
def test_rare_characters_are_kept(text: str) -> None:
    assert loads(dumps(from_json({"headline": text}))).headline == text


def refusal(document: object) -> str:
    """What is said of a document that is no brief."""
    with pytest.raises(InvalidBrief) as refused:
        from_json(document)
    assert "\n" not in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize("name", [*LINES, *PARAGRAPHS, "id", "status", "created_at", "updated_at"])
@pytest.mark.parametrize("value", [7, None, True, [], {}, 1.5])
def test_a_text_of_another_type_is_refused_by_name(name: str, value: object) -> None:
    assert refusal({name: value}).startswith(f"{name}: must be a text, not ")


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("value", ["x", None, 1, {"a": 1}, False])
def test_a_list_of_another_type_is_refused_by_name(name: str, value: object) -> None:
    assert refusal({name: value}).startswith(f"{name}: must be a list, not ")


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("value", ["x", None, 1, [1]])
def test_a_part_of_another_type_is_refused_by_name(name: str, value: object) -> None:
    assert refusal({name: value}).startswith(f"{name}: must be an object, not ")


@pytest.mark.parametrize(
    ("document", "field"),
    [
        ({"bullets": ["a", None]}, "bullets[1]"),
        ({"bullets": [{"text": "a"}]}, "bullets[0]"),
        ({"tags": [1]}, "tags[0]"),
        ({"terms": ["a"]}, "terms[0]"),
        ({"terms": [{"term": "a"}, {"definition": None}]}, "terms[1].definition"),
        ({"related": [{"headline": 1}]}, "related[0].headline"),
        ({"source": {"url": None}}, "source.url"),
        ({"image": {"decorative": "yes"}}, "image.decorative"),
        ({"layout": {"vars": []}}, "layout.vars"),
        ({"id": "a b"}, "id"),
        ({"id": "x" * 65}, "id"),
        ({"id": "é"}, "id"),
        ({"status": "done"}, "status"),
        ({"schema": "briefdesk/brief/2"}, "schema"),
        ({"schema": None}, "schema"),
        ({"published_at": "yesterday"}, "published_at"),
        ({"published_at": 5}, "published_at"),
        ({"created_at": None}, "created_at"),
        ({"updated_at": "2026-13-01"}, "updated_at"),
        ({"headline": "A bell \u0007"}, "headline"),
        ({"headline": "two\nlines"}, "headline"),
        ({"bullets": ["a\nb"]}, "bullets[0]"),
        ({"summary": "a\rb"}, "summary"),
        ({"summary": "a\x85b"}, "summary"),
        ({"notes": "\ud800"}, "notes"),
        ({"terms": [{"definition": "a\x7f"}]}, "terms[0].definition"),
        ({"new": "a\x00"}, "new"),
        ({"new": {"a\x00": 1}}, "new"),
        ({"layout": {"vars": {"a": ["\x1b"]}}}, "layout.vars"),
    ],
)  # fmt: skip
def test_a_refusal_names_the_field(document: object, field: str) -> None:
    with pytest.raises(InvalidBrief) as refused:
        from_json(document)
    assert refused.value.field == field
    assert str(refused.value).startswith(f"{field}: ")


def test_a_refusal_names_the_place_of_a_character() -> None:
    assert "U+0007 at place 8" in refusal({"headline": "A bell \u0007"})
    assert "a line break at place 2" in refusal({"headline": "a\nb"})


@pytest.mark.parametrize("value", ["x", 1, None, True, [], [{}]])
def test_only_an_object_is_a_brief(value: object) -> None:
    assert refusal(value).startswith("a brief is an object, not ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"headline": 3', "line 1, column 15"),
        ("", "not JSON"),
        ("{}\n{}", "line 2, column 1"),
        ('{"a": NaN}', "NaN"),
        ('{"a": -Infinity}', "-Infinity"),
        ('{"a": 1e999}', "1e999"),
        ('{"a": ' + "9" * 5000 + "}", "not JSON that can be read"),
        ('{"headline": "a", "headline": "b"}', "twice"),
        ("[" * 100_000, "nested too deeply"),
        ("{'a': 1}", "line 1"),
        ('{"a": "b\nc"}', "line 1"),
        ("\ufeff{}", "not JSON"),
    ],
)
def test_what_is_not_json_is_told_in_one_line(text: str, said: str) -> None:
    with pytest.raises(InvalidBrief) as refused:
        parse(text)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_nesting_has_an_end() -> None:
    def nested(depth: int) -> dict[str, object]:
        value: object = "x"
        for _ in range(depth):
            value = [value]
        return {"new": value}

    assert loads(dumps(from_json(nested(DEEPEST)))).extra == nested(DEEPEST)
    assert "deep" in refusal(nested(DEEPEST + 1))


def test_a_brief_can_be_told_apart_by_its_hash() -> None:
    brief = from_json({"layout": {"vars": {"a": 1}}, "new": [1], "terms": [{"term": "t", "x": {}}]})
    assert hash(brief) == hash(loads(dumps(brief)))
    assert brief != Brief()
    assert Term(extra={"a": 1}) != Term()


def test_numbers_of_unknown_keys_stay_the_numbers_they_were() -> None:
    document = {"int": 10**30, "float": 0.1, "tiny": 5e-324, "yes": True, "one": 1}
    again = to_json(loads(dumps(from_json(document))))
    assert {name: again[name] for name in document} == document
    assert again["yes"] is True
    assert json.dumps(again["one"]) == "1"
