"""The texts of HTML elements, as they stand or as a browser shows them, and their marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.inline import Run, merged, spell

_UNSEEN = frozenset(
    {"script", "style", "template", "noscript", "head", "title", "svg", "math", "iframe", "button"}
)
_LISTS = frozenset({"ul", "ol", "dl"})
_UNMARKED = Run("")
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def document(text: str) -> HtmlElement:
    """An HTML text as a tree. Nothing is fetched, nothing is run, comments are left out.

    Raises:
        InvalidBrief: it holds NUL, which no document may, or nothing at all.
    """
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise InvalidBrief("", f"the document holds the character U+0000 (line {line})", todo="Remove it")
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return lxml.html.document_fromstring(text.encode(), parser=parser)
    except lxml.etree.LxmlError:
        raise InvalidBrief("", "no HTML document: there is nothing in it") from None


def text(element: HtmlElement, *, exact: bool = False) -> str:
    """The text of an element, without its marks; blanks as they stand only with `exact`."""
    return "".join(run.text for run in runs(element, exact=exact))


def inline(element: HtmlElement, *, exact: bool = False) -> str:
    """The text of an element as inline Markdown."""
    return spell(runs(element, exact=exact))


def runs(element: HtmlElement, *, exact: bool = False, marks: Run = _UNMARKED) -> tuple[Run, ...]:
    """The text of an element with its marks; lists inside it are left out, they are entries of their own."""
    return shown(_runs(element, marks_of(element, marks)), exact=exact)


def shown(found: Iterable[Run], *, exact: bool) -> tuple[Run, ...]:
    """Runs as they are read: equal neighbours joined, and blanks as a browser shows them unless `exact`."""
    whole = merged(found)
    return whole if exact else merged(_collapsed(whole))


def _runs(element: HtmlElement, marks: Run) -> Iterator[Run]:
    yield _with(marks, element.text)
    for child in element:
        name = child.tag if isinstance(child.tag, str) else ""
        if name == "br":
            yield _with(marks, " ")
        elif name and name not in _UNSEEN and name not in _LISTS:
            yield from _runs(child, marks_of(child, marks))
        yield _with(marks, child.tail)


def _with(marks: Run, text: str | None) -> Run:
    return replace(marks, text=text or "")


def marks_of(element: HtmlElement, marks: Run) -> Run:
    """The marks that hold inside an element, when these hold around it."""
    strong, emphasis, code, href = marks.strong, marks.emphasis, marks.code, marks.href
    match element.tag:
        case "strong" | "b":
            strong = True
        case "em" | "i":
            emphasis = True
        case "code" | "kbd" | "samp" | "tt":
            code = True
        case "a" if not href:
            # A link within the page (a term and its definition) is none of the writer's.
            target = element.get("href", "")
            href = "" if target.startswith("#") else target
        case _:
            pass
    return Run("", strong, emphasis, code, href)


def _collapsed(found: tuple[Run, ...]) -> Iterator[Run]:
    """The runs with blanks as a browser shows them: one for many, none at the ends."""
    after_blank = True
    last = max((place for place, run in enumerate(found) if run.text.strip(" \t\r\n\f")), default=-1)
    for place, run in enumerate(found[: last + 1]):
        kept = _BLANKS.sub(" ", run.text)
        if after_blank:
            kept = kept.removeprefix(" ")
        if place == last:
            kept = kept.removesuffix(" ")
        after_blank = kept.endswith(" ") if kept else after_blank
        yield replace(run, text=kept)
