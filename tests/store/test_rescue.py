"""Rescue files: one a brief, private, gone when they are of no use any more."""

import json
import stat
from pathlib import Path

from briefdesk import paths
from briefdesk.brief.model import Brief
from briefdesk.store.rescue import Rescue


def test_a_brief_is_written_private_and_replaced_by_a_newer_one(tmp_path: Path):
    rescue = Rescue(tmp_path / "rescue")
    first = rescue.keep(Brief(id="a", headline="One"))
    second = rescue.keep(Brief(id="a", headline="Two"))
    assert first is not None
    assert first == second
    assert json.loads(first.read_text("utf-8"))["headline"] == "Two"
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700
    assert [each.name for each in first.parent.iterdir()] == [first.name]
    rescue.drop("b")
    rescue.drop("a")
    rescue.drop("a")
    assert list(first.parent.iterdir()) == []


def test_without_the_variable_it_lies_in_the_data_folder():
    file = Rescue().keep(Brief(id="a", headline="One"))
    assert file is not None
    assert file.parent == paths.data_dir() / "rescue"


def test_an_id_that_no_file_may_have_is_no_obstacle(tmp_path: Path):
    file = Rescue(tmp_path).keep(Brief(id="../../x", headline="One"))
    assert file is not None
    assert file.parent == tmp_path


def test_what_cannot_be_written_is_not_claimed(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    assert Rescue(tmp_path / "file").keep(Brief(id="a")) is None
    assert Rescue(tmp_path).keep(Brief(id="a", headline="\ud800")) is None
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["file"]
