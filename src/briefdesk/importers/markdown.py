"""Reads a brief from Markdown with front matter: our own files exactly, those of others as they are meant."""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.inline import parse, plain, spell
from briefdesk.importers.blocks import Block, blocks
from briefdesk.importers.decoding import text_of
from briefdesk.importers.drafting import Parts, drafted
from briefdesk.importers.front_matter import Value, split
from briefdesk.importers.headings import part_of
from briefdesk.importers.hypertext import document
from briefdesk.importers.items import Item, from_page
from briefdesk.importers.outline import parts_of_blocks
from briefdesk.importers.own_markdown import read_own_body
from briefdesk.importers.page import plain_parts_of_page

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown_it import MarkdownIt

LARGEST: Final = 2**20
"""Bytes of a Markdown document; a brief has a few thousand, and its reader is slow."""

_AROUND_BLOCKS = re.compile(
    r" ?(</?(?:p|li|ul|ol|dl|dt|dd|h[1-6]|blockquote|div|pre|table|thead|tbody|tr|th|td|hr|section|article)"
    r"\b[^<>]*>) ?"
)
_HEADING = re.compile(r"(?m)^ {0,3}#{1,6}(?:[ \t]|$)|^[^\n]*\S[^\n]*\n {0,3}(?:=+|-+)[ \t]*$|^<h[1-6]\b")
_BRACKETS = re.compile(r"[\[\]<>]")
_CROWDED: Final = 1_000
"""Brackets in one paragraph past which another reader is taken."""
_MARKS = re.compile(r"[\[\]<>*_`!]")
_MOST_MARKS: Final = 10_000
_MOST_LINES: Final = 20_000
_HARD_BREAK = re.compile(r"<br\s*/?>\s*")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def read_markdown(data: bytes) -> list[Item]:
    """Read a Markdown document: one brief.

    Raises:
        InvalidBrief: its front matter cannot be read, or nothing of a brief is in it.
    """
    if len(data) > LARGEST:
        raise InvalidBrief("", f"larger than {LARGEST >> 20} MB: no Markdown of one brief")
    values, body = split(text_of(data).replace("\r\n", "\n").replace("\r", "\n"))
    if body.count("\n") > _MOST_LINES:
        raise InvalidBrief("", f"more than {_MOST_LINES} lines: no Markdown of one brief")
    if len(_MARKS.findall(body)) > _MOST_MARKS:
        raise InvalidBrief("", f"more than {_MOST_MARKS} marks: no Markdown of one brief")
    told = Parts()
    _add_values(values, told)
    # Our own files have both keys, and what they do not say is empty.
    own = {"title", "slug"} <= values.keys() and not _is_crowded(body)
    if own and read_own_body(_blocks(_own_html(body), exact=True), told):
        return [from_page(drafted(told, guess=False))]
    if not values and _is_page(body):
        return [from_page(drafted(_marked_page(body)))]
    parts = parts_of_blocks(_blocks(_reader().render(body), exact=False), headline=told.headline)
    _add_values(values, parts)
    return [from_page(drafted(parts))]


def _is_page(body: str) -> bool:
    """Whether a document has the words of our headings on lines of their own, but no headings."""
    return _HEADING.search(body) is None and any(part_of(line) for line in body.split("\n"))


def _marked_page(body: str) -> Parts:
    """The parts of a page's text whose texts are inline Markdown."""
    parts = plain_parts_of_page(body)
    parts.bullets = [spell(parse(bullet)) for bullet in parts.bullets]
    parts.terms = [(plain(term), spell(parse(definition))) for term, definition in parts.terms]
    parts.related = [(plain(headline), plain(summary), url) for headline, summary, url in parts.related]
    parts.headline, parts.kicker, parts.summary = map(plain, (parts.headline, parts.kicker, parts.summary))
    return parts


def _blocks(html: str, *, exact: bool) -> list[Block]:
    return blocks(document(f"<body>{html}</body>"), exact=exact)


def _own_html(body: str) -> str:
    """A body of ours as HTML, with the file's own blanks gone before entities are read."""
    try:
        made = _own_reader().reset().convert(body)
    except RecursionError:
        raise InvalidBrief("", "not Markdown that can be read: nested too deeply") from None
    return _HARD_BREAK.sub("&#10;", _AROUND_BLOCKS.sub(r"\1", _BLANKS.sub(" ", made)))


def _is_crowded(body: str) -> bool:
    # Python-Markdown takes time with the square of the brackets in a paragraph: minutes for some files.
    return any(len(_BRACKETS.findall(part)) > _CROWDED for part in body.split("\n\n"))


@cache
def _own_reader() -> "Markdown":
    # Gives numeric entities on as they are, so that no blank of a text is taken for one of the file.
    from markdown import Markdown

    return Markdown(extensions=["sane_lists"], output_format="html")


@cache
def _reader() -> "MarkdownIt":
    # Other people's files are CommonMark: lists indented by two, no blank line before a list.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def _add_values(values: Mapping[str, Value], parts: Parts) -> None:
    """What the front matter says, which counts more than the body."""
    parts.headline = _line(values.get("title", values.get("headline", ""))) or parts.headline
    source = values.get("source", "")
    if isinstance(source, Mapping):
        parts.url = _line(source.get("url", "")) or parts.url
        parts.publisher = _line(source.get("publisher", source.get("name", ""))) or parts.publisher
        parts.source_title = _line(source.get("title", ""))
    else:
        parts.url = _line(source) or parts.url
    author = values.get("author", values.get("authors", ""))
    parts.publisher = _line(values.get("publisher", "")) or parts.publisher
    parts.source_title = _line(values.get("source_title", "")) or parts.source_title
    parts.citation = _line(values.get("citation", ""))
    parts.byline = _line(author) or parts.byline
    parts.id = _line(values.get("id", ""))
    parts.slug = _line(values.get("slug", ""))
    parts.language = _line(values.get("lang", values.get("language", "")))
    parts.kicker = _line(values.get("kicker", "")) or parts.kicker
    parts.short_headline = _line(values.get("short_headline", ""))
    parts.summary = _line(values.get("summary", "")) or parts.summary
    parts.description = _line(values.get("description", ""))
    if parts.description == parts.summary:
        parts.description = ""
    parts.correction = _line(values.get("correction", "")) or parts.correction
    parts.tags = _list(values.get("tags", values.get("categories", ""))) or parts.tags
    is_draft = _line(values.get("draft", "")).casefold() in {"true", "yes", "on", "1"}
    parts.status = _line(values.get("status", ""))
    parts.published_at = "" if is_draft else _line(values.get("date", ""))
    parts.created_at = _line(values.get("date", "")) if is_draft else ""
    parts.updated_at = _line(values.get("lastmod", values.get("updated", values.get("modified", ""))))


def _line(value: Value) -> str:
    """A value as one text: names of a list with commas, of a mapping its name."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return _line(value.get("name", ""))
    return ", ".join(text for each in value if (text := _line(each)))


def _list(value: Value) -> list[str]:
    if isinstance(value, str):
        return [each for each in re.split(r"\s*,\s*", value.strip()) if each]
    return [] if isinstance(value, Mapping) else [text for each in value if (text := _line(each)).strip()]
