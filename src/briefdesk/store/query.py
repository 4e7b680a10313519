"""The search language: words, the last a prefix, "phrases", -word, tag: status: source: before: after:."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from briefdesk.brief.text import folded
from briefdesk.store.indexed import otherwise, parted, status_mark, tag_mark, words
from briefdesk.store.places import first_of

_EVERYWHERE: Final = "{headline text source aside}"
_PART = re.compile(
    r"""(?P<not>-)?(?:(?P<name>tag|status|source|before|after):)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>\S*))""",
    re.IGNORECASE,
)
_DATE = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")

# What the stemmer takes off words: "pretraini" must find "pretraining", whose stem is "pretrain".
_SUFFIXES: Final = (
    *(
        "ational",
        "tional",
        "enci",
        "anci",
        "izer",
        "abli",
        "alli",
        "entli",
        "eli",
        "ousli",
        "ization",
        "ation",
    ),
    *(
        "ator",
        "alism",
        "iveness",
        "fulness",
        "ousness",
        "aliti",
        "iviti",
        "biliti",
        "icate",
        "ative",
        "alize",
    ),
    *(
        "iciti",
        "ical",
        "ful",
        "ness",
        "al",
        "ance",
        "ence",
        "er",
        "ic",
        "able",
        "ible",
        "ant",
        "ement",
        "ment",
    ),
    *(
        "ent",
        "ion",
        "ou",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "ing",
        "ed",
        "es",
        "ies",
        "s",
        "y",
        "e",
        "ly",
    ),
)
_SHORTEST_STEM: Final = 3


@dataclass(frozen=True, slots=True)
class Query:
    """A query as the index takes it.

    `match` is an FTS5 expression in which every word is quoted, "" for all briefs. `without` is one
    of what must not be there, where nothing else is asked for. `first` and `last` are places in time,
    first inclusive, last not. `is_sharp` says that no word of it is shorter than three letters.
    """

    match: str = ""
    without: str = ""
    first: int | None = None
    last: int | None = None
    is_sharp: bool = False
    has_words: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing in particular."""
        return not self.match and not self.without and self.first is None and self.last is None


def parse(text: str) -> Query:
    """Read what somebody typed; anything is a query, and what makes no sense in it is passed over.

    All parts must hold. Words are found whatever their ending, case and accents, the last one as the
    beginning of a word. `"…"` is a phrase, `-` before any part says not, `tag:` and `status:` take a
    whole name, `source:` words of publisher or address. `after:` and `before:` take a day, a month or
    a year (UTC) and speak of the last change; `after:` holds from the first moment of it.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    typed: list[str] = []
    first: int | None = None
    last: int | None = None
    for part in _PART.finditer(text):
        name = (part["name"] or "").lower()
        value = part["word"].strip('"') if part["phrase"] is None else part["phrase"]
        if name in ("before", "after"):
            place = _place(value)
            if place is not None:
                first = max(first or place, place) if name == "after" else first
                last = min(last or place, place) if name == "before" else last
            continue
        is_last = part.end() == len(text) and part["phrase"] is None and not part["not"]
        expression = _expression(name, value, as_prefix=is_last)
        if not expression:
            continue
        (unwanted if part["not"] else wanted).append(expression)
        if not name and not part["not"]:
            typed += words(value)
    match = " AND ".join(wanted)
    without = " OR ".join(unwanted)
    if match and without:
        match, without = f"({match}) NOT ({without})", ""
    is_sharp = bool(typed) and all(len(word) >= _SHORTEST_STEM or not word.isascii() for word in typed)
    return Query(match, without, first, last, is_sharp, bool(typed))


def wrong_dates(text: str) -> list[str]:
    """The parts of a query, such as `after:2026-13-45`, whose date is none: `parse` passes over them."""
    return [
        part[0]
        for part in _PART.finditer(text)
        if (part["name"] or "").lower() in ("before", "after")
        if _place((part["word"] or "").strip('"') if part["phrase"] is None else part["phrase"]) is None
    ]


def _expression(name: str, value: str, *, as_prefix: bool) -> str:
    if name == "tag":
        return f"marks : {_quoted(tag_mark(value))}" if words(value) else ""
    if name == "status":
        return f"marks : {_quoted(status_mark(value))}" if words(value) else ""
    text = parted(value)
    if not words(text):
        return ""
    if otherwise(value):
        forms = (
            _words(name, text, as_prefix=as_prefix),
            _words(name, parted(folded(value)), as_prefix=as_prefix),
        )
        return f"({' OR '.join(forms)})"
    return _words(name, text, as_prefix=as_prefix)


def _words(name: str, text: str, *, as_prefix: bool) -> str:
    column = "source" if name == "source" else _EVERYWHERE
    if not as_prefix:
        return f"{column} : {_quoted(text)}"
    stem = _stem_of_unfinished(text)
    found = f"{column} : {_quoted(text)} *"
    return f"({found} OR {column} : {_quoted(stem)})" if stem else found


def _stem_of_unfinished(text: str) -> str:
    """What the stemmer leaves of the word that is being typed, or "" where it would leave all of it."""
    word = text.lower()
    if not word.isascii() or not word.isalpha():
        return ""
    for cut in range(_SHORTEST_STEM, len(word)):
        ending = word[cut:]
        if any(suffix.startswith(ending) for suffix in _SUFFIXES):
            return word[:cut]
    return ""


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""').replace("\0", " ") + '"'


def _place(value: str) -> int | None:
    """The first place of a day, month or year; None where it is no date."""
    found = _DATE.fullmatch(value)
    if not found:
        return None
    try:
        return first_of(datetime(int(found[1]), int(found[2] or 1), int(found[3] or 1), tzinfo=UTC))
    except ValueError:
        return None
