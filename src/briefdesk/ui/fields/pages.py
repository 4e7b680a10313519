"""A whole brief on the clipboard, as a reader would copy it from a page."""

import re

from PySide6.QtCore import QMimeData

from briefdesk.brief.model import Brief, Source

_SECTION = re.compile(r"(?im)^[ \t]*#{0,6}[ \t]*(?:\*\*)?in brief:?(?:\*\*)?:?[ \t]*$")


def page_from(mime: QMimeData, brief: Brief) -> str:
    """The text of a page that is pasted into an empty form; "" for any other paste.

    A page has a headline, a line "In brief", and something below it.
    """
    if not mime.hasText() or not _is_empty(brief):
        return ""
    text = mime.text().replace("\r\n", "\n").replace("\r", "\n")
    section = _SECTION.search(text)
    if section is None or not text[: section.start()].strip() or not text[section.end() :].strip():
        return ""
    return text


def _is_empty(brief: Brief) -> bool:
    written = (brief.headline, brief.kicker, brief.summary, *brief.bullets, *brief.terms, *brief.related)
    return not any(written) and brief.source == Source()
