"""What the window is to open: the library and the document that the command line names."""

import difflib
from dataclasses import dataclass
from pathlib import Path

from briefdesk.cli.commands import COMMANDS
from briefdesk.cli.display import can_open
from briefdesk.cli.documents import is_there, names_a_file
from briefdesk.cli.errors import Missing, Unopened, Usage
from briefdesk.cli.parser import Asked

_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Opening:
    """The library to open, the user's own one where it is `None`, and documents to import and show."""

    library: Path | None
    documents: tuple[Path, ...] = ()


def opening(asked: Asked) -> Opening:
    """Find out what the window is to open.

    Raises:
        Usage: a word is neither a command nor a file.
        Missing: a file is not there or cannot be read.
        Unopened: there is no display.
    """
    files = [_file(word) for word in asked.words]
    libraries = [file for file in files if _is_library(file)]
    if len(libraries) + bool(asked.library) > 1:
        raise Usage("The window opens one library at a time", todo="Name one")
    if not can_open():
        raise Unopened(
            "There is no display to open a window on",
            todo="Every command works without one: briefdesk --help",
        )
    named = Path(asked.library) if asked.library else None
    return Opening(
        libraries[0] if libraries else named, tuple(file for file in files if file not in libraries)
    )


def _file(word: str) -> Path:
    if is_there(word):
        return Path(word).absolute()
    if names_a_file(word):
        raise Missing(f"{word}: there is no such file")
    near = difflib.get_close_matches(word, [each.name for each in COMMANDS], 1)
    raise Usage(
        f"{word!r} is neither a command nor a file",
        todo=f"Did you mean briefdesk {near[0]}?" if near else "See briefdesk --help",
    )


def _is_library(file: Path) -> bool:
    if file.is_dir():
        raise Missing(f"{file}: is a folder", todo="Name a brief or a library")
    try:
        with file.open("rb") as opened:
            return opened.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise Missing(f"{file}: {error.strerror}") from None
