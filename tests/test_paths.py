"""Tests of the folders that are ours."""

import os
import stat
import sys
from pathlib import Path

import pytest

from briefdesk import paths


def test_our_resources_are_found_in_a_working_copy():
    assert paths.resources() == Path(__file__).resolve().parents[1] / "resources"


def test_our_resources_are_found_in_a_frozen_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "briefdesk" / "resources").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "briefdesk" / "resources"


@pytest.mark.skipif(os.name != "posix", reason="folder modes are POSIX")
@pytest.mark.parametrize("folder", [paths.data_dir, paths.config_dir, paths.state_dir])
def test_a_folder_of_ours_is_made_and_closed_to_others(folder):
    made = folder()
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    made.chmod(0o755)
    assert stat.S_IMODE(folder().stat().st_mode) == 0o700


def test_the_library_of_the_environment_is_the_default_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert paths.default_library() == paths.data_dir() / "library.briefdesk"
    monkeypatch.setenv("BRIEFDESK_LIBRARY", str(tmp_path / "other.db"))
    assert paths.default_library() == tmp_path / "other.db"


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is a thing of Linux")
@pytest.mark.parametrize("value", ["", "relative/folder"])
def test_a_variable_that_names_no_absolute_folder_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str
):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", value)
    assert paths.config_dir() == tmp_path / ".config" / "briefdesk"
