"""What a typesetter would put for what a keyboard has: quotation marks, apostrophes, primes, dashes."""

import re
from typing import Final, NamedTuple

from briefdesk.brief.contractions import APOSTROPHE, may_mend, mended, reopened


class Quotes(NamedTuple):
    """The quotation marks of a language: outer ones, those within them, and the space inside the outer."""

    open: str
    close: str
    inner_open: str
    inner_close: str
    space: str = ""


class Better(NamedTuple):
    """So many characters before the caret give way to these words."""

    back: int
    words: str


_NARROW: Final = "\u202f"
_ENGLISH: Final = Quotes("“", "”", "‘", "’")
_LOW: Final = Quotes("„", "“", "‚", "‘")
_LOW_HIGH: Final = Quotes("„", "”", "‚", "’")
_SAME: Final = Quotes("”", "”", "’", "’")
_ANGLES: Final = Quotes("«", "»", "“", "”")

# The marks that the newspapers of a language use first; CLDR's delimiters where they agree.
_QUOTES: Final[dict[str, Quotes]] = {
    **dict.fromkeys(("en", "nl", "pt-br", "tr", "zh", "ko", "da", "id", "vi", "hi"), _ENGLISH),
    **dict.fromkeys(("de", "cs", "sk", "sl", "is", "bg", "lt"), _LOW),
    **dict.fromkeys(("hr", "sr", "bs"), _LOW_HIGH),
    **dict.fromkeys(("sv", "fi", "he"), _SAME),
    **dict.fromkeys(("es", "it", "ca", "pt", "el", "ar", "fa"), _ANGLES),
    **dict.fromkeys(("de-ch", "fr-ch"), Quotes("«", "»", "‹", "›")),
    **dict.fromkeys(("nb", "nn", "no"), Quotes("«", "»", "‘", "’")),
    **dict.fromkeys(("ru", "uk", "be"), Quotes("«", "»", "„", "“")),
    **dict.fromkeys(("pl", "ro", "hu"), Quotes("„", "”", "«", "»")),
    "et": Quotes("„", "“", "«", "»"),
    "fr": Quotes("«", "»", "“", "”", _NARROW),
    "ja": Quotes("「", "」", "『", "』"),
}
_OPENS_AFTER: Final = frozenset("([{<–—-/«‹„‚“‘「『¿¡")
_ADDRESS = re.compile(r"(?i)(?:[a-z][a-z0-9+.-]*:/*|www\.)\S*$")
_YEAR = re.compile(r"(?:^|[\s(\[–—-])(.)\d\d$")


def quotes_of(language: str) -> Quotes:
    """The quotation marks of a language tag such as `de` or `pt-BR`; English ones for any other."""
    tag = language.lower()
    return _QUOTES.get(tag) or _QUOTES.get(tag.partition("-")[0], _ENGLISH)


def better(before: str, language: str) -> Better | None:
    """What to put in the place of the last characters before the caret, if that would be better.

    Typed quotation marks become those of the language; an apostrophe stays one, also before a year
    (’23) and a word like ’tis; after digits they are primes, unless a quotation is open; `--` becomes –,
    `–-` becomes — and `...` becomes …. Nothing is changed in a web address.
    """
    if not before:
        return None
    quotes = quotes_of(language)
    if before[-1].isspace() and not may_mend(before, quotes.inner_open):
        return None  # nearly every blank: typing pays for nothing else
    if _ADDRESS.search(before):
        return None
    first = _for_key(before, quotes)
    now = before[: -first.back] + first.words if first else before
    return _for_word(now, language, quotes, already=first) or first


def _for_key(before: str, quotes: Quotes) -> Better | None:
    match before[-1]:
        case '"':
            return _double(before[:-1], quotes)
        case "'":
            return _single(before[:-1], quotes)
        case "-":
            return _dash(before)
        case ".":
            return Better(3, "…") if before.endswith("...") and not before.endswith("....") else None
        case _:
            return _second_thought(before, quotes)


def _dash(before: str) -> Better | None:
    if before.endswith("---"):
        return None
    if before.endswith("--") and not before.endswith(("<!--", "–--", "—--")):
        return Better(2, "–")
    return Better(2, "—") if before.endswith("–-") else None


def _double(text: str, quotes: Quotes) -> Better:
    is_open = _is_open(text, quotes.open, quotes.close)
    if text[-1:].isdigit() and not is_open:
        return Better(1, "″")
    if is_open and quotes.space and text[-1:] in (" ", "\u00a0"):
        return Better(2, quotes.space + quotes.close)  # the blank was typed before it
    if _begins(text) and not (is_open and quotes.space):
        return Better(1, quotes.open + quotes.space)
    return Better(1, quotes.space + quotes.close)


def _single(text: str, quotes: Quotes) -> Better:
    if _begins(text):
        return Better(1, quotes.inner_open)
    if _is_open(text, quotes.inner_open, quotes.inner_close):
        return Better(1, quotes.inner_close)
    if text[-1:].isdigit():
        return Better(1, "′")
    return Better(1, "’")


def _second_thought(before: str, quotes: Quotes) -> Better | None:
    """What was taken for something else, until the next key: a year’s apostrophe, the 1990’s."""
    if (year := _YEAR.search(before)) and year[1] == quotes.inner_open != "’":
        return Better(3, "’" + before[-2:])
    return Better(2, "’s") if re.search(r"\d′s$", before) else None


def _for_word(now: str, language: str, quotes: Quotes, *, already: Better | None) -> Better | None:
    """What the mark at a word’s start is, now that its end is known, with what the last key became."""
    words = now
    if (place := mended(now, language, quotes.inner_open)) is not None:
        words = now[:place] + APOSTROPHE + now[place + 1 :]
    elif (place := reopened(now, language, quotes.inner_open, quotes.inner_close)) is not None:
        words = now[:place] + quotes.inner_open + now[place + 1 : -2] + quotes.inner_close + now[-1]
    if place is None or words == now:
        return None
    typed = len(now) - place + (already.back - len(already.words) if already else 0)
    return Better(typed, words[place:])


def _begins(text: str) -> bool:
    return not text or text[-1].isspace() or text[-1] in _OPENS_AFTER


def _is_open(text: str, one: str, other: str) -> bool:
    """Whether a quotation was begun and not ended; apostrophes within words end none."""
    if one == other:
        return text.count(one) % 2 == 1
    last = text.rfind(one)
    if last < 0:
        return False
    return not re.search(rf"{re.escape(other)}(?!\w)", text[last:])
