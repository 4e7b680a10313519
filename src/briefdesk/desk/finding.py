"""Holds a brief to the rubric with what the library around it tells."""

from briefdesk.brief.model import Brief
from briefdesk.checks import check
from briefdesk.checks.criterion import Report
from briefdesk.checks.surroundings import Neighbour, Surroundings
from briefdesk.store.library import Library

_NEAREST = 10


def checked(library: Library, brief: Brief) -> Report:
    """All findings on a brief of this library."""
    return check(brief, surroundings(library, brief))


def surroundings(library: Library, brief: Brief) -> Surroundings:
    """What the rubric needs to know of the library around a brief: the headlines nearest to its own."""
    near = {each.id: each.headline for each in library.related(brief, limit=_NEAREST)}
    same = library.by_headline(brief.headline) if brief.headline else None
    if same:
        near[same] = brief.headline
    near.pop(brief.id, None)
    return Surroundings(tuple(Neighbour(id, headline) for id, headline in near.items()))
