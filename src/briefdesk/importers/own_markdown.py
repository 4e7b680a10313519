"""Reads the body of our own Markdown back: its order is fixed, so that no text can be taken for a heading."""

from collections.abc import Sequence
from typing import Final

from briefdesk.brief.inline import spell
from briefdesk.brief.url import link
from briefdesk.importers.blocks import Block, Kind
from briefdesk.importers.drafting import Parts

_BULLETS: Final = "In brief"
_TERMS: Final = "Terms in this brief"
_RELATED: Final = "More briefs"
_NOTHING: Final = "\u00a0"
"""What our files write where a text is empty but must stand."""


def read_own_body(found: Sequence[Block], parts: Parts) -> bool:
    """Read bullets, terms and related entries into `parts`, whose other texts the front matter told.

    Gives False, and changes nothing, where the body is not in our order: somebody wrote in it.
    """
    sections = _sections(found)
    if sections is None:
        return False
    bullets = sections.get(_BULLETS, [])
    terms = sections.get(_TERMS, [])
    last = terms or bullets
    tail = _paragraphs_of_source(parts, last)
    if tail and last:
        last[len(last) - tail :] = []
    entries = _entries(sections.get(_RELATED, []))
    if entries is None or len(terms) % 2 or any(block.kind is not Kind.ENTRY for block in bullets):
        return False
    if any(block.kind is not Kind.PARAGRAPH for block in terms):
        return False
    parts.bullets = [spell(block.runs) for block in bullets]
    parts.terms = [
        (_emptied(term.text), "" if definition.text == _NOTHING else spell(definition.runs))
        for term, definition in zip(terms[::2], terms[1::2], strict=True)
    ]
    parts.related = entries
    return True


def _sections(found: Sequence[Block]) -> dict[str, list[Block]] | None:
    sections: dict[str, list[Block]] = {}
    name = ""
    for block in found:
        if block.kind is Kind.HEADING and block.level == 2:
            name = block.text
            if name in sections or name not in (_BULLETS, _TERMS, _RELATED):
                return None
            sections[name] = []
        elif name:
            sections[name].append(block)
    return sections


def _paragraphs_of_source(parts: Parts, last: Sequence[Block]) -> int:
    """How many paragraphs stand between the last section and More briefs: what they say is known.

    In older files a citation stands below a link, too.
    """
    linked = link(parts.url)
    cited = any(text.strip() for text in (parts.source_title, parts.citation, parts.url))
    told = (
        bool(parts.publisher.strip() or linked),
        cited and not linked,
        bool(parts.correction.strip()),
    )
    tail = sum(told)
    if linked and len(last) > tail and not last[-tail].href and last[-tail - 1].href == linked:
        return tail + 1
    return tail


def _entries(found: Sequence[Block]) -> list[tuple[str, str, str]] | None:
    entries: list[tuple[str, str, str]] = []
    for block in found:
        if block.kind is Kind.HEADING and block.level == 3:
            entries.append((_emptied(block.text), "", block.href))
        elif block.kind is Kind.PARAGRAPH and entries and not entries[-1][1]:
            entries[-1] = (entries[-1][0], block.text, entries[-1][2])
        else:
            return None
    return entries


def _emptied(text: str) -> str:
    return "" if text == _NOTHING else text
