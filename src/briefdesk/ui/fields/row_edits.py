"""Edits of whole paragraphs of a document, by their numbers."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCursor, QTextDocument

from briefdesk.ui.fields.difference import Difference, difference
from briefdesk.ui.fields.units import kept, shown, to_units


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


def replace(document: QTextDocument, row: int, texts: Sequence[str]) -> None:
    """Put these texts in the place of as many rows, as one edit."""
    cursor = QTextCursor(document)
    last = document.findBlockByNumber(row + len(texts) - 1)
    cursor.setPosition(document.findBlockByNumber(row).position())
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("\n".join(map(shown, texts)))
