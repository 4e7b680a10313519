"""Places in time: a number for every brief whose order is the order of the last changes."""

import math
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select

from briefdesk.brief import moments
from briefdesk.store.prepared import Prepared
from briefdesk.store.schema import PLACES_PER_SECOND, search

_LAST = Prepared(
    select(func.max(search.c.place)).where(
        search.c.place >= bindparam("first"), search.c.place < bindparam("after")
    )
)


def first_of(moment: datetime) -> int:
    """The first place of a moment's second; everything changed earlier stands before it."""
    return math.floor(moment.timestamp()) * PLACES_PER_SECOND


def place_for(connection: Connection, updated_at: str, present: int | None) -> int:
    """A free place for a brief that was changed then, behind all others of the same second.

    A brief that has the last place of that second already (`present`) keeps it, so that fast typing
    does not move it about.
    """
    first = first_of(moments.read(updated_at))
    while True:
        after = first + PLACES_PER_SECOND
        ((last,),) = _LAST.run(connection, {"first": first, "after": after})
        if last is None:
            return first
        if last == present:
            return last
        if last + 1 < after:
            return last + 1
        first = after  # thousands of imported briefs may carry one and the same second
