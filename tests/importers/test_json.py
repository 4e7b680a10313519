"""JSON and JSON Lines: whole files or nothing, line by line or one by one."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefdesk.brief import interchange
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.model import Brief, Related
from briefdesk.importers import Imported, Item, Refused, read
from tests.brief import texts


def told(items: list[Item]) -> list[tuple[int | None, str]]:
    """Line and headline of each item, or line and refusal."""
    return [
        (item.line, item.draft.headline if isinstance(item, Imported) else str(item.error)) for item in items
    ]


@given(st.lists(texts.briefs, min_size=1, max_size=3), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
@settings(max_examples=20)
def test_json_out_and_in_is_the_same_in_every_encoding(briefs: list[Brief], encoding: str) -> None:
    lines = [interchange.dumps(brief) for brief in briefs]
    whole = f"[{','.join(lines)}]"
    for text, name in (
        (whole, "x.json"),
        ("\n".join(lines), "x.jsonl"),
        ("\r\n".join(lines) + "\r\n", "x.jsonl"),
    ):
        items = read(text.encode(encoding), name=name)
        assert [item.draft for item in items if isinstance(item, Imported)] == briefs
    assert [
        item.draft for item in read(lines[0].encode(encoding), name="x.json") if isinstance(item, Imported)
    ] == [briefs[0]]


def test_escaped_and_raw_texts_are_the_same() -> None:
    document = {"headline": "é 日 😀 \u2028 \u00a0", "bullets": ["\u2029"]}
    for ascii_only in (True, False):
        (item,) = read(json.dumps(document, ensure_ascii=ascii_only).encode(), name="x.jsonl")
        assert isinstance(item, Imported)
        assert item.draft.headline == document["headline"]


def test_related_entries_of_json_make_no_briefs() -> None:
    (item,) = read(b'{"headline": "h", "related": [{"headline": "a", "summary": "b"}]}', name="x.json")
    assert isinstance(item, Imported)
    assert item.draft.related == (Related(headline="a", summary="b"),)
    assert item.related == ()
    assert not item.linked


def test_an_item_of_a_list_is_refused_alone_with_its_line() -> None:
    text = '[\n {"headline": "a"},\n {"headline": 3},\n\n {"headline":\n "b"}, 7, {}\n]\n'
    assert told(read(text.encode(), name="x.json")) == [
        (2, "a"),
        (3, "headline: must be a text, not a number"),
        (5, "b"),
        (6, "a brief is an object, not a number"),
        (6, 'an object with nothing of a brief in it. Give it at least a "headline"'),
    ]


def test_a_line_is_refused_alone_with_its_number() -> None:
    text = '{"headline": "a"}\n{"headline": 3\n\n{"headline": "A bell \\u0007"}\n   \n[]\n{"headline": "b"}'
    items = read(text.encode(), name="x.jsonl")
    assert [line for line, _ in told(items)] == [1, 2, 4, 6, 7]
    assert [type(item) for item in items] == [Imported, Refused, Refused, Refused, Imported]
    assert "U+0007" in told(items)[2][1]


def test_only_a_line_feed_ends_a_line() -> None:
    line = json.dumps(
        {"headline": "a\u2028b\u2029c\u0085".rstrip("\u0085"), "bullets": ["x\u2028"]}, ensure_ascii=False
    )
    assert told(read(f"{line}\n{line}".encode(), name="x.ndjson")) == [
        (1, "a\u2028b\u2029c"),
        (2, "a\u2028b\u2029c"),
    ]


def test_a_line_that_is_no_text_is_refused_alone() -> None:
    items = read(b'{"headline": "caf\xe9"}\n{"headline": "b"}\n', name="x.jsonl")
    assert told(items)[1] == (2, "b")
    assert "UTF-8" in told(items)[0][1]


def test_a_list_without_items_gives_nothing() -> None:
    assert read(b" [ ] ", name="x.json") == []


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b'{"headline": 3', "line 1, column 15"),
        (b'[{"headline": "a"}, {"headline":', "not JSON"),
        (b'[{"headline": "a"},]', "not JSON"),
        (b'[{"headline": "a"} {"headline": "b"}]', "delimiter"),
        (b'[{"headline": "a"}]]', "Extra data"),
        (b'[{"headline": "a"}]\n[{"headline": "b"}]', "line 2, column 1"),
        (b"[NaN]", "NaN"),
        (b'[{"headline":"a","bullets":[1e999]}]', "larger than any number"),
        (b"true", "not true or false"),
        (b'"x"', "not a text"),
        (b"7", "not a number"),
        (b"null", "not null"),
        (b"{}", "nothing of a brief"),
        (b'{"a": 1}', "nothing of a brief"),
        (b'{"headline": null}', "headline: must be a text, not null"),
        (b'[{"headline":"caf\xe9"}]', "not UTF-8 text (line 1)"),
        ('{"headline": "a"}'.encode("utf-32"), "UTF-32"),
        ('{"headline": "a"}'.encode("utf-16-le"), "byte order mark"),
        (b"\xff\xfe{", "not UTF-16"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"[" * 50_000, "nested too deeply"),
        (b'[{"x":' * 50_000, "nested too deeply"),
        (b'{"headline": "a", "headline": "b"}', "twice"),
    ],
)
def test_a_file_that_is_no_json_is_refused_whole(data: bytes, said: str) -> None:
    with pytest.raises(InvalidBrief) as refused:
        read(data, name="x.json")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "name"), [(b"[" + b"1," * 9_000 + b"1]", "x.json"), (b"1\n" * 9_000, "x.jsonl")]
)
def test_a_file_with_hardly_a_brief_in_it_is_refused_whole(data: bytes, name: str) -> None:
    with pytest.raises(InvalidBrief, match="are no briefs"):
        read(data, name=name)


def test_an_empty_file_of_lines_is_told() -> None:
    for data in (b"", b"\n\n  \n", "\ufeff\n".encode()):
        with pytest.raises(InvalidBrief, match="empty"):
            read(data, name="x.jsonl")
