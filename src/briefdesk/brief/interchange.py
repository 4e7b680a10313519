"""A brief as JSON: the form in which it is stored, kept as a revision, exported and exchanged."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache, partial
from typing import Any, Final

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.json_texts import parse, short
from briefdesk.brief.json_values import Reader, kind_of
from briefdesk.brief.model import Brief, Image, LayoutChoice, Related, Source, Status, Term

SCHEMA: Final = "briefdesk/brief/1"
"""Name and version of the JSON form; the published schema is `resources/schema/brief.schema.json`."""

KEYS: Final = frozenset(each.name for each in fields(Brief)) - {"extra"}
"""Names of the keys that a brief of this version knows, but for `schema`."""


def to_json(brief: Brief) -> dict[str, Any]:
    """Give the brief as a JSON object, every key present, in the contract's order."""
    return {"schema": SCHEMA} | _plain(brief)


def dumps(brief: Brief) -> str:
    """Give the brief as one line of JSON; the same brief gives the same text."""
    return json.dumps(to_json(brief), ensure_ascii=False, separators=(",", ":"))


def from_json(value: object) -> Brief:
    """Read a brief from a JSON value, and check every field.

    Missing keys get their defaults, unknown ones are kept in `extra`, texts come back in NFC.

    Raises:
        InvalidBrief: naming the first field that is wrong and why.
    """
    if not isinstance(value, dict):
        raise InvalidBrief("", f"a brief is an object, not {kind_of(value)}")
    schema = value.get("schema", SCHEMA)
    if schema != SCHEMA:
        raise InvalidBrief(
            "schema", f"{short(schema)} is not known here", todo=f"This version reads {SCHEMA}"
        )
    return Brief(**read_fields(value, _FIELDS), extra=_unknown(Reader("", value), Brief))


def read_fields(values: Mapping[str, object], names: Iterable[str]) -> dict[str, Any]:
    """Read and check some fields of a brief from JSON values, as they come back from it.

    Raises:
        InvalidBrief: naming the first field that is wrong and why.
    """
    read = Reader("", values)
    return {name: _FIELDS[name](read, name) for name in names}


def loads(text: str) -> Brief:
    """Read a brief from a JSON text.

    Raises:
        InvalidBrief: the text is not JSON, or not a brief.
    """
    return from_json(parse(text))


def _term(read: Reader) -> Term:
    return Term(term=read.line("term"), definition=read.paragraph("definition"), extra=_unknown(read, Term))


def _source(read: Reader) -> Source:
    return Source(
        url=read.line("url"),
        publisher=read.line("publisher"),
        title=read.line("title"),
        citation=read.line("citation"),
        extra=_unknown(read, Source),
    )


def _related(read: Reader) -> Related:
    return Related(
        id=read.line("id"),
        headline=read.line("headline"),
        summary=read.paragraph("summary"),
        url=read.line("url"),
        extra=_unknown(read, Related),
    )


def _image(read: Reader) -> Image:
    return Image(
        file=read.line("file"),
        alt=read.line("alt"),
        decorative=read.truth("decorative"),
        credit=read.line("credit"),
        extra=_unknown(read, Image),
    )


def _layout(read: Reader) -> LayoutChoice:
    return LayoutChoice(name=read.line("name"), vars=read.free("vars"), extra=_unknown(read, LayoutChoice))


def _plain(part: Any) -> dict[str, Any]:
    """A part of a brief as a JSON object: its fields in order, then the keys it does not know."""
    return {name: json_value(getattr(part, name)) for name in names_of(type(part))} | part.extra


def json_value(value: Any) -> Any:
    """The value of a field in its JSON form."""
    if isinstance(value, Status):
        return value.value
    if isinstance(value, str | bool | Mapping) or value is None:
        return value
    if isinstance(value, tuple):
        return [item if isinstance(item, str) else _plain(item) for item in value]
    return _plain(value)


def _unknown(read: Reader, kind: type) -> Mapping[str, object]:
    return read.unknown(_keys_of(kind))


@cache
def _keys_of(kind: type) -> frozenset[str]:
    return frozenset(names_of(kind)) | ({"schema"} if kind is Brief else frozenset())


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The fields of a part of a brief that are keys of their own."""
    return tuple(each.name for each in fields(kind) if each.name != "extra")


_FIELDS: Final[Mapping[str, Callable[[Reader, str], Any]]] = {
    "id": Reader.identifier,
    "slug": Reader.line,
    "language": partial(Reader.line, default="en"),
    "kicker": Reader.line,
    "headline": Reader.line,
    "short_headline": Reader.line,
    "bullets": Reader.lines,
    "terms": partial(Reader.objects, make=_term),
    "source": partial(Reader.part, make=_source),
    "summary": Reader.paragraph,
    "related": partial(Reader.objects, make=_related),
    "description": Reader.paragraph,
    "image": partial(Reader.part, make=_image),
    "tags": Reader.lines,
    "byline": Reader.line,
    "notes": Reader.paragraph,
    "layout": partial(Reader.part, make=_layout),
    "status": Reader.status,
    "correction": Reader.paragraph,
    "planned_for": Reader.moment,
    "embargo_until": Reader.moment,
    "publish_at": Reader.moment,
    "published_at": Reader.moment,
    "timezone": Reader.line,
    "created_at": Reader.moment_or_empty,
    "updated_at": Reader.moment_or_empty,
}
"""How each field of a brief is read, in their order, which is also that of what is wrong first."""
