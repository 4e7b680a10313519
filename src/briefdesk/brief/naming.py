"""What a term is known by: the key under which all of its spellings are one, its names, and its twins."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from briefdesk.brief.plurals import singular
from briefdesk.brief.text import folded

_GAP: Final = re.compile(r"[\s\u2010-\u2015-]+")
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9&]+")
_PLURAL_ACRONYM: Final = re.compile(r"([A-Z][A-Z0-9&]+)['’]?s")
_BOTH: Final = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_LINKING: Final = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with")
)
_EDGES: Final = "\"'“”„‘’«»‚‹›.,;:!?…()[]"


@lru_cache(maxsize=8192)
def term_key(term: str) -> str:
    """The key of a term: capitals, compatibility forms, hyphens, plural and possessive do not count.

    "" for a term that holds no letter and no digit. Two letters with "s" are a plural only where they
    are capitals ("PCs"), since "gas" and "bus" are none.
    """
    text = term.strip().strip(_EDGES) if not _BOTH.fullmatch(term.strip()) else term.strip()
    if plural := _PLURAL_ACRONYM.fullmatch(text):
        text = plural[1]
    spelled = [word for word in _GAP.split(_POSSESSIVE.sub("", text)) if word]
    words = [folded(word) for word in spelled]
    if words and not is_acronym(spelled[-1]):
        words[-1] = singular(words[-1])
    key = " ".join(words)
    return key if any(each.isalnum() for each in key) else ""


def is_acronym(term: str) -> bool:
    """Whether a term is written in capitals: then these count where it is looked for."""
    return term.upper() == term and sum(each.isalpha() for each in term) > 1 and term.lower() != term


@lru_cache(maxsize=4096)
def names(term: str) -> tuple[str, ...]:
    """The names in a term: "large language model (LLM)" is known by the whole, the words and the letters."""
    whole = term.strip()
    both = _BOTH.fullmatch(whole)
    if both is None:
        return (whole,) if whole else ()
    return (whole, both[1], both[2].strip())


def initials(expansion: str) -> frozenset[str]:
    """The letters that may stand for some words, in lower case: with their small words, and without."""
    words = [word.lower() for word in _GAP.split(expansion) if word and word[0].isalnum()]
    if len(words) < 2:
        return frozenset()
    kept = [word for word in words if word not in _LINKING]
    return frozenset("".join(word[0] for word in each) for each in (words, kept) if len(each) > 1)


def is_expansion(expansion: str, acronym: str) -> bool:
    """Whether an acronym stands for these words: "LLM" or "LLMs" for "large language models"."""
    found = _PLURAL_ACRONYM.fullmatch(acronym.strip())
    letters = found[1] if found else acronym.strip()
    return bool(_ACRONYM.fullmatch(letters)) and letters.lower().replace("&", "") in initials(expansion)


def are_twins(one: str, other: str) -> bool:
    """Whether two terms are one: the same key, or one of them the other's acronym."""
    ones, others = names(one), names(other)
    if {term_key(each) for each in ones} & {term_key(each) for each in others} - {""}:
        return True
    return any(is_expansion(a, b) or is_expansion(b, a) for a in ones for b in others)


def twin_of(terms: Sequence[str], number: int) -> int:
    """The first other term that is one with the term of that number, or -1."""
    wanted = terms[number]
    if not term_key(wanted):
        return -1
    return next((n for n, each in enumerate(terms) if n != number and are_twins(each, wanted)), -1)
