"""A whole brief on the clipboard, as a reader would copy it from a page."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from briefdesk.brief.model import Brief, Source

if TYPE_CHECKING:
    from briefdesk.ui.fields.source_house import SourceHouse

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


def cleaned_fields(
    fields: Mapping[str, object], house: "SourceHouse | None"
) -> tuple[Mapping[str, object], int]:
    """The fields of a page with the addresses in source and bullets cleaned, and how many parts went."""
    from briefdesk.ui.fields.pasted_links import LinkCleaner  # the first paint does not need it

    links = LinkCleaner(house)
    found = dict(fields)
    source, bullets = fields.get("source"), fields.get("bullets")
    if isinstance(source, Source):
        found["source"] = replace(source, url=links.address(source.url))
    if isinstance(bullets, tuple):
        found["bullets"] = tuple(links.text(str(bullet)) for bullet in bullets)
    return found, links.removed
