"""Where the term radar looks: the paragraphs of a brief, and whether one is another that was typed on."""

from collections.abc import Iterator
from functools import lru_cache

from briefdesk.brief import jargon
from briefdesk.brief.model import Brief
from briefdesk.brief.naming import names, term_key

DEFINITION = "definitionEdit"

Place = tuple[str, str]
"""A field's editor by its kind, and the text of a paragraph in it."""


def kind(field: str) -> str:
    """The kind of an editor in which words are looked for; "" for another."""
    if field in ("bulletsEdit", "summaryEdit"):
        return field
    return DEFINITION if field.startswith(DEFINITION) else ""


def places(brief: Brief) -> Iterator[Place]:
    """The paragraphs in which words are looked for, in the order of the brief."""
    for bullet in brief.bullets:
        yield "bulletsEdit", bullet
    for line in brief.summary.split("\n"):
        yield "summaryEdit", line
    for term in brief.terms:
        yield DEFINITION, term.definition


def defined(brief: Brief) -> frozenset[str]:
    """The keys of the names of all terms."""
    return frozenset(term_key(name) for term in brief.terms for name in names(term.term)) - {""}


@lru_cache(maxsize=1024)
def explained(text: str) -> frozenset[str]:
    """The keys of what a text explains in brackets."""
    return jargon.explained(text) if "(" in text else frozenset()


def is_same(one: Place | None, other: Place | None) -> bool:
    """Whether a word stands where it stood, in a paragraph that was typed on at most."""
    if one is None or other is None:
        return one is other
    return one == other or (one[0] == other[0] and is_older_self(other[1], one[1]))


def is_older_self(old: str, new: str) -> bool:
    """Whether one text may have come of another by a few keys: they begin or end alike."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    end = next((n for n in range(shorter - start) if old[-1 - n] != new[-1 - n]), shorter - start)
    return start + end >= max(len(old), len(new)) // 2
