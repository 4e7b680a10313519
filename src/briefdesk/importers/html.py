"""Reads briefs from HTML: our own pages exactly, the pages of others as far as they can be understood."""

import re
from typing import Final

from lxml.html import HtmlElement

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.model import Brief
from briefdesk.importers.blocks import Kind, blocks
from briefdesk.importers.decoding import refuse_binary, text_of
from briefdesk.importers.drafting import Parts, drafted
from briefdesk.importers.hypertext import document
from briefdesk.importers.items import Item, from_page
from briefdesk.importers.outline import parts_of_blocks
from briefdesk.importers.own_page import own_articles, parts_of_article
from briefdesk.importers.site import meta, page_url, site_name

LARGEST: Final = 16 * 2**20
"""Bytes of a page: far more than any page with its pictures inside."""

_CHARSET = re.compile(rb"""(?i)<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_:.-]+)""")


def read_html(data: bytes) -> list[Item]:
    """Read a page. One of ours comes back as it was; of another, headline, first list, source and the like.

    Raises:
        InvalidBrief: it is no page, or nothing of a brief is in it.
    """
    if len(data) > LARGEST:
        raise InvalidBrief("", f"larger than {LARGEST >> 20} MB: no page of a brief")
    tree = document(_decoded(data))
    own = own_articles(tree)
    if own:
        return [from_page(drafted(parts_of_article(article), guess=False)) for article in own]
    return [from_page(_foreign(tree))]


def _foreign(tree: HtmlElement) -> Brief:
    found = blocks(_main(tree))
    title = meta(tree, "og:title") or meta(tree, "twitter:title")
    has_heading = any(block.kind is Kind.HEADING and block.level == 1 for block in found)
    parts = parts_of_blocks(found, headline="" if has_heading else title)
    _add_metadata(tree, parts)
    return drafted(parts)


def _add_metadata(tree: HtmlElement, parts: Parts) -> None:
    """What the head of a page tells: who published it, where, in which language, what about."""
    parts.headline = parts.headline or " ".join((tree.xpath("string(//title)") or "").split())
    parts.language = (tree.get("lang") or tree.get("xml:lang") or "").strip()
    parts.publisher = parts.publisher or site_name(tree)
    parts.url = parts.url or page_url(tree)
    parts.description = meta(tree, "description") or meta(tree, "og:description")
    parts.byline = parts.byline or meta(tree, "author")
    if not parts.tags:
        parts.tags = [each for each in re.split(r"\s*,\s*", meta(tree, "keywords")) if each]


def _main(tree: HtmlElement) -> HtmlElement:
    """The element that holds the page's own text."""
    for path in ("//main", "//article", "//*[@role='main']", "//body"):
        found = tree.xpath(path)
        if len(found) == 1:
            return found[0]
    return tree


def _decoded(data: bytes) -> str:
    """The text of a page; where it is not UTF-8, in the encoding that the page itself names."""
    refuse_binary(data)
    named = _CHARSET.search(data[:4096])
    try:
        return text_of(data)
    except InvalidBrief:
        if named is None:
            raise
    try:
        return data.decode(named[1].decode("ascii").lower().replace("iso-8859-1", "cp1252"))
    except (LookupError, UnicodeError):
        raise InvalidBrief(
            "", f"not {named[1].decode('ascii')} text, as it says", todo="Save it as UTF-8"
        ) from None
