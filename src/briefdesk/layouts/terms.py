"""Finding the terms of a brief in its bullets: the first mention of each leads to its definition."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

_WIDE = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_IS_WIDE = re.compile(f"[{_WIDE}]")
_GAP = re.compile(r"[\s\u2010\u2011-]+")
_LONGEST: Final = 200


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
        self._pattern, self._numbers = _pattern(tuple(terms))
        self._left = set(self._numbers)

    def first_in(self, text: str) -> Iterator[Mention]:
        """The places of terms in this text that no text before it mentioned."""
        if self._pattern is None or not self._left:
            return
        for found in self._pattern.finditer(text):
            number = found.lastindex
            if number is not None and number in self._left:
                self._left.discard(number)
                yield Mention(found.start(), found.end(), self._numbers[number])


@lru_cache(maxsize=256)
def _pattern(terms: tuple[str, ...]) -> tuple[re.Pattern[str] | None, dict[int, int]]:
    """One pattern with a group for each term, and the term's number for each group."""
    seen: set[str] = set()
    parts: list[str] = []
    numbers: dict[int, int] = {}
    for number in sorted(range(len(terms)), key=lambda each: -len(terms[each])):
        term = terms[number].strip()
        if not term or len(term) > _LONGEST or term.casefold() in seen:
            continue
        seen.add(term.casefold())
        parts.append(f"({_alternative(term)})")
        numbers[len(parts)] = number
    return (re.compile("|".join(parts)) if parts else None), numbers


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
