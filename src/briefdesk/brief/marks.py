"""Reading inline Markdown: what its marks mean, and nothing but its marks."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from briefdesk.brief.url import link

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    _Rule = Callable[[StateInline, bool], bool]

_NESTING: Final = 20
"""How deep brackets may be nested: the reader looks for the end of each at every depth."""
_MARKED = re.compile(r"[\\`*_\[]")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"(?i)https?://|mailto:")
_GAP = " \t\n"
_PARENTHESES = 32


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks; `href` is the address it links to, or ""."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""

    @property
    def marks(self) -> tuple[bool, bool, bool, str]:
        """All but the text."""
        return self.strong, self.emphasis, self.code, self.href


def parse(source: str) -> tuple[Run, ...]:
    """Read inline Markdown as runs: neighbours differ in their marks, none is empty.

    CommonMark's meaning for backslash escapes, code spans, emphasis, strong and links without a
    title to http, https and mailto. Everything else (HTML, entities, images, autolinks, block
    syntax, links elsewhere, line breaks of any kind) is text, as typed.
    """
    if _MARKED.search(source) is None:
        return (Run(source),) if source else ()
    return _parsed(source)


def plain(source: str) -> str:
    """The text that a reader sees of inline Markdown."""
    if _MARKED.search(source) is None:
        return source
    return "".join(run.text for run in _parsed(source))


def merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same runs with equal neighbours joined and empty ones left out."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].marks == run.marks:
            found[-1] = replace(run, text=found[-1].text + run.text)
        elif run.text:
            found.append(run)
    return tuple(found)


@lru_cache(maxsize=2048)
def _parsed(source: str) -> tuple[Run, ...]:
    return merged(_runs(_tokens(source)))


def _runs(tokens: "Iterable[Token]") -> Iterable[Run]:
    strong = emphasis = 0
    href = ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                href = str(token.attrs["href"])
            case "link_close":
                href = ""
            case _:
                yield Run(token.content, strong > 0, emphasis > 0, token.type == "code_inline", href)


def marks_at(source: str) -> tuple[frozenset[int], frozenset[int]]:
    """Places of what begins something (a mark, a link, an escape), and of what ends emphasis."""
    begin: set[int] = set()
    end: set[int] = set()
    for token in _tokens(source, placed=True):
        place = token.meta.get("place", -1)
        if token.type in ("em_close", "strong_close"):
            end |= {place, place + 1} if token.type == "strong_close" else {place}
        elif token.type == "strong_open":
            begin |= {place - 1, place}
        elif token.type != "text" and place >= 0:
            begin.add(place)
    return frozenset(begin), frozenset(end)


def tokens_of(source: str) -> "list[Token]":
    """What the reader finds, in the order in which it stands; `link_close` tells its end in its meta."""
    return _tokens(source)


def has_marks(source: str) -> bool:
    """Whether there is any character that could begin a mark: most texts have none."""
    return _MARKED.search(source) is not None


def _tokens(source: str, *, placed: bool = False) -> "list[Token]":
    tokens: list[Token] = []
    reader = _reader(placed)
    # Not `parseInline`: it would normalise line ends and NUL, and these are text here.
    reader.inline.parse(source, reader, {}, tokens)
    return tokens


@cache
def _reader(placed: bool) -> "MarkdownIt":
    from markdown_it import (
        MarkdownIt,
        rules_inline,
    )  # read when the first mark needs it: most texts have none

    reader = MarkdownIt("zero", {"maxNesting": _NESTING}).enable(["escape", "backticks", "emphasis", "link"])
    reader.inline.ruler.at("escape", _placed(_escape) if placed else _escape)
    reader.inline.ruler.at("link", _link)
    if placed:
        reader.inline.ruler.at("backticks", _placed(rules_inline.backtick))
        reader.inline.ruler.at("emphasis", _placed(rules_inline.emphasis.tokenize))
    return reader


def _placed(rule: "_Rule") -> "_Rule":
    """The same rule, whose tokens tell where in the source they stand."""

    def wrapped(state: "StateInline", silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        is_read = rule(state, silent)
        made = len(state.tokens) - before
        if is_read and made and not silent:
            # Emphasis makes a token of each of its characters; text that waited may come before.
            own = min(made, state.pos - start) if state.src[start] in "*_" else 1
            for number, token in enumerate(state.tokens[-own:]):
                token.meta = {"place": start + number}
        return is_read

    return wrapped


def _escape(state: "StateInline", silent: bool) -> bool:
    """A backslash before ASCII punctuation; before a line feed it is text, not a hard break."""
    char = state.src[state.pos + 1 : state.pos + 2] if state.pos + 1 < state.posMax else ""
    if state.src[state.pos] != "\\" or char not in _ESCAPABLE or not char:
        return False
    if not silent:
        state.push("text_special", "", 0).content = char
    state.pos += 2
    return True


def _link(state: "StateInline", silent: bool) -> bool:
    """`[words](address)`: words not empty, an address that may be linked, and no `!` before it."""
    start, end = state.pos, state.posMax
    if state.src[start] != "[" or _is_image(state.src, start):
        return False
    close = state.md.helpers.parseLinkLabel(state, start, True)
    if close <= start + 1 or state.src[close + 1 : close + 2] != "(" or close + 1 >= end:
        return False
    href, after = _destination(state.src, close + 2, end)
    if not href:
        return False
    if not silent:
        state.pos, state.posMax = start + 1, close
        opener = state.push("link_open", "a", 1)
        opener.attrs = {"href": href}
        opener.meta = {"place": start}
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1).meta = {"end": after}
    state.pos, state.posMax = after, end
    return True


def _is_image(source: str, bracket: int) -> bool:
    if bracket == 0 or source[bracket - 1] != "!":
        return False
    place = bracket - 2
    while place >= 0 and source[place] == "\\":
        place -= 1
    return (bracket - 2 - place) % 2 == 0


def _destination(source: str, start: int, end: int) -> tuple[str, int]:
    """The address between the parentheses of a link, safe to link, and the place after them; or "".

    Own, since the library's decodes entities, which are text here.
    """
    place = _past_gap(source, start, end)
    found = _bracketed(source, place, end) if source[place : place + 1] == "<" else _bare(source, place, end)
    if found is None:
        return "", start
    raw, place = found
    place = _past_gap(source, place, end)
    if place >= end or source[place] != ")":
        return "", start
    typed = _ESCAPED.sub(r"\1", raw)
    return (link(typed), place + 1) if _LINK.match(typed) else ("", start)


def _past_gap(source: str, place: int, end: int) -> int:
    while place < end and source[place] in _GAP:
        place += 1
    return place


def _bracketed(source: str, start: int, end: int) -> tuple[str, int] | None:
    place = start + 1
    while place < end and source[place] not in "\n<":
        if source[place] == ">":
            return source[start + 1 : place], place + 1
        place += 2 if source[place] == "\\" else 1
    return None


def _bare(source: str, start: int, end: int) -> tuple[str, int] | None:
    place, level = start, 0
    while place < end and source[place] > " " and source[place] != "\x7f":
        char = source[place]
        if char == "\\" and source[place + 1 : place + 2] in _ESCAPABLE:
            place += 1
        elif char == "(":
            level += 1
        elif char == ")":
            level -= 1
            if level < 0:
                break
        if level > _PARENTHESES:
            return None
        place += 1
    place = min(place, end)
    return (source[start:place], place) if level <= 0 and place > start else None
