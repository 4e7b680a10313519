"""Writing files whole or not at all."""

import os
import time
from pathlib import Path

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.channels.folder import Folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_stands_in_its_place_only_when_it_is_put(tmp_path: Path):
    folder = Folder(tmp_path)
    staged = folder.stage("a.txt", b"new")
    assert folder.read("a.txt") is None
    folder.sync([staged])
    folder.put([staged])
    assert folder.read("a.txt") == b"new"
    assert names(tmp_path) == ["a.txt"]


def test_what_is_discarded_leaves_nothing(tmp_path: Path):
    folder = Folder(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"old")
    folder.discard([folder.stage("a.txt", b"new")])
    assert names(tmp_path) == ["a.txt"]
    assert folder.read("a.txt") == b"old"


def test_many_files_are_synced_and_put_together(tmp_path: Path):
    folder = Folder(tmp_path / "new" / "er")
    folder.prepare()
    staged = [folder.stage(f"sub/{number}.txt", b"x") for number in range(20)]
    folder.sync(staged)
    folder.put(staged)
    assert len(names(folder.path / "sub")) == 20


def test_exported_files_are_for_others_to_read(tmp_path: Path):
    folder = Folder(tmp_path)
    before = os.umask(0o022)
    try:
        folder.put([folder.stage("a.txt", b"x")])
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o644


@pytest.mark.parametrize("path", ["../a", "/etc/a", "a/../../b", "", "a\\b"])
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str):
    with pytest.raises(ValueError, match="not a path inside"):
        Folder(tmp_path).place(path)


def test_a_folder_that_cannot_be_is_told_in_words(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnownError, match="Nothing was written"):
        Folder(tmp_path / "file" / "sub").prepare()


def test_a_folder_in_a_files_place_is_told_in_words(tmp_path: Path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(KnownError, match=r"a\.txt"):
        Folder(tmp_path).read("a.txt")


def test_what_a_killed_run_left_is_swept_and_what_a_live_one_writes_is_not(tmp_path: Path):
    folder = Folder(tmp_path)
    dead, live = folder.stage("a", b"x").temporary, folder.stage("b", b"x").temporary
    long_ago = time.time() - 7200
    os.utime(dead, (long_ago, long_ago))
    folder.prepare()
    assert names(tmp_path) == [live.name]
