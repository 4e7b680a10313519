"""The fixed words of a brief's page: section headings and the line that leads to the full story."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from briefdesk.brief.inline import Run

_HEADINGS: Final = {
    "bullets": (
        *("in brief", "the brief", "in short", "at a glance", "key points", "key takeaways", "highlights"),
        *("tl;dr", "tldr", "the gist", "what you need to know"),
    ),
    "terms": (
        *("terms in this brief", "terms in brief", "term in this brief", "terms", "key terms", "terms used"),
        *("glossary", "definitions", "terms to know", "terms and definitions"),
    ),
    "related": (
        *("more briefs", "more brief", "related briefs", "related", "more stories", "related stories"),
        *("see also", "read more", "more news", "related reading", "you may also like"),
    ),
    "summary": ("summary", "abstract", "standfirst", "dek"),
    "correction": ("correction", "corrections"),
    "tags": ("tags", "topics", "keywords"),
    "source": ("source", "full story", "sources"),
}
_PART_OF: Final = {words: part for part, group in _HEADINGS.items() for words in group}
_TRIM: Final = " \t\u00a0#*_=~:：.|-–—>•·"

ARROWS: Final = "→⟶➔➜➝➞⇒›»▸►▶←⟵⇐‹«↗↪"
"""Arrows that stand at the end of the line to the full story."""

_TYPED_ARROW = re.compile(r"(?:[-=–—]+>|>>?)$")
_SPACED_ARROWS: Final = ARROWS + " \t\u00a0\u202f\ufe0f"
_LEADS = re.compile(
    r"(?:(?:read|see|view|get|continue(?:\s+reading)?(?:\s+to)?)\s+(?:the\s+)?(?:full|whole|original|complete|entire)"
    r"\s+(?:story|article|piece|report|post|text)"
    r"|(?:the\s+)?full\s+(?:story|article)|(?:read|continue\s+reading)\s+more|continue\s+reading|original\s+(?:story|article))"
    r"(?:\s*(?::|[-–—]\s)\s*|\s+(?:at|on|in|from|via|by)\b\s*:?\s*|\s*$)(?P<publisher>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = re.compile(r"(?:original\s+)?source\s*[:：]\s*(?P<publisher>.*)", re.IGNORECASE | re.DOTALL)
_MARKED_LINK = re.compile(r"\[([^\[\]]*)\]\((https?://[^\s()]+)\)")
_URL = re.compile(r"(?i)[<(\[]{0,2}\bhttps?://[^\s<>]+")
_ANCHOR = re.compile(
    r"(?i)(?:^\s*(?:[¶§🔗]|#+(?=\s))\s*)|"
    r"\s*(?:[¶🔗]|\s§|\s#|\[#[^\]\s]*\]|\{#[^}\s]*\}|\[\s*(?:edit(?:\s+source)?|link)\s*\])\s*$"
)
_FRAGMENT = re.compile(r"#[\w.:-]*")


class SourceLine(NamedTuple):
    """What the line to the full story tells."""

    publisher: str
    url: str


def part_of(line: str) -> str:
    """The part of a brief that a line heads (`bullets`, `terms` …), or "" when it heads none."""
    words = " ".join(line.strip(_TRIM).casefold().replace("’", "'").split())
    return _PART_OF.get(words, "")


def source_line(line: str) -> SourceLine | None:
    """Read a line such as "Read full story at LessWrong →", with or without an address."""
    text = line.strip(" \t\u00a0*_#")
    linked = _MARKED_LINK.fullmatch(text)
    if linked:
        text = f"{linked[1]} {linked[2]}"
    url = _URL.search(text)
    words = without_arrow(_URL.sub(" ", text))
    found = _LEADS.fullmatch(words) or _SOURCE.fullmatch(words)
    if found is None or not (url or found["publisher"] or _LEADS.fullmatch(words)):
        return None
    return SourceLine(tidy_publisher(found["publisher"]), clean_url(url[0]) if url else "")


def lone_url(line: str) -> str:
    """The address that a line consists of, or ""."""
    found = _URL.fullmatch(line.strip().rstrip(">)].,"))
    return clean_url(found[0]) if found else ""


def without_arrow(text: str) -> str:
    """A text without the arrow at its end, or at its start where the page runs from right to left."""
    text = text.strip()
    quoted = "«" in text or "‹" in text
    arrows = _SPACED_ARROWS.translate({0xBB: "", 0x203A: ""}) if quoted else _SPACED_ARROWS
    while True:
        shorter = text.rstrip(arrows)
        typed = _TYPED_ARROW.search(shorter[-16:])
        shorter = shorter[: len(shorter) - len(typed[0])] if typed else shorter
        if shorter == text:
            return text if quoted else re.sub(rf"^[{ARROWS}]\s*", "", text)
        text = shorter


def tidy_publisher(text: str) -> str:
    """The name of a publisher without what a sentence put around it."""
    text = without_arrow(text).strip(" \t\u00a0*_:;,()[]<>|-–—")
    return text.removesuffix(".") if not re.search(r"(?i)\b(?:inc|ltd|co|corp|u\.s)\.$", text) else text


def clean_url(text: str) -> str:
    """An address as found in a line, without the punctuation around it."""
    text = text.lstrip("<([").rstrip(".,;:!?>\"'”’")
    while text.endswith((")", "]")) and text.count(")") + text.count("]") > text.count("(") + text.count("["):
        text = text[:-1]
    return text


def without_anchor(heading: Sequence[Run]) -> tuple[Run, ...]:
    """A heading without what leads to itself: "¶", "[#name]", "{#name}", "#name", "[edit]"."""
    runs = [run for run in heading if not (run.href.startswith("#") and _leads_nowhere(run.text))]
    while found := _ANCHOR.search("".join(run.text for run in runs)):
        runs = _without(runs, *found.span())
    text = "".join(run.text for run in runs)
    words, _, last = text.rstrip().rpartition(" ")
    if _FRAGMENT.fullmatch(last) and last[1:].casefold() == re.sub(r"\W+", "-", words.strip()).casefold():
        runs = _without(runs, len(words), len(text))
    return tuple(runs) if any(run.text.strip() for run in runs) else tuple(heading)


def _leads_nowhere(text: str) -> bool:
    text = text.strip().strip("[]")
    return not re.search(r"\w", text) or _FRAGMENT.fullmatch(text) is not None


def _without(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Runs without the characters from one place to another."""
    kept: list[Run] = []
    place = 0
    for run in runs:
        text = run.text[: max(0, start - place)] + run.text[max(0, end - place) :]
        place += len(run.text)
        if text:
            kept.append(replace(run, text=text))
    return kept
