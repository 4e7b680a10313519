"""Edits of whole paragraphs of a document, by their numbers."""

import re
from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from briefdesk.ui.fields.difference import Difference, difference
from briefdesk.ui.fields.units import kept, shown, to_units

_SIGNS = "\\`*_["
_OPENING = "([{¿¡“‘„‚«‹/–—-@#"
"""What a word follows without a blank."""
_SENTENCE_END = r"[.!?…。！？][\"'”’»)\]*_`]*\s*\Z"


def patch(cursor: QTextCursor, row: int, text: str) -> None:
    """Make the paragraph of that number this text, changing only what differs."""
    document = cursor.document()
    block = document.findBlockByNumber(row)
    old, start = kept(block.text()), block.position()
    found = difference(old, text)
    first, last = to_units(old, found.start), to_units(old, found.start + found.removed)
    if to_units(old, len(old)) != block.length() - 1:
        # Half a character stands in it, which Qt does not hand out: all of the row is put in anew.
        found, first, last = Difference(0, len(old), len(text)), 0, block.length() - 1
    cursor.setPosition(start + first)
    cursor.setPosition(start + last, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(shown(text[found.start : found.start + found.added]))


def insert(cursor: QTextCursor, row: int, texts: Sequence[str]) -> None:
    """Put paragraphs in before the one of that number."""
    document = cursor.document()
    joined = "\n".join(map(shown, texts))
    if row:
        before = document.findBlockByNumber(row - 1)
        cursor.setPosition(before.position() + before.length() - 1)
        cursor.insertText("\n" + joined)
    else:
        cursor.setPosition(0)
        cursor.insertText(joined + "\n")


def remove(cursor: QTextCursor, row: int, count: int) -> None:
    """Take whole rows out with one of the paragraph ends beside them."""
    document = cursor.document()
    last = document.findBlockByNumber(row + count - 1)
    start, end = document.findBlockByNumber(row).position(), last.position() + last.length()
    if end > document.characterCount() - 1:
        start, end = max(0, start - 1), end - 1
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def replace(document: QTextDocument, row: int, texts: Sequence[str], count: int | None = None) -> None:
    """Put these texts in the place of `count` rows, of as many as there are texts without it, as one edit."""
    cursor = QTextCursor(document)
    last = document.findBlockByNumber(row + (len(texts) if count is None else count) - 1)
    cursor.setPosition(document.findBlockByNumber(row).position())
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("\n".join(map(shown, texts)))


def around(texts: Sequence[str], first: tuple[int, int], last: tuple[int, int]) -> tuple[str, str, bool]:
    """What stays of the rows before one place and behind another, each a row and the place in it.

    Marks that are open there hold in what stays; the last tells whether they were to be cut for that.
    """
    (start_row, start), (end_row, end) = first, last
    before, after = texts[start_row][:start], texts[end_row][end:]
    if not _may_be_marked(texts[start_row]) and not _may_be_marked(texts[end_row]):
        return before, after, False
    from briefdesk.brief.cutting import halves  # the first paint does not need it, and most texts have none

    cut = halves(texts[start_row], start)[0], halves(texts[end_row], end)[1]
    return *cut, cut != (before, after)


def apart(
    rows: Sequence[str], before: str, after: str, *, is_list: bool, as_one: bool = False
) -> Sequence[str]:
    """Rows that are to go between two texts, so that no point of a list is glued to a finished one.

    Behind a bullet that is there, all the items of a list are bullets of their own, and so are lines behind
    a whole sentence; in the middle of one, the first and the last keep a blank from the words around them.
    An item alone may be some words of a list: only behind a whole sentence it is a bullet. What is to be
    `as_one` only keeps its blanks.
    """
    several = len(rows) > 1
    if not several and not is_list:
        return rows
    is_ended = re.search(_SENTENCE_END, before) is not None
    if not as_one and before.strip() and not after.strip() and (is_ended or (several and is_list)):
        return "", *rows
    if not is_list:
        return rows
    if several and not before.strip() and after.strip():
        return *rows, ""
    first = " " * _meet(before, rows[0]) + rows[0]
    if not several:
        return (first + " " * _meet(first, after),)
    return first, *rows[1:-1], rows[-1] + " " * _meet(rows[-1], after)


def _meet(left: str, right: str) -> bool:
    """Whether words, or the end of a sentence and a word, would stand without a blank between them."""
    if not left or not right or left[-1].isspace() or left[-1] in _OPENING:
        return False
    return right[0].isalnum() or right[0] in _SIGNS


def put_over(
    texts: Sequence[str], first: tuple[int, int], last: tuple[int, int], text: str
) -> tuple[str, int] | None:
    """One row of those between two places, a text in the place of what is between them, and its end there.

    `None` where no mark is cut, or nothing but signs is taken out: whoever takes a sign out means it.
    """
    (start_row, start), (end_row, end) = first, last
    if not _may_be_marked(texts[start_row]) and not _may_be_marked(texts[end_row]):
        return None
    from briefdesk.brief.cutting import spliced  # as in `around`
    from briefdesk.brief.spans import seen_from

    row = texts[start_row]
    if start_row == end_row and seen_from(row, start) == seen_from(row, end):
        return None
    found = spliced(row, start, texts[end_row], end, text)
    return found if found[0] != row[:start] + text + texts[end_row][end:] else None


def is_seen(text: str, place: int) -> bool:
    """Whether a reader sees anything of a text before a place in it."""
    if not _may_be_marked(text[:place]):
        return place > 0
    from briefdesk.brief.spans import seen_from  # as in `around`

    return seen_from(text, place) > 0


def joined_to_last(texts: Sequence[str], row: int) -> tuple[str, int] | None:
    """A row with the one before it, and where it begins in that; `None` where none of their marks meet."""
    if not 0 < row < len(texts) or not _may_be_marked(texts[row]):
        return None
    from briefdesk.brief.cutting import joined

    found = joined(texts[row - 1], texts[row])
    return found if found[0] != texts[row - 1] + texts[row] else None


def _may_be_marked(text: str) -> bool:
    return any(sign in text for sign in _SIGNS)
