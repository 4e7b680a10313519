"""Counting what a reader sees: characters, words, sentences, reading time and grade."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.syllables import syllables

if TYPE_CHECKING:
    from regex import Pattern

WORDS_A_MINUTE = 230
"""Silent reading of non-fiction by adults (Brysbaert 2019: 238), as the rubric has it."""

GRADE_NEEDS = 80
"""Fewest words for a reading grade; below that one long word moves it by whole years."""

_AT_A_TIME = 40
"""Texts that are measured in one step: about a frame's time."""

# A point after these ends no sentence, unless what follows could only begin one.
_ABBREVIATIONS = frozenset(
    (
        *("al", "approx", "apr", "art", "assn", "asst", "aug", "ave", "bldg", "blvd", "bros"),
        *("ca", "capt", "cf", "ch", "cmdr", "co", "col", "corp", "cpl", "dec", "dept", "dist"),
        *("dr", "ed", "eds", "eg", "e.g", "est", "etc", "ext", "feb", "fig", "figs", "fl", "fr"),
        *("ft", "gen", "gov", "hon", "hr", "ie", "i.e", "inc", "inst", "jan", "jr", "jul", "jun"),
        *("lt", "ltd", "maj", "mar", "max", "mfg", "min", "misc", "mr", "mrs", "ms", "mt", "mx"),
        *("nos", "nov", "nr", "oct", "op", "p", "pp", "para", "pl", "pres", "prof", "pt", "pvt"),
        *("ref", "rep", "rev", "sec", "sen", "sep", "sept", "sgt", "sr", "st", "ste", "supt"),
        *("tel", "univ", "v", "var", "vol", "vols", "vs", "viz", "yr", "bzw", "ca", "d.h", "evtl"),
        *("ggf", "nr", "sog", "u.a", "usw", "z.b", "mme", "mlle", "cie", "sra", "srta"),
    )
)
# These do end a sentence when a capital follows.
_MAY_END = frozenset(
    (
        *("etc", "co", "corp", "inc", "ltd", "bros", "jr", "sr", "al", "a.m", "p.m", "u.s", "u.k"),
        *("u.n", "e.u", "d.c"),
    )
)
_NUMBER_WORDS = frozenset(
    ("no", "nos", "nr", "p", "pp", "fig", "figs", "vol", "vols", "art", "ch", "sec", "para", "op")
)
_STOP = re.compile(r"(?:[.!?…]+|[。！？｡]+)[\"'”’»)\]]*")
_WORDLIKE = re.compile(r"\w")
_IDEOGRAPHS = re.compile(
    r"[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)


@cache
def _grapheme() -> "Pattern[str]":
    import regex  # the only one that knows graphemes; read when the first text needs it

    return regex.compile(r"\X")


def graphemes(text: str) -> int:
    """How many characters a person counts: a family emoji, a flag or é is one."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    return sum(1 for _ in _grapheme().finditer(text))


def words(text: str) -> list[str]:
    """The words that a person counts: parts between blanks and dashes that hold a letter or digit.

    A hyphenated word is one, so is "9.6", "2,700" or "’23". Chinese and Japanese are counted by
    character, since they write no blanks.
    """
    found: list[str] = []
    for part in re.split(r"[\s—–]+|--+", text):
        if not _WORDLIKE.search(part):
            continue
        if _IDEOGRAPHS.search(part):
            found += _ideographs(part)
        else:
            found.append(part.strip("\"'“”„‘«»()[]{}.,;:!?…") or part)
    return found


def word_count(text: str) -> int:
    """How many words a text has."""
    return len(words(text))


def sentences(text: str) -> list[str]:
    """The sentences of a text. Abbreviations, initials, decimals and "et al., ’25" end none."""
    found: list[str] = []
    for line in re.split(r"[\n\u2028\u2029]+", text):
        found += (part for part in _sentences_of(line) if part)
    return found


def reading_seconds(brief: Brief) -> int:
    """How long the brief takes to read, in seconds, at 230 words a minute; all that a reader sees."""
    return round(sum(word_count(text) for text in _reading(brief)) * 60 / WORDS_A_MINUTE)


def brief_words(brief: Brief) -> int:
    """How many words the bullets have."""
    return sum(_measured(plain(bullet)).words for bullet in brief.bullets)


def reading_grade(brief: Brief) -> float | None:
    """The Flesch-Kincaid grade of headline, bullets and definitions, or None under 80 words."""
    found = [_measured(text) for text in _graded(brief)]
    total = sum(each.words for each in found)
    if total < GRADE_NEEDS:
        return None
    parts, sounds = sum(each.sentences for each in found), sum(each.sounds for each in found)
    return round(0.39 * total / parts + 11.8 * sounds / total - 15.59, 1)


def measuring(brief: Brief) -> Iterator[None]:
    """Do beforehand, a part of it at each step, what `brief_words` and `reading_grade` take long for."""
    for number, text in enumerate(_graded(brief), 1):
        _measured(text)
        if number % _AT_A_TIME == 0:
            yield


class _Measures(NamedTuple):
    """Words, sentences and syllables of a text."""

    words: int
    sentences: int
    sounds: int


@lru_cache(maxsize=16_384)
def _measured(text: str) -> _Measures:
    parts = sentences(text)
    found = [word for part in parts for word in words(part)]
    return _Measures(len(found), len(parts), sum(map(syllables, found)))


def _reading(brief: Brief) -> Iterator[str]:
    yield from _graded(brief)
    for term in brief.terms:
        yield term.term


def _graded(brief: Brief) -> Iterator[str]:
    yield brief.headline
    yield from (plain(bullet) for bullet in brief.bullets)
    yield from (plain(term.definition) for term in brief.terms)


def _ideographs(part: str) -> list[str]:
    return [piece for piece in re.split(f"({_IDEOGRAPHS.pattern})", part) if _WORDLIKE.search(piece)]


def _sentences_of(line: str) -> Iterator[str]:
    start = 0
    for stop in _STOP.finditer(line):
        if stop.start() >= start and _ends(line, start, stop):
            yield line[start : stop.end()].strip()
            start = stop.end()
    yield line[start:].strip()


def _ends(line: str, start: int, stop: re.Match[str]) -> bool:
    """Tell whether a stop ends a sentence: by the word before it and by what follows."""
    mark = stop[0]
    if mark[0] in "。！？｡":
        return True
    rest = line[stop.end() :]
    if not rest.strip():
        return True
    if not rest[0].isspace():
        return False
    follows = rest.lstrip()
    head = follows.lstrip("\"'“”„‘’«([¿¡")[:1]
    begins = head.isupper() or unicodedata.category(head or " ") in {"Lo", "Lt"} or head.isdigit()
    if mark[0] != "." or mark.startswith(".."):
        return begins or (mark[0] in "!?" and not head.islower())
    if not begins or (follows[0] == "’" and head.isdigit()):
        return False
    before = re.search(r"[^\s(\[\"'“‘«]*$", line[start : stop.start()])
    word = (before[0] if before else "").lower()
    return _word_can_end(word, head)


def _word_can_end(word: str, head: str) -> bool:
    if word in _NUMBER_WORDS and (head.isdigit() or word != "no"):
        return not head.isdigit()
    if len(word) == 1 and word.isalpha() and word != "i":
        return False  # an initial: J. Smith
    if word in _MAY_END:
        return head.isupper() and word not in {"u.s", "u.k", "u.n", "e.u", "d.c", "al"}
    if re.fullmatch(r"(?:\w\.)+\w", word):
        return False
    return word not in _ABBREVIATIONS
