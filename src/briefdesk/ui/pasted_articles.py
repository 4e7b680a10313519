"""An article that is pasted while the keyboard is in the library, told apart from what is imported."""

import re
from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.articles import Article, article_from
from briefdesk.ui.fields.list_marks import mark_lengths
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.fields.text import TextField

_DOCUMENT = re.compile(r"\s*(?:[{\[]|---[ \t]*\n|\+\+\+[ \t]*\n|#{1,6} )")
_OWN_PAGE = re.compile(r"(?i)<[^>]*\bdata-part\b")


def begin_article(form: Form, house: SourceHouse, begin: Callable[[], object]) -> bool:
    """Put the article on the clipboard into a brief that `begin` opens; tells whether there is one."""
    article = _article_on_clipboard(house)
    if article is None:
        return False
    begin()
    headline = form.content("headline")
    assert isinstance(headline, TextField)
    headline.take_article(article)
    return True


def _article_on_clipboard(house: SourceHouse) -> Article | None:
    """The article on the clipboard; None for what an importer reads, and for what is neither.

    An importer reads our own documents: JSON, Markdown, the HTML of our pages, a headline with a list.
    """
    mime = QGuiApplication.clipboard().mimeData()
    text = mime.text()
    lines = [line for line in text.split("\n") if line.strip()]
    if _DOCUMENT.match(text) or _OWN_PAGE.search(text) or any(mark_lengths(lines)):
        return None
    return article_from(mime, house)
