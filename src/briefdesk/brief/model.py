"""The brief and its parts: frozen values; a change makes a new value with `dataclasses.replace`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """How far a brief has come in the newsroom."""

    DRAFT = "draft"
    REVIEW = "review"
    READY = "ready"
    PUBLISHED = "published"


def _extra() -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One glossary entry: a plain term and its definition in inline Markdown."""

    term: str = ""
    definition: str = ""
    extra: Mapping[str, object] = field(default_factory=_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the full story is: address and publisher, or a citation where no link is possible."""

    url: str = ""
    publisher: str = ""
    title: str = ""
    citation: str = ""
    extra: Mapping[str, object] = field(default_factory=_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """One entry of "More briefs" with the text pinned when it was chosen; no id means external."""

    id: str = ""
    headline: str = ""
    summary: str = ""
    url: str = ""
    extra: Mapping[str, object] = field(default_factory=_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """The lead image: a file of the library, and the words for those who do not see it."""

    file: str = ""
    alt: str = ""
    decorative: bool = False
    credit: str = ""
    extra: Mapping[str, object] = field(default_factory=_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutChoice:
    """The layout a brief asks for and the variables it sets (accent colour, wording of links)."""

    name: str = ""
    vars: Mapping[str, object] = field(default_factory=_extra, hash=False)
    extra: Mapping[str, object] = field(default_factory=_extra, hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief, whole: what a writer types, what a reader sees, and where it stands.

    `bullets` and `definition` of a term are inline Markdown; every other text is plain. Dates are
    RFC 3339 texts, kept as they were given; `None` where there is none. `extra` holds keys of a
    document that this version does not know, so that they are given back.
    """

    id: str = ""
    slug: str = ""
    language: str = "en"
    kicker: str = ""
    headline: str = ""
    short_headline: str = ""
    bullets: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    source: Source = field(default_factory=Source)
    summary: str = ""
    related: tuple[Related, ...] = ()
    description: str = ""
    image: Image = field(default_factory=Image)
    tags: tuple[str, ...] = ()
    byline: str = ""
    notes: str = ""
    layout: LayoutChoice = field(default_factory=LayoutChoice)
    status: Status = Status.DRAFT
    correction: str = ""
    planned_for: str | None = None
    embargo_until: str | None = None
    publish_at: str | None = None
    published_at: str | None = None
    timezone: str = ""
    created_at: str = ""
    updated_at: str = ""
    extra: Mapping[str, object] = field(default_factory=_extra, hash=False)
