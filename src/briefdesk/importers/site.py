"""Who published a page, and where, as its head tells it."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from briefdesk.brief.errors import InvalidBrief
from briefdesk.importers.hypertext import document

LONGEST = 2 * 2**20
"""Characters of a pasted page that are looked at: its head comes first."""

_DEEPEST = 6
_HEAD = re.compile(r"(?i)og:site_name|og:title|application/ld\+json|og:url|rel=[\"']?canonical")


class Site(NamedTuple):
    """The name of a publisher, the address and the title of the page; each is empty where it has none."""

    name: str = ""
    url: str = ""
    title: str = ""


def site_of(html: str) -> Site:
    """What a page in HTML says of itself: `og:site_name`, else the publisher in its JSON-LD."""
    if not _HEAD.search(html, 0, LONGEST):
        return Site()
    try:
        tree = document(html[:LONGEST])
    except InvalidBrief:
        return Site()
    return Site(site_name(tree), page_url(tree), meta(tree, "og:title"))


def site_name(tree: HtmlElement) -> str:
    """Who published a page: by `og:site_name`, else by the publisher in its JSON-LD."""
    return meta(tree, "og:site_name") or next(_publishers(tree), "")


def page_url(tree: HtmlElement) -> str:
    """The address that a page gives for itself."""
    return _web(tree.xpath("string(//link[@rel='canonical']/@href)")) or _web(meta(tree, "og:url"))


def meta(tree: HtmlElement, name: str) -> str:
    """The content of a page's `meta` of that name, in one line."""
    found = tree.xpath("//meta[@name=$name or @property=$name]/@content", name=name)
    return " ".join(str(found[0]).split()) if found else ""


def _publishers(tree: HtmlElement) -> Iterator[str]:
    for text in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            yield from _names(json.loads(str(text)), 0)
        except (ValueError, RecursionError):
            continue  # a page's own mistake, and no reason to refuse the page


def _names(value: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _names(each, depth + 1)
    elif isinstance(value, dict):
        publisher = value.get("publisher")
        for each in publisher if isinstance(publisher, list) else [publisher]:
            name = each.get("name") if isinstance(each, dict) else each
            if isinstance(name, str) and name.strip() and not name.startswith(("http:", "https:")):
                yield " ".join(name.split())
        yield from _names(value.get("@graph"), depth + 1)


def _web(address: str) -> str:
    return address.strip() if re.match(r"(?i)https?://", address.strip()) else ""
