"""Finding words in a text as a reader sees them, at their exact places, and putting others there."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple

import regex

from briefdesk.brief.errors import KnownError
from briefdesk.brief.inline import parse
from briefdesk.brief.text import cleaned, one_line

SECONDS: Final = 0.1
"""How long a regular expression may look at one text."""

_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛ʼ′", "'") | dict.fromkeys("“”„‟″", '"') | dict.fromkeys("\u2010\u2011", "-")
)
_BLANKS = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_GRAPHEME = regex.compile(r"\X")
_TARGET = re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_MARKS = frozenset("*_`[]()\\")


class Span(NamedTuple):
    """A part of a text, from `start` to `end` in code points."""

    start: int
    end: int


class BadPattern(KnownError):
    """A regular expression, or what is to be put in its place, cannot be used."""


@dataclass(frozen=True)
class Sought:
    """What is looked for, and what counts as the same.

    Without `pattern`, compatibility forms, case, straight and curly quotes, no-break spaces and soft
    hyphens make no difference. A character of several code points is found whole or not at all.
    `pattern` is a regular expression; of these only quotes, blanks and case make none.

    Raises:
        BadPattern: the regular expression is none.
    """

    words: str
    case: bool = False
    whole: bool = False
    pattern: bool = False
    _slow: list[str] = field(default_factory=list, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        if self.pattern and self.words:
            _ = self._regex

    def spans(self, text: str, *, inline: bool = False) -> tuple[Span, ...]:
        """Where the words are, from left to right; addresses of links count only for a sought address.

        Raises:
            BadPattern: the regular expression takes too long; from then on it is not tried again.
        """
        if not self.words or not text:
            return ()
        found = tuple(self._by_pattern(text) if self.pattern else self._by_words(text))
        if inline and found and "](" in text and "/" not in self.words:
            closed = [each.span() for each in _TARGET.finditer(text)]
            return tuple(s for s in found if not any(a < s.end and s.start < b for a, b in closed))
        return found

    def puts(
        self, text: str, spans: tuple[Span, ...], words: str, *, inline: bool = False
    ) -> tuple[tuple[Span, str], ...]:
        r"""What comes into these places, which `spans` gave.

        In a pattern's place `\1` and `\g<name>` stand for groups. A place in inline Markdown whose
        change would break or make a mark is left out, unless the words themselves hold marks.

        Raises:
            BadPattern: the words name a group that the pattern does not have.
        """
        found = [(span, self._expanded(text, span, words) if self.pattern else words) for span in spans]
        if inline and not (_MARKS & set(self.words + words)):
            marks = _marks(text)
            found = [each for each in found if _marks(put(text, (each,))) == marks]
            while found and _marks(put(text, tuple(found))) != marks:
                found.pop()
        return tuple(found)

    def replaced(self, text: str, spans: tuple[Span, ...], words: str, *, inline: bool = False) -> str:
        """The text with other words in these places; see `puts`."""
        return put(text, self.puts(text, spans, words, inline=inline))

    def _expanded(self, text: str, span: Span, words: str) -> str:
        match = self._regex.match(_level(text), span.start)
        if match is None or match.end() != span.end:
            return words
        # The groups are taken of the text itself, whose quotes and blanks are its own.
        named = {name: _part(text, match.span(name)) for name in match.groupdict()}
        numbered = [_part(text, match.span(n)) for n in range(match.re.groups + 1)]
        return _template(words, numbered, named)

    @cached_property
    def _regex(self) -> "regex.Pattern[str]":
        words = _level(self.words)
        if self.whole:
            words = rf"\b(?:{words})\b"
        flags = regex.MULTILINE | (0 if self.case else regex.IGNORECASE)
        try:
            return regex.compile(words, flags)
        except regex.error as error:
            raise BadPattern(f"Not a regular expression: {error}") from None

    def _by_pattern(self, text: str) -> Iterator[Span]:
        if self._slow:
            raise BadPattern(self._slow[0])
        try:
            for found in self._regex.finditer(_level(text), timeout=SECONDS):
                if found.start() < found.end():
                    yield Span(*found.span())
        except TimeoutError:
            self._slow.append("This expression takes too long; it was stopped")
            raise BadPattern(self._slow[0]) from None

    def _by_words(self, text: str) -> Iterator[Span]:
        needle = "".join(_folded(each, self.case) for each in _GRAPHEME.findall(self.words))
        if not needle:
            return
        if text.isascii():
            folded = text if self.case else text.casefold()
            starts = ends = range(len(text) + 1)
        else:
            folded, starts, ends = _map(text, self.case)
        at = folded.find(needle)
        while at >= 0:
            end = at + len(needle)
            first, last = starts[at], ends[end]
            if first >= 0 and last >= 0 and (not self.whole or _is_whole(folded, at, end)):
                yield Span(first, last)
                at = folded.find(needle, end)
            else:
                at = folded.find(needle, at + 1)


def put(text: str, puts: tuple[tuple[Span, str], ...]) -> str:
    """The text with words in the places of some of its parts, which come from left to right."""
    pieces, at = list[str](), 0
    for span, words in puts:
        pieces += (text[at : span.start], words)
        at = span.end
    return "".join((*pieces, text[at:]))


def _level(text: str) -> str:
    """The text with straight quotes and plain blanks, of the same length."""
    return text if text.isascii() else text.translate(_ALIKE).translate(_BLANKS)


def _folded(grapheme: str, case: bool) -> str:
    form = unicodedata.normalize("NFKC", grapheme.translate(_UNSEEN).translate(_ALIKE)).translate(_ALIKE)
    return form if case else unicodedata.normalize("NFKC", form.casefold())


@lru_cache(maxsize=256)
def _map(text: str, case: bool) -> tuple[str, list[int], list[int]]:
    """The folded text, and for each place in it the place in the text that begins or ends there, or -1."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = [-1]
    for found in _GRAPHEME.finditer(text):
        piece = _folded(found.group(), case)
        if not piece:
            continue
        pieces.append(piece)
        starts += [found.start()] + [-1] * (len(piece) - 1)
        ends += [-1] * (len(piece) - 1) + [found.end()]
    return "".join(pieces), [*starts, -1], ends


def _is_whole(folded: str, start: int, end: int) -> bool:
    before = start > 0 and _is_wordy(folded[start - 1]) and _is_wordy(folded[start])
    after = end < len(folded) and _is_wordy(folded[end]) and _is_wordy(folded[end - 1])
    return not before and not after


def _is_wordy(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char).startswith("M")


def _part(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]] if span[0] >= 0 else ""


_GROUP = re.compile(r"\\(?:(\d{1,2})|g<(\w+)>|(n|t|\\))")


def _template(words: str, numbered: list[str], named: dict[str, Any]) -> str:
    def group(found: "re.Match[str]") -> str:
        number, name, sign = found.groups()
        if sign:
            return {"n": "\n", "t": " "}.get(sign, sign)
        key = number or name
        if key.isdigit() and int(key) < len(numbered):
            return numbered[int(key)]
        if key in named:
            return named[key]
        raise BadPattern(f"The expression has no group {key}")

    return _GROUP.sub(group, words)


def fitting(text: str, *, lines: bool) -> str:
    """Words that were put together anew, in the form that a text of a brief is stored in."""
    clean, _ = cleaned(text)
    return clean if lines else one_line(clean)


def _marks(text: str) -> list[tuple[bool, bool, bool, str]]:
    return [run.marks for run in parse(text)]
