"""The lines of the HTML that word processors and browsers put on the clipboard."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefdesk.brief.inline import Run, merged
from briefdesk.brief.wording import word_count
from briefdesk.importers.headings import without_anchor
from briefdesk.ui.fields.list_marks import mark_lengths
from briefdesk.ui.fields.page_parts import Around
from briefdesk.ui.fields.pasted_reader import Reader
from briefdesk.ui.fields.pasted_runs import after, closed_up, without_look
from briefdesk.ui.fields.pasted_tables import Line

FORM_OF_PAGE = 500
"""Letters in a form past which it may be the page itself, and none to fill in."""


class PastedHtml(NamedTuple):
    """The lines of a text in HTML, with bold, italic, code and links.

    `struck` counts the words that were struck out, `menus` the lines around the text of a page, `heads` rows
    that head the columns of a table; they are in no line. `has_list`, `has_table` and
    `has_marks` tell what plain text would lose; `differs` that the plain text beside it would hold what is
    not to come.
    """

    lines: tuple[tuple[Run, ...], ...] = ()
    struck: int = 0
    menus: int = 0
    has_list: bool = False
    has_table: bool = False
    has_marks: bool = False
    differs: bool = False
    title: str = ""
    heads: int = 0


@lru_cache(maxsize=1)  # one paste may be read for what it is and for its lines
def read_html(html: str) -> PastedHtml:
    """Read the lines of a text in HTML; what no reader sees and what was struck out is in none of them.

    Word's lists are paragraphs that hold their marks; the marks are left out. Outside of lists a line
    that is bold or italic as a whole has the look of a heading, and no mark.
    """
    reader = Reader()
    reader.feed(html)
    reader.close()
    there = [line for line in reader.lines if line.text.strip()]
    kept = _of_text(there)
    menus = len(there) - len(kept) + reader.buttons if kept else 0
    bare = [without_anchor(line.runs) if line.is_heading else tuple(line.runs) for line in kept]
    has_anchor = any(runs != tuple(line.runs) for runs, line in zip(bare, kept, strict=True))
    read = [(merged(closed_up(runs)), line.is_item) for runs, line in zip(bare, kept, strict=True)]
    lines = _without_marks([each for each in read if any(run.text.strip() for run in each[0])])
    if not reader.has_list:
        lines = [without_look(line) for line in lines]
    struck = "".join(reader.struck).strip()
    return PastedHtml(
        tuple(lines),
        max(1, word_count(struck)) if struck else 0,
        menus,
        reader.has_list,
        reader.has_table,
        any(run.marks != Run("").marks for line in lines for run in line),
        bool(struck) or bool(menus) or ((reader.differs or has_anchor) and bool(lines)),
        next((_closed(runs) for runs, line in zip(bare, kept, strict=True) if line.is_title), ""),
        reader.heads,
    )


def _closed(runs: Sequence[Run]) -> str:
    return " ".join("".join(run.text for run in runs).split())


def _of_text(lines: Sequence[Line]) -> list[Line]:
    """The lines that are not around the text of a page; where nothing else was copied, they were meant.

    A page may stand in a form as a whole.
    """
    sizes = {each: sum(len(line.text) for line in lines if line.around is each) for each in Around}
    bare, form = sizes[Around.NOTHING], sizes[Around.FORM]
    most = Around.NOTHING if bare else Around.FORM if form else Around.MENU
    if bare and form > max(FORM_OF_PAGE, 3 * bare):
        most = Around.FORM
    return [line for line in lines if line.around <= most]


def _without_marks(lines: list[tuple[tuple[Run, ...], bool]]) -> list[tuple[Run, ...]]:
    """The lines without marks that were typed; an item of a list, which is told with each line, has none."""
    texts = ["" if is_item else "".join(run.text for run in line) for line, is_item in lines]
    return [
        tuple(after(line, length)) if length else line
        for (line, _), length in zip(lines, mark_lengths(texts), strict=True)
    ]
