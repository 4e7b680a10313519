"""An article on the clipboard: its headline, its paragraphs, and where it stands, as it says itself."""

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Source
from briefdesk.brief.publishers import publisher_of
from briefdesk.brief.splitting import by_sentence
from briefdesk.brief.text import cleaned, one_line
from briefdesk.brief.wording import sentences, word_count
from briefdesk.importers.bylines import small_line
from briefdesk.importers.headings import lone_url, source_line
from briefdesk.importers.site import Site, site_of
from briefdesk.ui.fields.cleaned import Cleaned
from briefdesk.ui.fields.clipboard import Clip, Copied, rows_from
from briefdesk.ui.fields.list_marks import mark_lengths
from briefdesk.ui.fields.pages import has_section
from briefdesk.ui.fields.pasted_html import read_html
from briefdesk.ui.fields.source_house import SourceHouse

_SOURCE_CODE = re.compile(
    r"(?i)\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.DOTALL
)
_APART = re.compile(r"\S[ \t\r]*\n[ \t\r]*\n[ \t\r]*\S")
_NO_TITLE = (".", ":", ",", ";", "…")
TITLE_WORDS = 20
"""Words that a first line may have and still be a headline."""
SENTENCE_WORDS = 6
"""Words from which a line that ends as a sentence does is part of a text, and no point of a list."""


class Article(NamedTuple):
    """What was found of an article; `left` tells what of the clipboard is in none of it.

    `paragraphs` are inline Markdown; headline, source and byline are empty where the article has none.
    """

    headline: str
    paragraphs: tuple[str, ...]
    source: Source
    left: Clip
    byline: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of all paragraphs, as inline Markdown."""
        return _sentences(self.paragraphs)


@lru_cache(maxsize=1)  # counted when they are offered, and taken when they are chosen
def _sentences(paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sentence for each in paragraphs for sentence in by_sentence(each))


def article_from(mime: QMimeData, house: SourceHouse | None = None) -> Article | None:
    """Read an article: a page, its source code, or a title with paragraphs; None for any other text.

    What a brief's own page has under "In brief" is no article. Addresses are cleaned and publishers named as
    the library has settled it.
    """
    if not isinstance(mime, Copied):
        return _article(mime, house)
    if "article" not in mime.read:
        mime.read["article"] = _article(mime, house)
    found = mime.read["article"]
    assert found is None or isinstance(found, Article)
    return found


def whole_article_from(mime: QMimeData, house: SourceHouse | None = None) -> Article | None:
    """An article that is surely one where points are pasted too: with a headline and more that tells it.

    That is a page's own heading or title, an address or an author, or paragraphs set apart; a list is none.
    """
    text = mime.text()
    html = read_html(mime.html()) if mime.hasHtml() else None
    if any(mark_lengths([line for line in text.split("\n") if line.strip()])):
        return None
    if html is not None and html.has_list and not html.title:
        return None
    found = article_from(mime, house)
    if found is None or not found.headline:
        return None
    is_titled = bool(html and html.title) or found.source != Source() or bool(found.byline)
    return found if is_titled or (html is None and _APART.search(text)) else None


def _article(mime: QMimeData, house: SourceHouse | None) -> Article | None:
    text = mime.text()
    if has_section(text):
        return None
    if _SOURCE_CODE.match(text):
        mime = _as_html(text)
    html = mime.html() if mime.hasHtml() else ""
    clip, site = rows_from(mime, house), site_of(html) if html else Site()
    rows, address, name = _without_address(clip.rows)
    rows, byline, small = _without_small_lines(rows)
    clip = replace(clip, small=small)
    headline, rows = _headed(rows, read_html(html).title if html else "", site.title)
    if not _is_text(rows, headed=bool(headline)):
        return None
    found = Cleaned.of(site.url or address, house)
    url = found.address.url if found else ""
    if found and site.url:  # one in the text has been counted with the links
        gone = len(found.address.removed) + bool(found.address.unwrapped)
        clip = replace(clip, tracking=clip.tracking + gone)
    told = site.name or name
    publisher = publisher_of(url, house.publishers if house else {}, told) if url else told
    return Article(headline, tuple(rows), Source(url=url, publisher=publisher), clip, byline)


def _as_html(text: str) -> QMimeData:
    made = QMimeData()
    made.setHtml(text)
    return made


def _without_small_lines(rows: list[str]) -> tuple[list[str], str, int]:
    """The rows without those that tell author, date and reading time; that author, and how many told less.

    They stand before the text or behind it: a date between two paragraphs heads what is below it.
    """
    told = [place for place, row in enumerate(rows) if _is_told(row)]
    first, last = (told[0], told[-1]) if told else (len(rows), len(rows))
    found = {n: small_line(plain(row)) for n, row in enumerate(rows) if not first < n < last}
    small = [each for each in found.values() if each]
    byline = next((each.byline for each in small if each.byline), "")
    kept = [row for n, row in enumerate(rows) if not found.get(n)]
    return kept, byline, sum(each.byline == "" or each.byline not in byline for each in small)


def _is_told(row: str) -> bool:
    """Whether a row is part of a text, and no title or small line."""
    text = plain(row)
    ends = text.rstrip('"”’»)').endswith((".", "!", "?", "…"))
    return ends and word_count(text) >= SENTENCE_WORDS and small_line(text) is None


def _headed(rows: list[str], heading: str, title: str) -> tuple[str, list[str]]:
    """The headline, and the rows without the line that it is."""
    headline = one_line(cleaned(heading or title)[0]).strip()
    texts = [plain(row) for row in rows]
    if not headline and texts and _may_head(texts[0]):
        headline = texts[0]
    if headline in texts:
        place = texts.index(headline)
        rows = [*rows[:place], *rows[place + 1 :]]
    return headline, rows


def _may_head(text: str) -> bool:
    return not text.endswith(_NO_TITLE) and word_count(text) <= TITLE_WORDS and len(sentences(text)) == 1


def _is_text(rows: list[str], *, headed: bool) -> bool:
    """Whether rows are the paragraphs of an article, and not points or a line or two."""
    return sum(map(_is_told, rows)) >= (1 if headed else 2) and len(rows) >= (1 if headed else 3)


def _without_address(rows: tuple[str, ...]) -> tuple[list[str], str, str]:
    """The rows without the one that tells where the article stands, that address, and who it names."""
    for place, row in enumerate(rows):
        told = source_line(row)
        address = lone_url(plain(row)) or (told.url if told else "")
        if address:
            return [*rows[:place], *rows[place + 1 :]], address, told.publisher if told else ""
    return list(rows), "", ""
