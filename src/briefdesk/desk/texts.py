"""All texts of a brief that a writer reads, each with its place; and a brief with some of them changed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, NamedTuple

from briefdesk.brief.fields import FIELDS, Kind
from briefdesk.brief.model import Brief

_FIRST: Final = ("headline", "bullets")
_NO_PROSE: Final = frozenset({"slug", "timezone"})
_PARTS: Final = {"terms": ("term", "definition"), "source": ("url", "publisher", "title", "citation")}

_IN_ORDER: Final = tuple(sorted(FIELDS, key=lambda each: (each.folded, each.name not in _FIRST)))
_RANKS: Final = {each.name: rank for rank, each in enumerate(_IN_ORDER)}

Where = tuple[str, int, str]
"""Field, row within it (-1 where there are none), part of the row ("" where there are none)."""


class Text(NamedTuple):
    """One text of a brief; `inline` says that it is inline Markdown."""

    where: Where
    text: str
    inline: bool = False


def texts(brief: Brief) -> Iterator[Text]:
    """The texts in the order of the form: what is folded comes last. Empty ones are left out."""
    for field in _IN_ORDER:
        value: Any = getattr(brief, field.name)
        match field.kind:
            case Kind.LINE | Kind.PARAGRAPH if value and field.name not in _NO_PROSE:
                yield Text((field.name, -1, ""), value)
            case Kind.BULLETS:
                for row, bullet in enumerate(value):
                    if bullet:
                        yield Text((field.name, row, ""), bullet, inline=True)
            case Kind.TERMS:
                for row, term in enumerate(value):
                    yield from _parts(field.name, row, term)
            case Kind.SOURCE:
                yield from _parts(field.name, -1, value)
            case _:
                pass


def rank(where: Where) -> tuple[int, int, int]:
    """What sorts places as `texts` gives them, those of empty texts too."""
    field, row, part = where
    parts = _PARTS.get(field, ())
    return _RANKS[field], row, parts.index(part) if part in parts else -1


def with_texts(brief: Brief, changed: Mapping[Where, str]) -> dict[str, object]:
    """The values of the fields that are others when these texts take the place of those that are there."""
    made: dict[str, Any] = {}
    for (field, row, part), text in changed.items():
        value = made.get(field, getattr(brief, field))
        if row >= 0:
            old = value[row]
            new = replace(old, **{part: text}) if part else text
            value = (*value[:row], new, *value[row + 1 :])
        else:
            value = replace(value, **{part: text}) if part else text
        made[field] = value
    return made


def _parts(field: str, row: int, whole: object) -> Iterator[Text]:
    for part in _PARTS[field]:
        if text := getattr(whole, part):
            yield Text((field, row, part), text, inline=part == "definition")
