"""What leaves the library, what keeps it whole, and what tells of it."""

import errno
import sqlite3
from pathlib import Path

import pytest

from briefdesk.cli import selftest
from briefdesk.cli.main import Screen, run
from tests.cli.conftest import Program

CITY = "city-closes-bridge"


def test_export_writes_each_brief_once(briefdesk: Program, page: Path, tmp_path: Path):
    briefdesk("import", page)
    first = briefdesk("export", "--all", "--channel", "html", "--to", "out", "--json").rows
    assert [row["action"] for row in first] == ["created"] * 3
    assert all((tmp_path / "out" / str(row["path"])).is_file() for row in first)
    again = briefdesk("export", "--all", "--channel", "html", "--to", "out", "--json").rows
    assert {row["action"] for row in again} == {"unchanged"}


def test_export_of_a_query_takes_what_it_finds(briefdesk: Program, page: Path):
    briefdesk("import", page)
    rows = briefdesk("export", "--query", "bridge", "--channel", "markdown", "--to", "out", "--json").rows
    assert [row["path"] for row in rows] == ["city-closes-bridge.md"]


def test_an_export_of_one_brief_tells_of_its_file_under_a_former_name(briefdesk: Program, page: Path):
    briefdesk("import", page)
    export = ("export", "--channel", "txt", "--to", "out")
    briefdesk(*export, CITY)
    briefdesk("set", CITY, "slug=bridge-closed")
    answer = briefdesk(*export, "bridge-closed")
    assert answer.code == 0
    assert "city-closes-bridge.txt was written there before" in answer.said
    assert briefdesk(*export, "bridge-closed", "--quiet").err == ""
    answer = briefdesk(*export, "bridge-closed", "--json")
    assert answer.err == ""
    assert [row["path"] for row in answer.rows] == ["bridge-closed.txt"]


def test_an_export_of_all_tells_how_many_drafts_a_file_channel_wrote(briefdesk: Program, page: Path):
    briefdesk("import", page)
    briefdesk("set", CITY, "status=ready")
    export = ("export", "--all", "--channel", "txt", "--to", "out")
    assert briefdesk(*export).said == (
        "briefdesk: 2 of these 3 briefs are drafts or in review; txt writes those too"
    )
    for option in ("--quiet", "--json", "--include-drafts"):
        assert briefdesk(*export, option).err == ""
    assert briefdesk("export", "--query", "status:ready", "--channel", "txt", "--to", "ready").err == ""
    assert briefdesk("export", "ferry-to-sail-again", "--channel", "txt", "--to", "one").err == ""


def test_a_dry_run_writes_nothing(briefdesk: Program, page: Path, tmp_path: Path):
    briefdesk("import", page)
    rows = briefdesk("export", CITY, "--channel", "txt", "--to", "out", "--dry-run", "--json").rows
    assert [row["action"] for row in rows] == ["created"]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("--all", "--channel", "poster", "--to", "out"),
        ("--channel", "html", "--to", "out"),
        (CITY, "--all", "--channel", "html", "--to", "out"),
        ("--all", "--query", "x", "--channel", "html", "--to", "out"),
        ("--all", "--channel", "html", "--to", "out", "--set", "nothing=1"),
        ("--all", "--channel", "html", "--to", "out", "--set", "theme"),
        ("--all", "--channel", "html", "--to", "out", "--set", "theme=pink"),
        ("--all", "--channel", "html", "--to", "out", "--base-url", "javascript:x"),
    ],
)
def test_a_wrong_export_is_refused(briefdesk: Program, page: Path, tmp_path: Path, words: tuple[str, ...]):
    briefdesk("import", page)
    answer = briefdesk("export", *words)
    assert answer.code == 2
    assert len(answer.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_of_several_briefs_those_that_are_there_are_exported(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("export", CITY, "nothing", "--channel", "txt", "--to", "out", "--json")
    assert answer.code == 1
    assert [row.get("path") for row in answer.rows] == [None, "city-closes-bridge.txt"]
    assert briefdesk("export", "nothing", "--channel", "txt", "--to", "out").code == 4


def test_a_folder_that_cannot_be_written_is_told(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("export", "--all", "--channel", "txt", "--to", page)
    assert answer.code == 3
    assert str(page) in answer.said


def test_publish_says_that_no_profile_is_set_up(briefdesk: Program):
    answer = briefdesk("publish", "web")
    assert answer.code == 4
    assert "web" in answer.said


@pytest.mark.parametrize("command", ["layouts", "channels"])
def test_what_is_installed_is_listed(briefdesk: Program, command: str):
    rows = briefdesk(command, "--json").rows
    assert rows
    assert all(row["name"] and row["kind"] and row["description"] for row in rows)
    assert len(briefdesk(command).out.splitlines()) == len(rows)


def test_a_backup_holds_the_same_and_can_be_gone_back_to(briefdesk: Program, page: Path, tmp_path: Path):
    briefdesk("import", page)
    before = briefdesk("list", "--json").out
    (row,) = briefdesk("backup", "--to", "copy.db", "--json").rows
    assert row["ok"] is True
    assert briefdesk("list", "--json", library=tmp_path / "copy.db").out == before
    briefdesk("trash", CITY)
    assert briefdesk("restore-backup", "copy.db").code == 0
    assert briefdesk("list", "--json").out == before


def test_going_back_to_what_is_no_backup_is_refused(briefdesk: Program, page: Path):
    briefdesk("import", page)
    before = briefdesk("list").out
    for word in (page, "nothing.db"):
        answer = briefdesk("restore-backup", word)
        assert answer.code in (3, 4)
        assert len(answer.err.splitlines()) == 1
    assert briefdesk("list").out == before


def damage(library: Path) -> bytes:
    """Spoil pages in the middle of a library file; gives what it holds then."""
    content = bytearray(library.read_bytes())
    content[4096:-4096] = b"\xa5" * (len(content) - 8192)
    library.write_bytes(content)
    return bytes(content)


def test_a_damaged_library_is_told_by_verify_and_a_copy_takes_its_place(
    briefdesk: Program, page: Path, tmp_path: Path
):
    briefdesk("import", page)
    before = briefdesk("list", "--json").out
    briefdesk("backup", "--to", "copy.db")
    spoilt = damage(tmp_path / "library.db")
    answer = briefdesk("verify", "--json")
    assert (answer.code, answer.rows[0]["ok"]) == (1, False)
    assert briefdesk("list").code == 3
    assert briefdesk("restore-backup", page).code == 3
    assert (tmp_path / "library.db").read_bytes() == spoilt
    (row,) = briefdesk("restore-backup", "copy.db", "--json").rows
    assert briefdesk("list", "--json").out == before
    assert Path(str(row["kept"])).read_bytes() == spoilt
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("library*")} == {0o600}


def test_a_damaged_library_that_cannot_be_put_back_stays_where_it_is(
    briefdesk: Program, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    briefdesk("import", page)
    briefdesk("backup", "--to", "copy.db")
    spoilt = damage(tmp_path / "library.db")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("briefdesk.store.backups._copy_pages", full)
    answer = briefdesk("restore-backup", "copy.db")
    assert (answer.code, len(answer.err.splitlines())) == (3, 1)
    assert [*tmp_path.glob("library-*"), *tmp_path.glob(".library*")] == []
    assert (tmp_path / "library.db").read_bytes() == spoilt


def spoil(library: Path, *ids: str) -> None:
    """Make bodies something else than was sealed, behind the library's back."""
    with sqlite3.connect(library) as connection:
        for id in ids:
            connection.execute("UPDATE briefs SET body = 'noise' WHERE id = ?", (id,))
            connection.execute(
                "DELETE FROM revisions WHERE brief = (SELECT key FROM briefs WHERE id = ?)", (id,)
            )
    connection.close()


def test_repair_saves_what_can_be_read_of_a_library_too_damaged_to_be_opened(
    briefdesk: Program, page: Path, tmp_path: Path
):
    briefdesk("import", page)
    own, lost, *_ = (str(row["id"]) for row in briefdesk("list", "--json").rows)
    before = briefdesk("show", own, "--json").out
    spoil(tmp_path / "library.db", lost)
    damaged = (tmp_path / "library.db").read_bytes()
    assert briefdesk("verify").code == 1
    assert (tmp_path / "library.db").read_bytes() == damaged
    answer = briefdesk("verify", "--repair", "--json")
    (row,) = answer.rows
    assert (answer.code, row["ok"]) == (1, False)
    assert row["problems"] == [f"brief {lost} could not be read"]
    assert row["repaired"]
    assert Path(str(row["kept"])).read_bytes() == damaged
    assert briefdesk("show", own, "--json").out == before
    assert len(briefdesk("list", "--json").rows) == 2
    assert briefdesk("verify").code == 0


def test_repair_of_a_damaged_library_that_loses_nothing_is_done(
    briefdesk: Program, page: Path, tmp_path: Path
):
    briefdesk("import", page)
    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("UPDATE briefs SET sha256 = x'00'")
    connection.close()
    answer = briefdesk("verify", "--repair")
    assert answer.code == 0
    assert "3 briefs could be read and are in a new library" in answer.out
    assert briefdesk("verify").code == 0


def test_repair_of_a_library_in_which_nothing_can_be_read_changes_nothing(
    briefdesk: Program, page: Path, tmp_path: Path
):
    briefdesk("import", page)
    spoilt = damage(tmp_path / "library.db")
    answer = briefdesk("verify", "--repair", "--json")
    assert (answer.code, answer.rows[0]["ok"]) == (1, False)
    assert (tmp_path / "library.db").read_bytes() == spoilt
    assert [*tmp_path.glob("library-*"), *tmp_path.glob(".library*")] == []


def test_verify_and_doctor_find_a_whole_library(briefdesk: Program, page: Path):
    briefdesk("import", page)
    (row,) = briefdesk("verify", "--json").rows
    assert row == {"ok": True, "problems": []}
    assert briefdesk("verify", "--repair").code == 0


def test_doctor_tells_of_the_program_and_nothing_of_the_texts(briefdesk: Program, page: Path):
    briefdesk("import", page)
    answer = briefdesk("doctor", "--json")
    (row,) = answer.rows
    assert {"ok", "problems", "facts"} == set(row)
    assert "City" not in answer.out
    assert "3 draft" in answer.out


def test_doctor_reports_a_library_that_cannot_be_opened(briefdesk: Program, page: Path):
    answer = briefdesk("doctor", "--json", library=page)
    assert answer.code == 1
    assert answer.rows[0]["ok"] is False


def test_the_self_test_tries_every_part(briefdesk: Program):
    rows = briefdesk("--selftest", "--json").rows
    assert [row["part"] for row in rows] == ["resources", "library", "migration", "search", "page", "engine"]
    assert [row["part"] for row in rows if not row["ok"]] == []


def test_the_self_test_tells_of_migrations_that_cannot_be_run(
    briefdesk: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr("briefdesk.store.migrating._ENVIRONMENT", tmp_path / "not there")
    (row,) = (row for row in briefdesk("--selftest", "--json").rows if row["part"] == "migration")
    assert row["ok"] is False


def test_a_part_that_fails_is_told_and_the_others_are_tried(capsys: pytest.CaptureFixture[str]):
    def broken() -> str:
        raise ImportError("libEGL.so.1 is not there")

    assert run(["--selftest"], Screen(lambda opening: 0, broken)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "FAILED" in lines[-1]
    assert "libEGL" in lines[-1]
    assert selftest.__doc__


@pytest.mark.parametrize("command", ["list", "verify", "backup"])
def test_what_is_no_library_is_refused_and_left_alone(briefdesk: Program, page: Path, command: str):
    before = page.read_bytes()
    answer = briefdesk(command, library=page)
    assert answer.code == 3
    assert str(page) in answer.said
    assert page.read_bytes() == before


def test_a_library_in_a_folder_that_is_not_there_is_refused(briefdesk: Program, tmp_path: Path):
    assert briefdesk("list", library=tmp_path / "no" / "library.db").code == 3


def test_export_leaves_a_file_that_someone_changed_and_overwrites_it_on_wish_with_a_copy(
    briefdesk: Program, page: Path, tmp_path: Path
):
    briefdesk("import", page)
    export = ("export", "city-closes-bridge", "--channel", "html", "--to", "out", "--json")
    briefdesk(*export)
    file = tmp_path / "out" / "city-closes-bridge.html"
    file.write_text("by hand")
    for option in ((), ("--dry-run",)):
        answer = briefdesk(*export, *option)
        (row,) = answer.rows
        assert answer.code == 3
        assert (row["path"], row["action"]) == (file.name, "changed")
        assert "changed by someone else" in str(row["error"])
        assert "--overwrite-changed" in answer.said
        assert file.read_text() == "by hand"
    (row,) = briefdesk(*export, "--overwrite-changed", "--dry-run").rows
    assert (row["action"], row["kept"], file.read_text()) == ("updated", f"{file.name}.bak", "by hand")
    answer = briefdesk(*export, "--overwrite-changed")
    assert (answer.code, answer.rows[0]["kept"]) == (0, f"{file.name}.bak")
    assert file.with_name(f"{file.name}.bak").read_text() == "by hand"
    assert briefdesk(*export).rows[0]["action"] == "unchanged"


def test_export_says_before_that_a_folder_cannot_be_made(briefdesk: Program, page: Path, tmp_path: Path):
    briefdesk("import", page)
    (tmp_path / "taken").write_text("mine")
    answer = briefdesk("export", "--all", "--channel", "html", "--to", "taken/out", "--dry-run")
    assert answer.code == 3
    assert "taken is a file, no folder" in answer.said
    assert answer.out == ""
