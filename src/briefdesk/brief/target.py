"""How long a brief should be: a number of words, or a time to read them."""

import re
from typing import NamedTuple

from briefdesk.brief.wording import WORDS_A_MINUTE

MOST_WORDS, MOST_SECONDS = 10_000, 3_600

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_WRITTEN = re.compile(r"([0-9]{1,5})\s*([a-z]*)\.?(?:\s*(\d{1,2})\s*(?:s|sec|secs|seconds?)?)?")
_WORDS = frozenset({"", "w", "word", "words"})
_SECONDS = frozenset({"s", "sec", "secs", "second", "seconds"})
_MINUTES = frozenset({"m", "min", "mins", "minute", "minutes"})


class Target(NamedTuple):
    """A length in words, or a reading time in seconds where `timed`."""

    number: int
    timed: bool = False

    def reached(self, words: int) -> int:
        """How much of it a brief of so many words has."""
        return reading_time(words) if self.timed else words

    def over(self, words: int) -> int:
        """By how much such a brief is too long; 0 where it is not."""
        return max(0, self.reached(words) - self.number)

    @property
    def text(self) -> str:
        """As it is kept, and can be read again."""
        return f"{self.number} s" if self.timed else f"{self.number} words"


def reading_time(words: int) -> int:
    """How long so many words take to read, in seconds."""
    return round(words * 60 / WORDS_A_MINUTE)


def read_target(text: str) -> Target | None:
    """The target that a person has written: "150 words", "150", "45 s", "1 min 30", "1:30"; else None."""
    text = " ".join(text.lower().split())
    if clock := _CLOCK.fullmatch(text):
        return _within(Target(int(clock[1]) * 60 + int(clock[2]), timed=True))
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return None
    number, unit, rest = int(found[1]), found[2], found[3]
    if unit in _MINUTES:
        return _within(Target(number * 60 + int(rest or 0), timed=True))
    if rest is not None:
        return None
    if unit in _SECONDS:
        return _within(Target(number, timed=True))
    return _within(Target(number)) if unit in _WORDS else None


def _within(target: Target) -> Target | None:
    most = MOST_SECONDS if target.timed else MOST_WORDS
    return target if 0 < target.number <= most else None
