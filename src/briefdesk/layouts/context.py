"""What a page needs to know beside the brief: addresses, fixed words, colours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal
from urllib.parse import quote

from briefdesk.brief.model import Brief

Theme = Literal["auto", "light", "dark"]

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that a page adds to a brief, in one language.

    `read_at` holds `{publisher}`, and `byline` holds `{name}`; `months` are the twelve names.
    """

    language: str
    bullets: str
    terms: str
    related: str
    correction: str
    source: str
    read: str
    read_at: str
    byline: str
    months: tuple[str, ...]


ENGLISH: Final = Words(
    language="en",
    bullets="In brief",
    terms="Terms in this brief",
    related="More briefs",
    correction="Correction",
    source="Source",
    read="Read full story",
    read_at="Read full story at {publisher}",
    byline="By {name}",
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContext:
    """How one page is made.

    `base_url` is the address under which the briefs stand ("" for a page without one); `addresses`
    gives the address of other briefs by their id. `theme` "auto" follows the reader's system.
    `linked_data` adds the JSON-LD for search engines, the one script element of a page; without it
    a page has none, for systems that refuse every script.
    """

    base_url: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    site_name: str = ""
    words: Words = ENGLISH
    theme: Theme = "auto"
    linked_data: bool = True

    def address(self, brief: Brief) -> str:
        """The canonical address of a brief, or "" where there is no base address."""
        return address_of(self.base_url, brief.slug)


def address_of(base_url: str, slug: str) -> str:
    """The canonical address of the brief of that slug, `base_url/slug/`; "" where one of them is missing."""
    return f"{base_url.rstrip('/')}/{quote(slug, safe='')}/" if base_url and slug else ""


def direction(language: str) -> Literal["ltr", "rtl"]:
    """The way a language (a BCP 47 tag) is written; a script in the tag decides."""
    parts = language.lower().split("-")
    scripts = [part for part in parts[1:] if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT else "ltr"
