"""How well a few letters name a text: parts of words first, then letters in their order."""

import unicodedata
from typing import NamedTuple

WHOLE, BEGINS, INSIDE, LETTERS = 48, 32, 14, 0
"""Worth of a word of the query that is one of the text, begins one, stands in one, or is scattered."""

_LEAST = 5
"""What a scattered letter has to be worth on average: else any text would match any few letters."""
_START, _NEXT, _FAR = 9, 6, 1
"""For one of scattered letters: at the start of a word, right behind the last one, anywhere."""


class Match(NamedTuple):
    """How good a match is, and the code points of the text that matched."""

    score: int
    places: tuple[int, ...] = ()


def folded(text: str) -> str:
    """A text for comparing, without case and accents; as long as it was, so that places stay the same."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold, text))


def fuzzy(query: str, text: str, comparing: str = "") -> Match | None:
    """How well a query names a text; `None` where it does not.

    Each word of the query has to be found, in any order. `comparing` is the text folded already.
    """
    compared = comparing or folded(text)
    score, places = 0, list[int]()
    for word in folded(query).split():
        found = _word(word, compared)
        if found is None:
            return None
        score += found.score
        places += found.places
    return Match(score - min(len(text), 120) // 8, tuple(sorted(set(places))))


def _word(word: str, text: str) -> Match | None:
    at, best = text.find(word), None
    while at >= 0:
        end = at + len(word)
        begins = _is_start(text, at)
        worth = INSIDE
        if begins:
            worth = WHOLE if end == len(text) or not text[end].isalnum() else BEGINS
        score = worth + _NEXT * len(word) + (4 if at == 0 else 0)
        if best is None or score > best.score:
            best = Match(score, tuple(range(at, end)))
        at = text.find(word, at + 1) if worth < WHOLE else -1
    return best or _letters(word, text)


def _letters(word: str, text: str) -> Match | None:
    """Letters in their order, where they can at the starts of words or behind each other."""
    for eager in (True, False):
        at, score, places = -1, LETTERS, list[int]()
        for letter in word:
            found = text.find(letter, at + 1)
            if found < 0:
                break
            worth = _NEXT if places and found == at + 1 else _START if _is_start(text, found) else _FAR
            if worth == _FAR and eager:
                start = _next_start(letter, text, found)
                if start >= 0:
                    found, worth = start, _START
            score += worth
            at = found
            places.append(found)
        if len(places) == len(word) and score >= _LEAST * len(word):
            return Match(score, tuple(places))
    return None


def _next_start(letter: str, text: str, at: int) -> int:
    while at >= 0 and not _is_start(text, at):
        at = text.find(letter, at + 1)
    return at


def _is_start(text: str, at: int) -> bool:
    return at == 0 or (text[at].isalnum() and not text[at - 1].isalnum())


def _fold(char: str) -> str:
    low = unicodedata.normalize("NFD", char)[0].casefold()
    return low if len(low) == 1 else char
