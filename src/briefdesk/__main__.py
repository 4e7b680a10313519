"""The program: a command of the command line, or the window."""

import sys
from typing import TYPE_CHECKING

from briefdesk.cli.errors import Unopened
from briefdesk.cli.main import Screen, run

if TYPE_CHECKING:
    from briefdesk.cli.opening import Opening


def main() -> int:
    """Do what the command line asks for; gives the exit code."""
    return run(sys.argv[1:], Screen(_open, _selftest))


def _open(opening: "Opening") -> int:
    try:
        from briefdesk import app  # Qt takes a third of a second: only the window pays for it
    except ImportError as error:
        if "briefdesk" in (error.name or ""):
            raise
        raise Unopened(
            f"Qt cannot be loaded: {error}", todo="Install what the README names for the window"
        ) from None
    return app.run(opening.library, opening.documents)


def _selftest() -> str:
    from briefdesk import app

    return app.selftest_engine()


if __name__ == "__main__":
    sys.exit(main())
