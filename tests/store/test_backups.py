"""Copies of a library: verified when made, checked before they come back."""

import random
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief
from briefdesk.store.library import Conflict, Library, LibraryRefused, NotSaved


def test_a_copy_is_one_private_file_that_holds_the_same(library: Library, tmp_path: Path):
    brief = library.save(Brief(id="a", headline="A"), cut="import").brief
    to = tmp_path / "copy.db"
    assert library.backup(to) == to
    assert stat.S_IMODE(to.stat().st_mode) == 0o600
    with sqlite3.connect(to) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copy.close()
    assert not list(tmp_path.glob("copy.db-*"))
    with Library.open(to) as copied:
        assert copied.get("a").brief == brief
        assert copied.verify() == []
        assert copied.save(Brief(id="b", headline="B")).action == "created"


def test_a_copy_goes_beside_the_library_where_no_place_is_named(library: Library):
    first, second = library.backup(), library.backup()
    assert first.parent == second.parent == library.path.parent / "backups"
    assert first != second
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700


def test_a_copy_never_takes_the_place_of_a_file(library: Library, tmp_path: Path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(NotSaved, match="is there already"):
        library.backup(tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    with pytest.raises(NotSaved, match="no backup made"):
        library.backup(tmp_path / "none" / "copy.db")
    assert not list(tmp_path.glob(".*"))


def test_a_copy_is_made_while_others_write(library: Library, tmp_path: Path):
    futures = [library.submit(Brief(headline=f"B {n}")) for n in range(100)]
    to = library.backup(tmp_path / "copy.db")
    for future in futures:
        future.result()
    with Library.open(to) as copied:
        assert copied.verify() == []


def test_a_copy_comes_back_and_what_was_there_is_kept(library: Library, tmp_path: Path):
    first = library.save(Brief(id="a", headline="First")).brief
    to = library.backup(tmp_path / "copy.db")
    library.save(replace(first, headline="Second"))
    library.save(Brief(id="b", headline="New since"))
    token = library.changed_since(-1).token
    kept = library.restore_backup(to)
    assert [row.headline for row in library.rows()] == ["First"]
    assert library.verify() == []
    assert dict(library.changed_since(token).changed).keys() == {"a"}
    with Library.open(kept) as before:
        assert {row.headline for row in before.rows()} == {"Second", "New since"}
    assert library.save(replace(first, headline="Third")).action == "updated"


def test_nobody_takes_an_old_state_for_the_one_that_came_back(library: Library, tmp_path: Path):
    first = library.save(Brief(id="a", headline="First"))
    to = library.backup(tmp_path / "copy.db")
    library.save(replace(first.brief, headline="Second"), 1)
    library.restore_backup(to)
    for stale in (1, 2):
        with pytest.raises(Conflict):
            library.save(replace(first.brief, headline="Typed over the second"), stale)


def test_a_second_program_sees_what_came_back(library: Library, tmp_path: Path):
    library.save(Brief(id="a", headline="First"))
    to = library.backup(tmp_path / "copy.db")
    with Library.open(library.path) as other:
        other.save(Brief(id="b", headline="B"))
        library.restore_backup(to)
        assert [row.id for row in other.rows()] == ["a"]
        other.save(Brief(id="c", headline="C"))
    assert {row.id for row in library.rows()} == {"a", "c"}
    assert library.verify() == []


def test_a_damaged_copy_does_not_come_back(library: Library, tmp_path: Path):
    for number in range(30):
        library.save(Brief(headline=f"B {number}", summary="x" * 900))
    to = library.backup(tmp_path / "copy.db")
    data = bytearray(to.read_bytes())
    page = len(data) // 8192
    data[page * 4096 : page * 4096 + 4096] = random.Random(1).randbytes(4096)
    to.write_bytes(data)
    with pytest.raises(LibraryRefused, match="damaged"):
        library.restore_backup(to)
    (tmp_path / "text.db").write_text("not a library")
    with pytest.raises(LibraryRefused):
        library.restore_backup(tmp_path / "text.db")
    with pytest.raises(LibraryRefused):
        library.restore_backup(tmp_path / "none.db")
    assert library.count() == 30
    assert library.verify() == []
    assert not list(library.path.parent.glob(".*"))
