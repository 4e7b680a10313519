"""Checks on what a reader may not know: acronyms, and terms that the library explains elsewhere."""

from collections.abc import Iterator
from functools import lru_cache

from briefdesk.brief.jargon import Candidate, Kind, candidates, explained
from briefdesk.brief.model import Brief
from briefdesk.brief.naming import names, term_key
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings
from briefdesk.checks.wording import Passage


def acronyms_explained(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """T1: an acronym is a common one, a term of the brief, or spelt out in its text (GOV.UK).

    Each is told once, at its first place. One that the library explains is for T2.
    """
    told = frozenset[str]().union(*(explained(each.text) for each in _passages(brief)))
    known = told | _own(brief) | around.known
    for passage, found in _firsts(brief, around):
        if found.kind is Kind.ACRONYM and found.key not in known:
            yield _finding(
                "T1",
                passage,
                found,
                f"“{found.word}” is explained nowhere",
                "Spell it out where it comes first, or explain it as a term (Ctrl+T)",
            )


def house_terms_explained(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """T2: a term that the library explains, and that stands in a bullet, is explained in this brief too.

    One that is among the terms of the brief without a definition is for T3.
    """
    known = _own(brief) | around.known
    for passage, found in _firsts(brief, around):
        if found.kind is Kind.TERM and found.key not in known and passage.field == "bullets":
            yield _finding(
                "T2",
                passage,
                found,
                f"“{found.word}” is explained in other briefs, not in this one",
                "Take the definition of the house over (Ctrl+T)",
            )


def _own(brief: Brief) -> frozenset[str]:
    return frozenset(term_key(name) for term in brief.terms for name in names(term.term))


def _passages(brief: Brief) -> Iterator[Passage]:
    """Bullets first: there a word can be explained, which a headline has no room for."""
    for index, bullet in enumerate(brief.bullets):
        yield Passage(bullet, "bullets", index)
    yield Passage(brief.headline, "headline")
    yield Passage(brief.summary, "summary")


def _firsts(brief: Brief, around: Surroundings) -> Iterator[tuple[Passage, Candidate]]:
    seen: set[str] = set()
    terms = frozenset(around.terms.items())
    for passage in _passages(brief):
        for found in _found(passage.text, terms):
            if found.key not in seen:
                seen.add(found.key)
                yield passage, found


@lru_cache(maxsize=1024)
def _found(text: str, terms: frozenset[tuple[str, str]]) -> tuple[Candidate, ...]:
    """What is in a text, remembered from one check to the next: most texts are what they were."""
    return candidates(text, dict(terms), slips=True)


def _finding(criterion: str, passage: Passage, found: Candidate, message: str, fix: str) -> Finding:
    return Finding(
        criterion,
        Level.SHOULD,
        passage.field,
        message,
        passage.index,
        span=(found.start, found.end),
        fix=fix,
    )
