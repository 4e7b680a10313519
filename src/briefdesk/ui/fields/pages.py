"""A whole brief on the clipboard, as a reader would copy it from a page."""

import re

from PySide6.QtCore import QMimeData

from briefdesk.brief.model import Brief, Source

_SECTION = re.compile(r"(?im)^[ \t]*#{0,6}[ \t]*(?:\*\*)?in brief:?(?:\*\*)?:?[ \t]*$")


def page_from(mime: QMimeData, brief: Brief) -> str:
    """The text of a page that is pasted into an empty form; "" for any other paste.

    A page has a headline, a line "In brief", and something below it.
    """
    if not mime.hasText() or not is_empty(brief):
        return ""
    text = mime.text().replace("\r\n", "\n").replace("\r", "\n")
    return text if has_section(text) else ""


def has_section(text: str) -> bool:
    """Whether a text has a line "In brief", with something above and below it."""
    section = _SECTION.search(text)
    return section is not None and bool(text[: section.start()].strip() and text[section.end() :].strip())


def is_empty(brief: Brief) -> bool:
    """Whether nothing that a page could fill in is there yet."""
    written = (brief.headline, brief.kicker, brief.summary, *brief.bullets, *brief.terms, *brief.related)
    return not any(written) and brief.source == Source()
