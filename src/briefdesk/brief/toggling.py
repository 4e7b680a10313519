"""Giving a part of inline Markdown a mark, or taking it away: bold, italic, code, and links."""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from briefdesk.brief.marks import Run, merged, parse, plain
from briefdesk.brief.spans import seen_from, source_range, spans
from briefdesk.brief.spelling import spell

Mark = Literal["strong", "emphasis", "code"]
SIGNS: Final[dict[Mark, str]] = {"strong": "**", "emphasis": "*", "code": "`"}

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


class Marked(NamedTuple):
    """A source with the part in it that was marked, from `start` to `end` in code points."""

    text: str
    start: int
    end: int


class Linked(NamedTuple):
    """The words of a link, from `start` to `end` as a reader counts, and where it leads."""

    start: int
    end: int
    href: str


def has_mark(source: str, start: int, end: int, mark: Mark) -> bool:
    """Whether all words of this part have the mark; a part without words has none."""
    first, last = _seen(source, start, end)
    return _holds(parse(source), first, last, mark)


def toggled(source: str, start: int, end: int, mark: Mark, *, on: bool | None = None) -> Marked:
    """The source with the mark on this part, or without it where all of the part has it.

    An empty part is the word around it; where there is none, the signs are put there for what will be
    typed between them, or taken away again. `on` decides instead of what is there. What cannot be said
    in Markdown stays as it was.
    """
    if start == end and not _word_at(source, start):
        return _empty_signs(source, start, SIGNS[mark])
    first, last = _seen(source, start, end)
    runs = parse(source)
    wanted = not _holds(runs, first, last, mark) if on is None else on
    return _changed(source, runs, first, last, lambda run: replace(run, **{mark: wanted}))


def closed(source: str, place: int, mark: Mark) -> Marked | None:
    """The source with a stretch ended that was begun with empty signs, and the place behind it.

    The place is where its writer stands, before the closing sign; `None` where no stretch ends. Signs with
    no words between them go; blanks at the edges, with which Markdown would see no mark, are put outside.
    """
    sign = SIGNS[mark]
    begun = source.rfind(sign, 0, place)
    if begun < 0 or not source.startswith(sign, place):
        return None
    inside = source[begun + len(sign) : place]
    words = inside.strip()
    lead = inside[: len(inside) - len(inside.lstrip())] if words else ""
    made = f"{lead}{sign}{words}{sign}{inside[len(lead) + len(words) :]}" if words else inside
    behind = begun + len(made)
    return Marked(source[:begun] + made + source[place + len(sign) :], behind, behind)


def linked(source: str, start: int, end: int, href: str) -> Marked:
    """The source with a link on this part, or on the word around it; with an empty address, with none."""
    if start == end and not _word_at(source, start):
        if not href:
            return Marked(source, start, end)
        made = spell((Run(href, href=href),))
        return Marked(source[:start] + made + source[start:], start, start + len(made))
    first, last = _seen(source, start, end)
    return _changed(source, parse(source), first, last, lambda run: replace(run, href=href))


def link_at(source: str, start: int, end: int) -> Linked | None:
    """The whole link that this part touches, if it touches one."""
    count = 0
    first, last = seen_from(source, start), seen_from(source, end)
    for run in _links_joined(parse(source)):
        until = count + len(run.text)
        if run.href and count <= last and first <= until:
            return Linked(count, until, run.href)
        count = until
    return None


def _links_joined(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return merged(Run(run.text, href=run.href) for run in runs)


def _seen(source: str, start: int, end: int) -> tuple[int, int]:
    """What a reader sees of this part: its first character and the one behind it; no blanks at its edges."""
    if start == end and (word := _word_at(source, start)):
        return word
    first, last = seen_from(source, start), seen_from(source, end)
    part = plain(source)[first:last]
    bare = part.strip()
    if not bare:
        return first, last
    first += len(part) - len(part.lstrip())
    return first, first + len(bare)


def _word_at(source: str, place: int) -> tuple[int, int] | None:
    """The word around a place, as a reader counts; none in a sign such as an address."""
    if any(each.is_sign and each.start < place < each.end for each in spans(source)):
        return None
    seen = seen_from(source, place)
    return next(
        (found.span() for found in _WORD.finditer(plain(source)) if found.start() <= seen <= found.end()),
        None,
    )


def _holds(runs: tuple[Run, ...], first: int, last: int, mark: Mark) -> bool:
    inside = [part for part, is_in in _cut(runs, first, last) if is_in and part.text.strip()]
    return bool(inside) and all(getattr(part, mark) for part in inside)


def _changed(
    source: str, runs: tuple[Run, ...], first: int, last: int, change: Callable[[Run], Run]
) -> Marked:
    wanted = merged(change(part) if is_in else part for part, is_in in _cut(runs, first, last))
    text = spell(wanted) if wanted != runs else source
    return Marked(text, *source_range(text, first, last))


def _cut(runs: tuple[Run, ...], first: int, last: int) -> Iterator[tuple[Run, bool]]:
    """The runs, cut at two places, and whether each is between them."""
    count = 0
    for run in runs:
        edges = sorted(
            {0, len(run.text), *(min(max(each - count, 0), len(run.text)) for each in (first, last))}
        )
        for start, end in itertools.pairwise(edges):
            yield replace(run, text=run.text[start:end]), first <= count + start and count + end <= last
        count += len(run.text)


def _empty_signs(source: str, place: int, sign: str) -> Marked:
    before, after = source[:place], source[place:]
    alone = before.endswith(sign) and after.startswith(sign)
    if alone and (sign != "*" or not (before.endswith("**") and after.startswith("**"))):
        place -= len(sign)
        return Marked(before[: -len(sign)] + after[len(sign) :], place, place)
    place += len(sign)
    return Marked(f"{before}{sign}{sign}{after}", place, place)
