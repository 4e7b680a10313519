"""The glossary as a file."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief, Term
from briefdesk.desk.glossary_files import parsed, read, write
from briefdesk.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "desk.briefdesk") as made:
        terms = (Term(term="r*bric", definition='A "list",\nof rules.'), Term(term="=x", definition="Y."))
        made.save(Brief(headline="A", terms=terms))
        yield made


def test_what_is_written_as_a_table_is_read_back(library: Library, tmp_path: Path):
    path = tmp_path / "out" / "glossary.csv"
    assert write(library, path) == 2
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["term", "definition", "used_in", "also"]
    assert rows[1][0] == " =x", "a table program would calculate it"
    assert dict(read(path)) == {"=x": "Y.", "r*bric": 'A "list",\nof rules.'}
    assert [each.name for each in path.parent.iterdir()] == ["glossary.csv"]


def test_json_and_markdown(library: Library, tmp_path: Path):
    write(library, tmp_path / "g.json")
    terms = json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))["terms"]
    assert [each["term"] for each in terms] == ["=x", "r*bric"]
    write(library, tmp_path / "g.md")
    assert '**r*bric**\n: A "list", of rules.\n' in (tmp_path / "g.md").read_text(encoding="utf-8")


def test_another_ending_is_refused(library: Library, tmp_path: Path):
    with pytest.raises(KnownError, match=r"not a kind of file"):
        write(library, tmp_path / "g.doc")


def test_a_table_without_headings_and_with_semicolons():
    assert parsed("rubric;A list, of rules\n\nx;y\n", "t") == [("rubric", "A list, of rules"), ("x", "y")]
    assert parsed("Definition,Term\nA list,rubric\n", "t") == [("rubric", "A list")]


@pytest.mark.parametrize(
    ("text", "told"),
    [("rubric\n", "line 1: there is no definition"), ("term,definition\n,x\n", "line 2: there is no term")],
)
def test_a_bad_line_is_told_with_its_number(text: str, told: str):
    with pytest.raises(KnownError, match=told):
        parsed(text, "t.csv")


def test_what_is_no_text_or_not_there_is_told(tmp_path: Path):
    (tmp_path / "x.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnownError, match="not UTF-8"):
        read(tmp_path / "x.csv")
    with pytest.raises(KnownError, match="cannot be read"):
        read(tmp_path / "none.csv")
