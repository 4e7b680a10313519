"""Which of its terms a brief uses."""

from briefdesk.brief.inline import plain
from briefdesk.brief.mentions import Mentions
from briefdesk.brief.model import Brief


def used_terms(brief: Brief) -> set[int]:
    """Numbers of the terms that a bullet, the summary or the definition of another term mentions."""
    spelled = [term.term for term in brief.terms]
    found: set[int] = set()
    finder = Mentions(spelled)
    for text in (*map(plain, brief.bullets), brief.summary):
        found |= {each.term for each in finder.first_in(text)}
    for number, term in enumerate(brief.terms):
        found |= {each.term for each in Mentions(spelled, without=(number,)).first_in(plain(term.definition))}
    return found
