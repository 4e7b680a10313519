"""Tests of the verdict on one file of an export."""

from pathlib import Path

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.channels.channel import Artifact
from briefdesk.channels.folder import Folder, sha256
from briefdesk.desk.verdict import Changed, Verdict, is_there, verdict
from briefdesk.store.records import Written

NEW = Artifact(path="a.md", data=b"new", brief_id="a")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path)
    made.prepare()
    return made


def test_a_file_is_created_where_there_is_none(folder: Folder):
    assert verdict(folder, NEW, {}, overwrite=False) == Verdict("created")


def test_a_file_that_holds_what_it_should_is_unchanged_whoever_wrote_it(folder: Folder, tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"new")
    assert verdict(folder, NEW, {}, overwrite=False) == Verdict("unchanged")


def test_a_file_of_ours_is_updated(folder: Folder, tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"old")
    assert verdict(folder, NEW, {"a.md": sha256(b"old")}, overwrite=False) == Verdict("updated")


def test_a_file_that_somebody_changed_is_updated_only_when_that_is_wanted_and_is_kept(
    folder: Folder, tmp_path: Path
):
    (tmp_path / "a.md").write_bytes(b"theirs")
    ours = {"a.md": sha256(b"old")}
    with pytest.raises(Changed):
        verdict(folder, NEW, ours, overwrite=False)
    assert verdict(folder, NEW, ours, overwrite=True) == Verdict("updated", b"theirs")


def test_a_file_of_somebody_else_is_never_written_over(folder: Folder, tmp_path: Path):
    (tmp_path / "a.md").write_bytes(b"theirs")
    with pytest.raises(KnownError, match="did not write it") as caught:
        verdict(folder, NEW, {}, overwrite=True)
    assert not isinstance(caught.value, Changed)


def test_a_file_of_ours_may_be_removed_unless_somebody_changed_it(folder: Folder, tmp_path: Path):
    entry = Written("a.md", sha256(b"old"))
    assert not is_there(folder, entry)
    (tmp_path / "a.md").write_bytes(b"old")
    assert is_there(folder, entry)
    (tmp_path / "a.md").write_bytes(b"theirs")
    with pytest.raises(Changed, match="changed since it was written"):
        is_there(folder, entry)
