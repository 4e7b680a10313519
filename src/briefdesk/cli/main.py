"""Runs what the command line asks for, and turns every way it can end into an exit code."""

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefdesk.brief.errors import KnownError
from briefdesk.cli.errors import Exit, exit_of, told
from briefdesk.cli.output import Output, speak_utf8
from briefdesk.cli.parser import parse
from briefdesk.cli.work import Work

if TYPE_CHECKING:
    from briefdesk.cli.opening import Opening


@dataclass(frozen=True, slots=True)
class Screen:
    """What needs Qt, called only when it is asked for.

    `open` opens the window and gives the exit code when it is closed; `selftest` renders a page in
    the engine and says how that went, or raises.
    """

    open: "Callable[[Opening], int]"
    selftest: Callable[[], str]


def run(argv: Sequence[str], screen: Screen) -> int:
    """Do what the arguments ask for and give the exit code; nothing is ever raised.

    The window opens when no command was given; every command runs without Qt.
    """
    speak_utf8()
    out = Output()
    try:
        code = _run(list(argv), screen)
    except KnownError as error:
        out.error(told(error))
        code = exit_of(error)
    except SystemExit as done:  # argparse has answered --help or --version
        code = done.code if isinstance(done.code, int) else Exit.DONE
    except BrokenPipeError:
        code = Exit.DONE  # the reader has seen enough: `briefdesk list | head`
    except KeyboardInterrupt:
        out.error("Interrupted. What was done until now is kept")
        code = Exit.INTERRUPTED
    except OSError as error:
        out.error(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        code = Exit.LIBRARY
    except Exception as error:  # noqa: BLE001  (a bug, told in one line; the traceback is one variable away)
        if os.environ.get("BRIEFDESK_TRACEBACK"):
            traceback.print_exc()
        name = type(error).__name__
        out.error(
            f"A fault in BriefDesk: {name}: {error}. Your briefs are safe. BRIEFDESK_TRACEBACK=1 shows more"
        )
        code = Exit.BUG
    return _closed(out, int(code))


def _run(argv: list[str], screen: Screen) -> int:
    asked = parse(argv)
    if asked.selftest:
        from briefdesk.cli.selftest import selftest

        return selftest(Output(as_json=asked.as_json, quiet=asked.quiet), screen.selftest)
    if not asked.command:
        from briefdesk.cli.opening import opening

        return screen.open(opening(asked))
    with Work(asked) as work:
        return _command(asked.command)(work)


def _command(name: str) -> Callable[[Work], int]:
    """The function that carries a command out; each is loaded only when it is called for."""
    match name:
        case "import":
            from briefdesk.cli.importing import import_ as command
        case "list":
            from briefdesk.cli.finding import list_ as command
        case "search":
            from briefdesk.cli.finding import search as command
        case "related":
            from briefdesk.cli.relating import related as command
        case "show":
            from briefdesk.cli.showing import show as command
        case "set":
            from briefdesk.cli.setting import set_ as command
        case "trash":
            from briefdesk.cli.trashing import trash as command
        case "untrash":
            from briefdesk.cli.trashing import untrash as command
        case "check":
            from briefdesk.cli.checking import check as command
        case "export":
            from briefdesk.cli.publishing import export as command
        case "publish":
            from briefdesk.cli.publishing import publish as command
        case "layouts":
            from briefdesk.cli.publishing import layouts as command
        case "channels":
            from briefdesk.cli.publishing import channels as command
        case "history":
            from briefdesk.cli.history import history as command
        case "restore":
            from briefdesk.cli.history import restore as command
        case "backup":
            from briefdesk.cli.keeping import backup as command
        case "restore-backup":
            from briefdesk.cli.keeping import restore_backup as command
        case "verify":
            from briefdesk.cli.keeping import verify as command
        case "doctor":
            from briefdesk.cli.doctor import doctor as command
        case _:
            raise AssertionError(f"the command {name} is listed, and nothing carries it out")
    return command


def _closed(out: Output, code: int) -> int:
    """Write what is still to be written; a full disk is told, a reader that has gone is not."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        _drop_stdout()
    except OSError as error:
        _drop_stdout()
        out.error(f"The answer could not be written: {error.strerror}")
        code = code or Exit.LIBRARY
    return int(code)


def _drop_stdout() -> None:
    """Let the interpreter's own last flush go nowhere, or it would complain in its own words."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
