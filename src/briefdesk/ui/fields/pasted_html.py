"""The lines of the HTML that word processors and browsers put on the clipboard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import NamedTuple

from briefdesk.brief.inline import Run, merged
from briefdesk.brief.wording import word_count
from briefdesk.ui.fields.list_marks import mark_lengths
from briefdesk.ui.fields.pasted_elements import Traits, class_rules, ends_head

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_BLANK = " \t\r\n\f"
_CLOSES = ",.;:!?)]”’»…"
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


class PastedHtml(NamedTuple):
    """The lines of a text in HTML, with bold, italic, code and links.

    `struck` counts the words that were struck out and are in no line. `has_list` and `has_marks` tell what
    plain text would lose; `differs` that the plain text beside it would hold what is not to come.
    """

    lines: tuple[tuple[Run, ...], ...] = ()
    struck: int = 0
    has_list: bool = False
    has_marks: bool = False
    differs: bool = False


class _Open(NamedTuple):
    """An element that has been opened."""

    tag: str
    traits: Traits
    is_item: bool = False


@dataclass(slots=True)
class _Line:
    """A line that is being read."""

    runs: list[Run] = field(default_factory=list[Run])
    is_item: bool = False


class _Reader(HTMLParser):
    """Collects lines of runs; within a list item a line break is a blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [_Line()]
        self.has_list = False
        self.differs = False
        self.struck: list[str] = []
        self._open: list[_Open] = []
        self._rules: dict[str, str] = {}
        self._is_after_struck = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        style = self._style(given)
        if self._open and self._open[-1].tag == "head" and ends_head(tag):
            self._open.pop()
        is_word = tag == "p" and ("mso-list" in style or "msolist" in given.get("class", "").lower())
        is_item = tag == "li" or is_word
        self.has_list = self.has_list or is_item
        if tag == "br" or tag in _BLOCKS:
            self._break(tag)
        if tag not in _VOID:
            self._open.append(_Open(tag, self._traits.within(tag, given, style), is_item))

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                break
        if tag in _BLOCKS:
            self._break(tag)

    def handle_data(self, data: str) -> None:
        traits = self._traits
        if traits.unseen:
            self._take_unseen(data)
        elif traits.struck:
            self.struck.append(data)
            self._is_after_struck = True
        else:
            if self._is_after_struck and data[:1] in _CLOSES:
                _close_gap(self.lines[-1].runs)
            self._is_after_struck = False
            self.lines[-1].runs.append(replace(traits.run, text=data))
            self.lines[-1].is_item = self.lines[-1].is_item or self._is_in_item

    @property
    def _traits(self) -> Traits:
        return self._open[-1].traits if self._open else Traits()

    @property
    def _is_in_item(self) -> bool:
        return any(each.is_item for each in self._open)

    def _style(self, given: dict[str, str]) -> str:
        """What is said of how an element looks, by itself and by its classes."""
        own = given.get("style", "").lower()
        if not self._rules:
            return own
        classes = given.get("class", "").lower().split()
        return ";".join([own, *(self._rules[each] for each in classes if each in self._rules)])

    def _take_unseen(self, data: str) -> None:
        inmost = self._open[-1].tag
        if inmost == "style":
            self._rules.update(class_rules(data))
        elif not any(each.tag in {"head", "script", "title", "template"} for each in self._open):
            self.differs = self.differs or bool(data.strip())

    def _break(self, tag: str) -> None:
        self._is_after_struck = False
        self.struck.append(" ")
        if self._is_in_item and tag not in _LISTS:
            self.lines[-1].runs.append(Run(" "))
        else:
            self.lines.append(_Line())


def read_html(html: str) -> PastedHtml:
    """Read the lines of a text in HTML; what no reader sees and what was struck out is in none of them.

    Word's lists are paragraphs that hold their marks; the marks are left out. Outside of lists a line
    that is bold or italic as a whole has the look of a heading, and no mark.
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    read = [(merged(_closed_up(line.runs)), line.is_item) for line in reader.lines]
    lines = _without_marks([each for each in read if any(run.text.strip() for run in each[0])])
    if not reader.has_list:
        lines = [_without_look(line) for line in lines]
    struck = "".join(reader.struck).strip()
    return PastedHtml(
        tuple(lines),
        max(1, word_count(struck)) if struck else 0,
        reader.has_list,
        any(run.marks != Run("").marks for line in lines for run in line),
        reader.differs or bool(struck),
    )


def _close_gap(runs: list[Run]) -> None:
    """Take away the blanks before a stop: what stood between them was struck out."""
    while runs and not runs[-1].text.strip(_BLANK):
        runs.pop()
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip(_BLANK))


def _without_marks(lines: list[tuple[tuple[Run, ...], bool]]) -> list[tuple[Run, ...]]:
    """The lines without marks that were typed; an item of a list, which is told with each line, has none."""
    texts = ["" if is_item else "".join(run.text for run in line) for line, is_item in lines]
    return [
        tuple(_after(line, length)) if length else line
        for (line, _), length in zip(lines, mark_lengths(texts), strict=True)
    ]


def _after(line: tuple[Run, ...], length: int) -> Iterator[Run]:
    """The runs of a line behind its first characters."""
    for run in line:
        if len(run.text) > length:
            yield replace(run, text=run.text[length:])
        length = max(0, length - len(run.text))


def _without_look(line: tuple[Run, ...]) -> tuple[Run, ...]:
    """The line without the marks that all of it has."""
    strong, emphasis = (all(getattr(run, mark) for run in line) for mark in ("strong", "emphasis"))
    return merged(
        replace(run, strong=run.strong and not strong, emphasis=run.emphasis and not emphasis) for run in line
    )


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
