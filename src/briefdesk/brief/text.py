"""What the texts of a brief may hold, and how a pasted or typed text is brought into that form."""

import re
import unicodedata

# C0 but tab and line feed, DEL, C1, lone surrogates: no reader shows them and feeds break on them.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_FORBIDDEN_IN_LINE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAKS = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK_CHARACTERS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def forbidden_at(text: str, *, one_line: bool) -> int:
    """The place of the first character that a text of a brief may not hold, or -1."""
    found = (_FORBIDDEN_IN_LINE if one_line else _FORBIDDEN).search(text)
    return found.start() if found else -1


def cleaned(text: str) -> tuple[str, int]:
    """Bring a pasted text into the form that is stored: NFC, line feeds, no control characters.

    Gives the text and how many characters were taken out, so that it can be said.
    """
    # Word and its like write a break within a paragraph as U+000B.
    text = _LINE_ENDS.sub("\n", text)
    kept, removed = _FORBIDDEN.subn("", text)
    return unicodedata.normalize("NFC", kept), removed


def one_line(text: str) -> str:
    """A text with every line break, and the blanks around it, made one space; none at its ends."""
    first, *parts = _BREAKS.split(text.strip(_BREAK_CHARACTERS))
    if not parts:
        return first
    inner = [first.rstrip(" \t"), *(part.strip(" \t") for part in parts[:-1]), parts[-1].lstrip(" \t")]
    return " ".join(part for part in inner if part)


def bidi_marks(text: str) -> tuple[int, ...]:
    """Places of the marks that change the direction of text without being seen."""
    return tuple(found.start() for found in _BIDI.finditer(text))


def hidden_marks(text: str) -> tuple[int, ...]:
    """Places of what nobody sees and no writer means: marks of direction, and byte order marks."""
    return () if text.isascii() else tuple(found.start() for found in _HIDDEN.finditer(text))


def composed(text: str) -> str:
    """The text in normal form C, as it is stored; a text that is so already is given back itself."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """A text as search and likeness see it: compatibility forms and case put aside (NFKC, casefold)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
