"""The clipboard: texts cleaned for a field, lines that are to be rows, and rows as a list for others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextDocumentFragment

from briefdesk.brief.text import cleaned, one_line

if TYPE_CHECKING:
    from briefdesk.brief.inline import Run

# Word writes its soft break as a vertical tab; a soft break is a blank, the rest end a line.
_SOFT = re.compile("[ \t]*[\x0b\u2028][ \t]*")
_HARD = re.compile("[\x0c\u2029]")
_MARKED_BY_TAB = re.compile(r"\s*(?:[·•◦▪‣–*-]|o|\d+[.)]|[A-Za-z][.)])\t\s*")
_BULLET = re.compile(r"\s*([·•◦▪‣])\s+")
_DASH = re.compile(r"\s*([–*-])\s+")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
MOST_WRAPPED = 2_000
"""Lines past which nobody has pasted a mail."""
_NUMBER = re.compile(r"\s*(\d+)([.)])\s+")


@dataclass(frozen=True, slots=True)
class Clip:
    """Rows from the clipboard, and how many characters that no reader shows were taken out.

    `lines` are the lines as they stand there, where the rows are lines that a mail program had wrapped
    joined again; else there are none.
    """

    rows: tuple[str, ...]
    removed: int = 0
    lines: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All of it in one line."""
        return " ".join(self.rows)


def text_from(mime: QMimeData) -> Clip:
    """The text of the clipboard with its lines, as one row."""
    text, removed = cleaned(_HARD.sub("\n", _SOFT.sub(" ", _plain(mime))))
    return Clip((text,), removed)


def line_from(mime: QMimeData) -> Clip:
    """The text of the clipboard as one line."""
    clip = text_from(mime)
    return Clip((one_line(clip.text.strip("\n")).replace("\t", " "),), clip.removed)


def rows_from(mime: QMimeData) -> Clip:
    """The clipboard as bullets: the items of a list, else the lines; marks of lists and blank lines left out.

    Bold, italic, code and links become inline Markdown; other text is taken as it was typed. Lines
    that were wrapped at a column are joined again.
    """
    # Here and not above: the first paint does not need it, and it takes its time to read.
    from briefdesk.brief.inline import spell
    from briefdesk.ui.fields.pasted_lists import list_lines

    items = list_lines(mime.html()) if mime.hasHtml() else []
    clip = text_from(mime)
    if items:
        found = [cleaned(spell(item)) for item in items]
        rows = tuple(one_line(text).replace("\t", " ") for text, _ in found)
        if len(rows) == 1 and clip.text.strip():  # words in the middle of others, not an item of a list
            before, after = clip.text[:1], clip.text[-1:]
            rows = (
                (" " * before.isspace() + rows[0] + " " * after.isspace(),) if "\n" not in clip.text else rows
            )
        return Clip(rows, sum(count for _, count in found))
    lines = without_marks([line for line in clip.text.split("\n") if line.strip()])
    if len(lines) > 1:
        lines = [line.strip() for line in lines]
    rows = tuple(line.replace("\t", " ") for line in lines)
    joined = _unwrapped(clip.text) if len(rows) > 1 else ()
    return Clip(joined, clip.removed, rows) if joined else Clip(rows, clip.removed)


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


def without_marks(lines: Sequence[str]) -> list[str]:
    """Lines without the marks of a list.

    A mark is one when a tab follows it, or when all lines have one of a kind: "2026. A good year"
    and "-5 degrees" stay as they are.
    """
    if _have(lines, _BULLET):
        return [_BULLET.sub("", line, count=1) for line in lines]
    if len(lines) > 1 and _have(lines, _DASH) and len({line.lstrip()[0] for line in lines}) == 1:
        return [_DASH.sub("", line, count=1) for line in lines]
    if len(lines) > 1 and _have(lines, _NUMBER) and _counts_up(lines):
        return [_NUMBER.sub("", line, count=1) for line in lines]
    return [found.string[found.end() :] if (found := _MARKED_BY_TAB.match(line)) else line for line in lines]


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


def _plain(mime: QMimeData) -> str:
    if mime.hasText() or not mime.hasHtml():
        return mime.text()
    return QTextDocumentFragment.fromHtml(mime.html()).toPlainText()


def _have(lines: Sequence[str], mark: re.Pattern[str]) -> bool:
    return bool(lines) and all(mark.match(line) for line in lines)


def _counts_up(lines: Sequence[str]) -> bool:
    numbers = [int(found[1]) for line in lines if (found := _NUMBER.match(line))]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _html(row: str) -> str:
    from briefdesk.brief.inline import parse

    return "".join(map(_tagged, parse(row)))


def _tagged(run: "Run") -> str:
    text = escape(run.text)
    for wanted, tag in ((run.code, "code"), (run.emphasis, "em"), (run.strong, "strong")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f'<a href="{escape(run.href)}">{text}</a>' if run.href else text
