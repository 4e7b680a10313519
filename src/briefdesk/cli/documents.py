"""Reads what a word of the command line names: a file, or standard input."""

import os
import re
import sys
from pathlib import Path

from briefdesk.cli.errors import Missing

MAX_BYTES = 256 * 1024 * 1024
"""Largest document, in bytes: about 100,000 briefs as JSON Lines; more is a mistake or a trap."""

_NOT_A_REFERENCE = re.compile(r"[./\\]")  # neither ids nor slugs hold these


def read_document(word: str) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        Missing: it is not there, cannot be read, holds nothing, or is too large.
    """
    try:
        data = _read_input() if word == "-" else _read_file(word)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise Missing(f"{word}: {reason}", todo="Name a file that can be read") from None
    name = "Standard input" if word == "-" else word
    if len(data) > MAX_BYTES:
        raise Missing(f"{name}: larger than {MAX_BYTES >> 20} MiB", todo="Cut it into several files")
    if not data.strip():
        raise Missing(f"{name}: there is nothing in it")
    return data


def names_a_file(word: str) -> bool:
    """Tell whether a word that may be a brief or a file can only be a file."""
    return word == "-" or _NOT_A_REFERENCE.search(word) is not None


def is_there(word: str) -> bool:
    """Tell whether a file of that name is there."""
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def _read_file(word: str) -> bytes:
    if os.path.isdir(word):  # noqa: PTH112  (a name of bytes that are no text is a name all the same)
        raise Missing(f"{word}: is a folder", todo="Name the files in it")
    with open(word, "rb") as file:  # noqa: PTH123
        return _at_most(file.fileno())


def _read_input() -> bytes:
    if sys.stdin is None:
        raise Missing("Standard input is closed", todo="Pipe a document into it")
    return _at_most(sys.stdin.fileno())


def _at_most(number: int) -> bytes:
    """Read until the end, but never much more than the limit: some files have no end."""
    parts: list[bytes] = []
    left = MAX_BYTES + 1
    while left > 0 and (part := os.read(number, min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
