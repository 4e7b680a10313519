"""Finding terms in texts: the first mention of each leads to its definition."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Final, NamedTuple

from briefdesk.brief.naming import is_acronym, names, term_key
from briefdesk.brief.plurals import forms

_WIDE = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_IS_WIDE = re.compile(f"[{_WIDE}]")
_GAP = re.compile(r"[\s\u2010\u2011-]+")
_LONGEST: Final = 200

# Addresses, of pages, of mail, and bare ones: no word in them is a mention.
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\S+@\S+\.\w+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,}/\S*|(?:com|org|net|gov|edu|info|io|co\.uk)\b)",
    re.IGNORECASE,
)
_HINTS = re.compile(r"://|www\.|@|\.\w+/|\.(?:com|org|net|gov|edu|info|io|co)\b", re.IGNORECASE)
"""What every address has, looked for first: most texts hold none."""

_MARKED = re.compile(r"`[^`]+`|!?\[[^\]\[]*\]\([^()\s]*\)")
"""Code and links of inline Markdown, as far as a form shows them: a link in them would stand in another."""

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
    capitals ignored unless the term is an acronym, a blank as good as a hyphen, singular, plural and
    possessive taken in; an acronym in parentheses behind a term is another name for it. Nothing within
    an address is a mention. Terms whose number is in `without` are passed over.
    """

    def __init__(self, terms: Sequence[str], *, without: Container[int] = ()) -> None:
        self._terms = [each for each in _sought(terms) if each.number not in without]
        self._left = {each.number for each in self._terms}

    def first_in(self, text: str) -> Iterator[Mention]:
        """The places of terms in this text that no text before it mentioned."""
        if not self._left:
            return
        text = without_addresses(text)
        lowered = "" if _ODD_CASES.search(text) else text.lower()
        there = [each for each in self._terms if each.may_be_in(lowered)]
        if not any(each.number in self._left for each in there):
            return
        for number, found in _places([(each.number, _pattern(each.term)) for each in there], text):
            if number in self._left:
                self._left.discard(number)
                yield Mention(found.start(), found.end(), number)

    def first_in_source(self, source: str) -> Iterator[Mention]:
        """The same in inline Markdown as it is typed: none within code or a link."""
        yield from self.first_in(_MARKED.sub(_blotted, source) if "`" in source or "](" in source else source)


def mentions(term: str, text: str) -> list[tuple[int, int]]:
    """Every place of one term in a text."""
    sought = [(each.number, _pattern(each.term)) for each in _sought([term])]
    return [(found.start(), found.end()) for _, found in _places(sought, without_addresses(text))]


def source_mentions(term: str, source: str) -> list[tuple[int, int]]:
    """Every place of one term in inline Markdown as it is typed: none within code or a link."""
    return mentions(term, _MARKED.sub(_blotted, source) if "`" in source or "](" in source else source)


def without_addresses(text: str) -> str:
    """A text of the same length in which nothing stands where its addresses are."""
    return _ADDRESS.sub(_blotted, text) if _HINTS.search(text) else text


def _blotted(found: re.Match[str]) -> str:
    return "\uffff" * len(found[0])


class _Sought(NamedTuple):
    """A term and its number; `words` are its own in lower case, none where that says nothing."""

    number: int
    term: str
    words: tuple[str, ...]

    def may_be_in(self, lowered: str) -> bool:
        """Whether a text can mention it; looking for the words spares making most patterns."""
        return not lowered or all(word in lowered for word in self.words)


def _sought(terms: Sequence[str]) -> list[_Sought]:
    """The terms to look for by each of their names, the longest first."""
    seen: set[str] = set()
    found: list[_Sought] = []
    named = [(name, number) for number, term in enumerate(terms) for name in names(term)]
    for name, number in sorted(named, key=lambda each: -len(each[0])):
        if (
            not name
            or len(name) > _LONGEST
            or (name.casefold() if not term_key(name) else term_key(name)) in seen
        ):
            continue
        seen.add(term_key(name) or name.casefold())
        found.append(_Sought(number, name, _probes(name)))
    return found


def _probes(name: str) -> tuple[str, ...]:
    """What every text that mentions a name holds, in lower case."""
    if not name.isascii():
        return ()
    *first, last = _GAP.split(name.lower())
    return (*first, last if is_acronym(name) else _beginning(forms(last)))


def _beginning(words: Sequence[str]) -> str:
    """What all of these words begin with."""
    shortest = min(words, key=len)
    same = (len({each[place] for each in words}) == 1 for place in range(len(shortest)))
    return shortest[: len(list(takewhile(bool, same)))]


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
    *first, last = [word for word in _GAP.split(term) if word] or [term]
    before = "" if _IS_WIDE.match(term[0]) or not _is_word(term[0]) else r"(?<!\w)"
    if _IS_WIDE.match(term[-1]) or not _is_word(term[-1]):
        body, ending = re.escape(last), ""
    elif is_acronym(term):
        body, ending = re.escape(last), r"(?:['’]?s|es)?(?!\w)"
    else:
        others = [each for each in forms(last.lower()) if each != last.lower()]
        body = f"(?:{'|'.join(map(re.escape, sorted((last, *others), key=len, reverse=True)))})"
        ending = r"(?:['’]s)?(?!\w)"
    words = r"[\s\u2010\u2011-]+".join((*map(re.escape, first), body))
    return f"{before}{words if is_acronym(term) else f'(?i:{words})'}{ending}"


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
