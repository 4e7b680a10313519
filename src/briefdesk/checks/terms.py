"""Checks on the terms and their definitions."""

from collections.abc import Iterator

from briefdesk.brief.hygiene import LONGEST, MOST_SENTENCES, SHORTEST, Fault, remarks
from briefdesk.brief.inline import plain
from briefdesk.brief.mentions import source_mentions
from briefdesk.brief.model import Brief, Term
from briefdesk.brief.naming import names, term_key
from briefdesk.brief.text import folded
from briefdesk.brief.usage import used_terms
from briefdesk.brief.wording import sentences, word_count, words
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings

REPEATED = 0.6
"""A definition that holds a larger part than this of a bullet's content words repeats it."""

CONTENT_LETTERS = 4
"""Letters of a content word, at least; the rubric's figures are counted so."""

FEWEST_CONTENT = 5
"""A bullet of fewer content words than this says too little to be repeated."""


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


def definition_clear(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """T4: a definition stands without its own term and without unexplained words, and its term is used.

    The term may stand in the first words ("A rubric is …"). The bullets, the summary and the
    definitions of other terms use a term.
    """
    explained = dict(around.terms)
    explained |= {term_key(name): name for each in brief.terms for name in names(each.term)}
    used = used_terms(brief)
    has_text = any(bullet.strip() for bullet in brief.bullets)
    for index, term in enumerate(brief.terms):
        name = term.term.strip()
        if not name:
            continue
        for remark in remarks(name, term.definition, explained):
            if remark.fault is Fault.CIRCULAR and not remark.well:
                yield _should(
                    index,
                    "definition",
                    f"“{name}” is explained by itself",
                    _last_place(term),
                    "Say it in other words",
                )
            for word in remark.words if remark.fault is Fault.UNDEFINED else ():
                if term_key(word) not in around.known:
                    start = term.definition.find(word)
                    span = (start, start + len(word)) if start >= 0 else None
                    message = f"The definition of “{name}” uses “{word}”, which is explained nowhere"
                    yield _should(
                        index, "definition", message, span, "Say it in plain words, or explain it too"
                    )
        if has_text and index not in used:
            yield _should(
                index,
                "term",
                f"“{name}” is explained, but the brief does not use it",
                (0, len(term.term)),
                "Use it in a bullet, or take the term out",
            )


def definition_new(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """T5: a definition tells more than the bullets: it has at most 60 % of the content words of each."""
    content = [_content(bullet) for bullet in brief.bullets]
    for index, term in enumerate(brief.terms):
        own = _content(term.definition)
        for number, said in enumerate(content):
            share = len(said & own) / len(said) if len(said) >= FEWEST_CONTENT else 0.0
            if share > REPEATED:
                yield Finding(
                    "T5",
                    Level.COULD,
                    "terms",
                    f"The definition of “{term.term.strip()}” repeats {share:.0%} of bullet {number + 1}",
                    index,
                    "definition",
                    span=(0, len(term.definition)),
                    fix="Say what the bullet does not, or shorten one of them",
                )


def _content(source: str) -> frozenset[str]:
    return frozenset(word for word in map(folded, words(plain(source))) if len(word) >= CONTENT_LETTERS)


def _last_place(term: Term) -> tuple[int, int] | None:
    places = [place for name in names(term.term) for place in source_mentions(name, term.definition)]
    return max(places, default=None)


def _should(index: int, part: str, message: str, span: tuple[int, int] | None, fix: str) -> Finding:
    return Finding("T4", Level.SHOULD, "terms", message, index, part, span=span, fix=fix)
