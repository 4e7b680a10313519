"""Which English words and acronyms any reader of news knows."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from briefdesk.brief.plurals import singular
from briefdesk.paths import resources

_PREFIXES: Final = (
    *("anti", "auto", "co", "counter", "cyber", "de", "dis", "down", "eco", "ex", "extra", "fore"),
    *("hyper", "in", "inter", "intra", "kilo", "mega", "micro", "mid", "mini", "mis", "multi", "nano", "non"),
    *("off", "on", "out", "over", "post", "pre", "pro", "re", "self", "semi", "sub", "super", "tele"),
    *("trans", "ultra", "un", "under", "up", "web"),
)
_ENDINGS: Final = (
    ("iness", ("y",)),
    *((each, ("", "e", "y")) for each in ("ization", "isation", "ation", "ism", "ist", "ize", "ise", "ized")),
    *((each, ("", "e", "y")) for each in ("ised", "izing", "ising", "able", "ible", "al", "ially", "ally")),
    *((each, ("", "e")) for each in ("ing", "ed", "er", "or", "est", "ity", "ian", "ic", "ary", "ee", "ish")),
    *((each, ("",)) for each in ("ness", "less", "ful", "fully", "ly", "ment", "ship", "hood")),
    *((each, ("",)) for each in ("like", "wise", "y", "ward", "wards", "ability", "free", "proof")),
    ("ive", ("", "e", "ion")),
    ("ily", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ability", ("", "e")),
    ("ibility", ("", "e")),
)
_SHORTEST: Final = 3
"""Letters of a part, from which on a word may be made of it."""

_SMALL: Final = frozenset(
    ("as", "at", "by", "he", "if", "in", "is", "it", "of", "on", "or", "to", "up", "we")
)
"""Words of two letters that are written together with others, on purpose or by a slip."""

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


@cache
def ordinary_words() -> frozenset[str]:
    """The shipped list of ordinary English words; what follows from them by rule is not in it."""
    lists = (resources() / "words" / f"{name}.txt" for name in ("english", "newer"))
    return frozenset(word for each in lists for word in each.read_text(encoding="ascii").split())


@cache
def common_acronyms() -> frozenset[str]:
    """The shipped list of acronyms that need no explaining."""
    text = (resources() / "words" / "common_acronyms.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=16384)
def is_ordinary(word: str) -> bool:
    """Whether a word in lower case is ordinary, or follows from an ordinary one."""
    known = ordinary_words()
    return any(_is_known(each, known) for each in _parts(word)) or _is_compound(word, known)


@lru_cache(maxsize=4096)
def is_slip(word: str) -> bool:
    """Whether a word in lower case is likely an ordinary one misspelt; takes some milliseconds."""
    known = ordinary_words()
    return any(
        each in known or (each.endswith("s") and singular(each) in known)
        for form in {word, singular(word)}
        for each in _slips(form)
    )


def is_plain_word(word: str) -> bool:
    """Whether a word, with or without a capital, is an ordinary one or follows from one by its ending."""
    return _is_known(word.casefold(), ordinary_words())


def is_derived(word: str, known: frozenset[str]) -> bool:
    """Whether a word follows from others by inflection alone, so that a list can do without it."""
    return singular(word) != word and singular(word) in known


def _is_known(word: str, known: frozenset[str]) -> bool:
    return any(root in known for root in _roots(word, 3))


def _parts(word: str) -> Iterator[str]:
    """The word, and what is left of it without a prefix."""
    yield word
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
            yield word[len(prefix) :]


def _roots(word: str, depth: int) -> Iterator[str]:
    """The word, and what it may have been made of by endings."""
    yield word
    if singular(word) != word:
        yield singular(word)
    if not depth:
        return
    one = singular(word)
    for ending, instead in _ENDINGS:
        stem = one.removesuffix(ending)
        if stem == one or len(stem) < _SHORTEST:
            continue
        for each in instead:
            yield from _roots(stem + each, depth - 1)
        if stem[-1] == stem[-2]:
            yield stem[:-1]


def _is_compound(word: str, known: frozenset[str]) -> bool:
    """Whether a word is two ordinary ones written together: a carmaker explains itself."""
    places = range(_SHORTEST, len(word) - _SHORTEST + 1)
    if any(word[:place] in known and _is_known(word[place:], known) for place in places):
        return True
    rest = (word[2:] if word[:2] in _SMALL else "", word[:-2] if word[-2:] in _SMALL else "")
    return any(len(each) >= _SHORTEST and each in known for each in rest)


def _slips(word: str) -> Iterator[str]:
    """What a word may have been before a slip of the fingers; a short one, with two letters swapped only.

    Other slips of a short word make too many words.
    """
    if len(word) < 6:
        yield from (word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))
        return
    for place in range(len(word)):
        left, right = word[:place], word[place:]
        yield left + right[1:]
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        for letter in _LETTERS:
            yield left + letter + right[1:]
            yield left + letter + right
