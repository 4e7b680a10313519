"""Which importer reads a document, and what is said of documents that none reads."""

import pytest

from briefdesk.brief.errors import InvalidBrief
from briefdesk.importers import IMPORTERS, Imported, read
from briefdesk.importers.detection import detected


@pytest.mark.parametrize(
    ("text", "name", "format_"),
    [
        ("x", "a.md", "markdown"),
        ("x", "a.MARKDOWN", "markdown"),
        ("x", "a.htm", "html"),
        ("x", "/some/where.d/a.HTML", "html"),
        ("x", "a.json", "json"),
        ("x", "a.jsonl", "jsonl"),
        ("x", "a.ndjson", "jsonl"),
        ('  {"headline": "a"}', "-", "json"),
        ('[\n{"headline": "a"}]', "", "json"),
        ('{\n "headline": "a"\n}', "a.txt", "json"),
        ('{"headline": "a"}\n{"headline": "b"}\n', "-", "jsonl"),
        ('{"headline": "a"}\n{"headline": 3\n', "-", "json"),
        ("<!doctype html><p>x", "-", "html"),
        ("<!-- c --><html>", "-", "html"),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "-", "html"),
        ("---\ntitle: x\n---\n", "-", "markdown"),
        ("+++\ntitle = 'x'\n+++\n", "clipboard", "markdown"),
        ("# Head\n\n- a", "-", "markdown"),
        ("Head\n\n## In brief\n\n- a", "a.txt", "markdown"),
        ("[link](https://e.org)\n", "-", "markdown"),
        ("Head\nIn brief\n- a", "-", "page"),
        ("Head\nIn brief\n- #1 of 5 < 6", "a.text", "page"),
        ("Head\n----------\nIn brief\n- a", "-", "page"),
        ("", "a.md", "markdown"),
    ],
)
def test_the_name_tells_the_format_else_the_beginning_does(text: str, name: str, format_: str) -> None:
    assert detected(text.encode(), name) == format_
    if text:
        assert detected(("\ufeff" + text).encode(), name) == format_


def test_a_long_document_is_told_by_its_beginning() -> None:
    assert detected(b"Head\nIn brief\n" + b"- \xc3\xa9\n" * 50_000, "") == "page"
    assert detected(("\ufeff<html>" + "é" * 100_000).encode("utf-16-le"), "") == "html"


@pytest.mark.parametrize("ending", ["zip", "docx", "xml", "opml", "rss", "pdf", "odt", "rtf", "csv", "ZIP"])
def test_other_kinds_of_files_are_refused_by_name(ending: str) -> None:
    with pytest.raises(InvalidBrief, match="BriefDesk reads page text, Markdown, HTML, JSON and JSON Lines"):
        read(b"Head\nIn brief\n- a", name=f"file.{ending}")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x1f\x8brest", "gzip"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "picture"),
        (b"SQLite format 3\x00rest", "--library"),
        (b"", "empty"),
        (b"<?xml version='1.0'?><rss/>", "XML"),
        (b"<!DOCTYPE r [<!ENTITY x SYSTEM 'http://127.0.0.1:9/x'>]><rss>&x;</rss>", "XML"),
        (b"<opml><body/></opml>", "XML"),
        (b"caf\xe9\nIn brief\n- a", "not UTF-8 text (line 1)"),
        (b"a\x00b\x00c\x00", "byte order mark"),
    ],
)
def test_a_document_of_another_kind_is_refused_by_its_beginning(data: bytes, said: str) -> None:
    with pytest.raises(InvalidBrief) as refused:
        read(data, name="file")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_format_that_is_named_counts_more_than_the_name() -> None:
    (item,) = read(b"Head\nIn brief\n- # a", name="notes.md", format="page")
    assert isinstance(item, Imported)
    assert item.draft.bullets == ("# a",)
    with pytest.raises(InvalidBrief, match="no format"):
        read(b"x", format="docx")


def test_every_importer_is_named_and_described() -> None:
    assert [importer.name for importer in IMPORTERS] == ["page", "markdown", "html", "json", "jsonl"]
    for importer in IMPORTERS:
        assert importer.description
        assert all(detected(b"x", f"a{ending}") == importer.name for ending in importer.endings)
