"""Which words of a text a dictionary has something to say about, and where they stand."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# A word: letters, digits and marks; apostrophes and soft hyphens within it, and an apostrophe behind it.
_WORD = re.compile(r"\w[\w\u00ad\u200b-\u200d\u2060'’ʼ\u0300-\u036f]*")
_JOINED = re.compile(r"[-‐‑]")
# What stands where no sentence is read: addresses of pages, of mail and of people, files, tags.
_ADDRESS = re.compile(
    r"""(?:https?|ftp|mailto|file):\S+ | www\.\S+
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<!\w)[@\#][\w-]+
    | (?<![\w.])(?:[\w-]+\.)+(?:[a-z]{2,})(?:/\S*)?(?![\w])
    | (?<!\S)(?:~|\.{1,2})?/[\w./-]+""",
    re.VERBOSE,
)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_TARGET = re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060"))
_APOSTROPHES = str.maketrans("’ʼ", "''")


class WordAt(NamedTuple):
    """A word as it is looked up, and where it stands in the text, in code points."""

    start: int
    end: int
    word: str


@lru_cache(maxsize=512)
def spellable(text: str, *, inline: bool = False) -> tuple[WordAt, ...]:
    """The words to look up: no numbers, acronyms, addresses, code or names with capitals inside.

    With `inline` the text is inline Markdown: what is code or the address of a link is passed over.
    The parts of a hyphenated word come one by one. Ligatures, curly apostrophes and soft hyphens are
    looked up as what they stand for.
    """
    closed = [found.span() for found in _ADDRESS.finditer(text)]
    if inline and ("`" in text or "](" in text):
        closed += [found.span() for each in (_CODE, _TARGET) for found in each.finditer(text)]
    words: list[WordAt] = []
    for found in _WORD.finditer(text):
        start, end = found.span()
        if closed and any(start < last and first < end for first, last in closed):
            continue
        if one := _looked_up(found.group()):
            words.append(WordAt(start + one.start, start + one.end, one.word))
    return tuple(words)


def normal(word: str) -> str:
    """A word as dictionaries write it: compatibility forms undone, straight apostrophe, no soft hyphen."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFKC", word.translate(_UNSEEN)).translate(_APOSTROPHES)


def bare(word: str) -> str:
    """A word without the ending of a possessive."""
    if word.endswith(("'s", "'S")):
        return word[:-2]
    return word.removesuffix("'")


def parts(word: str) -> list[str]:
    """The parts of a hyphenated word."""
    return [part for part in _JOINED.split(word) if part]


@lru_cache(maxsize=8192)
def _looked_up(surface: str) -> WordAt | None:
    """The word within a run of letters, placed from the start of the run; None where none is looked up."""
    start, end = 0, len(surface)
    while end > start and surface[end - 1] in "'’ʼ_" and not _ends_plural(surface, end):
        end -= 1
    while start < end and surface[start] == "_":
        start += 1
    word = normal(surface[start:end]).strip("_")
    stem = bare(word)
    if len(stem) < 2 or "_" in word or any(each.isdigit() for each in word):
        return None
    if _is_acronym(stem) or _has_capital_inside(stem):
        return None
    return WordAt(start, end, word)


def _ends_plural(surface: str, end: int) -> bool:
    """Whether the apostrophe behind a word may be that of a possessive plural; a closing quote may too."""
    return end > 2 and surface[end - 2] in "sS"


def _is_acronym(word: str) -> bool:
    return word.isupper() or (len(word) > 2 and word[:-1].isupper() and word[-1] == "s")


def _has_capital_inside(word: str) -> bool:
    """Whether a word is written like iPhone, McDonald or OpenAI: nobody but its owner knows how."""
    letters = [each for each in word if each.isalpha()]
    return any(each.isupper() for each in letters[1:])
