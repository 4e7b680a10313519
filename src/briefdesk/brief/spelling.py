"""Writing inline Markdown: the shortest text that is read as the given runs."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from typing import Final

from briefdesk.brief.delimiters import Piece, is_simple, layouts, nested
from briefdesk.brief.marks import Run, marks_at, merged, parse
from briefdesk.brief.url import link

_SPECIAL = re.compile(r"([\\`*_\[\]!])")
_LAYOUTS: Final = 40
"""Layouts of marks that are tried for one text before its marks give way."""
_WORK: Final = 20_000
"""Special characters that may be read again to find the backslashes that are not needed: under a second."""
_ROUNDS: Final = 12
_MANY: Final = 1_000
"""Special characters of a text past which it is not read again and again."""
_SPANS: Final = 40
_RUNS: Final = 400
"""Runs of a text for which the best layout of marks is looked for; a longer one takes the plain one."""


def escape(text: str) -> str:
    """Give inline Markdown that is read as this plain text; backslashes only where they are needed."""
    if _SPECIAL.search(text) is None:
        return text
    return _lean(_Spelling([Piece(text, is_text=True)]), (Run(text),))


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
    found = [nested(runs)] if is_simple(runs) or len(runs) > _RUNS else []
    tried = found if len(runs) > _RUNS else chain(found, islice(layouts(runs), _LAYOUTS))
    for pieces in tried:
        spelling = _Spelling(pieces)
        if parse(spelling.with_escapes(spelling.all)) == runs:
            return _lean(spelling, runs)
    return None


def _spelled_in_part(runs: tuple[Run, ...]) -> str:
    """A spelling that keeps as many of the marks as can be said, tried one after the other."""
    kept = [replace(run, strong=False, emphasis=False) for run in runs]
    best = _spelled(merged(kept))
    if best is None:  # links that cannot be said: no text may be lost
        return escape("".join(run.text for run in runs))
    for mark, start, end in islice(_spans(runs), _SPANS if len(runs) <= _RUNS else 0):
        tried = list(kept)
        tried[start:end] = [replace(run, **{mark: True}) for run in kept[start:end]]
        spelled = _spelled(merged(tried))
        if spelled is not None:
            kept, best = tried, spelled
    return best


class _Spelling:
    """A layout of marks, whose texts can be written with any of their special characters escaped."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._parts: list[str] = []
        self._special: list[int] = []
        self._edges: set[int] = set()
        for piece in pieces:
            if not piece.is_text:
                self._parts.append(piece.content)
                continue
            self._edges.add(len(self._special))
            for part in _SPECIAL.split(piece.content):
                if _SPECIAL.fullmatch(part):
                    self._special.append(len(self._parts))
                self._parts.append(part)
            self._edges.add(len(self._special) - 1)
        self.all = frozenset(range(len(self._special)))
        self.edges = frozenset(self._edges) & self.all
        """Special characters that stand first or last in their text, beside marks."""

    def with_escapes(self, escaped: Collection[int]) -> str:
        """The spelling with a backslash before these special characters."""
        parts = list(self._parts)
        for number in escaped:
            parts[self._special[number]] = "\\" + parts[self._special[number]]
        return "".join(parts)

    def taken(self, escaped: Collection[int]) -> frozenset[int]:
        """The special characters that are read as marks when these are escaped."""
        places = self._places(escaped)
        for marks in marks_at(self.with_escapes(escaped)):
            found = frozenset(
                number for number in self.all if number not in escaped and places[number] in marks
            )
            if found:
                return found
        return frozenset()

    def _places(self, escaped: Collection[int]) -> list[int]:
        places: list[int] = []
        place = 0
        number = 0
        for part, content in enumerate(self._parts):
            if number < len(self._special) and self._special[number] == part:
                place += number in escaped
                places.append(place)
                number += 1
            place += len(content)
        return places


def _lean(spelling: _Spelling, runs: tuple[Run, ...]) -> str:
    """The spelling without needless backslashes; openers keep theirs rather than closers.

    What is read as a mark and is none gets its backslash, until nothing is misread; then each
    backslash is tried without, unless the text is so long that this would take seconds.
    """
    escaped: frozenset[int] = frozenset()
    for _ in range(_ROUNDS if len(spelling.all) <= _MANY else 2):
        if parse(spelling.with_escapes(escaped)) == runs:
            break
        more = spelling.taken(escaped) or (spelling.edges - escaped) or spelling.all - escaped
        escaped |= more
    else:
        escaped = spelling.all
    if len(escaped) * len(spelling.all) <= _WORK:
        for number in sorted(escaped, reverse=True):
            fewer = escaped - {number}
            if parse(spelling.with_escapes(fewer)) == runs:
                escaped = fewer
    return spelling.with_escapes(escaped)


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
