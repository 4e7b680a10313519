"""The file that tells of a start that ended the program."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefdesk import __version__
from briefdesk.ui.preview import marker as module
from briefdesk.ui.preview.marker import StartMarker


def dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_without_a_marker_all_is_well(tmp_path: Path):
    assert not StartMarker(tmp_path).tells_of_a_crash()


def test_a_marker_of_a_process_that_is_gone_tells_of_a_crash(tmp_path: Path):
    (tmp_path / "preview-starting").write_text(f"{__version__} {dead_process()}\n", encoding="utf-8")
    assert StartMarker(tmp_path).tells_of_a_crash()


def test_a_marker_of_a_window_that_is_just_starting_does_not(tmp_path: Path):
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        (tmp_path / "preview-starting").write_text(f"{__version__} {process.pid}\n", encoding="utf-8")
        assert not StartMarker(tmp_path).tells_of_a_crash()


def test_another_version_tries_again(tmp_path: Path):
    (tmp_path / "preview-starting").write_text(f"0.0.0-old {dead_process()}\n", encoding="utf-8")
    assert not StartMarker(tmp_path).tells_of_a_crash()


def test_a_start_that_came_to_its_end_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    marker = StartMarker(tmp_path)
    marker.set()
    monkeypatch.setattr(module, "_is_alive", lambda process: False)
    assert marker.tells_of_a_crash()
    marker.clear()
    assert list(tmp_path.iterdir()) == []


def test_the_marker_of_a_crash_stays_until_a_start_succeeds(tmp_path: Path):
    (tmp_path / "preview-starting").write_text(f"{__version__} {dead_process()}\n", encoding="utf-8")
    marker = StartMarker(tmp_path)
    marker.clear()
    assert marker.tells_of_a_crash()


def test_a_folder_that_cannot_be_written_is_no_tragedy(tmp_path: Path):
    marker = StartMarker(tmp_path / "nowhere")
    marker.set()
    marker.clear()
    assert not marker.tells_of_a_crash()
