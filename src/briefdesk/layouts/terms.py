"""Finding the terms of a brief in its bullets: the first mention of each leads to its definition."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_WIDE = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_IS_WIDE = re.compile(f"[{_WIDE}]")
_GAP = re.compile(r"[\s\u2010\u2011-]+")
_LONGEST: Final = 200

# Letters outside ASCII that count as i, s and k where capitals do not count.
_ODD_CASES = re.compile("[\u0130\u0131\u017f\u212a]")


class Mention(NamedTuple):
    """A place in a text, from `start` to `end`, where the term of that number is mentioned."""

    start: int
    end: int
    term: int


class Mentions:
    """Looks for terms in text after text, and gives each term once: its first mention.

    Longest first, whole words (Chinese, Japanese and Korean have none: there any place counts),
    capitals ignored unless the term is an acronym, a blank as good as a hyphen, plural and
    possessive endings taken in.
    """

    def __init__(self, terms: Sequence[str]) -> None:
        self._terms = _sought(terms)
        self._left = {each.number for each in self._terms}

    def first_in(self, text: str) -> Iterator[Mention]:
        """The places of terms in this text that no text before it mentioned."""
        if not self._left:
            return
        lowered = "" if _ODD_CASES.search(text) else text.lower()
        there = [each for each in self._terms if each.may_be_in(lowered)]
        if not any(each.number in self._left for each in there):
            return
        for number, found in _places([(each.number, _pattern(each.term)) for each in there], text):
            if number in self._left:
                self._left.discard(number)
                yield Mention(found.start(), found.end(), number)


class _Sought(NamedTuple):
    """A term and its number; `words` are its own in lower case, none where that says nothing."""

    number: int
    term: str
    words: tuple[str, ...]

    def may_be_in(self, lowered: str) -> bool:
        """Whether a text can mention it; looking for the words spares making most patterns."""
        return not lowered or all(word in lowered for word in self.words)


def _sought(terms: Sequence[str]) -> list[_Sought]:
    """The terms to look for, the longest first."""
    seen: set[str] = set()
    found: list[_Sought] = []
    for number in sorted(range(len(terms)), key=lambda each: -len(terms[each])):
        term = terms[number].strip()
        if not term or len(term) > _LONGEST or term.casefold() in seen:
            continue
        seen.add(term.casefold())
        words = tuple(_GAP.split(term.lower())) if term.isascii() else ()
        found.append(_Sought(number, term, words))
    return found


def _places(sought: Sequence[tuple[int, re.Pattern[str]]], text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each mention in a text from left to right, none within another; the first sought one has its way."""
    place = 0
    left = [(number, pattern, pattern.search(text)) for number, pattern in sought]
    while True:
        left = [
            (number, pattern, found if found.start() >= place else pattern.search(text, place))
            for number, pattern, found in left
            if found is not None
        ]
        nearest = min(((number, found) for number, _, found in left if found), key=_start, default=None)
        if nearest is None:
            return
        yield nearest
        place = nearest[1].end()


def _start(nearest: tuple[int, re.Match[str]]) -> int:
    return nearest[1].start()


@lru_cache(maxsize=512)
def _pattern(term: str) -> re.Pattern[str]:
    return re.compile(_alternative(term))


def _alternative(term: str) -> str:
    words = r"[\s\u2010\u2011-]+".join(re.escape(word) for word in _GAP.split(term) if word) or re.escape(
        term
    )
    before = "" if _IS_WIDE.match(term[0]) or not _is_word(term[0]) else r"(?<!\w)"
    if _IS_WIDE.match(term[-1]):
        ending = ""
    elif _is_word(term[-1]):
        ending = r"(?:['’]s|(?:e?s)['’]?)?(?!\w)"
    else:
        ending = ""
    is_acronym = term.upper() == term and sum(each.isalpha() for each in term) > 1
    body = words if is_acronym else f"(?i:{words})"
    return f"{before}{body}{ending}"


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
