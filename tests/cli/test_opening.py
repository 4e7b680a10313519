"""What the window is asked to open, and whether there is a display for it."""

import socket
from pathlib import Path

import pytest

from briefdesk.cli.display import can_open
from briefdesk.cli.opening import Opening
from tests.cli.conftest import Program


@pytest.fixture(autouse=True)
def display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def test_no_command_opens_the_users_own_library(briefdesk: Program, opened: list[Opening]):
    assert briefdesk(library="").code == 0
    assert opened == [Opening(None)]


def test_a_named_library_is_opened(briefdesk: Program, opened: list[Opening]):
    briefdesk(library="mine.db")
    assert opened == [Opening(Path("mine.db"))]


def test_a_brief_and_a_library_are_told_apart(
    briefdesk: Program, opened: list[Opening], page: Path, tmp_path: Path
):
    briefdesk("list", library="lib.db")
    briefdesk(page, library="")
    briefdesk("lib.db", library="")
    briefdesk("lib.db", "page.txt", library="")
    library = tmp_path / "lib.db"
    assert opened == [Opening(None, (page,)), Opening(library), Opening(library, (page,))]


def test_what_is_neither_command_nor_file_is_refused(
    briefdesk: Program, opened: list[Opening], tmp_path: Path
):
    answers = [briefdesk("improt"), briefdesk("frobnicate"), briefdesk("no.json"), briefdesk(tmp_path)]
    assert [answer.code for answer in answers] == [2, 2, 4, 4]
    assert "import" in answers[0].said
    assert not opened


def test_two_libraries_are_one_too_many(briefdesk: Program):
    briefdesk("list", library="lib.db")
    assert briefdesk("lib.db", library="other.db").code == 2


def test_without_a_display_one_line_says_so(
    briefdesk: Program, opened: list[Opening], monkeypatch: pytest.MonkeyPatch
):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_SOCKET"):
        monkeypatch.delenv(name, raising=False)
    answer = briefdesk()
    assert answer.code == 3
    assert "display" in answer.said
    assert not opened


@pytest.mark.parametrize(
    "env",
    [
        {},
        {"DISPLAY": ":9917"},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": "127.0.0.1:70000"},
        {"DISPLAY": "/no/such/socket"},
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/no/such/folder"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_a_display_that_does_not_answer_is_none(env: dict[str, str]):
    assert not can_open(env)


def test_a_display_that_answers_is_one(tmp_path: Path):
    path = tmp_path / "wayland-7"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        assert can_open({"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": str(tmp_path)})
        assert can_open({"WAYLAND_DISPLAY": str(path)})
        assert can_open({"DISPLAY": str(path)})
        assert not can_open({"WAYLAND_DISPLAY": str(path), "QT_QPA_PLATFORM": "xcb"})


@pytest.mark.parametrize("platform", ["offscreen", "vnc:size=800x600", "xcb;offscreen"])
def test_a_platform_that_needs_no_display_is_enough(platform: str):
    assert can_open({"QT_QPA_PLATFORM": platform})
