"""The slug a brief is stored under: given or made, and no other brief's."""

from typing import Final

from sqlalchemy import Connection, select

from briefdesk.brief.model import Brief
from briefdesk.brief.slug import MAX_BYTES, fallback_slug, is_made_from, make_slug
from briefdesk.store.schema import briefs

_ONE_BY_ONE: Final = 20


def slug_for(connection: Connection, brief: Brief, old: Brief | None) -> str:
    """The slug of a brief that is about to be stored over `old`.

    A given slug is kept, and so is the stored one of a brief that brings none, as long as its
    headline would make it or it has been published. Where another brief has the slug, ignoring
    case, it gets `-2` and so on.
    """
    if brief.slug:
        wanted = brief.slug
    elif old and old.slug and (old.published_at or is_made_from(old.slug, brief.headline)):
        return old.slug
    else:
        wanted = make_slug(brief.headline) or fallback_slug(brief.created_at, brief.id)
    if old and old.slug.casefold() == wanted.casefold():
        return wanted
    return _free(connection, wanted, brief.id)


def _free(connection: Connection, wanted: str, id: str) -> str:
    def is_taken(slug: str) -> bool:
        found = connection.scalar(
            select(briefs.c.key).where(briefs.c.slug_key == slug.casefold(), briefs.c.id != id)
        )
        return found is not None

    if not is_taken(wanted):
        return wanted
    for number in range(2, _ONE_BY_ONE):
        if not is_taken(_numbered(wanted, number)):
            return _numbered(wanted, number)
    # Thousands of briefs under one headline: double the number until one is free, then close in on it.
    low, high = _ONE_BY_ONE - 1, _ONE_BY_ONE
    while is_taken(_numbered(wanted, high)):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_taken(_numbered(wanted, middle)) else (low, middle)
    return _numbered(wanted, high)


def _numbered(slug: str, number: int) -> str:
    ending = f"-{number}"
    room = MAX_BYTES - len(ending)
    short = slug.encode("utf-8")[:room].decode("utf-8", "ignore").rstrip("-")
    return (slug if len(slug.encode("utf-8")) <= room else short) + ending
