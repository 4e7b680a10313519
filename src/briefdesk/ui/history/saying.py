"""The fields of a brief as rows of plain text, so that two states of them can be compared."""

import json
from dataclasses import fields, is_dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.fields import FIELDS, QT_TRANSLATE_NOOP, Field, Kind
from briefdesk.brief.model import Brief, Related, Status, Term
from briefdesk.ui.library import words

PARTED = frozenset((Kind.SOURCE, Kind.IMAGE, Kind.LAYOUT))
"""Kinds of fields whose value has parts of its own."""

PARTS = {
    "url": QT_TRANSLATE_NOOP("History", "address"),
    "publisher": QT_TRANSLATE_NOOP("History", "publisher"),
    "title": QT_TRANSLATE_NOOP("History", "title"),
    "citation": QT_TRANSLATE_NOOP("History", "citation"),
    "file": QT_TRANSLATE_NOOP("History", "file"),
    "alt": QT_TRANSLATE_NOOP("History", "words for it"),
    "decorative": QT_TRANSLATE_NOOP("History", "decorative"),
    "credit": QT_TRANSLATE_NOOP("History", "credit"),
    "name": QT_TRANSLATE_NOOP("History", "name"),
    "vars": QT_TRANSLATE_NOOP("History", "choices"),
    "extra": QT_TRANSLATE_NOOP("History", "other"),
}
"""What the parts are called."""


def label(name: str) -> str:
    """What a field is called in the form."""
    found = next((field for field in FIELDS if field.name == name), None)
    return QCoreApplication.translate("Field", found.label) if found else name


def row_name(field: Field, number: int, rows: int) -> str:
    """What a row of a field is called, counted from 1; the field's own label where it has one row only."""
    one = {
        Kind.BULLETS: QCoreApplication.translate("History", "Bullet {n}"),
        Kind.TERMS: QCoreApplication.translate("History", "Term {n}"),
        Kind.RELATED: QCoreApplication.translate("History", "Brief {n}"),
    }.get(field.kind)
    if one and (rows > 1 or field.kind is Kind.BULLETS):
        return one.format(n=number)
    return QCoreApplication.translate("Field", field.label)


def part_name(field: Field, part: str) -> str:
    """What a part of a field is called: "Source: address"."""
    called = QCoreApplication.translate("History", PARTS[part]) if part in PARTS else part
    return f"{QCoreApplication.translate('Field', field.label)}: {called}"


def rows_of(brief: Brief, field: Field, *, whole: bool = False) -> tuple[str, ...]:
    """The field as texts, one a row, as they were typed; none where it is empty.

    Of a related brief only the headline is said, unless the `whole` entry is asked for.
    """
    value: Any = getattr(brief, field.name)
    match field.kind:
        case Kind.BULLETS:
            return tuple(value)
        case Kind.TERMS:
            return tuple(_term(term) for term in value)
        case Kind.RELATED:
            return tuple(_related(entry) if whole else entry.headline for entry in value)
        case Kind.TAGS:
            return (", ".join(value),) if value else ()
        case Kind.STATUS:
            return (words.state(Status(value)),)
        case kind if kind in PARTED:
            return tuple(parts_of(value).values())
        case _:
            return (value,) if value else ()


def _term(term: Term) -> str:
    return f"{term.term}: {term.definition}"


def _related(entry: Related) -> str:
    return "\n".join(filter(None, (entry.headline, entry.summary, entry.url)))


def parts_of(value: Any) -> dict[str, str]:
    """What is set in a value of parts, by the name of the part."""
    assert is_dataclass(value)
    made: dict[str, str] = {}
    for each in fields(value):
        part = getattr(value, each.name)
        if isinstance(part, str) and part:
            made[each.name] = part
        elif part is True:
            made[each.name] = QCoreApplication.translate("History", "yes")
        elif isinstance(part, dict) and part:
            made[each.name] = json.dumps(part, ensure_ascii=False)
    return made
