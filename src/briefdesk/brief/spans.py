"""Inline Markdown in place: which part of the source is a sign, and how a reader sees the others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from briefdesk.brief.marks import Run, has_marks, tokens_of

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the source, from `start` to `end` in code points.

    `run` says how a reader sees it; the text of a sign (stars, brackets, an address, the backslash of
    an escape) is empty, and its marks are those of what it stands in.
    """

    start: int
    end: int
    run: Run

    @property
    def is_sign(self) -> bool:
        """Whether no reader sees it."""
        return not self.run.text


@lru_cache(maxsize=1024)
def spans(source: str) -> tuple[Span, ...]:
    """The parts of inline Markdown, one after the other: together they are all of the source."""
    if not has_marks(source):
        return (Span(0, len(source), Run(source)),) if source else ()
    return tuple(_found(source))


def seen_from(source: str, place: int) -> int:
    """How many characters a reader sees before a place of the source."""
    count = 0
    for span in spans(source):
        if span.start >= place:
            break
        count += min(len(span.run.text), place - span.start)
    return count


def source_range(source: str, start: int, end: int) -> tuple[int, int]:
    """Where the characters from `start` to `end`, as a reader counts them, stand in the source.

    An empty stretch is a place behind what stands before it.
    """
    seen = [span for span in spans(source) if not span.is_sign]
    counts = [0, *accumulate(len(span.run.text) for span in seen)]
    first = last = None
    for span, count in zip(seen, counts, strict=False):
        until = count + len(span.run.text)
        if first is None and (start < until or (start == end == until)):
            first = span.start + start - count
        if end <= until:
            last = span.start + end - count
            break
    first = len(source) if first is None else first
    return first, max(first, len(source) if last is None else last)


def _found(source: str) -> Iterator[Span]:
    strong = emphasis = place = 0
    href = ""
    for token in tokens_of(source):
        now = Run("", strong > 0, emphasis > 0, href=href)
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
                width = 2
            case "em_open" | "em_close":
                emphasis += token.nesting
                width = 1
            case "link_open":
                href = str(token.attrs["href"])
                width = 1
            case "link_close":
                width = int(token.meta["end"]) - place
            case "code_inline":
                for span in _code(source, place, token, now):
                    yield span
                    place = span.end
                continue
            case _:
                if token.type == "text_special":
                    yield Span(place, place + 1, now)  # the backslash
                    place += 1
                if token.content:
                    end = place + len(token.content)
                    yield Span(place, end, _with(now, token.content))
                    place = end
                continue
        inside = Run("", strong > 0 or now.strong, emphasis > 0 or now.emphasis, href=href)
        yield Span(place, place + width, inside)
        place += width
        if token.type == "link_close":
            href = ""


def _code(source: str, place: int, token: "Token", now: Run) -> Iterator[Span]:
    """A code span: its fence, the blank that a fence may need inside, its text, and the same again."""
    width = len(token.markup)
    start = place + width
    end = start + len(token.content)
    # One blank at both sides is none of the text's, where there is one at both.
    padding = int(source[start:end].replace("\n", " ") != token.content)
    code = Run("", now.strong, now.emphasis, code=True, href=now.href)
    yield Span(place, start + padding, code)
    yield Span(start + padding, end + padding, _with(code, token.content))
    yield Span(end + padding, end + 2 * padding + width, code)


def _with(run: Run, text: str) -> Run:
    return Run(text, run.strong, run.emphasis, run.code, run.href)
