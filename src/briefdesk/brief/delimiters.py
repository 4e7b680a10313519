"""Where the delimiters of marked runs go: the layouts of `*`, `_` and links that can be read."""

import heapq
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise, permutations, product
from typing import Final, NamedTuple

from briefdesk.brief.marks import Run

_SAME_STATE: Final = 6
"""How many ways to one state are followed: more than one, since not all rules of reading are local."""

_WIDTH = {"strong": 2, "emphasis": 1}
_SYMBOLS = {"link": ("[",), "strong": ("*", "_"), "emphasis": ("*", "_")}
_PARENTHESES = 32


class Piece(NamedTuple):
    """A part of a spelling: a text, whose special characters may need backslashes, or marks."""

    content: str
    is_text: bool


class _Open(NamedTuple):
    """An open mark, its symbol, and what the rule of three asks of the delimiters it stands in."""

    mark: str
    symbol: str
    length: int = 0
    closes: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """What was written at the boundaries so far, the last one first."""

    between: str
    before: "_Way | None"


def layouts(runs: Sequence[Run]) -> Iterator[tuple[Piece, ...]]:
    """Give the layouts whose delimiters can all open and close where they stand, shortest first."""
    order = count()
    heap: list[tuple[int, int, int, tuple[_Open, ...], _Way | None]] = [(0, next(order), 0, (), None)]
    seen: dict[tuple[int, tuple[_Open, ...]], int] = {}
    while heap:
        cost, _, place, stack, way = heapq.heappop(heap)
        if place > len(runs):
            yield tuple(_pieces(way, runs))
            continue
        seen[place, stack] = seen.get((place, stack), 0) + 1
        if seen[place, stack] > _SAME_STATE:
            continue
        for between, opened in _steps(runs, place, stack):
            # Shortest first; among equals the one with asterisks.
            dearer = cost + len(between) * 1000 + between.count("_")
            heapq.heappush(heap, (dearer, next(order), place + 1, opened, _Way(between, way)))


def is_simple(runs: Sequence[Run]) -> bool:
    """Tell whether marked runs stand apart, so that no layout is shorter than the plain one."""
    return not any(_marks(run) and _marks(after) for run, after in pairwise(runs))


def nested(runs: Sequence[Run]) -> tuple[Piece, ...]:
    """The plain layout: each run in its marks, links outside, with asterisks alone."""
    found: list[Piece] = []
    for run in runs:
        stars = "**" * run.strong + "*" * run.emphasis
        text = Piece(code_span(run.text), is_text=False) if run.code else Piece(run.text, is_text=True)
        before = Piece(("[" if run.href else "") + stars, is_text=False)
        after = Piece(stars[::-1] + (f"]({address(run.href)})" if run.href else ""), is_text=False)
        found += (before, text, after)
    return tuple(found)


def address(href: str) -> str:
    """An address as it stands between the parentheses of a link."""
    depth = deepest = 0
    for char in href:
        depth += (char == "(") - (char == ")")
        deepest = max(deepest, depth)
        if depth < 0:
            break
    return href if depth == 0 and deepest <= _PARENTHESES else f"<{href}>"


def code_span(text: str) -> str:
    """A text as a code span: the shortest fence that the text does not hold."""
    inside = {len(ticks) for ticks in re.findall("`+", text)}
    fence = "`" * next(length for length in count(1) if length not in inside)
    touches = text.startswith("`") or text.endswith("`")
    stripped = text.startswith(" ") and text.endswith(" ") and text.strip(" ") != ""
    return f"{fence} {text} {fence}" if touches or stripped else f"{fence}{text}{fence}"


def _pieces(way: _Way | None, runs: Sequence[Run]) -> Iterator[Piece]:
    betweens: list[str] = []
    while way is not None:
        betweens.append(way.between)
        way = way.before
    for between, run in zip(reversed(betweens), [*runs, None], strict=True):
        if between:
            yield Piece(between, is_text=False)
        if run is not None:
            yield Piece(code_span(run.text), is_text=False) if run.code else Piece(run.text, is_text=True)


def _marks(run: Run | None) -> frozenset[str]:
    if run is None:
        return frozenset()
    held = {"link": bool(run.href), "strong": run.strong, "emphasis": run.emphasis}
    return frozenset(mark for mark, is_held in held.items() if is_held)


def _steps(
    runs: Sequence[Run], place: int, stack: tuple[_Open, ...]
) -> Iterator[tuple[str, tuple[_Open, ...]]]:
    """Ways to pass a boundary: what is written there, and what is open after it."""
    before = runs[place - 1] if place else None
    after = runs[place] if place < len(runs) else None
    needed = _marks(after)
    same_link = before is not None and after is not None and before.href == after.href
    for kept in range(len(stack), -1, -1):
        rest = stack[:kept]
        held = {each.mark for each in rest}
        if not held <= needed or ("link" in held and not same_link):
            continue
        for ordered in permutations(sorted(needed - held)):
            for symbols in product(*(_SYMBOLS[mark] for mark in ordered)):
                openers = tuple(map(_Open, ordered, symbols))
                opened = _opened(stack[: kept - 1 : -1] if kept else stack[::-1], openers, before, after)
                if opened is not None:
                    yield opened[0], rest + opened[1]


def _opened(
    closers: tuple[_Open, ...], openers: tuple[_Open, ...], before: Run | None, after: Run | None
) -> tuple[str, tuple[_Open, ...]] | None:
    """What is written to close and open these marks, and the marks as opened; None where that fails."""
    marks = closers + openers
    href = address(before.href) if before else ""
    written = [_written(mark, place >= len(closers), href) for place, mark in enumerate(marks)]
    opened: list[_Open] = []
    place = 0
    while place < len(marks):
        symbol = marks[place].symbol
        end = place + 1
        if symbol == "[":
            opened += marks[place:end] if place >= len(closers) else ()
            place = end
            continue
        while end < len(marks) and marks[end].symbol == symbol:
            end += 1
        left = written[place - 1][-1] if place else _edge(before, -1)
        right = _right_of(written[end]) if end < len(marks) else _edge(after, 0)
        opens, closes = _flanking(symbol, left, right)
        length = sum(_WIDTH[mark.mark] for mark in marks[place:end])
        for each in range(place, end):
            mark = marks[each]
            if each >= len(closers):
                if not opens:
                    return None
                opened.append(mark._replace(length=length, closes=closes))
            elif not closes or _is_odd(mark, length, opens):
                return None
        place = end
    return "".join(written), tuple(opened)


def _written(mark: _Open, is_opener: bool, href: str) -> str:
    if mark.mark == "link":
        return "[" if is_opener else f"]({href})"
    return mark.symbol * _WIDTH[mark.mark]


def _right_of(written: str) -> str:
    # The reader takes the end of a link's words for the end of the text.
    return " " if written[0] == "]" else written[0]


def _edge(run: Run | None, place: int) -> str:
    if run is None:
        return " "
    return "`" if run.code else run.text[place]


def _is_odd(opener: _Open, length: int, opens: bool) -> bool:
    """CommonMark's rule of three: if one of two can do both, their lengths add up to no multiple of three."""
    both = opener.closes or opens
    return both and (opener.length + length) % 3 == 0 and bool(opener.length % 3 or length % 3)


def _flanking(symbol: str, left: str, right: str) -> tuple[bool, bool]:
    """Whether delimiters between these characters can open, and can close (CommonMark 0.31, 6.2)."""
    left_flanking = not (
        _is_blank(right) or (_is_punctuation(right) and not (_is_blank(left) or _is_punctuation(left)))
    )
    right_flanking = not (
        _is_blank(left) or (_is_punctuation(left) and not (_is_blank(right) or _is_punctuation(right)))
    )
    if symbol == "*":
        return left_flanking, right_flanking
    opens = left_flanking and (not right_flanking or _is_punctuation(left))
    closes = right_flanking and (not left_flanking or _is_punctuation(right))
    return opens, closes


def _is_blank(char: str) -> bool:
    return char in "\t\n\x0b\x0c\r" or unicodedata.category(char) == "Zs"


def _is_punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
