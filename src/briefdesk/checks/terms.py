"""Checks on the terms and their definitions."""

from collections.abc import Iterator

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.wording import sentences, word_count
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings

SHORTEST, LONGEST = 8, 45
MOST_SENTENCES = 3


def has_terms(brief: Brief) -> bool:
    """Whether the brief explains any term."""
    return any(term.term.strip() or term.definition.strip() for term in brief.terms)


def definition_length(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """T3: a definition has 8 to 45 words in at most three sentences (plain-language guides)."""
    for index, term in enumerate(brief.terms):
        if not (term.term.strip() or term.definition.strip()):
            continue
        shown = plain(term.definition)
        count, parts = word_count(shown), len(sentences(shown))
        said = []
        if not SHORTEST <= count <= LONGEST:
            said.append(f"{count} word{'s' if count != 1 else ''}")
        if parts > MOST_SENTENCES:
            said.append(f"{parts} sentences")
        if said:
            yield Finding(
                "T3",
                Level.SHOULD,
                "terms",
                f"The definition of “{term.term.strip()}” has {' and '.join(said)}"
                if count
                else f"“{term.term.strip()}” has no definition",
                index,
                "definition",
                span=(0, len(term.definition)) if count else None,
                fix=f"Explain it in {SHORTEST} to {LONGEST} words, at most {MOST_SENTENCES} sentences",
            )
