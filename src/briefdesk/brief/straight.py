"""Straight quotation marks in the place of a typesetter’s, for where those break or show badly."""

import re
from dataclasses import replace
from typing import Final

from briefdesk.brief.inline import parse, spell
from briefdesk.brief.model import Brief

_DOUBLE: Final = "“”„‟″«»"
_SINGLE: Final = "‘’‚‛′‹›"
_MARKS: Final = str.maketrans(dict.fromkeys(_DOUBLE, '"') | dict.fromkeys(_SINGLE, "'"))
_ANY: Final = re.compile(f"[{_DOUBLE}{_SINGLE}]")

# The blanks that French puts inside its marks.
_SPACED: Final = re.compile(r"(?<=[«‹])[\u00a0\u202f]|[\u00a0\u202f](?=[»›])")


def straight(text: str) -> str:
    """A plain text with `"` and `'` for all quotation marks, apostrophes and primes.

    Corner brackets (「」) stay: they have no straight form.
    """
    return _SPACED.sub("", text).translate(_MARKS) if _ANY.search(text) else text


def straight_inline(source: str) -> str:
    """The same for inline Markdown: code and addresses stay as they are."""
    if not _ANY.search(source):
        return source
    return spell([run if run.code else replace(run, text=straight(run.text)) for run in parse(source)])


def straightened(brief: Brief) -> Brief:
    """A brief with straight quotation marks in every text that a reader sees; addresses stay."""
    source = brief.source
    return replace(
        brief,
        **{name: straight(getattr(brief, name)) for name in _PLAIN},
        bullets=tuple(map(straight_inline, brief.bullets)),
        terms=tuple(
            replace(each, term=straight(each.term), definition=straight_inline(each.definition))
            for each in brief.terms
        ),
        source=replace(
            source,
            publisher=straight(source.publisher),
            title=straight(source.title),
            citation=straight(source.citation),
        ),
        related=tuple(
            replace(each, headline=straight(each.headline), summary=straight(each.summary))
            for each in brief.related
        ),
        tags=tuple(map(straight, brief.tags)),
    )


_PLAIN: Final = (*("kicker", "headline", "short_headline", "summary", "description", "byline", "correction"),)
