"""Checks on the source: where the full story is."""

from collections.abc import Iterator

from briefdesk.brief.model import Brief
from briefdesk.brief.url import canonical, link
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings


def source_named(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """S1: a brief says where its story is from: a publisher and an https address, or a citation.

    Nothing at all is a must; a part that is missing or cannot be linked is a should. A citation
    stands for both where no link is possible (print, an interview).
    """
    source = brief.source
    publisher, url, citation = source.publisher.strip(), source.url.strip(), source.citation.strip()
    if not (publisher or url or citation):
        yield Finding(
            "S1",
            Level.MUST,
            "source",
            "No source is named",
            fix="Paste the address, or cite what cannot be linked",
        )
        return
    if url:
        yield from _address(source.url)
        if not publisher:
            yield _should(
                "publisher", "The source has no publisher", None, "Name who published the full story"
            )
    elif not citation:
        yield _should("url", "The source has no address", None, "Paste it, or cite what cannot be linked")


def _address(url: str) -> Iterator[Finding]:
    span, address = (0, len(url)), canonical(url)
    if address is None:
        yield _should(
            "url", "The source's address cannot be linked", span, "Paste the https address of the full story"
        )
    elif not link(url):
        yield _should("url", "The source's address cannot be linked as it is", span, f"Write {address.url}")
    elif not address.url.startswith("https:"):
        yield _should(
            "url", "The source's address is not https", span, "If the page opens with https, use that"
        )


def _should(part: str, message: str, span: tuple[int, int] | None, fix: str) -> Finding:
    return Finding("S1", Level.SHOULD, "source", message, part=part, span=span, fix=fix)
