"""What a reader sees of a brief, to compare before an export and after an import."""

from typing import Any

from hypothesis import strategies as st

from briefdesk.brief.inline import parse
from briefdesk.brief.model import Brief, Related, Source, Term
from briefdesk.importers import Imported, read
from tests.brief import texts

_some = texts.words | texts.inlines.filter(str.strip)
_urls = st.sampled_from(
    [
        "",
        "https://e.org/%20x?a=1&b=2",
        "https://e.org/a_(b)*c",
        "http://[::1]/",
        "https://e.org/{a}|b",
        "ftp://e.org/x",
    ]
)

briefs = st.builds(
    Brief,
    slug=st.just("a-slug"),
    language=st.sampled_from(["en", "de", "ar", "zh-Hant"]),
    kicker=st.just("") | texts.words,
    headline=texts.words,
    short_headline=st.just("") | texts.words,
    bullets=st.lists(_some, max_size=4).map(tuple),
    terms=st.lists(
        st.builds(
            Term,
            term=texts.words,
            definition=st.just("") | _some | st.lists(_some, max_size=3).map("\n".join),
        ),
        max_size=3,
    ).map(tuple),
    source=st.builds(
        Source,
        url=_urls,
        publisher=st.just("") | texts.words,
        title=st.just("") | texts.words,
        citation=st.just(""),
    ),
    summary=st.just("") | texts.words,
    related=st.lists(
        st.builds(Related, headline=texts.words, summary=texts.words | texts.paragraphs.filter(str.strip)),
        max_size=3,
    ).map(tuple),
    tags=st.lists(texts.words.filter(str.strip), max_size=3).map(tuple),
    byline=st.just("") | texts.words,
    correction=st.just("") | texts.words,
)
"""Briefs whose texts upset the readers of Markdown and HTML."""


def seen(brief: Brief) -> dict[str, Any]:
    """Every field that a reader sees; inline Markdown as its tokens."""
    return {
        "headline": brief.headline,
        "bullets": [parse(bullet) for bullet in brief.bullets if bullet.strip()],
        "terms": [
            (term.term, parse(term.definition))
            for term in brief.terms
            if term.term.strip() or term.definition.strip()
        ],
        "source": (brief.source.url, brief.source.publisher, brief.source.title),
        "related": [(entry.headline, entry.summary) for entry in brief.related],
        "kicker": brief.kicker,
        "byline": brief.byline,
        "tags": brief.tags,
        "correction": brief.correction,
        "language": brief.language,
        "slug": brief.slug,
        "summary": brief.summary,
        "short_headline": brief.short_headline,
    }


def only(text: str, name: str) -> Imported:
    """The one brief of a document."""
    (item,) = read(text.encode(), name=name)
    assert isinstance(item, Imported)
    return item
