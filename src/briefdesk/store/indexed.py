"""What of a brief is searched: its texts as words, and its status, tags and trash as marks."""

import re
from dataclasses import dataclass
from typing import Final

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.text import folded

SEPARATOR: Final = "\u2063"
"""Stands invisibly between characters of scripts that do not part words, so that each is a token."""

# Private characters are letters to the tokenizer and are in no text; at its end one keeps the stemmer off.
_MARK_END: Final = "\ue000"
_TAG: Final = "\ue001"
_STATUS: Final = "\ue002"
_TRASH: Final = "\ue003"

TRASHED: Final = f"{_TRASH}trash{_MARK_END}"
"""The mark of a brief in the trash."""

# Han, kana, bopomofo, Hangul, and Thai, Lao, Burmese and Khmer, which part no words either.
_UNPARTED: Final = (
    "\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007"
    "\u3021-\u3029\u3031-\u3035\u3041-\u312f\u3131-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
_EACH = re.compile(f"([{_UNPARTED}])")
_WORD = re.compile("[^\\W_]+(?:[\u0300-\u036f]+[^\\W_]*)*")


@dataclass(frozen=True, slots=True)
class Indexed:
    """The searched columns of a brief."""

    headline: str
    text: str
    source: str
    aside: str
    marks: str


def index(brief: Brief, *, trashed: bool = False) -> Indexed:
    """Give what is searched of a brief.

    `text` is what its reader sees of its own; the entries of "More briefs" that are briefs
    themselves are found there, not here. `aside` is what only the desk sees, and the rest, and words
    whose letters have another form (full-width ones, ligatures, ß) in the form in which they are sought.
    """
    text = (
        brief.kicker,
        *(plain(bullet) for bullet in brief.bullets),
        *(part for term in brief.terms for part in (term.term, plain(term.definition))),
        brief.summary,
        *brief.tags,
    )
    aside = (
        brief.short_headline,
        brief.description,
        brief.byline,
        brief.notes,
        brief.correction,
        *(entry.headline for entry in brief.related if not entry.id),
    )
    source = (brief.source.publisher, brief.source.title, brief.source.citation, brief.source.url)
    marks = (*(tag_mark(tag) for tag in brief.tags), status_mark(brief.status), TRASHED if trashed else "")
    return Indexed(
        headline=parted(brief.headline),
        text=_lines(text),
        source=_lines(source),
        aside=_lines((*aside, *map(otherwise, (brief.headline, *text, *source, *aside)))),
        marks=" ".join(mark for mark in marks if mark),
    )


def parted(text: str) -> str:
    """A text with each character of a script without word gaps standing by itself."""
    return text if text.isascii() else _EACH.sub(f"{SEPARATOR}\\1{SEPARATOR}", text)


def otherwise(text: str) -> str:
    """The words of a text that are spelled otherwise where compatibility forms and case are put aside."""
    if text.isascii():
        return ""
    found = ((folded(word), word.lower().replace("ς", "σ")) for word in words(text))
    return " ".join(dict.fromkeys(other for other, word in found if other != word))


def joined(text: str) -> str:
    """The text again that `parted` was given."""
    return text.replace(SEPARATOR, "")


def words(text: str) -> list[str]:
    """The words of a text, or of a parted one, as they stand there."""
    return _WORD.findall(text)


def compared(indexed: Indexed) -> str:
    """The text by which briefs are likened: what their readers see."""
    return f"{indexed.headline}\n{indexed.text}"


def without_trash(expression: str) -> str:
    """An FTS5 expression narrowed to what is not in the trash."""
    return f'({expression}) NOT marks : "{TRASHED}"'


def only_trash(expression: str) -> str:
    """An FTS5 expression narrowed to what is in the trash."""
    return f'({expression}) AND marks : "{TRASHED}"'


def tag_mark(tag: str) -> str:
    """The token that says that a brief has a tag; case, accents and what joins its words do not count."""
    return f"{_TAG}{_MARK_END.join(words(folded(tag)))}{_MARK_END}"


def status_mark(status: str) -> str:
    """The token that says where a brief stands."""
    return f"{_STATUS}{status.casefold()}{_MARK_END}"


def _lines(parts: tuple[str, ...]) -> str:
    return "\n".join(parted(part) for part in parts if part)
