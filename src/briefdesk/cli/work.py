"""What a command works with: what was asked for, where to print, and the library, opened when needed."""

from argparse import Namespace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from briefdesk.brief.errors import KnownError
from briefdesk.cli.errors import Exit, Unopened, exit_of, told
from briefdesk.cli.output import Output
from briefdesk.cli.parser import Asked
from briefdesk.paths import default_library

if TYPE_CHECKING:
    from briefdesk.store.library import Library


class Work:
    """One command at work. Leaving the `with` closes the library."""

    def __init__(self, asked: Asked) -> None:
        self.words: tuple[str, ...] = asked.words
        self.options: Namespace = asked.options
        self.out = Output(as_json=asked.as_json, quiet=asked.quiet)
        self._named = asked.library
        self._library: Library | None = None
        self._good = 0
        self._bad: list[Exit] = []

    def __enter__(self) -> "Work":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._library is not None:
            self._library.close()

    @property
    def library_path(self) -> Path:
        """The library that was named, or the user's own one.

        Raises:
            Unopened: the folder of the user's own library cannot be made.
        """
        return library_path(self._named)

    @property
    def library(self) -> "Library":
        """The library, opened on first use.

        Raises:
            LibraryRefused: it is not opened; not a byte of it has been changed.
        """
        if self._library is None:
            from briefdesk.store.library import Library

            self._library = Library.open(self.library_path)
            if self._library.state.message:
                self.out.remark(self._library.state.message)
        return self._library

    def did(self) -> None:
        """Count one of the things that were asked for as done."""
        self._good += 1

    def failed(self, error: KnownError, text: str = "", **values: object) -> None:
        """Tell of one of the things that were asked for that it cannot be done; the others still can.

        `text` is the line on standard error, the error's own where it is empty; `values` is the JSON
        line, which gets the error too.
        """
        self._bad.append(exit_of(error))
        self.out.error(text or told(error))
        self.out.row({"error": told(error)} | values)

    def ended(self) -> int:
        """The exit code after all that was asked for was tried."""
        if self._good and self._bad:
            return Exit.ATTENTION
        return self._bad[0] if self._bad else Exit.DONE


def library_path(named: str) -> Path:
    """The library of that name, or the user's own one.

    Raises:
        Unopened: the folder of the user's own library cannot be made.
    """
    if named:
        return Path(named)
    try:
        return default_library()
    except (OSError, RuntimeError) as error:
        raise Unopened(
            f"The folder of your library cannot be made: {error}", todo="Name a library with --library PATH"
        ) from None
