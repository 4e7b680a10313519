"""What search engines are told of a brief: schema.org as JSON-LD, description, Open Graph."""

import json
from typing import Any

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.url import link
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.dates import dated, exact
from briefdesk.layouts.hypertext import attribute

# `</script>` in a headline would end the element; U+2028 and U+2029 end a line in older scripts.
_UNSAFE = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_DESCRIPTION = 200


def linked_data(brief: Brief, context: PageContext) -> str:
    """A NewsArticle of schema.org as JSON, safe inside a script element."""
    text = json.dumps(_article(brief, context), ensure_ascii=False)
    for char, spelled in _UNSAFE.items():
        text = text.replace(char, spelled)
    return text


def description(brief: Brief) -> str:
    """What a search result shows: the description, else the summary, else the first bullets up to a word."""
    own = brief.description.strip() or brief.summary.strip()
    if own:
        return own
    text = " ".join(" ".join(plain(bullet) for bullet in brief.bullets).split())
    return text if len(text) <= _DESCRIPTION else text[:_DESCRIPTION].rsplit(" ", 1)[0] + " …"


def social(brief: Brief, context: PageContext) -> str:
    """Meta elements for search results and previews of a link, one a line; none without content."""
    address = context.address(brief)
    shown = description(brief)
    wanted = [
        ("name", "description", shown),
        ("name", "author", brief.byline),
        ("property", "og:type", "article"),
        ("property", "og:title", brief.headline),
        ("property", "og:description", shown),
        ("property", "og:url", address),
        ("property", "og:site_name", context.site_name),
        ("property", "article:published_time", dated(brief)),
        ("property", "article:modified_time", exact(brief.updated_at)),
        *(("property", "article:tag", tag) for tag in brief.tags),
        ("name", "twitter:card", "summary"),
        ("name", "twitter:title", brief.short_headline or brief.headline),
        ("name", "twitter:description", shown),
    ]
    return "\n".join(
        f'<meta {kind}="{name}"{attribute("content", content)}>'
        for kind, name, content in wanted
        if content.strip()
    )


def _article(brief: Brief, context: PageContext) -> dict[str, Any]:
    address = context.address(brief)
    site = {"@type": "Organization", "name": context.site_name} if context.site_name else None
    author = {"@type": "Person", "name": brief.byline} if brief.byline else site
    cited = _filled(
        {
            "@type": "CreativeWork",
            "name": brief.source.title or brief.source.citation,
            "url": link(brief.source.url),
            "publisher": {"@type": "Organization", "name": brief.source.publisher}
            if brief.source.publisher
            else None,
        }
    )
    terms = [
        {"@type": "DefinedTerm", "name": entry.term, "description": plain(entry.definition)}
        for entry in brief.terms
        if entry.term.strip()
    ]
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": brief.headline,
            "alternativeHeadline": brief.short_headline,
            "description": description(brief),
            "abstract": brief.summary,
            "articleSection": brief.kicker,
            "inLanguage": brief.language,
            "datePublished": dated(brief),
            "dateModified": exact(brief.updated_at) or dated(brief),
            "author": author,
            "publisher": site,
            "url": address,
            "mainEntityOfPage": {"@type": "WebPage", "@id": address} if address else None,
            "isBasedOn": link(brief.source.url),
            "citation": cited if len(cited) > 1 else None,
            "mentions": terms,
            "keywords": list(brief.tags),
            "correction": brief.correction,
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
