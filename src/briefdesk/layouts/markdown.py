"""A brief as a Markdown file: front matter, and a body that every reader shows alike.

The first mention of each term leads to the section of the terms. No portable Markdown gives a single
term an address, but the common readers give each heading the one below. An address within the page is
never a writer's (bullets link to http, https and mail alone), so an import knows it and drops it.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from briefdesk.brief.inline import Run, parse
from briefdesk.brief.mentions import Mentions
from briefdesk.brief.model import Brief, Related
from briefdesk.brief.url import link
from briefdesk.layouts.context import ENGLISH, PageContext
from briefdesk.layouts.escaping import address, entity, markdown
from briefdesk.layouts.front_matter import Dialect, front_matter, written
from briefdesk.layouts.markdown_runs import markdown_runs

_TERMS_HERE: Final = "#" + ENGLISH.terms.lower().replace(" ", "-")
_NOTHING = entity("\u00a0")
"""Stands for an empty text where one must stand, so that terms and definitions stay in pairs."""


def render_markdown(
    brief: Brief,
    *,
    context: PageContext,
    dialect: Dialect = "yaml",
    with_headline: bool = True,
    with_links: bool = True,
) -> str:
    """The brief as Markdown with front matter.

    `with_headline` begins the body with the headline, for readers that do not show front matter;
    site generators show the title themselves. `with_links` leads from terms to their section.
    """
    body = render_body(brief, context, with_headline=with_headline, with_links=with_links)
    return f"{written(front_matter(brief), dialect)}\n{body}"


def render_body(
    brief: Brief, context: PageContext, *, with_headline: bool = False, with_links: bool = True
) -> str:
    """The body alone: blocks with a blank line between, ending in a line feed."""
    blocks: list[str] = []
    if with_headline and brief.headline.strip():
        blocks.append(f"# {markdown(brief.headline)}")
    # The headings are those of the contract: other programs look for them, whatever the language.
    blocks += _headed(ENGLISH.bullets, _bullets(brief, with_links=with_links))
    blocks += _headed(ENGLISH.terms, _terms(brief))
    blocks += _source(brief, context)
    blocks += _headed(ENGLISH.related, (block for each in brief.related for block in _entry(each, context)))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _headed(heading: str, blocks: Iterator[str]) -> list[str]:
    found = list(blocks)
    return [f"## {heading}", *found] if found else []


def _bullets(brief: Brief, *, with_links: bool) -> Iterator[str]:
    mentions = Mentions([entry.term for entry in brief.terms] if with_links else ())
    items = [
        f"- {markdown_runs([part for run in parse(bullet) for part in _linked(run, mentions)])}"
        for bullet in brief.bullets
        if bullet.strip()
    ]
    if items:
        yield "\n".join(items)


def _linked(run: Run, mentions: Mentions) -> Iterator[Run]:
    """A run with the first mentions of terms as links, none within code or another link."""
    place = 0
    for start, end, _ in () if run.code or run.href else mentions.first_in(run.text):
        if start > place:
            yield replace(run, text=run.text[place:start])
        yield replace(run, text=run.text[start:end], href=_TERMS_HERE)
        place = end
    if place < len(run.text):
        yield replace(run, text=run.text[place:])


def _terms(brief: Brief) -> Iterator[str]:
    for entry in brief.terms:
        if entry.term.strip() or entry.definition.strip():
            yield markdown_runs((Run(entry.term, strong=True),)) if entry.term else f"**{_NOTHING}**"
            yield markdown_runs(parse(entry.definition)) or _NOTHING


def _source(brief: Brief, context: PageContext) -> Iterator[str]:
    source, words = brief.source, context.words
    href = link(source.url)
    if source.publisher.strip() or href:
        said = (
            words.read_at.replace("{publisher}", source.publisher) if source.publisher.strip() else words.read
        )
        said = f"{markdown(said)} →"
        yield f"[{said}]({address(href)})" if href else said
    cited = [text for text in (source.title, source.citation, source.url) if text.strip()]
    if cited and not href:
        yield markdown(f"{words.source}: {', '.join(cited)}")
    if brief.correction.strip():
        yield f"**{markdown(words.correction + ':', last=False)}** {markdown(brief.correction, first=False)}"


def _entry(entry: Related, context: PageContext) -> Iterator[str]:
    href = link(entry.url) or link(context.addresses.get(entry.id, ""))
    if not (entry.headline + entry.summary).strip() and not href:
        return
    headline = markdown(entry.headline) or markdown(href) or _NOTHING
    yield f"### [{headline}]({address(href)})" if href else f"### {headline}"
    if entry.summary:
        yield markdown(entry.summary)
