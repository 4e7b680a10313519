"""A library that cannot be opened any more: what can be read of it is saved, and the rest is named."""

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief
from briefdesk.store import backups, salvaging
from briefdesk.store.library import Library, LibraryRefused


def filled(path: Path, briefs: int = 40) -> dict[str, Brief]:
    with Library.open(path) as library:
        for number in range(briefs):
            first = library.save(
                Brief(id=f"b{number}", headline=f"Brief {number}", summary="k" * 900), cut="import"
            )
            library.save(replace(first.brief, notes="typed"))
        library.trash("b0")
        return {f"b{number}": library.get(f"b{number}").brief for number in range(briefs)}


@pytest.mark.parametrize("seed", range(8))
def test_every_brief_that_can_be_read_is_saved_and_the_others_are_named(path: Path, seed: int):
    briefs = filled(path)
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(3):
        page = chance.randrange(3, len(data) // 4096)
        data[page * 4096 : page * 4096 + 4096] = chance.randbytes(4096)
    path.write_bytes(data)
    try:
        salvage = salvaging.salvage(path)
    except LibraryRefused:
        assert path.read_bytes() == data
        return
    assert salvage.kept.read_bytes() == data
    with Library.open(path) as library:
        assert library.verify() == []
        there = {row.id for row in (*library.rows(), *library.rows(trashed=True))}
        assert len(there) == salvage.saved
        for id in there:
            brief = library.get(id).brief
            assert replace(brief, notes="", updated_at="") == replace(briefs[id], notes="", updated_at="")
            assert library.revisions(id) or brief.notes == "typed"


def test_a_sound_library_is_salvaged_whole(path: Path):
    briefs = filled(path, 12)
    salvage = salvaging.salvage(path)
    assert (salvage.saved, salvage.lost) == (12, ())
    with Library.open(path) as library:
        assert {id: library.get(id).brief for id in briefs} == briefs
        assert [row.id for row in library.rows(trashed=True)] == ["b0"]
        assert all(len(library.revisions(id)) == 1 for id in briefs)
        assert all(library.revision(id, 1).notes == "" for id in briefs)


def test_a_brief_whose_body_is_lost_comes_back_as_its_newest_revision_or_is_named(path: Path):
    filled(path, 3)
    with Library.open(path) as library:
        library.save(Brief(id="new", headline="Never kept"))
    with sqlite3.connect(path) as other:
        other.execute("UPDATE briefs SET body = 'noise' WHERE id IN ('b1', 'new')")
    other.close()
    with pytest.raises(LibraryRefused, match="damaged"):
        Library.open(path)
    salvage = salvaging.salvage(path)
    assert (salvage.saved, salvage.lost) == (3, ("new",))
    with Library.open(path) as library:
        assert library.get("b1").brief.notes == ""
        assert library.get("b2").brief.notes == "typed"


def test_what_was_in_the_log_is_saved_too_and_the_log_goes_with_the_old_file(path: Path, tmp_path: Path):
    filled(path, 3)
    with Library.open(path) as library:
        library.save(Brief(id="last", headline="In the log"))
        left = {each.name: each.read_bytes() for each in path.parent.glob(f"{path.name}*")}
    folder = tmp_path / "crashed"
    folder.mkdir()
    for name, data in left.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(data)
    salvage = salvaging.salvage(folder / path.name)
    assert salvage.saved == 4
    assert Path(f"{salvage.kept}-wal").exists()
    with Library.open(folder / path.name) as library:
        assert library.get("last").brief.headline == "In the log"
    with Library.open(salvage.kept) as library:
        assert library.get("last").brief.headline == "In the log"


@pytest.mark.parametrize("data", [b"", b"text" * 2000, b"SQLite format 3\0" + bytes(9000)])
def test_what_holds_nothing_is_refused_and_left_alone(path: Path, data: bytes):
    path.write_bytes(data)
    with pytest.raises(LibraryRefused):
        salvaging.salvage(path)
    assert path.read_bytes() == data
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]


def test_a_copy_takes_the_place_of_what_cannot_be_opened(path: Path, tmp_path: Path):
    briefs = filled(path, 3)
    with Library.open(path) as library:
        copy = library.backup(tmp_path / "copy.db")
    path.write_bytes(b"noise")
    kept = backups.put_back(path, copy)
    assert kept.read_bytes() == b"noise"
    with Library.open(path) as library:
        assert {id: library.get(id).brief for id in briefs} == briefs
    (tmp_path / "bad.db").write_bytes(b"noise")
    with pytest.raises(LibraryRefused):
        backups.put_back(path, tmp_path / "bad.db")
    with Library.open(path) as library:
        assert library.verify() == []
