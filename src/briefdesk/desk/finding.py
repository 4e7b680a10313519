"""Holds a brief to the rubric with what the library around it tells."""

from collections.abc import Mapping

from briefdesk.brief.model import Brief
from briefdesk.checks import check
from briefdesk.checks.criterion import Report
from briefdesk.checks.surroundings import Neighbour, Surroundings
from briefdesk.desk.alarms import known_words
from briefdesk.store.library import Library

_NEAREST = 10


def checked(library: Library, brief: Brief, terms: Mapping[str, str] | None = None) -> Report:
    """All findings on a brief of this library; `terms` are its `terms.names()`, for many briefs."""
    return check(brief, surroundings(library, brief, terms))


def surroundings(library: Library, brief: Brief, terms: Mapping[str, str] | None = None) -> Surroundings:
    """What the rubric needs to know of the library around a brief.

    The headlines nearest to its own, the terms that are explained, the words that need it not.
    """
    near = {each.id: each.headline for each in library.related(brief, limit=_NEAREST)}
    same = library.by_headline(brief.headline) if brief.headline else None
    if same:
        near[same] = brief.headline
    near.pop(brief.id, None)
    return Surroundings(
        neighbours=tuple(Neighbour(id, headline) for id, headline in near.items()),
        terms=library.terms.names() if terms is None else terms,
        known=known_words(library, brief.id),
    )
