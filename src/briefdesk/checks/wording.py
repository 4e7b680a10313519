"""Checks on slips of the keyboard, in every text of the brief's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefdesk.brief.model import Brief
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings

AROUND = 2
"""Words on each side by which a place is told."""

_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
# The second word in small letters: "the the" and "The the" are slips, "Duran Duran" is a name.
_REPEATED = re.compile(r"\b(?P<first>[^\W\d_]+) +(?P<again>[^\W\d_]+)\b(?!['’\-])")
_RIGHT_TWICE = frozenset({"had", "that"})  # "the work he had had done", "he said that that was so"
_CODE = re.compile(r"(?P<fence>`+).*?(?P=fence)")


@dataclass(frozen=True, slots=True)
class Passage:
    """One stored text of a brief and where it stands."""

    text: str
    field: str
    index: int | None = None
    part: str = ""


def slips(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """W5: a word typed twice, or two spaces between words (Vale's kind "repetition").

    Words are looked at in English only: "nous nous" and "die die" are good French and German.
    """
    english = brief.language.lower().split("-")[0].split("_")[0] == "en"
    for passage in passages(brief):
        code = [found.span() for found in _CODE.finditer(passage.text)] if passage.field in _MARKED else []
        spaces = [found.span() for found in _SPACES.finditer(passage.text)]
        for start, end in _outside(code, spaces):
            yield _finding(passage, (start, end), _spaces(passage.text, start, end), "Leave one")
        if english:
            for start, end in _outside(code, _repeated(passage.text)):
                word = passage.text[start:end].split()[0]
                yield _finding(passage, (start, end), f"“{word}” stands there twice", "Leave one")


def passages(brief: Brief) -> Iterator[Passage]:
    """Every text of a brief that a reader sees and that is written in it, not in another brief."""
    for name in ("kicker", "headline", "short_headline"):
        yield Passage(getattr(brief, name), name)
    for index, bullet in enumerate(brief.bullets):
        yield Passage(bullet, "bullets", index)
    for index, term in enumerate(brief.terms):
        yield Passage(term.term, "terms", index, "term")
        yield Passage(term.definition, "terms", index, "definition")
    for name in ("summary", "description", "correction"):
        yield Passage(getattr(brief, name), name)


_MARKED = frozenset({"bullets", "terms"})


def _repeated(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while found := _REPEATED.search(text, at):
        first, again = found["first"], found["again"]
        if again.islower() and first.lower() == again and again not in _RIGHT_TWICE:
            yield found.span()
        at = found.start("again")


def _outside(
    code: list[tuple[int, int]], spans: Iterator[tuple[int, int]] | list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The spans that lie in no code span: what stands there is meant as it is."""
    return (span for span in spans if not any(start < span[1] and span[0] < end for start, end in code))


def _spaces(text: str, start: int, end: int) -> str:
    """Says where spaces stand by the words on both sides: the spaces themselves cannot be seen."""
    before = " ".join(text[:start].split()[-AROUND:])
    after = " ".join(text[end:].split()[:AROUND])
    return f"{end - start} spaces in a row, between “{before}” and “{after}”"


def _finding(passage: Passage, span: tuple[int, int], message: str, fix: str) -> Finding:
    return Finding(
        "W5", Level.SHOULD, passage.field, message, passage.index, passage.part, span=span, fix=fix
    )
