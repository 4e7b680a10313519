"""What of a document goes into the brief that it updates: what it says, over what is stored."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from briefdesk.brief import moments
from briefdesk.brief.model import Brief, Related, Source, Status
from briefdesk.desk.status import reader_sees, reviewed_again

_OWN = frozenset({"id", "slug", "created_at", "updated_at", "extra"})
_EMPTY = Brief()


def joined(stored: Brief, draft: Brief, given: AbstractSet[str] | None) -> Brief:
    """The stored brief with what a document says of it.

    `given` names the fields that the document has, empty ones too (a key of JSON); `None` is a
    document that shows only what is filled (a page): its silence on a field changes nothing, and so
    a note or a tag that was added at the desk stays.
    """
    names = set(Brief.__dataclass_fields__) - _OWN
    said = names & given if given is not None else {name for name in names if _is_said(draft, name)}
    values: dict[str, object] = {name: getattr(draft, name) for name in said}
    if draft.slug:
        values["slug"] = draft.slug
    if draft.created_at and given is not None:
        values["created_at"] = draft.created_at
    if given is None and _is_known_date(stored, draft.published_at):
        values.pop("published_at", None)
    if stored.published_at and stored.slug:
        values["slug"] = stored.slug  # links to it are out in the world
    if given is None and "source" in said:
        values["source"] = _source(stored.source, draft.source)
    after = replace(stored, **values, extra={**stored.extra, **draft.extra})
    after = _with_status(stored, draft, after)
    return replace(after, updated_at=_later(stored.updated_at, draft.updated_at))


def listed_again(stored: tuple[Related, ...], listed: tuple[Related, ...]) -> tuple[Related, ...]:
    """The entries of a page with what the stored entry of the same headline knows beside its words."""
    known = {entry.headline: entry for entry in reversed(stored)}
    return tuple(
        replace(known[entry.headline], summary=entry.summary or known[entry.headline].summary)
        if entry.headline in known
        else entry
        for entry in listed
    )


def _is_said(draft: Brief, name: str) -> bool:
    return getattr(draft, name) != getattr(_EMPTY, name)


def _is_known_date(stored: Brief, shown: str | None) -> bool:
    """Whether the one date that a page shows is one that the brief has: a page tells it to the second."""
    dates = (stored.published_at, stored.publish_at, stored.created_at)
    return shown is not None and any(date and _second(date) == _second(shown) for date in dates)


def _second(moment: str) -> str:
    try:
        return moments.write(moments.read(moment))[: len("2026-03-01T09:30:00")]
    except (ValueError, OverflowError):
        return moment


def _source(stored: Source, told: Source) -> Source:
    filled = {
        name: text for name in ("url", "publisher", "title", "citation") if (text := getattr(told, name))
    }
    return replace(stored, **filled)


def _with_status(stored: Brief, draft: Brief, after: Brief) -> Brief:
    """A ready brief that was changed is looked at again, and the same document later is no verdict on that.

    A document that says `ready` of the very text that went back to review says it of the time before,
    unless it has been changed since.
    """
    after = reviewed_again(stored, after)
    says_ready_again = stored.status is Status.REVIEW and after.status is Status.READY
    if (
        says_ready_again
        and not reader_sees(stored, after)
        and not _is_later(stored.updated_at, draft.updated_at)
    ):
        return replace(after, status=Status.REVIEW)
    return after


def _later(stored: str, given: str) -> str:
    """The date of change that a document brings, where it is one; the library's clock else."""
    return given if _is_later(stored, given) else stored


def _is_later(stored: str, given: str) -> bool:
    if not given:
        return False
    try:
        return not stored or moments.read(given) > moments.read(stored)
    except ValueError:
        return False
