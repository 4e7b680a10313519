"""Whether anything is left in a brief that somebody wrote or settled."""

from dataclasses import replace

from briefdesk.brief.model import Brief, Related, Source, Status, Term
from briefdesk.brief.slug import is_automatic

_TEXTS = (
    *("kicker", "headline", "short_headline", "summary", "description", "byline", "notes", "correction"),
)


def is_emptied(brief: Brief) -> bool:
    """Whether a draft that was never published holds nothing: no text, no date, no slug of its own.

    Language, time zone and layout are there before anything is written.
    """
    bare = Brief(
        id=brief.id,
        slug=brief.slug,
        language=brief.language,
        layout=brief.layout,
        timezone=brief.timezone,
        created_at=brief.created_at,
        updated_at=brief.updated_at,
    )
    if brief.status is not Status.DRAFT or (brief.slug and not is_automatic(brief)):
        return False
    blank = {name: "" for name in _TEXTS if not getattr(brief, name).strip()}
    rows = {
        "bullets": tuple(filter(str.strip, brief.bullets)),
        "terms": tuple(each for each in brief.terms if each != Term()),
        "related": tuple(each for each in brief.related if each != Related()),
        "tags": tuple(filter(str.strip, brief.tags)),
    }
    source = brief.source
    if not any(text.strip() for text in (source.url, source.publisher, source.title, source.citation)):
        source = Source(extra=source.extra)
    return replace(brief, source=source, **blank, **rows) == bare
