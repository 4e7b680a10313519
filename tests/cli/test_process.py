"""The program as a process of its own: streams, locale, signals, and what it loads."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE

PROGRAM = [sys.executable, "-m", "briefdesk"]


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONIOENCODING", "PYTHONUTF8")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return kept | {"HOME": str(tmp_path), "BRIEFDESK_LIBRARY": str(tmp_path / "lib.db")} | more


def call(
    tmp_path: Path, *words: str, env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    return started(tmp_path, [*PROGRAM, *words], env)


def in_shell(tmp_path: Path, command: str) -> "subprocess.CompletedProcess[bytes]":
    """Run `briefdesk …` with what a shell can do to its streams."""
    return started(
        tmp_path, ["bash", "-c", command.replace("briefdesk", f'"{sys.executable}" -m briefdesk', 1)]
    )


def started(
    tmp_path: Path, command: list[str], env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        command, env=env or environment(tmp_path), capture_output=True, cwd=tmp_path, timeout=120, check=False
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "page.txt"
    file.write_text(PAGE.replace("City", "Citý 日本"), encoding="utf-8")
    return file


def test_a_command_loads_no_qt_and_help_loads_next_to_nothing(tmp_path: Path, page: Path):
    loaded = call(
        tmp_path, "import", "page.txt", env=environment(tmp_path, PYTHONPROFILEIMPORTTIME="1")
    ).stderr
    assert b"sqlalchemy" in loaded
    assert b"PySide6" not in loaded
    light = call(tmp_path, "--help", env=environment(tmp_path, PYTHONPROFILEIMPORTTIME="1"))
    assert light.returncode == 0
    assert b"sqlalchemy" not in light.stderr
    assert b"lxml" not in light.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_output_is_utf_8_whatever_the_locale(tmp_path: Path, page: Path, locale: str):
    env = environment(tmp_path, LC_ALL=locale, PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert call(tmp_path, "import", "page.txt", env=env).returncode == 0
    done = call(tmp_path, "list", env=env)
    assert "Citý 日本" in done.stdout.decode("utf-8")


def test_a_file_name_that_is_no_text_is_told_in_valid_json(tmp_path: Path):
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(PAGE)
    done = call(tmp_path, "--json", "import", name)
    assert done.returncode == 0
    assert b"caf\\udce9.txt" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path):
    lines = "".join(f'{{"headline": "{"A long headline " * 15}{n}"}}\n' for n in range(400))
    (tmp_path / "many.jsonl").write_text(lines)
    call(tmp_path, "import", "many.jsonl")
    done = in_shell(tmp_path, 'briefdesk list | head -n 1; echo "${PIPESTATUS[0]}" >&2')
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b"0\n"


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_harm_nothing(tmp_path: Path, page: Path, closed: str):
    done = in_shell(tmp_path, f"briefdesk import page.txt {closed}; exit $?")
    assert (done.returncode, done.stderr) == (0, b"")
    assert call(tmp_path, "verify").returncode == 0
    assert call(tmp_path, "list").stdout.count(b"\n") == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_answer_that_cannot_be_written_is_told(tmp_path: Path, page: Path):
    call(tmp_path, "import", "page.txt")
    done = in_shell(tmp_path, "briefdesk list > /dev/full")
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


def test_an_interrupt_ends_it_with_one_line(tmp_path: Path):
    waiting = subprocess.Popen(
        [*PROGRAM, "import", "-"],
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background has interrupts ignored, and children inherit that.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509  (no threads here)
    )
    assert waiting.stdin is not None
    assert waiting.stderr is not None
    with waiting.stdin, waiting.stderr:
        waiting.stdin.write(b"City closes bridge\n")
        waiting.stdin.flush()
        wait_until_it_reads(waiting.pid)
        waiting.send_signal(signal.SIGINT)
        waiting.wait(30)
        told = waiting.stderr.read()
    assert waiting.returncode == 130
    assert told.count(b"\n") == 1
    assert b"Traceback" not in told


def wait_until_it_reads(pid: int) -> None:
    """Until the process waits for its standard input: only then is the interrupt what a person would send."""
    for _ in range(300):
        call_number = Path(f"/proc/{pid}/syscall").read_text().split()
        if call_number[:2] == ["0", "0x0"]:  # read(0, …) on x86-64
            return
        time.sleep(0.1)


def test_the_window_without_a_display_says_so_in_one_line(tmp_path: Path):
    done = call(tmp_path)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
    assert b"display" in done.stderr


def test_the_users_own_library_is_made_on_first_use_and_closed_to_others(tmp_path: Path):
    env = environment(tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
    del env["BRIEFDESK_LIBRARY"]
    assert call(tmp_path, "list", env=env).returncode == 0
    folder = tmp_path / "data" / "briefdesk"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_mode & 0o777 == 0o600 for file in folder.iterdir() if file.is_file())


def test_a_home_that_cannot_be_written_is_told(tmp_path: Path):
    (tmp_path / "file").write_text("")
    env = environment(tmp_path, XDG_DATA_HOME=str(tmp_path / "file"))
    del env["BRIEFDESK_LIBRARY"]
    done = call(tmp_path, "list", env=env)
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1
