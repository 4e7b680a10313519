"""Words that begin with an apostrophe (’tis, ’em): which mark is no quotation’s start after all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

APOSTROPHE: Final = "’"


@dataclass(frozen=True, slots=True)
class Contractions:
    """The contractions of a language, in small letters, without the apostrophe that they begin with.

    `always`: nothing else is spelt so. `only_before` names the words one of which must follow, `never_before`
    those of which none may: a 'cause of death' and an 'em dash' are quotations. `after` names the words
    after which one stands: rock ’n’ roll.
    """

    always: frozenset[str] = frozenset()
    only_before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    never_before: Mapping[str, frozenset[str]] = field(default_factory=dict)
    after: Mapping[str, frozenset[str]] = field(default_factory=dict)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SUBJECTS: Final = _words(
    "i i’m i’ve i’d i’ll you you’re you’ve he he’s she she’s it it’s we we’re we’ve they they’re they’ve "
    "there there’s that’s everybody everyone everything nobody somebody nothing my your his her our their "
    "these those"
)
_CONTRACTIONS: Final[Mapping[str, Contractions]] = {
    "en": Contractions(
        always=_words(
            "tis tisn’t twas twasn’t twere twould twouldn’t til neath tween twixt gainst mongst "
            "cept nuff nother fraid coz burbs"
        ),
        only_before={
            "cause": _SUBJECTS,
            "cos": _SUBJECTS,
            "bout": _words("time that what how him her me you them us"),
            "twill": _words("be do not never take make"),
        },
        never_before={
            "em": _words(
                "dash dashes space spaces quad quads rule rules square squares unit units width widths"
            )
        },
        after={
            "n": _words("rock drum pick fish salt surf mac bump cut hit bed sugar sweet bait stop cash park")
        },
    ),
    "de": Contractions(
        always=_words("ne nen nem ner nauf"),
        only_before={
            "s": _words("ist war wird gibt gab geht ging hat kommt kann muss"),
            "n": _words("bisschen paar abend morgen tag bier stück kerl mann haufen"),
        },
    ),
    "nl": Contractions(always=_words("t s n k m r ns")),
    "af": Contractions(always=_words("n k t")),
    "it": Contractions(always=_words("ndrangheta ndranghetista ndranghetisti ndranghetiste ndrina ndrine")),
}
"""The list. A language that is not here has no such words."""

_LONGEST: Final = 80
"""Characters back to which a quotation’s start is looked for."""

_PERIODS: Final = _words("years months weeks days hours minutes seconds times")
_NONE: Final = Contractions()


def may_mend(before: str, opening: str) -> bool:
    """Whether there is, near the end of a text, a mark that could be another one."""
    near = before[-_LONGEST:]
    return opening in near or APOSTROPHE in near


def mended(before: str, language: str, opening: str) -> int | None:
    """Where an opening mark stands that is an apostrophe, now that the last key ended its word; else None."""
    if opening == APOSTROPHE or not _ends_word(before) or opening not in before[-_LONGEST:]:
        return None
    known = _of(language)
    mark = re.escape(opening)
    found = re.search(rf"(?<!\w){mark}(?P<word>\w+(?:’\w+)*)(?:\s(?P<next>\w+(?:’\w+)*))?\W$", before)
    if found and _is_one(
        known, found["word"].lower(), (found["next"] or "").lower(), blank=before[-1].isspace()
    ):
        return found.start()
    found = re.search(rf"(?P<ahead>\w+)\s{mark}(?P<word>\w+)’?\s$", before)
    if found and found["ahead"].lower() in known.after.get(found["word"].lower(), ()):
        return found.start("word") - 1
    return None


def reopened(before: str, language: str, opening: str, closing: str) -> int | None:
    """Where an apostrophe stands that began a quotation after all, now that this has ended; else None.

    'Twas good', '20 dead' and '20 years': what ends in any other s may be a possessive, and what ends
    in "in", a word cut short (goin’); those stay as they are.
    """
    if len(before) < 2 or before[-2] != APOSTROPHE or not _ends_word(before):
        return None
    start = max(0, len(before) - _LONGEST)
    begins = [found for found in re.finditer(r"(?<![\w’])’(\w+(?:’\w+)*)", before) if found.start() >= start]
    if not begins:
        return None
    first = begins[0]
    quoted = before.rfind(opening, start, first.start())
    if quoted >= 0 and not re.search(rf"{re.escape(closing)}(?!\w)", before[quoted + 1 : first.start()]):
        return None  # what ends now is the quotation around it
    inside = before[first.start() + 1 : -2]
    if not inside or not re.fullmatch(r"[^’]*(?:\w’\w[^’]*)*", inside) or re.search(r"[.!?…]\s", inside):
        return None
    word, last = first[1].lower(), re.split(r"[\s-]", inside)[-1].lower()
    is_year = bool(re.fullmatch(r"\d\ds?", word))
    if last == word or not (is_year or _may_begin(_of(language), word)):
        return None
    if last.endswith(("s", "in")) and not (word.isdecimal() and inside[2:].strip() in _PERIODS):
        return None
    return first.start()


def _of(language: str) -> Contractions:
    return _CONTRACTIONS.get(language.lower().partition("-")[0], _NONE)


def _ends_word(before: str) -> bool:
    return bool(before) and not before[-1].isalnum() and before[-1] not in "_-‐‑'‘’"


def _is_one(known: Contractions, word: str, following: str, *, blank: bool) -> bool:
    if not following and word in known.always:
        return True
    if following:
        never = known.never_before.get(word)
        return following in known.only_before.get(word, ()) or (never is not None and following not in never)
    return not blank and word in known.never_before  # "get ’em!" says all


def _may_begin(known: Contractions, word: str) -> bool:
    return word in known.always or word in known.only_before or word in known.never_before
