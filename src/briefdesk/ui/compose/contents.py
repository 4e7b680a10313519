"""Which widget edits which kind of field; those that the first paint does not show are read later."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from briefdesk.brief.fields import Field, Kind
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.counting import silent, time_zone, up_to, words
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

SHORT: Final = frozenset({Kind.LINE, Kind.TAGS, Kind.LANGUAGE, Kind.STATUS, Kind.MOMENT})
"""Kinds of field that stand two in a line."""

_COUNTERS: Final = {
    "headline": up_to(65),
    "short_headline": up_to(40),
    "description": up_to(160),
    "summary": words,
    "timezone": time_zone,
}

_Maker = Callable[[Field, SessionSignals, Look], QWidget]


def content(field: Field, signals: SessionSignals, look: Look) -> QWidget | None:
    """The widget that edits a field; None for a kind that the form does not edit."""
    maker = _MAKERS.get(field.kind)
    return maker(field, signals, look) if maker else None


def _line(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    return TextField(
        field,
        signals,
        look,
        style="headline" if field.name == "headline" else "body",
        counter=_COUNTERS.get(field.name, silent),
        speller=_slug if field.name == "slug" else None,
    )


def _slug(text: str) -> str:
    from briefdesk.brief.slug import make_slug  # read when the first slug is typed

    return make_slug(text)


def _paragraph(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    return TextField(field, signals, look, lines=True, counter=_COUNTERS.get(field.name, silent))


def _terms(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    from briefdesk.ui.fields.terms import TermsField

    return TermsField(field, signals, look)


def _source(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    from briefdesk.ui.fields.source import SourceField

    return SourceField(field, signals, look)


def _language(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    from briefdesk.ui.fields.choice import ChoiceField, languages

    return ChoiceField(field, signals, look, languages())


def _status(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    from briefdesk.ui.fields.choice import ChoiceField, statuses

    return ChoiceField(field, signals, look, statuses())


def _tags(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    from briefdesk.ui.fields.tags import TagsField

    return TagsField(field, signals, look)


def _moment(field: Field, signals: SessionSignals, look: Look) -> QWidget:
    from briefdesk.ui.fields.moment import MomentField

    return MomentField(field, signals, look)


_MAKERS: Mapping[Kind, _Maker] = {
    Kind.LINE: _line,
    Kind.PARAGRAPH: _paragraph,
    Kind.BULLETS: BulletsField,
    Kind.TERMS: _terms,
    Kind.SOURCE: _source,
    Kind.TAGS: _tags,
    Kind.LANGUAGE: _language,
    Kind.STATUS: _status,
    Kind.MOMENT: _moment,
}
