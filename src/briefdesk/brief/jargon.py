"""Words in a text that a reader may not know: acronyms, terms of the house, and words out of the ordinary."""

import re
from collections.abc import Collection, Iterator, Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

from briefdesk.brief.lexicon import common_acronyms, is_ordinary, is_slip, ordinary_words
from briefdesk.brief.mentions import without_addresses
from briefdesk.brief.naming import is_expansion, term_key

MOST_WORDS: Final = 5
"""Words of the longest term of the house that is looked for."""

RARE_SHARE: Final = 0.005
"""A word that stands in a larger part of the library's briefs than this is one that its readers know."""

FEW: Final = 20
"""And it stands in at least so many, for a small library says nothing."""

_WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑'’&][^\W_]+)*")
_ACRONYM: Final = re.compile(r"(?=(?:[0-9]*[A-Z]){2})[A-Z][A-Z0-9&]{1,5}")
_PLAIN: Final = re.compile(r"[a-z]{4,}(?:-[a-z]{2,})*")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_QUOTED: Final = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|(?<!\w)‘[^‘’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)|`[^`]*`"
)
_LINKED: Final = re.compile(r"\]\([^()\s]*\)|<[^<>]*>|&#?\w+;")
_TITLES: Final = re.compile(r"(?:\b[A-Z]{2,}\b[^A-Za-z]*){4,}")
"""A stretch in capitals: a dateline or a line that shouts, in which no word is told from an acronym."""

_AP: Final = re.compile(r"^[^a-z]*?(?:\([^()]*\)\s*)?[-–—]{1,2}\s")
"""The dateline of an agency: "LONDON (Reuters) - "."""


_BY_THE_WAY: Final = re.compile(r"\s?\((?=[^()]*[a-z]{3})|,\s(?:the|a|an|which|or)\s")
"""What follows an acronym that is told at once: "EPO (erythropoietin)", "NTL, the cable company"."""

_BEARERS_TEXT: Final = """
    agency airline association authority bank broadcaster brokerage builder carrier chain channel charity club
    company contractor corporation developer exchange firm giant group insurer label magazine maker miner
    network newspaper operator party producer provider publisher regulator retailer school station store
    studio subsidiary supplier team union unit university utility watchdog website
"""
_BEARERS: Final = frozenset(_BEARERS_TEXT.split())
"""Words before an acronym that say what bears it: "the retailer JJB" is told enough."""


_LIKE_WORDS: Final = frozenset(("EBITDA", "LIBOR"))
"""Acronyms that have the vowels of a word."""

_OF_A_COUNTRY: Final = re.compile(r"[A-Z][a-z]+(?:ish|ese|ian|ican)|Dutch|French|German|Greek|Swiss|Czech")
"""What tells the country of a body and not its name: "the Irish DPC"."""


class Kind(Enum):
    """Why a word may be unknown to a reader."""

    ACRONYM = auto()
    TERM = auto()  # the house has explained it before
    WORD = auto()  # out of the ordinary, unless the library is full of it


class Candidate(NamedTuple):
    """A place in a text, in code points, with the word there and the key under which it is one."""

    start: int
    end: int
    word: str
    key: str
    kind: Kind


def candidates(text: str, house: Mapping[str, str], *, slips: bool = False) -> tuple[Candidate, ...]:
    """What in a text may have to be explained, each word once; `house` holds terms by their keys.

    With `slips`, also words that are likely ordinary ones misspelt: to tell takes too long for a key.

    Names (words with a capital), numbers, addresses, code and what stands in quotation marks are none.
    Whether a word is out of the ordinary takes the shipped lists, which are read with the first text.
    """
    clean = _QUOTED.sub(_blank, _LINKED.sub(_blank, without_addresses(text)))
    if dateline := _AP.match(clean):
        clean = " " * dateline.end() + clean[dateline.end() :]
    clean = _TITLES.sub(_blank, clean)
    words = list(_WORD.finditer(clean))
    found: dict[str, Candidate] = {}
    taken = 0
    for number, word in enumerate(words):
        if word.start() < taken:
            continue
        each = _term(words, number, text, house) or _acronym(words, number, clean) or _plain(word, slips)
        if each is not None:
            found.setdefault(each.key, each)
            taken = each.end
    return tuple(found.values())


def term_at(text: str, place: int, house: Mapping[str, str]) -> str:
    """The longest term of the house at a place in a text, wherever it stands; "" for none."""
    words = list(_WORD.finditer(text))
    found = (_term(words, number, text, house) for number, word in enumerate(words) if word.start() <= place)
    there = [each.word for each in found if each is not None and each.end >= place]
    return max(there, key=len, default="")


def explained(text: str) -> frozenset[str]:
    """Keys of the acronyms whose words stand in the same text: "Auto-Rubric as Reward (ARR)"."""
    return frozenset(term_key(word) for word in _explained(text))


def is_rare(briefs: int, count: int) -> bool:
    """Whether a word that stands in `count` of a library's `briefs` is one that its readers may not know."""
    return count < FEW or count < briefs * RARE_SHARE


def _explained(text: str) -> Iterator[str]:
    for inside in re.finditer(r"\(([^()]{2,80})\)", text):
        if _is_acronym(inside[1].strip().removesuffix("s")):
            yield inside[1].strip()
            continue
        before = text[: inside.start()].split()
        if before and is_expansion(inside[1], before[-1]):
            yield before[-1]


def _term(words: list[re.Match[str]], number: int, text: str, house: Mapping[str, str]) -> Candidate | None:
    """The longest term of the house that begins with this word."""
    for last in range(min(len(words), number + MOST_WORDS) - 1, number - 1, -1):
        start, end = words[number].start(), words[last].end()
        if last > number and re.search(r"[^\w\s'’‐‑-]", text[words[last - 1].end() : words[last].start()]):
            continue
        word = text[start:end]
        key = term_key(word)
        if key in house and (not house[key].isupper() or word[0].isupper()):
            return Candidate(start, end, word, key, Kind.TERM)
    return None


def _acronym(words: list[re.Match[str]], number: int, clean: str) -> Candidate | None:
    word = words[number]
    letters = word[0].removesuffix("s").removesuffix("’").removesuffix("'")
    if not _is_acronym(letters) or letters in common_acronyms():
        return None
    before, after = clean[: word.start()][-2:], clean[word.end() : word.end() + 2]
    if before[-1:] in ("(", ":", ".", "/", "$", "#", "@", "_") or after[:1] in ("/", "_", "\\", "="):
        return None  # in parentheses, it is being explained; else a ticker, or a piece of a file's name
    if clean[: word.start()].rstrip()[-1:] == ":" or (after[:1] == "." and after[1:].isalnum()):
        return None
    if letters.lower() in ordinary_words() or _is_shouted(letters) or _is_in_name(words, number, clean):
        return None
    return Candidate(word.start(), word.start() + len(word[0]), word[0], term_key(letters), Kind.ACRONYM)


def _is_shouted(letters: str) -> bool:
    """Whether letters are a word in capitals: a place before a report, the name of a firm."""
    is_word = letters.isalpha() and len(letters) > 4 and letters not in _LIKE_WORDS
    return is_word and sum(each in "AEIOUY" for each in letters) > 1


def _is_in_name(words: list[re.Match[str]], number: int, clean: str) -> bool:
    """Whether an acronym is (part of) a name, "the RCA Dome", "IDC’s", or what it is stands beside it."""
    word = words[number]
    if re.search(r"['’]s$", word[0]):
        return True
    if _BY_THE_WAY.match(clean, word.end()):
        return True
    if number and (words[number - 1][0].lower() in _BEARERS or words[number - 1][0].endswith("maker")):
        return True
    if not number and len(word[0]) > 3 and re.match(r"\s?(?:[,:(]|--)", clean[word.end() :]):
        return True
    if number + 1 < len(words):
        after = words[number + 1]
        if clean[word.end() : after.start()] in (" ", " & ") and after[0][0].isupper():
            return True
    if number:
        before = words[number - 1]
        start = clean[: before.start()].rstrip()
        beside = clean[before.end() : word.start()] in (" ", " & ")
        if beside and len(before[0]) > 1 and before[0].isupper() and before[0] not in common_acronyms():
            return True
        is_named = before[0][0].isupper() and not _OF_A_COUNTRY.fullmatch(before[0])
        return beside and bool(start) and start[-1] not in ".!?:…" and is_named
    return False


def _is_acronym(word: str) -> bool:
    return bool(_ACRONYM.fullmatch(word)) and not _ROMAN.fullmatch(word)


def is_misspelt(word: str) -> bool:
    """Whether all of a word in lower case that is not ordinary is likely a slip; takes some milliseconds."""
    return all(is_ordinary(part) or is_slip(part) for part in word.split("-"))


def _plain(word: re.Match[str], slips: bool) -> Candidate | None:
    text = re.sub(r"['’]s?$", "", word[0])
    if (
        not _PLAIN.fullmatch(text)
        or text.upper() in common_acronyms()
        or all(is_ordinary(part) for part in text.split("-"))
        or (not slips and is_misspelt(text))
    ):
        return None
    return Candidate(word.start(), word.start() + len(text), text, term_key(text), Kind.WORD)


def _blank(found: re.Match[str]) -> str:
    return "\uffff" * len(found[0])


def undefined(found: Collection[Candidate], known: Collection[str]) -> tuple[Candidate, ...]:
    """The candidates whose key is none of the known ones."""
    return tuple(each for each in found if each.key not in known)
