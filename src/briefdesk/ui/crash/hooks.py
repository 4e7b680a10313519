"""Catches what nobody caught, in every thread, and files the engine's known chatter."""

import faulthandler
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

Show = Callable[[str], None]
"""Shows a bug's report; called in the thread where the bug was met."""


def install(show: Show, noise: Iterable[re.Pattern[str]], log: TextIO) -> None:
    """Route every uncaught exception to `show`, and Qt's messages to standard error but for the noise.

    The known noise of the engine goes to `log`, line by line, so that it can be read when needed.
    """

    def on_exception(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(report)
        show(report)

    def on_thread_exception(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    known = tuple(noise)

    def on_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if any(pattern.search(message) for pattern in known):
            log.write(message + "\n")
            log.flush()
        else:
            sys.stderr.write(f"{kind.name.removeprefix('Qt').removesuffix('Msg').lower()}: {message}\n")

    sys.excepthook = on_exception
    threading.excepthook = on_thread_exception
    qInstallMessageHandler(on_message)


class CrashFile:
    """A file that the interpreter writes to when the program dies, and that is offered at the next start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.last = _read(path)
        self._file = path.open("w", encoding="utf-8")
        path.chmod(0o600)
        faulthandler.enable(self._file)

    def close(self) -> None:
        """The program ends in good order: nothing is to be offered."""
        faulthandler.disable()
        self._file.close()
        self._path.unlink(missing_ok=True)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
