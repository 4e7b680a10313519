"""Writing inline Markdown: the shortest text that is read as the given runs."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from briefdesk.brief.delimiters import Piece, layouts
from briefdesk.brief.marks import Run, merged, parse
from briefdesk.brief.url import link

_SPECIAL = re.compile(r"[\\`*_\[\]!]")
_LAYOUTS: Final = 40
"""Layouts of marks that are tried for one text before its marks give way."""
_WORK: Final = 3_000_000
"""Characters that may be read again to find the escapes that are not needed; then the rest stay."""
_SPANS: Final = 40


def escape(text: str) -> str:
    """Give inline Markdown that is read as this plain text; backslashes only where they are needed."""
    if _SPECIAL.search(text) is None:
        return text
    return _lean((Piece(text, is_text=True),), (Run(text),))


def spell(runs: Sequence[Run]) -> str:
    """Give the shortest inline Markdown that is read as these runs: `*`, `**`, few backslashes.

    Runs that come from `parse` come back exactly. Other runs may be beyond any spelling (blanks at
    the edges of emphasis, emphasis of punctuation within a word): then blanks are moved out of the
    mark, and a mark that still cannot be said gives way. The text is always kept.
    """
    wanted = merged(map(_sayable, runs))
    for candidate in (wanted, merged(_without_edge_blanks(wanted))):
        spelled = _spelled(candidate)
        if spelled is not None:
            return spelled
    return _spelled_in_part(merged(_without_edge_blanks(wanted)))


def _spelled(runs: tuple[Run, ...]) -> str | None:
    """The shortest spelling that is read as exactly these runs, or None."""
    if all(run == Run(run.text) for run in runs):
        return escape("".join(run.text for run in runs))
    for pieces in islice(layouts(runs), _LAYOUTS):
        if parse(_joined(pieces, lambda _: True)) == runs:
            return _lean(pieces, runs)
    return None


def _spelled_in_part(runs: tuple[Run, ...]) -> str:
    """A spelling that keeps as many of the marks as can be said, tried one after the other."""
    kept = [replace(run, strong=False, emphasis=False) for run in runs]
    best = _spelled(merged(kept))
    if best is None:  # a link that cannot be said: no case is known, but no text may be lost
        return escape("".join(run.text for run in runs))
    for mark, start, end in islice(_spans(runs), _SPANS):
        tried = list(kept)
        tried[start:end] = [replace(run, **{mark: True}) for run in kept[start:end]]
        spelled = _spelled(merged(tried))
        if spelled is not None:
            kept, best = tried, spelled
    return best


def _lean(pieces: tuple[Piece, ...], runs: tuple[Run, ...]) -> str:
    """The spelling with no backslash that could go alone; openers keep theirs rather than closers."""
    places = sum(len(_SPECIAL.findall(piece.content)) for piece in pieces if piece.is_text)
    bare = _joined(pieces, lambda _: False)
    if parse(bare) == runs:
        return bare
    escaped = [True] * places
    work = _WORK
    # Halves first: most of a long text needs no backslash, and every trial reads all of it.
    spans = [(0, places)]
    while spans and work > 0:
        start, end = spans.pop()
        kept = escaped[start:end]
        escaped[start:end] = [False] * (end - start)
        work -= len(bare)
        if parse(_joined(pieces, escaped.__getitem__)) == runs:
            continue
        escaped[start:end] = kept
        if end - start > 1:
            middle = (start + end) // 2
            spans += [(start, middle), (middle, end)]
    return _joined(pieces, escaped.__getitem__)


def _joined(pieces: Sequence[Piece], is_escaped: Callable[[int], bool]) -> str:
    """The pieces as one text; `is_escaped` tells of each special character by its number."""
    number = -1

    def spelled(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return "\\" + found[0] if is_escaped(number) else found[0]

    return "".join(
        _SPECIAL.sub(spelled, piece.content) if piece.is_text else piece.content for piece in pieces
    )


def _sayable(run: Run) -> Run:
    """A run as far as inline Markdown has words for it."""
    text = run.text.replace("\n", " ") if run.code else run.text
    return replace(run, text=text, href=link(run.href) if run.href else "")


def _spans(runs: Sequence[Run]) -> Iterator[tuple[str, int, int]]:
    """Where each mark holds: its name, the first run and the one after the last."""
    for mark in ("strong", "emphasis"):
        start = None
        for place, run in enumerate([*runs, Run("")]):
            if getattr(run, mark) and start is None:
                start = place
            elif not getattr(run, mark) and start is not None:
                yield mark, start, place
                start = None


def _without_edge_blanks(runs: Sequence[Run]) -> list[Run]:
    """The same text with the blanks at the edges of strong and emphasis outside of them."""
    found = list(runs)
    for mark in ("strong", "emphasis"):
        found = [part for place, run in enumerate(found) for part in _parted(found, place, run, mark)]
    return found


def _parted(runs: Sequence[Run], place: int, run: Run, mark: str) -> Iterator[Run]:
    if run.code or not getattr(run, mark):
        yield run
        return
    first = place == 0 or not getattr(runs[place - 1], mark)
    last = place + 1 == len(runs) or not getattr(runs[place + 1], mark)
    inner = run.text.lstrip() if first else run.text
    yield replace(run, text=run.text[: len(run.text) - len(inner)], **{mark: False})
    core = inner.rstrip() if last else inner
    yield replace(run, text=core)
    yield replace(run, text=inner[len(core) :], **{mark: False})
