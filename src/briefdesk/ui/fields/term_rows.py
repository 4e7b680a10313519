"""What those who help with terms may do to the field of terms."""

from collections.abc import Callable, Sequence
from typing import Protocol

from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.term_row import TermRow


class Rows(Protocol):
    """What is helped: the rows of terms, and what can be done to them, each in one step."""

    @property
    def rows(self) -> Sequence[TermRow]:
        """The rows, the last of which waits."""
        ...

    def add(self, term: str, definition: str) -> int:
        """Add a term; gives its row."""
        ...

    def set_definition(self, number: int, definition: str) -> None:
        """Put a definition in the place of another."""
        ...

    def set_term(self, number: int, term: str) -> None:
        """Have a term spelled otherwise."""
        ...

    def drop(self, number: int) -> None:
        """Take a term away without a word."""
        ...

    def go_to_definition(self, number: int) -> None:
        """Put the caret behind a definition."""
        ...

    def run_known(self, act: Callable[[], object]) -> None:
        """Do something with the library; what it refuses is told."""
        ...

    def show_note(self, note: Note) -> None:
        """Say something about the field."""
        ...

    def tell(self, words: str) -> None:
        """Say something in the window."""
        ...
