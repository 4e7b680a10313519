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
        id, events = type_and_kill(library, tmp_path, chance.uniform(0.3, 1.5))
        opened = Library.open(library)
        kept = opened.get(id).brief.headline
        assert opened.verify() == []
        opened.close()
        assert set(kept) == {"x"}
        assert 0 < last(events, "saved") <= len(kept) <= last(events, "asked")
        assert waits_without_need(events) == []


def last(events: list[tuple[str, int]], kind: str) -> int:
    """How many keys the last event of a kind is about; none where there is no such event."""
    return next((keys for each, keys in reversed(events) if each == kind), 0)


def waits_without_need(events: list[tuple[str, int]]) -> list[int]:
    """Keys that were typed while an earlier one waited though no save was under way.

    What a kill may cost is so bounded on a machine of any pace: what is typed during one save.
    """
    begun = next(place for place, (kind, _) in enumerate(events) if kind == "saved")
    return [
        keys
        for place, (kind, keys) in enumerate(events)
        if kind == "typed" and place > begun
        if last(events[:place], "asked") < keys - 1
        if last(events[:place], "asked") <= last(events[:place], "saved")
    ]


def type_and_kill(library: Path, home: Path, seconds: float) -> tuple[str, list[tuple[str, int]]]:
    """Let a window type, kill it that many seconds after its first save; the brief and what happened."""
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
    events = [line.split() for line in lines if line.startswith(("typed", "asked", "saved"))]
    return id, [(kind, int(keys)) for kind, keys in events]
