"""The clipboard: texts cleaned for a field, lines that are to be rows, and rows as a list for others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from briefdesk.brief.text import cleaned, one_line

if TYPE_CHECKING:
    from briefdesk.brief.inline import Run
    from briefdesk.ui.fields.pasted_html import PastedHtml
    from briefdesk.ui.fields.pasted_links import LinkCleaner
    from briefdesk.ui.fields.source_house import SourceHouse

# Word writes its soft break as a vertical tab; a soft break is a blank, the rest end a line.
_SOFT = re.compile("[ \t]*[\x0b\u2028][ \t]*")
_HARD = re.compile("[\x0c\u2029]")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
MOST_WRAPPED = 2_000
"""Lines past which nobody has pasted a mail."""
_SIGNED = "-- "
"""The line above the signature of a mail (RFC 3676, section 4.3); some programs take the blank off."""
MOST_SIGNED = 12
"""Lines that a signature may have; where more follow, they are no signature."""


class Copied(QMimeData):
    """Text and HTML of a clipboard that may change at any time, and what was read of them by name."""

    def __init__(self, mime: QMimeData) -> None:
        super().__init__()
        self.read: dict[str, object] = {}
        self.is_sure = False
        """It is put in without a question: its brief is about to be left."""
        if mime.hasText():
            self.setText(mime.text())
        if mime.hasHtml():
            self.setHtml(mime.html())


def is_sure(mime: QMimeData) -> bool:
    """Whether it is to be put in without a question."""
    return isinstance(mime, Copied) and mime.is_sure


@dataclass(frozen=True, slots=True)
class Clip:
    """Rows from the clipboard, and how much was left out.

    `removed` counts characters that no reader shows, `struck` words that were struck out, `menus` lines
    around the text of a page, `tracking` parts of addresses, `signed` lines of a mail's signature, `heads`
    rows of table heads, `small` lines with an author, a date or a reading time. `lines` are the lines as
    they stand there, where the rows are lines that a mail program had wrapped joined again; else there are
    none. `is_list` says that the rows were items of a list.
    """

    rows: tuple[str, ...]
    removed: int = 0
    lines: tuple[str, ...] = ()
    struck: int = 0
    menus: int = 0
    tracking: int = 0
    signed: int = 0
    is_list: bool = False
    heads: int = 0
    small: int = 0

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(self.rows)


def text_from(mime: QMimeData) -> Clip:
    """The text of the clipboard with its lines, as one row."""
    return _text(mime, _html_of(mime))


def line_from(mime: QMimeData) -> Clip:
    """The text of the clipboard as one line."""
    clip = text_from(mime)
    return replace(clip, rows=(one_line(clip.text.strip("\n")).replace("\t", " "),))


def rows_from(mime: QMimeData, house: "SourceHouse | None" = None) -> Clip:
    """The clipboard as bullets: the items of a list, else the lines; marks of lists and blank lines left out.

    Bold, italic, code and links become inline Markdown; other text is taken as it was typed. Lines
    that were wrapped at a column are joined again. What was struck out or hidden does not come, and links
    lose their tracking parts, by the list of the library where it is given.
    """
    if not isinstance(mime, Copied):
        return _rows(mime, house)
    if "rows" not in mime.read:
        mime.read["rows"] = _rows(mime, house)
    found = mime.read["rows"]
    assert isinstance(found, Clip)
    return found


def _rows(mime: QMimeData, house: "SourceHouse | None") -> Clip:
    from briefdesk.brief.inline import spell
    from briefdesk.ui.fields.pasted_links import LinkCleaner

    links = LinkCleaner(house)
    html = _html_of(mime)
    clip = _text(mime, html)
    if html is None or not (html.has_list or html.has_table or html.has_marks or html.differs):
        return _typed_rows(clip, links)
    found = [cleaned(spell(links.line(line))) for line in html.lines]
    rows = tuple(one_line(text).replace("\t", " ") for text, _ in found)
    plain = mime.text()
    if len(rows) == 1 and plain.strip() and "\n" not in plain:  # words in the middle of others, no item
        rows = (" " * plain[:1].isspace() + rows[0] + " " * plain[-1:].isspace(),)
    return Clip(
        rows,
        sum(count for _, count in found),
        struck=html.struck,
        menus=html.menus,
        tracking=links.removed,
        is_list=html.has_list,
        heads=html.heads,
    )


def _typed_rows(clip: Clip, links: "LinkCleaner") -> Clip:
    """The lines of a plain text as bullets."""
    text, signed = _unsigned(clip.text)
    clip = replace(clip, rows=(links.text(text),), tracking=links.removed, signed=signed)
    from briefdesk.ui.fields.list_marks import joined_items, mark_lengths, without_marks
    from briefdesk.ui.fields.pasted_tables import joined_cells

    written = [line for line in clip.text.split("\n") if line.strip()]
    clip = replace(clip, is_list=bool(written) and mark_lengths(written)[0] > 0)
    lines = joined_cells(without_marks(written))
    if len(lines) > 1:
        lines = [line.strip() for line in lines]
    rows = tuple(line.replace("\t", " ") for line in lines)
    joined = _unwrapped(clip.text) if len(rows) > 1 else ()
    if not joined and len(rows) > 1:
        items = [line.strip() for line in joined_cells(joined_items(clip.text.split("\n")))]
        joined = tuple(item.replace("\t", " ") for item in items) if len(items) < len(rows) else ()
    return replace(clip, rows=joined, lines=rows) if joined else replace(clip, rows=rows)


def _unsigned(text: str) -> tuple[str, int]:
    """A mail without its signature, and how many lines that had; a line "--" is none of its text anyway."""
    lines = text.split("\n")
    if len(lines) < 2 or not any(line.rstrip() == _SIGNED.rstrip() for line in lines):
        return text, 0
    signed = 0
    for place in (n for n in reversed(range(len(lines))) if lines[n] == _SIGNED):
        after = [line for line in lines[place + 1 :] if line.strip()]
        if any(map(str.strip, lines[:place])) and len(after) <= MOST_SIGNED:
            lines, signed = lines[:place], len(after)
        break
    return "\n".join(line for line in lines if line.rstrip() != _SIGNED.rstrip()), signed


def _unwrapped(text: str) -> tuple[str, ...]:
    """The lines with those joined that a mail program broke at a column; none where it broke none."""
    from briefdesk.importers.lines import lines_of, unwrapped, without_numbers

    if text.count("\n") > MOST_WRAPPED:
        return ()
    quoted = _QUOTED.sub("", text) if all(map(_QUOTED.match, filter(str.strip, text.split("\n")))) else text
    lines = lines_of(quoted)
    joined = unwrapped(lines)
    if len(joined) == len(lines):
        return ()
    return tuple(line.text.replace("\t", " ") for line in without_numbers(joined))


def text_mime(text: str) -> QMimeData:
    """A text for the clipboard, and nothing of how it looks here."""
    made = QMimeData()
    made.setText(text)
    return made


def rows_mime(rows: Sequence[str]) -> QMimeData:
    """Several bullets for the clipboard: a list in plain text, and one in HTML with their marks."""
    made = text_mime("\n".join(f"- {row}" for row in rows))
    items = "".join(f"<li>{_html(row)}</li>" for row in rows)
    made.setHtml(f"<ul>{items}</ul>")
    return made


def _html_of(mime: QMimeData) -> "PastedHtml | None":
    if not mime.hasHtml():
        return None
    # Here and not above: the first paint does not need it, and it takes its time to read.
    from briefdesk.ui.fields.pasted_html import read_html

    return read_html(mime.html())


def _text(mime: QMimeData, html: "PastedHtml | None") -> Clip:
    """The plain text of the clipboard; where that holds what is not to come, the text of its HTML."""
    text = mime.text()
    if html is not None and (html.differs or not mime.hasText()):
        text = "\n".join("".join(run.text for run in line) for line in html.lines)
    text, removed = cleaned(_HARD.sub("\n", _SOFT.sub(" ", text)))
    return Clip((text,), removed, struck=html.struck if html else 0, menus=html.menus if html else 0)


def _html(row: str) -> str:
    from briefdesk.brief.inline import parse

    return "".join(map(_tagged, parse(row)))


def _tagged(run: "Run") -> str:
    text = escape(run.text)
    for wanted, tag in ((run.code, "code"), (run.emphasis, "em"), (run.strong, "strong")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text
