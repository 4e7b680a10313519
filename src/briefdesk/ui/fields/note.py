"""The few words at the right of a field's label."""

from typing import NamedTuple


class Note(NamedTuple):
    """What a field says about itself; `warn` when something in it wants attention."""

    text: str = ""
    warn: bool = False
