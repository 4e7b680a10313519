"""`make bench`: a table of figures, each with its floor, ours, their ratio and the goal."""

import subprocess
import sys

from tests.bench.rounds import HEAD

PARTS = ("start", "saving", "keys", "thousand")


def main() -> int:
    """Run each part in a process of its own, so that none warms another."""
    print(HEAD)
    failed = 0
    for part in PARTS:
        code = (
            f"from tests.bench.{part} import measure\nfor each in measure(): print(each.line(), flush=True)"
        )
        done = subprocess.run([sys.executable, "-c", code], check=False)
        failed += done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
