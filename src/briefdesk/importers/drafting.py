"""Puts the parts that a document gave together as a brief, with the same checks for every format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefdesk.brief import moments
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.identity import is_id
from briefdesk.brief.json_values import checked_text
from briefdesk.brief.model import Brief, Related, Source, Status, Term
from briefdesk.brief.publishers import publisher_of


@dataclass(slots=True)
class Parts:
    """What was found in a document so far; bullets and definitions are inline Markdown already."""

    id: str = ""
    slug: str = ""
    language: str = ""
    kicker: str = ""
    headline: str = ""
    short_headline: str = ""
    bullets: list[str] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)
    url: str = ""
    publisher: str = ""
    source_title: str = ""
    citation: str = ""
    summary: str = ""
    related: list[tuple[str, str, str]] = field(default_factory=list)
    """Headline, summary and address of each."""
    description: str = ""
    tags: list[str] = field(default_factory=list)
    byline: str = ""
    correction: str = ""
    status: str = ""
    published_at: str = ""
    created_at: str = ""
    updated_at: str = ""


def drafted(parts: Parts, *, guess: bool = True) -> Brief:
    """The brief of these parts.

    One-line texts get a space for a line break, and an id or date that is none is left out. With
    `guess`, a publisher that the document does not name is guessed from the address, and a document
    with a headline alone is no brief; our own documents mean what they say.

    Raises:
        InvalidBrief: a text holds what no text may hold, or there is too little for a brief.
    """
    if guess and not parts.headline.strip():
        raise InvalidBrief("headline", "not found", todo="Begin the document with the headline")
    if guess and not (
        parts.bullets or parts.terms or parts.related or parts.url or parts.publisher or parts.summary
    ):
        raise InvalidBrief(
            "", "only a headline, and nothing of a brief", todo='Add "In brief" and its bullets'
        )
    return Brief(
        id=parts.id if is_id(parts.id) else "",
        slug=_line("slug", parts.slug),
        language=_line("language", parts.language) or "en",
        kicker=_line("kicker", parts.kicker),
        headline=_line("headline", parts.headline),
        short_headline=_line("short_headline", parts.short_headline),
        bullets=_lines("bullets", parts.bullets),
        terms=tuple(
            Term(
                term=_line(f"terms[{place}].term", term),
                definition=_text(f"terms[{place}].definition", definition),
            )
            for place, (term, definition) in enumerate(parts.terms)
        ),
        source=Source(
            url=_line("source.url", parts.url),
            publisher=_line("source.publisher", parts.publisher)
            or (publisher_of(parts.url) if guess else ""),
            title=_line("source.title", parts.source_title),
            citation=_line("source.citation", parts.citation),
        ),
        summary=_text("summary", parts.summary),
        related=tuple(
            Related(
                headline=_line(f"related[{place}].headline", headline),
                summary=_text(f"related[{place}].summary", summary),
                url=_line(f"related[{place}].url", url),
            )
            for place, (headline, summary, url) in enumerate(parts.related)
        ),
        description=_text("description", parts.description),
        tags=_lines("tags", parts.tags),
        byline=_line("byline", parts.byline),
        correction=_text("correction", parts.correction),
        status=Status(parts.status) if parts.status in set(Status) else Status.DRAFT,
        published_at=moment(parts.published_at) or None,
        created_at=moment(parts.created_at),
        updated_at=moment(parts.updated_at),
    )


def moment(text: str) -> str:
    """A date and time as a brief keeps it; "" for what is none, RFC 3339 as it was given.

    Others write a blank before the zone, or the zone without its colon.
    """
    text = text.strip()
    spelled = re.sub(r"\s*([+-]\d\d):?(\d\d)$", r"\1:\2", re.sub(r"\s*(?:UTC|GMT|Z)$", "Z", text))
    for each in (text, spelled):
        try:
            read = moments.read(each)
        except ValueError:
            continue
        is_whole = "T" in each and re.search(r"(?:Z|[+-]\d\d:\d\d)$", each)
        return each if is_whole else moments.write(read)
    return ""


def _line(where: str, text: str) -> str:
    if "\n" in text:
        text = " ".join(part for part in (part.strip(" \t") for part in text.split("\n")) if part)
    return checked_text(where, text, one_line=True)


def _lines(where: str, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(_line(f"{where}[{place}]", text) for place, text in enumerate(texts))


def _text(where: str, text: str) -> str:
    return checked_text(where, text, one_line=False)
