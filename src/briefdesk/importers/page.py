"""Reads a brief from the text of a published page, as it is copied from a browser or a mail."""

import re
from collections.abc import Sequence
from typing import Final

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.inline import escape
from briefdesk.importers.bylines import small_line
from briefdesk.importers.decoding import text_of
from briefdesk.importers.drafting import Parts, drafted
from briefdesk.importers.headings import lone_url, part_of, source_line
from briefdesk.importers.items import Item, from_page
from briefdesk.importers.lines import Line, joined, lines_of, paragraphs, unwrapped, without_numbers

LARGEST: Final = 4 * 2**20
"""Bytes of a page's text; a brief has a few thousand."""

_PAIR = re.compile(
    r"(?P<term>[^\s:：](?:[^:：.!?]|\.(?=\S)){0,80}?)(?:\s*[:：]\s+|\s+[—–=-]\s+)(?P<definition>\S.*)",
    re.DOTALL,
)
_BYLINE = re.compile(r"(?i)by\s+(?P<name>[^\W\d_].{1,80})")
_LABEL = re.compile(
    r"(?i)(?P<label>in brief|summary|tags|topics|correction|kicker)\s*[:：]\s+(?P<rest>\S.*)", re.DOTALL
)
_KICKER_WORDS: Final = 4
_HEADLINE_WORDS: Final = 25


def read_page(data: bytes) -> list[Item]:
    """Read the text of one page: headline, "In brief", "Terms in this brief", source, "More briefs".

    Sections may be missing, capitals, colons, bullet marks, indents and blank lines are as they come.

    Raises:
        InvalidBrief: the text is no brief.
    """
    if len(data) > LARGEST:
        raise InvalidBrief("", f"larger than {LARGEST >> 20} MB: no text of one page")
    return [from_page(drafted(parts_of_page(text_of(data))))]


def parts_of_page(text: str) -> Parts:
    """What the text of a page holds, part by part; its bullets and definitions as inline Markdown."""
    parts = plain_parts_of_page(text)
    parts.bullets = [escape(bullet) for bullet in parts.bullets]
    parts.terms = [(term, escape(definition)) for term, definition in parts.terms]
    return parts


def plain_parts_of_page(text: str) -> Parts:
    """What the text of a page holds, part by part, with every text as it stands there."""
    parts = Parts()
    sections = _sections(lines_of(text), parts)
    _read_top(sections["top"], parts, has_bullets=bool(sections["bullets"]))
    parts.bullets += _items(sections["bullets"])
    parts.terms = _terms(sections["terms"])
    parts.related += _related(sections["related"])
    parts.summary = parts.summary or _prose(sections["summary"])
    parts.correction = _prose(sections["correction"])
    parts.tags = [
        each for line in sections["tags"] for each in re.split(r"\s*[,;，、]\s*", line.text) if each
    ]
    return parts


def _sections(lines: Sequence[Line], parts: Parts) -> dict[str, list[Line]]:
    """The lines by the part they stand in; the line to the full story is read at once."""
    found: dict[str, list[Line]] = {
        name: [] for name in ("top", "bullets", "terms", "related", "summary", "correction", "tags", "after")
    }
    part = "top"
    for line in lines:
        headed = "" if line.marked else part_of(line.text)
        told = source_line(line.text)
        if headed:
            part = "after" if headed == "source" else headed
        elif told and part != "related":
            parts.publisher = parts.publisher or told.publisher
            parts.url = parts.url or told.url
            part = "after"
        elif part == "after":
            _read_after(line, parts, found)
        else:
            label = _LABEL.fullmatch(line.text)
            if label and part_of(label["label"]) and part != "related":
                found[part_of(label["label"])].append(Line(label["rest"]))
                part = "bullets" if part_of(label["label"]) == "bullets" else part
            else:
                found[part].append(line)
    return found


def _read_after(line: Line, parts: Parts, found: dict[str, list[Line]]) -> None:
    """A line after the one to the full story: its address or publisher, or a labelled line."""
    label = _LABEL.fullmatch(line.text)
    if not parts.url and lone_url(line.text):
        parts.url = lone_url(line.text)
    elif label and part_of(label["label"]) in found:
        found[part_of(label["label"])].append(Line(label["rest"]))
    elif not parts.publisher and not found["after"]:
        parts.publisher = line.text
    else:
        found["after"].append(line)


def _read_top(lines: Sequence[Line], parts: Parts, *, has_bullets: bool) -> None:
    """What stands above "In brief": perhaps a kicker, the headline, perhaps a byline and a standfirst."""
    plain = [line for line in lines if not line.marked]
    if not has_bullets and any(line.marked for line in lines):
        # No heading, but a list: what is marked are the bullets.
        first = next(place for place, line in enumerate(lines) if line.marked)
        parts.bullets += _items(lines[first:])
        plain = list(lines[:first])
    texts = [line.text.strip("#* ") if line.text.startswith(("#", "**")) else line.text for line in plain]
    if len(texts) > 1 and _is_kicker(texts[0], texts[1]):
        parts.kicker = texts.pop(0)
    if texts:
        parts.headline = texts.pop(0)
    for text in list(texts):
        byline, small = _BYLINE.fullmatch(text), small_line(text)
        if small or (byline and not parts.byline):
            parts.byline = parts.byline or (small.byline if small else byline["name"] if byline else "")
            texts.remove(text)
    if texts and not parts.bullets and not has_bullets:
        return
    parts.summary = " ".join(texts)


def _is_kicker(first: str, second: str) -> bool:
    if _BYLINE.fullmatch(second) or len(second.split()) <= len(first.split()):
        return False
    short = len(first.split()) <= _KICKER_WORDS and not first.endswith((".", "!", "?"))
    return short and (first.isupper() or not second.endswith(".")) and len(second.split()) <= _HEADLINE_WORDS


def _items(lines: Sequence[Line]) -> list[str]:
    """The points of a list; a line without a mark goes on with the one above when that has one."""
    lines = unwrapped(without_numbers(lines))
    marked = any(line.marked for line in lines)
    found: list[str] = []
    for line in lines:
        if marked and found and not line.marked and not line.apart:
            found[-1] = joined(found[-1], line.text)
        else:
            found.append(line.text)
    return found


def _prose(lines: Sequence[Line]) -> str:
    return " ".join(line.text for line in lines)


def _terms(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Terms with their definitions: "term: definition" on one line, or one line each."""
    lines = unwrapped(without_numbers(lines))
    if lines and all(_PAIR.fullmatch(line.text) for line in lines):
        return [_pair(line.text) for line in lines]
    marked = any(line.marked for line in lines)
    found: list[tuple[str, str]] = []
    term = ""
    for line in lines:
        goes_on = (marked and not line.marked and not line.apart) or (
            not line.apart
            and found
            and term == ""
            and line.text[0].islower()
            and not found[-1][1].endswith((".", "!", "?"))
        )
        if term:
            found.append((term, line.text))
            term = ""
        elif goes_on and found:
            found[-1] = (found[-1][0], joined(found[-1][1], line.text))
        elif _PAIR.fullmatch(line.text):
            found.append(_pair(line.text))
        else:
            term = line.text.rstrip(":： ")
    return [*found, (term, "")] if term else found


def _pair(text: str) -> tuple[str, str]:
    found = _PAIR.fullmatch(text)
    return (found["term"].strip(), found["definition"].strip()) if found else (text, "")


def _related(lines: Sequence[Line]) -> list[tuple[str, str, str]]:
    """Headlines with their summaries, and the addresses that stand on a line of their own below them."""
    found: list[tuple[str, str, str]] = []
    begun = 0
    for place, line in enumerate(lines):
        address = lone_url(line.text)
        if address and place > begun:
            *before, last = _entries(lines[begun:place])
            found += [(headline, summary, "") for headline, summary in before]
            found.append((*last, address))
            begun = place + 1
    found += [(headline, summary, "") for headline, summary in _entries(lines[begun:])]
    return found


def _entries(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Headlines with their summaries, which may run over several lines or paragraphs."""
    lines = unwrapped(lines)
    if len(lines) > 1 and not any(line.is_sentence for line in lines) and all(line.marked for line in lines):
        return [(line.text, "") for line in lines]
    groups = list(paragraphs(lines))
    if len(groups) > 1 and all(len(group) > 1 for group in groups):
        return [(group[0].text, _prose(group[1:])) for group in groups]
    found: list[tuple[str, str]] = []
    for place, line in enumerate(lines):
        after = lines[place + 1] if place + 1 < len(lines) else None
        if not found or (found[-1][1] and _heads(line, after)):
            found.append((line.text, ""))
        else:
            headline, summary = found[-1]
            found[-1] = (headline, f"{summary} {line.text}".strip())
    return found


def _heads(line: Line, after: Line | None) -> bool:
    """Whether a line after a summary begins the next entry rather than going on with the summary."""
    if line.marked or len(line.text.split()) > _HEADLINE_WORDS:
        return line.marked
    return not line.text.endswith((".", "…", ";", ",")) and (after is not None or not line.is_sentence)
