"""The gate: what is no library is told in words, and not a byte of it is changed."""

import os
import socket
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief
from briefdesk.store import gate
from briefdesk.store.identity import APPLICATION_ID, SCHEMA_NUMBER
from briefdesk.store.library import Library, LibraryRefused


@pytest.fixture
def good(path: Path) -> bytes:
    """The bytes of a library that was closed cleanly; the file itself is gone."""
    with Library.open(path) as library:
        library.save(Brief(headline="One"))
    data = path.read_bytes()
    path.unlink()
    return data


def patched(data: bytes, place: int, new: bytes) -> bytes:
    return data[:place] + new + data[place + len(new) :]


BAD: dict[str, tuple[Callable[[bytes], bytes], str, str]] = {
    "empty": (lambda _: b"", "not_a_library", "is empty"),
    "one byte": (lambda _: b"\0", "not_a_library", "no library of BriefDesk"),
    "text": (lambda _: b"hello\n" * 500, "not_a_library", "no library of BriefDesk"),
    "png": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(9000), "not_a_library", "no library of BriefDesk"),
    "zeros": (lambda _: bytes(100_000), "not_a_library", "no library of BriefDesk"),
    "header only": (lambda good: good[:100], "damaged", "cut off"),
    "half a header": (lambda good: good[:60], "damaged", "header makes no sense"),
    "one page": (lambda good: good[:4096], "damaged", "cut off"),
    "last page missing": (lambda good: good[:-4096], "damaged", "cut off"),
    "odd page size": (lambda good: patched(good, 16, b"\0\3"), "damaged", "header makes no sense"),
    "newer format": (lambda good: patched(good, 18, b"\x63\x63"), "newer", "newer file format"),
    "newer schema": (lambda good: patched(good, 60, (999).to_bytes(4, "big")), "newer", "schema 999"),
    "schema 0": (lambda good: patched(good, 60, bytes(4)), "newer", "schema 0"),
    "another program's": (lambda good: patched(good, 68, b"GPKG"), "not_a_library", "another program"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_library_is_told_in_words_and_not_touched(path: Path, good: bytes, name: str):
    spoil, code, words = BAD[name]
    data = spoil(good)
    path.write_bytes(data)
    with pytest.raises(LibraryRefused, match=words) as refused:
        Library.open(path)
    assert refused.value.code == code
    assert str(path) in str(refused.value)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == data
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(path.name)] == [path.name]


def test_a_database_of_another_program_is_told(path: Path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LibraryRefused, match="another program"):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_folder_is_told(tmp_path: Path):
    with pytest.raises(LibraryRefused, match="is a folder"):
        Library.open(tmp_path)


def test_a_pipe_is_told_and_not_waited_for(path: Path):
    os.mkfifo(path)
    with pytest.raises(LibraryRefused, match="is a pipe"):
        Library.open(path)


def test_a_socket_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        with pytest.raises(LibraryRefused, match="is a socket"):
            Library.open(Path("s"))


def test_a_link_to_nowhere_is_told_and_nothing_is_made(path: Path, tmp_path: Path):
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LibraryRefused, match="which is not there"):
        Library.open(path)
    assert not (tmp_path / "elsewhere").exists()


def test_a_link_in_a_ring_is_told(path: Path):
    path.symlink_to(path)
    with pytest.raises(LibraryRefused):
        Library.open(path)


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path):
    with pytest.raises(LibraryRefused, match="there is no folder"):
        Library.open(tmp_path / "none" / "library.briefdesk")
    assert not (tmp_path / "none").exists()


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(LibraryRefused):
        Library.open(tmp_path / "file" / "library.briefdesk")


def test_a_name_with_a_null_is_told(tmp_path: Path):
    with pytest.raises(LibraryRefused):
        Library.open(tmp_path / "a\0b")


def test_the_header_says_whose_file_it_is(library: Library):
    library.close()
    header = library.path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID == int.from_bytes(b"BrDe", "big")
    assert int.from_bytes(header[60:64], "big") == SCHEMA_NUMBER


def test_a_library_that_is_open_here_is_not_opened_by_hand(library: Library, monkeypatch: pytest.MonkeyPatch):
    # Closing such a file would drop the locks that SQLite holds on it for this process.
    def refuse(*arguments: object) -> int:
        raise AssertionError("opened by hand")

    monkeypatch.setattr(gate.os, "open", refuse)
    assert gate.look(library.path).schema == SCHEMA_NUMBER


def test_a_library_is_forgotten_by_the_gate_when_it_is_closed(path: Path):
    with Library.open(path), Library.open(path):
        pass
    data = path.read_bytes()
    path.write_bytes(patched(data, 60, (999).to_bytes(4, "big")))
    with pytest.raises(LibraryRefused, match="schema 999"):
        Library.open(path)
