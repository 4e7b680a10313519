"""What a check says: a finding, its level, and the place in the brief that it is about."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters: a `must` blocks Ready, a `should` warns, a `could` informs."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark on a brief.

    `field` is the name of a field of `Brief`; `index` is the row in it (bullets, terms, related), and
    `part` the attribute of the row or of the source that holds the text (`definition`, `url`). `span`
    is the piece of that very text as it is stored, in code points, end exclusive; `None` means the
    field as a whole. `fix` says what to do.
    """

    criterion: str
    level: Level
    field: str
    message: str
    index: int | None = None
    part: str = ""
    span: tuple[int, int] | None = None
    fix: str = ""
