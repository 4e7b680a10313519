"""Reads our own page back: its parts carry names, and every text stands there character for character."""

from lxml.html import HtmlElement

from briefdesk.importers.drafting import Parts
from briefdesk.importers.hypertext import inline, text


def own_articles(tree: HtmlElement) -> list[HtmlElement]:
    """The articles of a document that are ours."""
    return tree.xpath("//article[.//*[@data-part]]") or tree.xpath("//body[.//*[@data-part]]")


def parts_of_article(article: HtmlElement) -> Parts:
    """What one of our articles holds, with everything that it shows and what its attributes keep."""
    parts = Parts(
        language=(article.xpath("string(ancestor-or-self::*[@lang][1]/@lang)") or "").strip(),
        slug=article.get("data-slug", ""),
        short_headline=article.get("data-short-headline", ""),
        summary=article.get("data-summary", ""),
        description=article.get("data-description", ""),
        published_at=article.get("data-published-at", ""),
        created_at=article.get("data-created-at", ""),
        updated_at=article.get("data-updated-at", ""),
    )
    parts.kicker = _first(article, "kicker", "//p")
    parts.headline = _first(article, "headline", "//h1")
    parts.byline = _first(article, "byline", "//*[@data-field='byline']")
    parts.correction = _first(article, "correction", "//p")
    parts.summary = parts.summary or _first(article, "summary", "//p")
    parts.bullets = [inline(each, exact=True) for each in _all(article, "bullets", "//li")]
    parts.tags = [text(each, exact=True) for each in _all(article, "tags", "//li")]
    definitions = _all(article, "terms", "//dd")
    terms = [text(each, exact=True) for each in _all(article, "terms", "//dt")]
    parts.terms = list(zip(terms, (inline(each, exact=True) for each in definitions), strict=False))
    _read_source(article, parts)
    parts.related = [_entry(each) for each in _all(article, "related", "//div[h3 or p]")]
    return parts


def _read_source(article: HtmlElement, parts: Parts) -> None:
    parts.publisher = _first(article, "source", "//*[@data-field='publisher']")
    title, citation = article.get("data-source-title", ""), article.get("data-citation", "")
    parts.source_title = title or _first(article, "source", "//*[@data-field='title']")
    parts.citation = citation or _first(article, "source", "//*[@data-field='citation']")
    addresses = _all(article, "source", "//*[@data-field='url']")
    parts.url = _address(addresses[0]) if addresses else ""


def _entry(element: HtmlElement) -> tuple[str, str, str]:
    headings, summaries = element.xpath("h3"), element.xpath("p")
    headline = text(headings[0], exact=True) if headings and headings[0].get("data-unnamed") is None else ""
    addresses = element.xpath("h3//*[@data-field='url']")
    url = _address(addresses[0]) if addresses else ""
    return headline, text(summaries[0], exact=True) if summaries else "", url


def _address(element: HtmlElement) -> str:
    exactly = element.get("data-url")
    if exactly is not None:
        return exactly
    return element.get("href") or text(element, exact=True)


def _all(article: HtmlElement, part: str, path: str) -> list[HtmlElement]:
    return article.xpath(f".//*[@data-part='{part}']{path}")


def _first(article: HtmlElement, part: str, path: str) -> str:
    found = _all(article, part, path)
    return text(found[0], exact=True) if found else ""
