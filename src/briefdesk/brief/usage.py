"""Which of its terms a brief uses."""

from functools import lru_cache

from briefdesk.brief.inline import plain
from briefdesk.brief.mentions import Mentions
from briefdesk.brief.model import Brief, Term


def used_terms(brief: Brief) -> set[int]:
    """Numbers of the terms that a bullet, the summary or the definition of another term mentions."""
    return set(_used(brief.terms, brief.bullets, brief.summary)) if brief.terms else set()


@lru_cache(maxsize=4)
def _used(terms: tuple[Term, ...], bullets: tuple[str, ...], summary: str) -> frozenset[int]:
    spelled = [term.term for term in terms]
    found: set[int] = set()
    finder = Mentions(spelled)
    for text in (*map(plain, bullets), summary):
        found |= {each.term for each in finder.first_in(text)}
    for number, term in enumerate(terms):
        found |= {each.term for each in Mentions(spelled, without=(number,)).first_in(plain(term.definition))}
    return frozenset(found)
