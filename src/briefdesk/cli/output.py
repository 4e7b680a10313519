"""What the commands print: JSON Lines for programs, aligned text for people, one line for an error."""

import json
import os
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TextIO

_LONG = 20
"""Pieces of work from which on it is shown how far they are."""

# A line ends at a line feed only, but many readers of lines end them at these too; none of them
# can stand outside a JSON text, where an escape means the same.
_ESCAPED = {ord(char): f"\\u{ord(char):04x}" for char in "\x7f\x85\u2028\u2029"}


class Output:
    """Writes results to standard output and remarks to standard error.

    With `as_json`, standard output holds JSON objects, one a line, and nothing else. With `quiet`,
    what only tells that something was done is left out; results and errors never are.
    """

    def __init__(self, *, as_json: bool = False, quiet: bool = False) -> None:
        self.as_json = as_json
        self.quiet = quiet
        self._is_showing = False

    def row(self, values: Mapping[str, object], text: str | None = None, *, done: bool = False) -> None:
        """Print one result: the object as JSON, or the text for people.

        `done` marks a line that only tells that something was done.
        """
        if self.as_json:
            self.json(values)
        elif text is not None and not (done and self.quiet):
            _write(sys.stdout, text + "\n")

    def json(self, values: Mapping[str, object]) -> None:
        """Print a JSON object on one line."""
        line = json.dumps(values, ensure_ascii=False, separators=(", ", ": "))
        _write(sys.stdout, line.translate(_ESCAPED) + "\n")

    def text(self, text: str) -> None:
        """Print a document as it is, with a line feed at its end."""
        _write(sys.stdout, text if text.endswith("\n") else text + "\n")

    def remark(self, text: str) -> None:
        """Say something in passing on standard error."""
        if not self.quiet:
            self.error(text)

    def aside(self, text: str) -> None:
        """Say something on standard error that only a person needs to hear: not with JSON."""
        if not self.as_json:
            self.remark(text)

    def error(self, text: str) -> None:
        """Say what went wrong on standard error, in one line."""
        self._wipe()
        _write(sys.stderr, f"briefdesk: {one_line(text)}\n")

    def progress(self, done: int, total: int, what: str) -> None:
        """Show how far a long piece of work is: on a terminal, where no other lines tell it."""
        if self.quiet or total < _LONG or not _is_terminal(sys.stderr) or _is_terminal(sys.stdout):
            return
        if done < total:
            _write(sys.stderr, f"\r{one_line(what)}: {done} of {total}")
            self._is_showing = True
            sys.stderr.flush()
        else:
            self._wipe()

    def _wipe(self) -> None:
        """Take the progress off the line before something else is written there."""
        if self._is_showing:
            _write(sys.stderr, "\r\x1b[K")
            self._is_showing = False


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        stream.write(text)


def speak_utf8() -> None:
    """Make standard output and error UTF-8 with line feeds, whatever the locale says.

    A file name that is not UTF-8 is written with escapes, which JSON reads as it should. A program
    that was started with these streams closed gets an open end instead: their numbers must not be
    given to the next file that is opened.
    """
    for number, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
        stream = getattr(sys, name)
        if stream is None:
            _occupy(number)
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _occupy(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        opened = os.open(os.devnull, os.O_RDWR)
        if opened != number:
            os.dup2(opened, number)
            os.close(opened)


def one_line(text: str) -> str:
    """A text on one line, with what could not be seen or would upset a terminal spelt out."""
    return "".join(_shown(char) for char in " ".join(text.split()))


def _shown(char: str) -> str:
    if char == " " or char.isprintable() or unicodedata.category(char) == "Cf":
        return char
    return char.encode("unicode_escape", "surrogatepass").decode()


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of columns as wide as their widest text; wide characters count as two."""
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)] if rows else []
    lines = []
    for row in rows:
        cells = (text + " " * (width - _columns(text)) for text, width in zip(row, widths, strict=True))
        lines.append("  ".join(cells).rstrip())
    return lines


def _columns(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    narrow = sum(unicodedata.category(char) in ("Mn", "Me", "Cf") for char in text)
    return len(text) + wide - narrow
