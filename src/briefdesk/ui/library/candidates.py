"""Which briefs the related picker shows: those chosen, and those offered with their reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefdesk.brief.errors import KnownError
from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief, Related

if TYPE_CHECKING:
    from briefdesk.store.library import Library

OFFERED = 5
"""Suggestions shown at a time: as many as there are digits for them."""

FOUND = 8
"""Finds of a search shown at a time."""

SPARE = 8
"""Suggestions asked for beyond those shown, so that the next ones are there when some are chosen."""

WORDS_OF_A_REASON = 2
"""Shared words that are shown as the reason."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A brief that may be listed under "More briefs", with the text that would be pinned."""

    id: str
    headline: str
    summary: str
    why: tuple[str, ...] = ()

    @property
    def related(self) -> Related:
        """The entry that choosing it makes."""
        return Related(id=self.id, headline=self.headline, summary=self.summary)


@dataclass(frozen=True, slots=True)
class Offers:
    """What was found for one brief: candidates, best first, and how many briefs there are to choose from."""

    candidates: tuple[Candidate, ...] = ()
    others: int = 0

    @property
    def reasons(self) -> Mapping[str, tuple[str, ...]]:
        """The reason for each brief that was found, chosen or not."""
        return {each.id: each.why for each in self.candidates}

    def free(self, brief: Brief, most: int) -> tuple[Candidate, ...]:
        """The first candidates that are neither chosen already nor the brief itself."""
        taken = {entry.id for entry in brief.related} | {brief.id}
        return tuple(each for each in self.candidates if each.id not in taken)[:most]


def suggest(library: "Library", brief: Brief) -> Offers:
    """Ask the library which briefs are like this one."""
    limit = OFFERED + SPARE + len(brief.related)
    found = library.related(brief, limit=limit)
    made = (Candidate(each.id, each.headline, each.summary, each.why) for each in found)
    return Offers(tuple(_with_summary(library, each) for each in made), _others(library, brief))


def find(library: "Library", query: str, brief: Brief) -> Offers:
    """Search the library for briefs to choose."""
    hits = library.search(query, limit=FOUND + len(brief.related) + 1)
    offers = Offers(tuple(Candidate(hit.id, hit.headline, "") for hit in hits))
    made = (_with_summary(library, each) for each in offers.free(brief, FOUND))
    return Offers(tuple(made), _others(library, brief))


def summary_of(brief: Brief) -> str:
    """The words about a brief where another one lists it: its summary, else its first bullet."""
    return brief.summary or next((plain(bullet) for bullet in brief.bullets if bullet.strip()), "")


def moved(entries: Iterable[Related], row: int, by: int) -> tuple[Related, ...]:
    """The entries with the one in that row moved up (-1) or down (+1); the same where it cannot."""
    made = list(entries)
    target = row + by
    if 0 <= row < len(made) and 0 <= target < len(made):
        made.insert(target, made.pop(row))
    return tuple(made)


def _with_summary(library: "Library", candidate: Candidate) -> Candidate:
    if candidate.summary:
        return candidate
    try:
        return replace(candidate, summary=summary_of(library.get(candidate.id).brief))
    except KnownError:
        return candidate  # gone or damaged since it was found: it can still be named


def _others(library: "Library", brief: Brief) -> int:
    """How many briefs can be chosen: all outside the trash but this one, which may not be among them."""
    try:
        is_counted = not library.get(brief.id).trashed
    except KnownError:
        is_counted = False  # new, and not stored yet
    return library.count() - is_counted
