"""What an edit does to the status of a brief: a ready brief that was changed is looked at again."""

from dataclasses import replace

from briefdesk.brief import moments
from briefdesk.brief.fields import READER_FIELDS
from briefdesk.brief.model import Brief, Status


def after_edit(before: Brief, after: Brief) -> Brief:
    """Give the edited brief the status and the date of publishing that the edit leads to.

    A `ready` brief whose words for readers changed goes back to `review`; a `published` one stays
    published. The first time a brief becomes `published` is its date of publishing, unless it has one.
    """
    if before.status is not Status.PUBLISHED and after.status is Status.PUBLISHED and not after.published_at:
        return replace(after, published_at=moments.now())
    return reviewed_again(before, after)


def reviewed_again(before: Brief, after: Brief) -> Brief:
    """Send a brief back to `review` when it was `ready`, still is, and a reader would see the change."""
    if before.status is Status.READY and after.status is Status.READY and reader_sees(before, after):
        return replace(after, status=Status.REVIEW)
    return after


def reader_sees(before: Brief, after: Brief) -> bool:
    """Tell whether a reader sees a difference between two states of a brief."""
    return any(getattr(before, name) != getattr(after, name) for name in READER_FIELDS)
