"""`import`, `set`, `trash`, `untrash`, `history`, `restore`."""

import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Program

CITY = "city-closes-bridge"


def brief(briefdesk: Program, reference: str = CITY) -> dict[str, object]:
    (row,) = briefdesk("show", reference, "--json").rows
    return row


def test_import_tells_of_each_brief_in_order(briefdesk: Program, page: Path):
    rows = briefdesk("import", page, "--json").rows
    assert [row["headline"] for row in rows] == [
        "City closes bridge",
        "Ferry to sail again",
        "Shops fear a quiet year",
    ]
    assert all(set(row) == {"id", "headline", "action", "file"} for row in rows)
    assert {row["file"] for row in rows} == {str(page)}


def test_import_reads_standard_input(briefdesk: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "typed").write_text(PAGE)
    with (tmp_path / "typed").open() as typed:
        monkeypatch.setattr("sys.stdin", typed)
        assert [row["file"] for row in briefdesk("import", "-", "--json").rows] == ["-"] * 3


def test_import_goes_on_after_a_bad_file(briefdesk: Program, page: Path, tmp_path: Path):
    (tmp_path / "bad.json").write_text('{"headline": 3')
    answer = briefdesk("import", "bad.json", page, "nothing.txt", "--json")
    assert answer.code == 1
    assert [row.get("file") for row in answer.rows if "error" in row] == ["bad.json", "nothing.txt"]
    assert len([row for row in answer.rows if "action" in row]) == 3
    assert [line.split(":")[1].strip() for line in answer.err.splitlines()] == ["bad.json", "nothing.txt"]


def test_import_names_line_and_field_of_what_is_wrong(briefdesk: Program, tmp_path: Path):
    (tmp_path / "b.jsonl").write_text('{"headline": "A"}\n{"headline": "B", "tags": ["x", 3]}\n')
    answer = briefdesk("import", "b.jsonl", "--json")
    assert answer.code == 1
    bad = answer.rows[1]
    assert (bad["file"], bad["line"], bad["field"]) == ("b.jsonl", 2, "tags[1]")
    assert "b.jsonl, line 2: tags[1]" in answer.said


@pytest.mark.parametrize("content", [b"", b" \n", b"\x00\x01\xff", b"\xff\xfe", b"[]", b"{}", b"{}\n" * 3])
def test_a_file_without_a_brief_is_told_in_one_line(briefdesk: Program, tmp_path: Path, content: bytes):
    (tmp_path / "bad.json").write_bytes(content)
    answer = briefdesk("import", "bad.json")
    assert answer.code == 4
    assert "bad.json" in answer.said


def test_what_is_no_file_is_told(briefdesk: Program, tmp_path: Path):
    for word in (str(tmp_path), "nothing.txt", os.devnull, "/dev/zero", "a\0b", "\udcff.txt"):
        answer = briefdesk("import", word)
        assert answer.code == 4
        assert len(answer.err.splitlines()) == 1


def test_a_closed_standard_input_is_told(briefdesk: Program, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", None)
    assert briefdesk("import", "-").code == 4


def test_set_changes_simple_fields(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk(
        *(
            "set",
            CITY,
            "--json",
            "tags=ai, safety ,ai,",
            "kicker=News",
            "source.url=http://Example.org:80/a?fbclid=1",
        ),
        *("embargo_until=2027-03-01T09:30+01:00", "planned_for=2027-03-01", "language=pt-BR", "notes=a=b"),
    )
    assert [row["action"] for row in answer.rows] == ["updated"]
    after = brief(briefdesk)
    assert after["tags"] == ["ai", "safety"]
    assert after["source"] == {
        "url": "http://example.org/a",
        "publisher": "The Example",
        "title": "",
        "citation": "",
    }
    assert (after["embargo_until"], after["planned_for"]) == ("2027-03-01T08:30:00.000Z", "2027-03-01")
    assert (after["language"], after["notes"]) == ("pt-BR", "a=b")
    assert briefdesk("set", CITY, "planned_for=", "--json").rows[0]["action"] == "updated"
    assert brief(briefdesk)["planned_for"] is None


def test_set_of_the_same_is_unchanged(briefdesk: Program, page: Path):
    briefdesk("import", page)
    assert briefdesk("set", CITY, "status=draft", "--json").rows[0]["action"] == "unchanged"


@pytest.mark.parametrize(
    "word",
    [
        *(
            "status=done",
            "nothing=1",
            "tags",
            "bullets=x",
            "source=x",
            "source.host=x",
            "image.decorative=yes",
        ),
        *(
            "embargo_until=tomorrow",
            "embargo_until=2027-03-01T09:30",
            "embargo_until=2027-02-30",
            "language=klingon!",
        ),
        *(
            "headline=a\nb",
            "notes=\x07",
            "source.url=javascript:alert(1)",
            "slug=🎉",
            "id=x",
            "extra=x",
            "=x",
        ),
        "publish_at=0001-01-01T00:00:00+23:59",
    ],
)
def test_set_refuses_a_wrong_value_and_changes_nothing(briefdesk: Program, page: Path, word: str):
    briefdesk("import", page)
    before = brief(briefdesk)
    answer = briefdesk("set", CITY, "kicker=New", word)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    assert brief(briefdesk) == before


def test_a_ready_brief_returns_to_review_when_its_text_is_set(briefdesk: Program, page: Path):
    briefdesk("import", page)
    briefdesk("set", CITY, "status=ready")
    briefdesk("set", CITY, "notes=hm")
    assert brief(briefdesk)["status"] == "ready"
    briefdesk("set", CITY, "kicker=News")
    assert brief(briefdesk)["status"] == "review"
    briefdesk("set", CITY, "status=ready", "kicker=Later")
    assert brief(briefdesk)["status"] == "ready"


def test_the_first_publish_dates_a_brief_and_freezes_its_slug(briefdesk: Program, page: Path):
    briefdesk("import", page)
    briefdesk("set", CITY, "status=published")
    published_at = brief(briefdesk)["published_at"]
    assert published_at
    assert briefdesk("set", CITY, "slug=other").code == 2
    briefdesk("set", CITY, "status=draft")
    briefdesk("set", CITY, "status=published")
    assert brief(briefdesk)["published_at"] == published_at


def test_a_slug_that_is_taken_gets_a_number_and_that_is_told(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("set", CITY, "slug=Ferry to sail again!")
    assert answer.code == 0
    assert brief(briefdesk, "ferry-to-sail-again-2")["headline"] == "City closes bridge"
    assert "ferry-to-sail-again-2" in answer.said


def test_what_is_set_can_be_taken_back(briefdesk: Program, page: Path):
    briefdesk("import", page)
    briefdesk("set", CITY, "kicker=One")
    briefdesk("set", CITY, "kicker=Two")
    assert len(briefdesk("history", CITY, "--json").rows) == 3
    briefdesk("restore", CITY, 2)
    assert brief(briefdesk)["kicker"] == "One"


def test_a_change_of_status_is_kept_as_a_revision(briefdesk: Program, page: Path):
    briefdesk("import", page)
    briefdesk("set", CITY, "status=review")
    rows = briefdesk("history", CITY, "--json").rows
    assert [row["revision"] for row in rows] == [2, 1]
    assert rows[0]["changed"] == ["status"]
    assert {"revision", "at", "author", "changed"} <= set(rows[0])


def test_trash_and_untrash(briefdesk: Program, page: Path):
    briefdesk("import", page)
    id = brief(briefdesk)["id"]
    assert briefdesk("trash", CITY, "--json").rows == [{"id": id, "action": "trashed"}]
    assert "City closes bridge" not in briefdesk("list").out
    assert [row["id"] for row in briefdesk("list", "--trash", "--json").rows] == [id]
    assert briefdesk("trash", CITY, "--json").rows == [{"id": id, "action": "unchanged"}]
    assert briefdesk("untrash", CITY, "--json").rows == [{"id": id, "action": "untrashed"}]
    assert "City closes bridge" in briefdesk("list").out


def test_of_several_briefs_the_good_ones_are_trashed(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("trash", "nothing", CITY, "--json")
    assert answer.code == 1
    assert [row.get("action") for row in answer.rows] == [None, "trashed"]
    assert briefdesk("trash", "nothing").code == 4


def test_restore_brings_a_state_back_as_a_new_one(briefdesk: Program, page: Path, tmp_path: Path):
    briefdesk("import", page)
    edited = brief(briefdesk) | {"headline": "Changed", "kicker": "New"}
    (tmp_path / "edit.json").write_text(json.dumps(edited))
    briefdesk("import", "edit.json")
    id = edited["id"]
    answer = briefdesk("restore", id, 1, "--field", "headline", "--json")
    assert (answer.rows[0]["action"], answer.rows[0]["revision"]) == ("updated", 3)
    after = brief(briefdesk, str(id))
    assert (after["headline"], after["kicker"]) == ("City closes bridge", "New")
    briefdesk("restore", id, 1)
    assert brief(briefdesk, str(id))["kicker"] == ""


def test_restore_of_what_is_not_there_is_told(briefdesk: Program, page: Path):
    briefdesk("import", page)
    assert briefdesk("restore", CITY, 99).code == 4
    assert briefdesk("restore", CITY, "one").code == 2
    assert briefdesk("restore", CITY, 1, "--field", "nothing").code == 2
    assert briefdesk("history", "nothing").code == 4


def test_quiet_says_nothing_of_what_was_done(briefdesk: Program, page: Path):
    assert briefdesk("import", page, "--quiet").out == ""
    assert briefdesk("set", CITY, "kicker=a", "--quiet").out == ""
    assert briefdesk("list", "--quiet").out != ""


def test_an_input_without_end_is_not_read_to_the_end(briefdesk: Program, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("briefdesk.cli.documents.MAX_BYTES", 1000)
    with Path("/dev/zero").open("rb") as endless:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(endless))
        answer = briefdesk("import", "-")
    assert answer.code == 4
    assert "larger" in answer.said
