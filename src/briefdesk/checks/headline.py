"""Checks on the headline."""

import math
import re
from collections import Counter
from collections.abc import Iterator

from briefdesk.brief.model import Brief
from briefdesk.brief.slug import make_slug
from briefdesk.brief.text import folded
from briefdesk.brief.wording import graphemes, word_count, words
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Neighbour, Surroundings

IDEAL_LENGTH = 55
LONG = 65
TOO_LONG = 110
IDEAL_WORDS = 6
MANY_WORDS = 12
TWIN = 0.85

_FULL_STOP = re.compile(r"(?<![.…])[.。．।۔]\s*$")
# A full stop that belongs to the word: "in the U.S.", "at 9 p.m.", "Acme Inc."
_ABBREVIATION = re.compile(
    r"(?:\b(?:\w\.){2,}|\b(?:inc|ltd|co|corp|jr|sr|etc|al|dr|st|vs|no)\.)\s*$", re.IGNORECASE
)


def has_headline(brief: Brief) -> bool:
    """Whether there is a headline to look at; H1 tells when there is none."""
    return bool(brief.headline.strip())


def headline_present(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """H1: there is a headline, on one line, and no full stop ends it (BBC style).

    The stop of an abbreviation and an ellipsis are not full stops.
    """
    text = brief.headline
    if not text.strip():
        yield Finding("H1", Level.MUST, "headline", "There is no headline", fix="Say who did what")
        return
    if found := re.search(r"[\n\u2028\u2029]", text):
        yield Finding(
            "H1",
            Level.MUST,
            "headline",
            "The headline has a line break",
            span=found.span(),
            fix="Make it one line",
        )
    stop = _FULL_STOP.search(text)
    if stop and not _ABBREVIATION.search(text):
        span = (stop.start(), stop.start() + 1)
        yield Finding(
            "H1", Level.MUST, "headline", "The headline ends in a full stop", span=span, fix="Take it off"
        )


def headline_length(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """H2: more than 65 characters are cut short in search results (GOV.UK), 110 is the end.

    Characters are graphemes: what a reader would count.
    """
    length = graphemes(brief.headline)
    if length > LONG:
        yield Finding(
            "H2",
            Level.MUST if length > TOO_LONG else Level.SHOULD,
            "headline",
            f"The headline has {length} characters, at most {LONG} are shown whole",
            span=(0, len(brief.headline)),
            fix=f"Aim for {IDEAL_LENGTH} or fewer",
        )


def headline_words(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """H3: six strong words say most (Smart Brevity); more than twelve are a sentence."""
    count = word_count(brief.headline)
    if count > IDEAL_WORDS:
        yield Finding(
            "H3",
            Level.SHOULD if count > MANY_WORDS else Level.COULD,
            "headline",
            f"The headline has {count} words",
            span=(0, len(brief.headline)),
            fix=f"Aim for {IDEAL_WORDS} strong words, {MANY_WORDS} at most",
        )


def headline_alone(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """H6: no other brief has nearly the same headline (cosine of the words above 0.85, or one slug)."""
    twin = max(around.neighbours, key=lambda other: _likeness(brief.headline, other), default=None)
    if twin and _likeness(brief.headline, twin) > TWIN:
        yield Finding(
            "H6",
            Level.SHOULD,
            "headline",
            f"Another brief has nearly the same headline: “{twin.headline}” ({twin.id})",
            span=(0, len(brief.headline)),
            fix="Say what is new in this one, or go on with the other",
        )


def _likeness(headline: str, other: Neighbour) -> float:
    if folded(headline) == folded(other.headline) or (make_slug(headline) or None) == make_slug(
        other.headline
    ):
        return 1.0
    ours, theirs = (Counter(words(folded(text))) for text in (headline, other.headline))
    shared = sum(count * theirs[word] for word, count in ours.items())
    sizes = math.prod(math.hypot(*counts.values()) for counts in (ours, theirs))
    return shared / sizes if sizes else 0.0
