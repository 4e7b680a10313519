"""Lists out of the HTML that word processors and browsers put on the clipboard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from briefdesk.brief.inline import Run, merged

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_UNSEEN = frozenset({"script", "style", "title", "template"})
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "fieldset", "figure"),
        *("figcaption", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    )
)
_LISTS = frozenset({"li", "ul", "ol"})
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)")
_SLANT = re.compile(r"font-style\s*:\s*(\w+)")


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that has been opened, and how text in it looks."""

    tag: str
    run: Run
    unseen: bool
    is_item: bool = False


class _Reader(HTMLParser):
    """Collects lines of runs; within a list item a line break is a blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Run]] = [[]]
        self.has_list = False
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = given.get("style", "").lower()
        is_word = tag == "p" and ("mso-list" in style or "msolist" in given.get("class", "").lower())
        is_item = tag == "li" or is_word
        self.has_list = self.has_list or is_item
        if tag == "br" or tag in _BLOCKS:
            self._break(tag)
        if tag not in _VOID:
            before = self._open[-1] if self._open else _Open("", Run(""), unseen=False)
            unseen = before.unseen or tag in _UNSEEN or "mso-list:ignore" in style.replace(" ", "")
            self._open.append(_Open(tag, _marked(before.run, tag, style, given), unseen, is_item))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                break
        if tag in _BLOCKS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        now = self._open[-1] if self._open else _Open("", Run(""), unseen=False)
        if not now.unseen:
            self.lines[-1].append(replace(now.run, text=data))

    def _break(self, tag: str) -> None:
        if any(each.is_item for each in self._open) and tag not in _LISTS:
            self.lines[-1].append(Run(" "))
        else:
            self.lines.append([])


def list_lines(html: str) -> list[tuple[Run, ...]]:
    """The lines of an HTML text that holds a list or marks, with bold, italic, code and links; else [].

    Word's lists are paragraphs that hold their marks; the marks are left out. Outside of lists a line
    that is bold or italic as a whole has the look of a heading, and no mark.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = [merged(_closed_up(line)) for line in reader.lines]
    lines = [line for line in lines if any(run.text.strip() for run in line)]
    if reader.has_list:
        return lines
    lines = [_without_look(line) for line in lines]
    return lines if any(run.marks != Run("").marks for line in lines for run in line) else []


def _without_look(line: tuple[Run, ...]) -> tuple[Run, ...]:
    """The line without the marks that all of it has."""
    strong, emphasis = (all(getattr(run, mark) for run in line) for mark in ("strong", "emphasis"))
    return merged(
        replace(run, strong=run.strong and not strong, emphasis=run.emphasis and not emphasis) for run in line
    )


def _marked(run: Run, tag: str, style: str, attrs: dict[str, str]) -> Run:
    strong, emphasis = run.strong or tag in {"b", "strong"}, run.emphasis or tag in {"i", "em", "cite"}
    if weight := _WEIGHT.search(style):
        strong = weight[1] in {"bold", "bolder"} or (weight[1].isdigit() and int(weight[1]) >= 600)
    if slant := _SLANT.search(style):
        emphasis = slant[1] in {"italic", "oblique"}
    href = attrs.get("href", "") if tag == "a" else run.href
    return Run("", strong, emphasis, run.code or tag in {"code", "kbd", "samp", "tt"}, href)


def _closed_up(line: list[Run]) -> Iterator[Run]:
    """Runs with every stretch of blanks made one, and none at the ends."""
    blank: Run | None = None
    begun = False
    for run in line:
        for part in re.split(f"({_BLANKS.pattern})", run.text):
            if not part:
                continue
            if _BLANKS.fullmatch(part):
                blank = blank or (replace(run, text=" ") if begun else None)
                continue
            if blank:
                yield blank
            yield replace(run, text=part)
            blank, begun = None, True
