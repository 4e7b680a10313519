"""Which brief is in the form when a library is opened."""

from typing import TYPE_CHECKING, NamedTuple

from briefdesk.brief.errors import KnownError

if TYPE_CHECKING:
    from briefdesk.store.library import Library


class FirstBrief(NamedTuple):
    """The id of a brief, "" for none, and whether it is the sample."""

    id: str
    is_sample: bool = False


def first_brief(library: "Library", last: object, *, with_sample: bool) -> FirstBrief:
    """The brief that was open last, else the newest; in an empty library the sample, where it is wanted."""
    rows = library.rows(limit=1)
    if not rows and with_sample:
        from briefdesk.desk.sample import add_sample

        return FirstBrief(add_sample(library), is_sample=True)
    if isinstance(last, str) and _is_there(library, last):
        return FirstBrief(last)
    return FirstBrief(rows[0].id if rows else "")


def _is_there(library: "Library", id: str) -> bool:
    try:
        return not library.get(id).trashed
    except KnownError:
        return False
