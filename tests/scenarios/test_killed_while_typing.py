"""kill -9 in the middle of typing: what was said to be saved is there, whole, at the next start."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefdesk.store.library import Library

ROUNDS = 5


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="kill -9 is a thing of POSIX systems")
def test_nothing_that_was_said_to_be_saved_is_lost_when_the_window_is_killed(tmp_path: Path) -> None:
    library = tmp_path / "killed.briefdesk"
    chance = random.Random(7)
    for _ in range(ROUNDS):
        id, typed, saved = type_and_kill(library, tmp_path, chance.uniform(0.3, 1.5))
        opened = Library.open(library)
        kept = opened.get(id).brief.headline
        assert opened.verify() == []
        opened.close()
        assert saved > 0
        assert set(kept) == {"x"}
        assert saved <= len(kept) <= typed


def type_and_kill(library: Path, home: Path, seconds: float) -> tuple[str, int, int]:
    """Let a window type, kill it that many seconds after its first save; what it had typed and saved."""
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", BRIEFDESK_PREVIEW="simple", HOME=str(home))
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.scenarios.typist", str(library)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    lines: list[str] = []
    end = float("inf")
    while time.monotonic() < end:
        line = process.stdout.readline()
        assert line, process.stderr.read()
        lines.append(line)
        if line.startswith("saved") and end == float("inf"):
            end = time.monotonic() + seconds
    process.kill()
    lines += process.stdout.read().splitlines()
    process.wait()
    process.stdout.close()
    process.stderr.close()
    id = next(line.split()[1] for line in lines if line.startswith("brief"))
    typed = max(int(line.split()[1]) for line in lines if line.startswith("typed"))
    saved = max(int(line.split()[2]) for line in lines if line.startswith("saved"))
    return id, typed, saved
