"""An HTML document as a line of blocks: headings, paragraphs, list entries, terms and definitions."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.inline import Run
from briefdesk.importers.headings import without_anchor
from briefdesk.importers.hypertext import marks_of, runs, shown

_MOST: Final = 10_000


class Kind(Enum):
    """What a block is."""

    HEADING = auto()
    PARAGRAPH = auto()
    ENTRY = auto()  # of a list
    TERM = auto()  # of a definition list
    DEFINITION = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text of one kind, its marks, and the level of a heading (1 is the highest)."""

    kind: Kind
    runs: tuple[Run, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """The text alone."""
        return "".join(run.text for run in self.runs)

    @property
    def is_strong(self) -> bool:
        """Whether all of it is strong, as a heading that is none."""
        return bool(self.runs) and all(run.strong or not run.text.strip() for run in self.runs)

    @property
    def href(self) -> str:
        """The first address that it links to, or ""."""
        return next((run.href for run in self.runs if run.href), "")


_LEAVES = {
    **{f"h{level}": Kind.HEADING for level in range(1, 7)},
    **dict.fromkeys(("p", "pre", "figcaption", "td", "th"), Kind.PARAGRAPH),
    "dt": Kind.TERM,
}
_ENTRIES = {"li": Kind.ENTRY, "dd": Kind.DEFINITION}
_LISTS = frozenset({"ul", "ol", "dl"})
_BLOCKS = (
    frozenset(_LEAVES)
    | frozenset(_ENTRIES)
    | _LISTS
    | {"html", "body", "main", "article", "section", "div", "blockquote", "header", "footer", "aside"}
    | {"details", "form", "table", "tr", "hr"}
)
_PASSED_OVER = frozenset(
    (
        *("head", "script", "style", "template", "noscript", "nav", "svg", "math", "iframe"),
        *("object", "button", "select"),
    )
)


def blocks(root: HtmlElement, *, exact: bool = False) -> list[Block]:
    """The blocks of a document in their order. With `exact`, blanks are kept as they stand.

    Raises:
        InvalidBrief: there are more than any brief has.
    """
    found = list(islice(_Walk(root, exact).through(root, Run("")), _MOST + 1))
    if len(found) > _MOST:
        raise InvalidBrief("", f"more than {_MOST} paragraphs: no document of one brief")
    return found


class _Walk:
    """Goes through one tree and knows which of its elements hold blocks."""

    def __init__(self, root: HtmlElement, exact: bool) -> None:
        self._exact = exact
        self._holders: set[HtmlElement] = set()
        for element in root.iter(*_BLOCKS):
            for above in element.iterancestors():
                if above in self._holders:
                    break
                self._holders.add(above)

    def through(self, element: HtmlElement, marks: Run) -> Iterator[Block]:
        """The blocks of an element, whose surroundings have these marks."""
        name = element.tag
        if name in _PASSED_OVER or (name == "tr" and _heads_table(element)):
            return
        if name in _LEAVES:
            level = int(name[1]) if _LEAVES[name] is Kind.HEADING else 0
            yield from self._block(_LEAVES[name], runs(element, exact=self._exact, marks=marks), level)
        elif name in _ENTRIES and not any(element.iterdescendants("h1", "h2", "h3", "h4", "h5", "h6")):
            yield from self._entry(element, marks)
        else:
            yield from self._held(element, marks)

    def _entry(self, element: HtmlElement, marks: Run) -> Iterator[Block]:
        """An entry of a list: its paragraphs are one text, the lists in it follow with their own entries."""
        nested = [child for child in element if child.tag in _LISTS]
        parts = [block.runs for block in self._held(element, marks) if block.kind is Kind.PARAGRAPH]
        whole = [run for place, part in enumerate(parts) for run in ((Run("\n"), *part) if place else part)]
        yield from self._block(_ENTRIES[element.tag], shown(whole, exact=True), 0)
        for child in nested:
            yield from self.through(child, marks)

    def _held(self, element: HtmlElement, marks: Run) -> Iterator[Block]:
        """The blocks in a holder; text that stands loose between them is a paragraph."""
        loose: list[Run] = []
        inside = marks_of(element, marks)
        text = element.text
        for child in [*element, None]:
            loose.append(replace(inside, text=text or ""))
            text = child.tail if child is not None else ""
            if child is None or child in self._holders or child.tag in _BLOCKS:
                yield from self._block(Kind.PARAGRAPH, shown(loose, exact=self._exact), 0)
                loose.clear()
                if child is not None and not (element.tag in _ENTRIES and child.tag in _LISTS):
                    yield from self.through(child, inside)
            elif child.tag == "br":
                loose.append(replace(inside, text="\n"))
            elif child.tag not in _PASSED_OVER:
                loose += runs(child, exact=True, marks=inside)

    def _block(self, kind: Kind, found: tuple[Run, ...], level: int) -> Iterator[Block]:
        if kind is Kind.HEADING and not self._exact:
            found = without_anchor(found)
        # A blank that stays (U+00A0) is something that somebody wrote.
        if kind is Kind.DEFINITION or any(run.text.strip(" \t\r\n\f") for run in found):
            yield Block(kind, found, level)


def _heads_table(row: HtmlElement) -> bool:
    """Whether a row of a table only says what stands in the columns below it."""
    cells = list(row.iterchildren("td", "th"))
    if len(cells) < 2 or any(cell.tag != "th" for cell in cells):
        return False
    return any(True for _ in next(row.iterancestors("table"), row).iterdescendants("td"))
