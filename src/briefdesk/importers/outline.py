"""Finds the parts of a brief among the blocks of a document that people or other programs wrote."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from briefdesk.brief.inline import Run, spell
from briefdesk.importers.blocks import Block, Kind
from briefdesk.importers.bylines import small_line
from briefdesk.importers.drafting import Parts
from briefdesk.importers.headings import lone_url, part_of, source_line, tidy_publisher

_BYLINE = re.compile(r"(?i)by\s+(?P<name>[^\W\d_].{1,80})", re.DOTALL)
_PAIR = re.compile(
    r"(?P<term>[^\s:：][^:：]{0,80}?)\s*(?:[:：]|[—–]|(?<=\s)-(?=\s))\s*(?P<definition>\S.*)", re.DOTALL
)
_LINES: Final = re.compile(r"\s*\n\s*")


def parts_of_blocks(blocks: Sequence[Block], *, headline: str = "") -> Parts:
    """The parts of a brief in these blocks; the headline is the first heading unless it is known."""
    parts = Parts(headline=headline)
    sections = _sections(blocks, parts)
    _read_top(sections["top"], parts)
    if not sections["bullets"] and not parts.bullets:
        parts.bullets = _first_list(sections["top"])
    else:
        parts.bullets += [spell(block.runs) for block in _points(sections["bullets"])]
    parts.terms = _terms(sections["terms"])
    parts.related = _related(sections["related"])
    parts.summary = _prose(sections["summary"]) or parts.summary
    parts.correction = _prose(sections["correction"])
    parts.tags = [
        each for block in sections["tags"] for each in re.split(r"\s*[,;\n]\s*", block.text.strip()) if each
    ]
    return parts


def _sections(blocks: Sequence[Block], parts: Parts) -> dict[str, list[Block]]:
    found: dict[str, list[Block]] = {
        name: [] for name in ("top", "bullets", "terms", "related", "summary", "correction", "tags", "after")
    }
    part, level = "top", 0
    for block in blocks:
        headed = part_of(block.text) if block.kind in (Kind.HEADING, Kind.PARAGRAPH) else ""
        told = source_line(block.text) if block.kind is not Kind.DEFINITION else None
        if headed and headed != part and not (part == "top" and not found["top"] and not parts.headline):
            part = "after" if headed == "source" else headed
            level = block.level
        elif told and (
            part != "related" or (block.href and block.kind is Kind.PARAGRAPH and not found["related"])
        ):
            parts.publisher = parts.publisher or told.publisher
            parts.url = parts.url or block.href or told.url
            part = "after"
        elif block.kind is Kind.HEADING and level and block.level <= level and part not in ("top", "related"):
            part, level = "after", 0
            found[part].append(block)
        elif part == "after" and not parts.url and (block.href or lone_url(block.text)):
            parts.url = block.href or lone_url(block.text)
            name = "" if lone_url(block.text) else tidy_publisher(block.text)
            parts.publisher = parts.publisher or name
        else:
            found[part].append(block)
    return found


def _read_top(found: list[Block], parts: Parts) -> None:
    """What stands above the first section: headline, perhaps kicker, byline and standfirst."""
    headings = [block for block in found if block.kind is Kind.HEADING]
    prose = [block for block in found if block.kind is Kind.PARAGRAPH]
    if not parts.headline and headings:
        main = min(headings, key=lambda block: block.level)
        parts.headline = main.text
        before = found[: found.index(main)]
        prose = [block for block in found[len(before) + 1 :] if block.kind is Kind.PARAGRAPH]
        if len(before) == 1 and before[0].kind is Kind.PARAGRAPH and len(before[0].text.split()) <= 4:
            parts.kicker = before[0].text
    elif not parts.headline and prose:
        parts.headline = prose.pop(0).text
    elif prose and headings and headings[0].text == parts.headline:
        prose = [block for block in found[found.index(headings[0]) :] if block.kind is Kind.PARAGRAPH]
    told: list[str] = []
    for block in prose:
        byline, small = _BYLINE.fullmatch(block.text.strip()), small_line(block.text)
        if small:
            parts.byline = parts.byline or small.byline
        elif byline and not parts.byline:
            parts.byline = byline["name"]
        else:
            told.append(block.text)
    parts.summary = told[0] if told else ""


def _first_list(found: Sequence[Block]) -> list[str]:
    """The entries of the first list, where no heading says what the bullets are."""
    bullets: list[str] = []
    for block in found:
        if block.kind is Kind.ENTRY:
            bullets.append(spell(block.runs))
        elif bullets:
            break
    return bullets


def _points(found: Sequence[Block]) -> list[Block]:
    """The bullets of a section: the entries of its list, or its paragraphs where it has none."""
    entries = [block for block in found if block.kind is Kind.ENTRY]
    return entries or [block for block in found if block.kind is not Kind.HEADING]


def _prose(found: Sequence[Block]) -> str:
    return "\n".join(block.text for block in found)


def _terms(found: Sequence[Block]) -> list[tuple[str, str]]:
    """Terms as a definition list, as headings or strong paragraphs with a text each, or on one line each."""
    terms: list[tuple[str, str]] = []
    waiting: str | None = None
    for block in found:
        if waiting is not None and block.kind not in (Kind.TERM, Kind.HEADING):
            terms.append((waiting, spell(block.runs)))
            waiting = None
            continue
        if waiting is not None:
            terms.append((waiting, ""))
            waiting = None
        pair = None if block.kind in (Kind.TERM, Kind.HEADING) else _pair(block)
        if pair:
            terms.append(pair)
        elif block.kind is Kind.DEFINITION and terms:
            terms[-1] = (terms[-1][0], f"{terms[-1][1]}\n{spell(block.runs)}")
        else:
            waiting = block.text.rstrip(":：") if not block.is_strong else block.text
    return terms if waiting is None else [*terms, (waiting, "")]


def _pair(block: Block) -> tuple[str, str] | None:
    """Term and definition that stand in one block: `**term**: definition`, or with a line break."""
    if block.is_strong:
        return None
    first, rest = block.runs[0], block.runs[1:]
    if first.strong and rest:
        term = first.text.strip().rstrip(":：").strip()
        return term, spell(_without_joint(rest))
    if len(block.runs) == 1:
        found = _PAIR.fullmatch(first.text.strip())
        if found and len(found["term"].split()) <= 8:
            return found["term"].strip(), spell([Run(found["definition"])])
    return None


def _without_joint(rest: Sequence[Run]) -> list[Run]:
    """Runs without the colon or dash that joins a definition to its term."""
    text = re.sub(r"^\s*(?:[:：—–=-]\s*)?", "", rest[0].text)
    return [replace(rest[0], text=text), *rest[1:]]


def _related(found: Sequence[Block]) -> list[tuple[str, str, str]]:
    """Headline, summary and address of each entry: headings with their texts, or a list of links."""
    entries: list[tuple[str, str, str]] = []
    headed = any(block.kind is Kind.HEADING for block in found)
    for block in found:
        begins = block.kind is Kind.HEADING if headed else _begins(block, entries)
        if begins or not entries:
            title, _, rest = block.text.partition("\n") if block.kind is Kind.ENTRY else (block.text, "", "")
            entries.append((title, rest, block.href))
        else:
            headline, summary, href = entries[-1]
            entries[-1] = (headline, f"{summary}\n{block.text}" if summary else block.text, href)
    return entries


def _begins(block: Block, entries: Sequence[tuple[str, str, str]]) -> bool:
    if block.kind is Kind.ENTRY or block.is_strong:
        return True
    if block.href and block.text.strip() == "".join(run.text for run in block.runs if run.href).strip():
        return True
    return (
        bool(entries)
        and bool(entries[-1][1])
        and len(block.text.split()) <= 25
        and not block.text.endswith(".")
    )
