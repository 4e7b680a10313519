"""`make bench`: a table of figures, each with its floor, ours, their ratio and the goal."""

import os
import subprocess
import sys

from tests.bench.rounds import HEAD

PARTS = ("start", "stall", "saving", "keys", "thousand", "proofed", "paste")
CODE = """
import io
from briefdesk.ui.crash.hooks import install
from briefdesk.ui.preview.environment import ENGINE_NOISE
install(str, ENGINE_NOISE, io.StringIO())
from tests.bench.{part} import measure
for each in measure():
    print(each.line(), flush=True)
"""
"""What the engine always says is kept out of the table, as the program keeps it out of the terminal."""


def main() -> int:
    """Run each part in a process of its own, so that none warms another."""
    environment = dict(os.environ)
    if not _has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
        print("No display: both sides are measured offscreen. For a display, try: xvfb-run make bench")
    print(HEAD, flush=True)
    failed = 0
    for part in PARTS:
        done = subprocess.run([sys.executable, "-c", CODE.format(part=part)], check=False, env=environment)
        failed += done.returncode != 0
    return 1 if failed else 0


def _has_display() -> bool:
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
