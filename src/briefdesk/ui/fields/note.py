"""The few words at the right of a field's label."""

from collections.abc import Callable
from typing import NamedTuple


class NoteAct(NamedTuple):
    """Something that can be done about what a note says: the words of its link, and what does it."""

    words: str
    act: Callable[[], object]


class Note(NamedTuple):
    """What a field says about itself; `warn` when something in it wants attention."""

    text: str = ""
    warn: bool = False
    acts: tuple[NoteAct, ...] = ()
