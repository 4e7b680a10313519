"""What the library gives back: frozen values, free of SQL, so that they can be imported cheaply."""

from dataclasses import dataclass
from pathlib import Path

from briefdesk.brief.model import Brief


@dataclass(frozen=True, slots=True)
class Opened:
    """How a library came up.

    `kind` is "ok", "new" (the file was made), "recovered" (something was damaged and is whole
    again) or "readonly". `message` says the last two in words, and warns of an unsafe place.
    """

    kind: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored brief, the number of its saves, and whether it lies in the trash."""

    brief: Brief
    counter: int
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is durable.

    `action` is "created", "updated" or "unchanged". `slug_changed` says that the slug asked for was
    taken and another one was given.
    """

    brief: Brief
    counter: int
    action: str
    slug_changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `place` is its place in time: the newest has the greatest."""

    id: str
    slug: str
    headline: str
    status: str
    updated_at: str
    publisher: str
    first_bullet: str
    trashed: bool
    place: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """One find of a search.

    `score` is greater for the better, and 0 where the finds are so many that the newest come first.
    `snippet` is plain text in which « and » stand around what was found.
    """

    id: str
    slug: str
    headline: str
    status: str
    updated_at: str
    publisher: str
    first_bullet: str
    trashed: bool
    score: float
    snippet: str
    place: int = 0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A brief that is like another one. `why` holds shared words, the strongest first; never empty."""

    id: str
    headline: str
    summary: str
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """A kept state of a brief: when, by whom, why, and which fields differ from the one before."""

    number: int
    at: str
    author: str
    reason: str
    changed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One term of the house glossary.

    `key` is what all its spellings have in common, `term` the spelling used last, `definition` the
    house wording or else the one used last, `is_house` whether it was chosen. `uses` counts the briefs
    outside the trash that have the term, `wordings` the ways in which it has been explained, `also`
    holds other terms that were merged into it.
    """

    key: str
    term: str
    definition: str
    is_house: bool
    uses: int
    wordings: int
    at: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """A brief outside the trash that explains a term."""

    id: str
    headline: str
    status: str


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a term has been explained, and the briefs that do, newest first."""

    text: str
    term: str
    at: str
    is_house: bool
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A file that a channel wrote: its path relative to the folder, and what it held."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed since a token: id and counter of each brief, and the token to ask with next."""

    token: int
    changed: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Salvage:
    """What became of a damaged library: where it lies now, how many briefs were saved, which were not."""

    kept: Path
    saved: int
    lost: tuple[str, ...]
