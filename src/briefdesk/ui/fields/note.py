"""The few words at the right of a field's label."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """What a field says about itself; `warn` when something in it wants attention."""

    text: str = ""
    warn: bool = False
