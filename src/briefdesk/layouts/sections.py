"""The sections of a brief's page as HTML: what the page holds and what the live preview patches.

Every text stands in its element character for character, so that a page can be read back: the
sections carry `data-part`, the texts inside that have no element of their own carry `data-field`,
and an address that differs from its link, or may not be linked, stands in `data-url`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from briefdesk.brief import moments
from briefdesk.brief.inline import Run, parse
from briefdesk.brief.mentions import Mentions
from briefdesk.brief.model import Brief, Related
from briefdesk.brief.url import link
from briefdesk.layouts.context import PageContext, direction
from briefdesk.layouts.dates import exact
from briefdesk.layouts.hypertext import attribute, attributes, escaped, rendered

_FRAME: Final = {
    "kicker": "div",
    "headline": "header",
    "byline": "div",
    "bullets": "section",
    "terms": "section",
    "source": "div",
    "related": "section",
    "tags": "div",
    "correction": "section",
}
"""The parts of the article in order, and the element that holds each."""


def render_sections(brief: Brief, context: PageContext) -> dict[str, str]:
    """The inner HTML of each part of the article, in order; "" where the brief has nothing for it."""
    return {part: _RENDER[part](brief, context) for part in _FRAME}


def render_article(brief: Brief, sections: Mapping[str, str], *, with_empty: bool = True) -> str:
    """The whole `article` with its parts, each in its element with `data-part`.

    Empty parts are there for what patches them later, and left out of a finished page. What a page
    does not show (slug, summary, exact dates …) stands in attributes of the article.
    """
    hidden = attributes(
        {
            "data-slug": brief.slug,
            "data-short-headline": brief.short_headline,
            "data-summary": brief.summary,
            "data-description": brief.description,
            # A citation is shown only where there is no link to the story.
            "data-source-title": brief.source.title if link(brief.source.url) else "",
            "data-citation": brief.source.citation if link(brief.source.url) else "",
            "data-published-at": brief.published_at or "",
            "data-created-at": brief.created_at,
            "data-updated-at": brief.updated_at,
        }
    )
    parts = "\n".join(
        f'<{element} data-part="{part}">{sections[part]}</{element}>'
        for part, element in _FRAME.items()
        if with_empty or sections[part]
    )
    return f"<article{hidden}>\n{parts}\n</article>"


def _kicker(brief: Brief, context: PageContext) -> str:
    return f'<p dir="auto">{escaped(brief.kicker)}</p>' if brief.kicker else ""


def _headline(brief: Brief, context: PageContext) -> str:
    return f'<h1 dir="auto">{escaped(brief.headline)}</h1>' if brief.headline.strip() else ""


def _byline(brief: Brief, context: PageContext) -> str:
    parts: list[str] = []
    if brief.byline:
        before, _, after = context.words.byline.partition("{name}")
        name = f'<span data-field="byline" dir="auto">{escaped(brief.byline)}</span>'
        parts.append(f"{escaped(before)}{name}{escaped(after)}")
    published = exact(brief.published_at or "")
    if published:
        moment = moments.read(published)
        shown = f"{moment.day} {context.words.months[moment.month - 1]} {moment.year}"
        parts.append(f"<time{attribute('datetime', published)}>{escaped(shown)}</time>")
    return f"<p{_spoken(brief, context)}>{' · '.join(parts)}</p>" if parts else ""


def _bullets(brief: Brief, context: PageContext) -> str:
    kept = [bullet for bullet in brief.bullets if bullet.strip()]
    if not kept:
        return ""
    mentions = Mentions([entry.term for entry in brief.terms])

    def text(run: Run) -> str:
        return escaped(run.text) if run.code or run.href else _with_terms(run.text, mentions)

    items = "\n".join(f'<li dir="auto">{rendered(parse(bullet), text)}</li>' for bullet in kept)
    return f"{_heading(context.words.bullets, brief, context)}\n<ul>\n{items}\n</ul>"


def _with_terms(text: str, mentions: Mentions) -> str:
    made: list[str] = []
    place = 0
    for start, end, term in mentions.first_in(text):
        made.append(escaped(text[place:start]))
        made.append(f'<a class="term" href="#term-{term + 1}">{escaped(text[start:end])}</a>')
        place = end
    made.append(escaped(text[place:]))
    return "".join(made)


def _terms(brief: Brief, context: PageContext) -> str:
    named = [entry.term for entry in brief.terms]
    entries = [
        f'<div><dt id="term-{number + 1}" dir="auto">{escaped(entry.term)}</dt>'
        f'<dd dir="auto">{_definition(entry.definition, named, number)}</dd></div>'
        for number, entry in enumerate(brief.terms)
        if entry.term.strip() or entry.definition.strip()
    ]
    if not entries:
        return ""
    body = "\n".join(entries)
    return f"{_heading(context.words.terms, brief, context)}\n<dl>\n{body}\n</dl>"


def _definition(definition: str, named: Sequence[str], number: int) -> str:
    """A definition, in which other terms lead to theirs; its own does not lead to itself."""
    mentions = Mentions(named, without=(number,))

    def text(run: Run) -> str:
        return escaped(run.text) if run.code or run.href else _with_terms(run.text, mentions)

    return rendered(parse(definition), text)


def _source(brief: Brief, context: PageContext) -> str:
    source = brief.source
    if link(source.url):
        return _read_at(brief, context)
    # Without a link there is no full story to go to: only where it stands can be said.
    named = source.publisher
    cited = [f'<span data-field="publisher" dir="auto">{escaped(named)}</span>'] if named else []
    cited += [
        f'<cite data-field="{name}" dir="auto">{escaped(text)}</cite>'
        for name, text in (("title", source.title), ("citation", source.citation))
        if text
    ]
    if source.url.strip():
        exactly = attribute("data-url", source.url)
        cited.append(f'<span class="address" data-field="url"{exactly}>{escaped(source.url)}</span>')
    if not cited:
        return ""
    spoken = _spoken(brief, context)
    return f'<p class="cited"{spoken}>{escaped(context.words.source)}: {", ".join(cited)}</p>'


def _read_at(brief: Brief, context: PageContext) -> str:
    source, words = brief.source, context.words
    if source.publisher:
        before, _, after = words.read_at.partition("{publisher}")
        # An isolate by `dir`, which is what `bdi` does: its letters never turn the sentence around.
        publisher = f'<span data-field="publisher" dir="auto">{escaped(source.publisher)}</span>'
        said = f"{escaped(before)}{publisher}{escaped(after)}"
    else:
        said = escaped(words.read)
    forward = direction(brief.language)
    if direction(words.language) != forward:
        said = f"<span{_spoken(brief, context)}>{said}</span>"
    said = f'{said} <span class="arrow">{"←" if forward == "rtl" else "→"}</span>'
    href = link(source.url)
    exactly = "" if href == source.url else attribute("data-url", source.url)
    said = f'<a data-field="url"{attribute("href", href)}{exactly}>{said}</a>'
    return f'<p class="read" dir="{forward}"{_language(brief, context)}>{said}</p>'


def _related(brief: Brief, context: PageContext) -> str:
    entries = [
        _entry(each, context) for each in brief.related if (each.headline + each.summary + each.url).strip()
    ]
    if not entries:
        return ""
    body = "\n".join(entries)
    return f"{_heading(context.words.related, brief, context)}\n{body}"


def _entry(entry: Related, context: PageContext) -> str:
    headline = escaped(entry.headline or entry.url)
    href = link(entry.url) or link(context.addresses.get(entry.id, ""))
    exactly = "" if href == entry.url else attribute("data-url", entry.url)
    if href:
        headline = f'<a data-field="url"{attribute("href", href)}{exactly}>{headline}</a>'
    elif entry.url:
        headline = f'<span data-field="url"{exactly}>{headline}</span>'
    unnamed = "" if entry.headline else ' data-unnamed=""'
    title = f'<h3 dir="auto"{unnamed}>{headline}</h3>' if headline else ""
    summary = f'<p dir="auto">{escaped(entry.summary)}</p>' if entry.summary else ""
    return f'<div class="brief">{title}{summary}</div>'


def _tags(brief: Brief, context: PageContext) -> str:
    kept = [tag for tag in brief.tags if tag.strip()]
    items = "".join(f'<li dir="auto">{escaped(tag)}</li>' for tag in kept)
    return f"<ul>{items}</ul>" if kept else ""


def _correction(brief: Brief, context: PageContext) -> str:
    if not brief.correction:
        return ""
    return (
        f'{_heading(context.words.correction, brief, context)}\n<p dir="auto">{escaped(brief.correction)}</p>'
    )


def _heading(words: str, brief: Brief, context: PageContext) -> str:
    return f"<h2{_spoken(brief, context)}>{escaped(words)}</h2>"


def _spoken(brief: Brief, context: PageContext) -> str:
    """Language and direction of fixed words, where they are not those of the brief."""
    way = direction(context.words.language)
    turned = "" if way == direction(brief.language) else f' dir="{way}"'
    return _language(brief, context) + turned


def _language(brief: Brief, context: PageContext) -> str:
    if brief.language.split("-")[0].lower() == context.words.language.split("-")[0].lower():
        return ""
    return attribute("lang", context.words.language)


_RENDER: Final[Mapping[str, Callable[[Brief, PageContext], str]]] = {
    "kicker": _kicker,
    "headline": _headline,
    "byline": _byline,
    "bullets": _bullets,
    "terms": _terms,
    "source": _source,
    "related": _related,
    "tags": _tags,
    "correction": _correction,
}
