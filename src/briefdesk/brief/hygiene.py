"""What is to be said of a definition by itself: too long, circular, with words that are not explained."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from briefdesk.brief.inline import plain
from briefdesk.brief.jargon import Kind, candidates, explained, undefined
from briefdesk.brief.mentions import mentions
from briefdesk.brief.naming import names, term_key
from briefdesk.brief.wording import sentences, word_count

SHORTEST, LONGEST = 8, 45
"""Words of a good definition; the rubric's limits (T3)."""

MOST_SENTENCES = 3
FIRST_WORDS = 4
"""A definition may name its term within so many words: "A rubric is …"."""


class Fault(StrEnum):
    """What may be wrong with a definition."""

    MISSING = "missing"
    LENGTH = "length"
    CIRCULAR = "circular"
    UNDEFINED = "undefined"
    CONTRADICTS = "contradicts"


class Remark(NamedTuple):
    """One thing that was looked at: whether it is well, a number and the words that it is about."""

    fault: Fault
    well: bool
    number: int = 0
    words: tuple[str, ...] = ()


def remarks(term: str, definition: str, house: Mapping[str, str], *, others: int = 0) -> tuple[Remark, ...]:
    """What there is to say of a definition; `house` holds the explained terms by their keys.

    `others` is the number of briefs that explain the term in other words.
    """
    text = plain(definition).strip()
    if not text:
        return (Remark(Fault.MISSING, well=False),)
    count, parts = word_count(text), len(sentences(text))
    unknown = unexplained(term, text, house)
    return (
        Remark(Fault.LENGTH, SHORTEST <= count <= LONGEST and parts <= MOST_SENTENCES, count),
        Remark(Fault.CIRCULAR, not is_circular(term, definition)),
        Remark(Fault.UNDEFINED, not unknown, len(unknown), unknown),
        Remark(Fault.CONTRADICTS, not others, others),
    )


def is_circular(term: str, definition: str) -> bool:
    """Whether a definition uses its term, later than in its first words."""
    text = plain(definition)
    places = [place for name in names(term) for place, _ in mentions(name, text)]
    return any(len(text[:place].split()) > FIRST_WORDS for place in places)


def unexplained(term: str, text: str, house: Mapping[str, str]) -> tuple[str, ...]:
    """The words of a definition that a reader may not know and that the house explains nowhere."""
    own = {term_key(name) for name in names(term)}
    found = undefined(candidates(text, house), explained(text) | own)
    return tuple(each.word for each in found if each.kind is not Kind.TERM)
