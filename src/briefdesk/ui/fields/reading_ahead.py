"""What is to be known of a long paste, read step by step before it is put in: on a worker."""

from collections.abc import Iterator

from PySide6.QtCore import QMimeData

from briefdesk.brief.text import cleaned
from briefdesk.ui.fields.articles import article_from
from briefdesk.ui.fields.clipboard import Clip, Copied, rows_from, text_from, text_mime
from briefdesk.ui.fields.source_house import SourceHouse

LONG = 50_000
"""Characters of HTML, or of text, that are read in a moment; 1 MB of HTML takes more than a second."""


def is_long(mime: QMimeData) -> bool:
    """Whether reading it would be felt."""
    return max(len(mime.html()) if mime.hasHtml() else 0, len(mime.text())) > LONG


def unread(mime: QMimeData) -> Copied:
    """The plain text of a long paste, with each of its lines as a row and nothing else read in it."""
    made = Copied(text_mime(mime.text()))
    text, removed = cleaned(mime.text())
    rows = tuple(line.strip().replace("\t", " ") for line in text.split("\n") if line.strip())
    made.read.update(rows=Clip(rows, removed), article=None)
    return made


def read_ahead(mime: QMimeData, house: SourceHouse | None, *, rows: bool, article: bool) -> Iterator[int]:
    """Read what will be asked for, and remember it; gives after each step how much is done, in per cent.

    A `Copied` remembers it.
    """
    text_from(mime)
    yield 30
    if rows or article:
        rows_from(mime, house)
        yield 60
    if article and (found := article_from(mime, house)):
        yield 80
        assert found.sentences is not None
    yield 100
