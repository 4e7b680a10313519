"""A brief as plain text, line by line, in the form of a published page that can be imported again.

Mentions of terms lead nowhere here: a text has no links, and a sign beside a word would be taken for
one of the writer's when the text is imported. The terms stand under the bullets.
"""

import re
from collections.abc import Iterator

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.layouts.context import ENGLISH, PageContext

ENGLISH_SUMMARY = "Summary"


def render_text(brief: Brief, *, context: PageContext) -> str:
    """The brief as text with line feeds, one at the end: what the eye reads, without marks."""
    return "".join(f"{line}\n" for line in _lines(brief, context))


def _lines(brief: Brief, context: PageContext) -> Iterator[str]:
    # The words are those that the page importer knows, whatever the language.
    words = ENGLISH
    yield _line(brief.headline)
    if brief.byline.strip():
        yield words.byline.replace("{name}", brief.byline)
    bullets = [bullet for bullet in brief.bullets if bullet.strip()]
    if bullets:
        yield words.bullets
        yield from (f"- {_line(plain(bullet))}" for bullet in bullets)
    elif brief.summary.strip():
        yield f"{ENGLISH_SUMMARY}: {_line(brief.summary)}"  # all there is to read of such a brief
    terms = [entry for entry in brief.terms if (entry.term + entry.definition).strip()]
    if terms:
        yield words.terms
    for entry in terms:
        yield f"- {_line(entry.term)}"
        if entry.definition.strip():
            yield f"- {_line(plain(entry.definition))}"
    yield from _source(brief)
    related = [entry for entry in brief.related if (entry.headline + entry.summary).strip()]
    if related:
        yield words.related
    for entry in related:
        yield _line(entry.headline)
        if entry.summary.strip():
            yield _line(entry.summary)
        address = entry.url or context.addresses.get(entry.id, "")
        if address.strip():
            yield address


def _source(brief: Brief) -> Iterator[str]:
    source = brief.source
    if source.publisher.strip():
        yield f"{ENGLISH.read_at.replace('{publisher}', _line(source.publisher))} →"
    elif source.url.strip():
        yield f"{ENGLISH.read} →"
    if source.url.strip():
        yield source.url
    cited = [text for text in (source.title, source.citation) if text.strip()]
    if cited:  # below a link too: nothing else in plain text keeps it for reading back
        yield f"{ENGLISH.source}: {_line(', '.join(cited))}"
    if brief.correction.strip():
        yield f"{ENGLISH.correction}: {_line(brief.correction)}"


def _line(text: str) -> str:
    """A text on one line: a line feed, and the blanks around it, is one space."""
    return re.sub(r"[ \t]*\n[ \t\n]*", " ", text)
