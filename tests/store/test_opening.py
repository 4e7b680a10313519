"""Opening: made private, opened wherever it lies, mended or refused when it is damaged."""

import os
import random
import sqlite3
import stat
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief
from briefdesk.store import gate, opening, salvaging
from briefdesk.store.library import Library, LibraryRefused, NotRead, NotSaved

ROOT = os.geteuid() == 0 if hasattr(os, "geteuid") else False


def modes(folder: Path, stem: str) -> dict[str, str]:
    return {
        each.name: oct(stat.S_IMODE(each.stat().st_mode))
        for each in folder.iterdir()
        if each.name.startswith(stem)
    }


def filled(path: Path, briefs: int = 40) -> list[str]:
    with Library.open(path) as library:
        return [library.save(Brief(headline=f"Brief {n}", summary="k" * 900)).brief.id for n in range(briefs)]


def test_a_new_library_is_closed_to_others_whatever_the_umask(path: Path):
    before = os.umask(0)
    try:
        with Library.open(path) as library:
            library.save(Brief(headline="Private"))
            found = modes(path.parent, path.name)
    finally:
        os.umask(before)
    assert found.keys() >= {path.name, f"{path.name}-wal", f"{path.name}-shm"}
    assert set(found.values()) == {"0o600"}


def test_a_library_that_others_could_read_is_closed_to_them(path: Path):
    filled(path, 1)
    path.chmod(0o644)
    with Library.open(path):
        assert set(modes(path.parent, path.name).values()) == {"0o600"}


def test_a_new_library_says_so_and_the_next_time_it_is_simply_there(path: Path):
    with Library.open(path) as library:
        assert library.state.kind == "new"
    with Library.open(path) as library:
        assert (library.state.kind, library.state.message) == ("ok", "")


def test_making_a_library_leaves_nothing_else_behind(path: Path):
    Library.open(path).close()
    assert [each.name for each in path.parent.glob("*") if each.is_file()] == [path.name]


def test_only_one_of_many_makes_the_library(path: Path):
    states: list[str] = []
    start = threading.Barrier(6)

    def open_it() -> None:
        start.wait()
        with Library.open(path) as library:
            states.append(library.state.kind)
            library.save(Brief(headline="One of six"))

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert states.count("new") >= 1
    with Library.open(path) as library:
        assert library.count() == 6
        assert library.verify() == []


@pytest.mark.parametrize("name", ["a ?#%20 b.db", "ü" * 98 + ".db", "-dash", "quote'\".db", "line\nbreak"])
def test_any_name_will_do(tmp_path: Path, name: str):
    filled(tmp_path / name, 1)
    with Library.open(tmp_path / name) as library:
        assert library.count() == 1
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [name]


def test_a_relative_name_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with Library.open(Path("x.db")) as library:
        library.save(Brief(headline="Here"))
        assert library.path == tmp_path / "x.db"


def test_a_link_leads_to_the_library(path: Path, tmp_path: Path):
    filled(path, 2)
    link = tmp_path / "link"
    link.symlink_to(path)
    with Library.open(link) as library:
        library.save(Brief(headline="Through a link"))
        assert Path(f"{path}-wal").exists()
    with Library.open(path) as library:
        assert library.count() == 3


def test_for_reading_only_nothing_is_saved_and_the_text_is_rescued(path: Path):
    filled(path, 2)
    with Library.open(path, readonly=True) as library:
        assert library.state.kind == "readonly"
        assert len(library.rows()) == 2
        with pytest.raises(NotSaved) as told:
            library.save(Brief(id="x", headline="Kept"))
        assert told.value.code == "read_only"
        assert told.value.rescue is not None
        assert '"headline":"Kept"' in told.value.rescue.read_text("utf-8")


def test_for_reading_only_none_is_made(path: Path):
    with pytest.raises(LibraryRefused, match="is not there"):
        Library.open(path, readonly=True)
    assert not path.exists()


@pytest.mark.skipif(ROOT, reason="root may write everything")
@pytest.mark.parametrize(("file", "folder"), [(0o444, 0o755), (0o444, 0o555), (0o644, 0o555)])
def test_what_may_not_be_written_is_read(path: Path, file: int, folder: int):
    filled(path, 2)
    path.chmod(file)
    path.parent.chmod(folder)
    try:
        with Library.open(path) as library:
            assert library.state.kind == "readonly"
            assert library.state.message
            assert len(library.rows()) == 2
    finally:
        path.parent.chmod(0o755)


@pytest.mark.parametrize(("file", "folder"), [(False, True), (True, False), (False, False)])
def test_what_the_system_says_may_not_be_written_is_not_written(
    path: Path, monkeypatch: pytest.MonkeyPatch, file: bool, folder: bool
):
    filled(path, 2)
    may = {path: file, path.parent: folder}
    monkeypatch.setattr(gate.os, "access", lambda asked, mode: may[asked])
    before = path.read_bytes()
    with Library.open(path) as library:
        assert library.state.kind == "readonly"
        assert "may not be written to" in library.state.message
        assert len(library.rows()) == 2
        with pytest.raises(NotSaved, match="may not be written to"):
            library.trash(library.rows()[0].id)
    assert path.read_bytes() == before


def test_a_file_that_cannot_change_is_read_where_nothing_can_be_locked(path: Path):
    filled(path, 2)
    found = replace(gate.look(path), writable=False, folder_writable=False)
    readers = opening._fixed_readers(found)
    with readers.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM briefs").scalar() == 2
    readers.dispose()
    with pytest.raises(LibraryRefused, match="its log cannot be used"):
        opening._fixed_readers(replace(found, has_wal=True))
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]


def test_closing_waits_for_those_who_read(library: Library):
    library.save(Brief(headline="One"))
    is_reading, found = threading.Event(), []

    def read() -> None:
        with library._access.reading() as connection:
            is_reading.set()
            time.sleep(0.3)
            found.append(connection.exec_driver_sql("SELECT count(*) FROM briefs").scalar())

    thread = threading.Thread(target=read)
    thread.start()
    is_reading.wait()
    library.close()
    thread.join()
    assert found == [1]


def test_a_damaged_index_is_made_anew_and_told(path: Path):
    filled(path)
    with sqlite3.connect(path) as other:
        other.execute("DELETE FROM search_index_data WHERE id > 10")
    other.close()
    with Library.open(path) as library:
        assert library.state.kind == "recovered"
        assert "index" in library.state.message
        assert len(library.search("brief", limit=100)) == 40
        assert library.verify() == []


def test_a_damaged_library_with_a_log_is_refused_without_moving_the_log(path: Path, tmp_path: Path):
    filled(path)
    with Library.open(path) as library:
        library.save(Brief(id="late", headline="In the log"))
        left = {each.name: bytearray(each.read_bytes()) for each in path.parent.glob(f"{path.name}*")}
    data = left[path.name]
    data[20 * 4096 : 30 * 4096] = random.Random(1).randbytes(10 * 4096)
    folder = tmp_path / "crashed"
    folder.mkdir()
    for name in (path.name, f"{path.name}-wal"):
        (folder / name).write_bytes(left[name])
    with pytest.raises(LibraryRefused, match="damaged"):
        Library.open(folder / path.name)
    for name in (path.name, f"{path.name}-wal"):
        assert (folder / name).read_bytes() == left[name]


def test_a_library_without_one_of_its_tables_is_refused(path: Path):
    filled(path, 1)
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE revisions")
    other.close()
    with pytest.raises(LibraryRefused, match="no table revisions"):
        Library.open(path)


def test_a_strange_trigger_is_refused(path: Path):
    filled(path, 1)
    with sqlite3.connect(path) as other:
        other.execute("CREATE TRIGGER t AFTER UPDATE ON briefs BEGIN DELETE FROM revisions; END")
    other.close()
    with pytest.raises(LibraryRefused, match="strange trigger t"):
        Library.open(path)


def test_a_file_whose_tables_are_no_text_is_refused(path: Path):
    filled(path, 1)
    data = path.read_bytes()
    at = data.index(b"tablerevisionsrevisions") + len(b"table")
    statement = data.index(b"CREATE TABLE revisions")
    data = data[:at] + b"\xc5(" + data[at + 2 : statement] + b"\xc5(" + data[statement + 2 :]
    path.write_bytes(data)
    with pytest.raises(LibraryRefused) as told:
        Library.open(path)
    assert told.value.code == "damaged"
    with pytest.raises(LibraryRefused, match=r"is damaged|cannot be read at all"):
        salvaging.salvage(path)


def opened_or_refused(path: Path, data: bytes) -> Library | None:
    """The library, or None where it was refused, with not a byte of it changed."""
    try:
        return Library.open(path)
    except LibraryRefused:
        assert path.read_bytes() == data
        return None


@pytest.mark.parametrize("seed", range(12))
def test_noise_in_a_page_is_never_a_brief_missing_without_a_word(path: Path, seed: int):
    ids = filled(path)
    data = bytearray(path.read_bytes())
    page = random.Random(seed).randrange(1, len(data) // 4096)
    data[page * 4096 : page * 4096 + 4096] = random.Random(seed).randbytes(4096)
    path.write_bytes(data)
    library = opened_or_refused(path, bytes(data))
    if library is not None:
        with library:
            assert {row.id for row in library.rows()} == set(ids)


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bits_never_change_a_brief_without_a_word(path: Path, seed: int):
    ids = filled(path)
    data = bytearray(path.read_bytes())
    chance = random.Random(seed)
    for _ in range(chance.choice([1, 3, 40])):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    library = opened_or_refused(path, bytes(data))
    if library is not None:
        with library:
            assert {row.id for row in library.rows()} == set(ids)
            assert all(library.get(id).brief.summary == "k" * 900 for id in ids)


def test_a_log_left_by_a_killed_program_is_read(path: Path, tmp_path: Path):
    with Library.open(path) as library:
        library.save(Brief(id="a", headline="In the log"))
        left = {each: each.read_bytes() for each in path.parent.glob(f"{path.name}*")}
    for each, data in left.items():
        (tmp_path / "other").mkdir(exist_ok=True)
        if not each.name.endswith("-shm"):
            (tmp_path / "other" / each.name).write_bytes(data)
    with Library.open(tmp_path / "other" / path.name) as library:
        assert library.get("a").brief.headline == "In the log"
        assert library.state.kind == "ok"


def test_a_log_of_noise_is_passed_over(path: Path):
    filled(path, 3)
    Path(f"{path}-wal").write_bytes(random.Random(1).randbytes(40_000))
    with Library.open(path) as library:
        assert library.count() == 3


def test_a_library_held_locked_is_told_soon(path: Path):
    filled(path, 1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("CREATE TABLE held (x)")
    try:
        with pytest.raises(LibraryRefused, match="locked by another program") as told:
            Library.open(path)
        assert told.value.code == "locked"
    finally:
        other.close()


def test_a_closed_library_says_that_it_is_closed(path: Path):
    library = Library.open(path)
    library.close()
    library.close()
    with pytest.raises(NotRead, match="is closed"):
        library.rows()
    with pytest.raises(NotSaved, match="is closed") as told:
        library.save(Brief(id="late", headline="Late"))
    assert told.value.code == "closed"
    assert told.value.rescue is not None
    assert told.value.rescue.exists()


def test_closing_leaves_one_file(path: Path):
    filled(path)
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == [path.name]
