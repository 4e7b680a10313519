"""A brief as JSON: the form in which it is stored, kept as a revision, exported and exchanged."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache, partial
from itertools import chain
from typing import Any, Final, TypeVar

from briefdesk.brief import moments
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.identity import is_id
from briefdesk.brief.json_texts import parse, short
from briefdesk.brief.model import Brief, Image, LayoutChoice, Related, Source, Status, Term
from briefdesk.brief.text import forbidden_at

SCHEMA: Final = "briefdesk/brief/1"
"""Name and version of the JSON form; the published schema is `resources/schema/brief.schema.json`."""

KEYS: Final = frozenset(each.name for each in fields(Brief)) - {"extra"}
"""Names of the keys that a brief of this version knows, but for `schema`."""

DEEPEST: Final = 64
"""How deep lists and objects of unknown keys may be nested: a limit that every reader of JSON keeps."""

_T = TypeVar("_T")
_WORDS: dict[type, str] = {str: "a text", bool: "true or false", list: "a list", dict: "an object"}


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
        raise InvalidBrief("", f"a brief is an object, not {_kind(value)}")
    schema = value.get("schema", SCHEMA)
    if schema != SCHEMA:
        raise InvalidBrief(
            "schema", f"{short(schema)} is not known here", todo=f"This version reads {SCHEMA}"
        )
    return Brief(**read_fields(value, _FIELDS), extra=_Reader("", value).unknown(Brief))


def read_fields(values: Mapping[str, object], names: Iterable[str]) -> dict[str, Any]:
    """Read and check some fields of a brief from JSON values, as they come back from it.

    Raises:
        InvalidBrief: naming the first field that is wrong and why.
    """
    read = _Reader("", values)
    return {name: _FIELDS[name](read, name) for name in names}


def loads(text: str) -> Brief:
    """Read a brief from a JSON text.

    Raises:
        InvalidBrief: the text is not JSON, or not a brief.
    """
    return from_json(parse(text))


class _Reader:
    """Takes typed values out of one JSON object, and says where it is when one is wrong."""

    def __init__(self, path: str, value: Mapping[str, object]) -> None:
        self._path = path
        self._value = value

    def _where(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _typed(self, name: str, kind: type[_T], default: _T) -> _T:
        value = self._value.get(name, default)
        if not isinstance(value, kind):
            raise InvalidBrief(self._where(name), f"must be {_WORDS[kind]}, not {_kind(value)}")
        return value

    def line(self, name: str, default: str = "") -> str:
        return checked_text(self._where(name), self._typed(name, str, default), one_line=True)

    def paragraph(self, name: str) -> str:
        return checked_text(self._where(name), self._typed(name, str, ""), one_line=False)

    def truth(self, name: str) -> bool:
        return self._typed(name, bool, False)

    def lines(self, name: str) -> tuple[str, ...]:
        found: list[str] = []
        for index, value in enumerate(self._typed(name, list, [])):
            where = f"{self._where(name)}[{index}]"
            if not isinstance(value, str):
                raise InvalidBrief(where, f"must be a text, not {_kind(value)}")
            found.append(checked_text(where, value, one_line=True))
        return tuple(found)

    def objects(self, name: str, make: Callable[["_Reader"], _T]) -> tuple[_T, ...]:
        found: list[_T] = []
        for index, value in enumerate(self._typed(name, list, [])):
            where = f"{self._where(name)}[{index}]"
            if not isinstance(value, dict):
                raise InvalidBrief(where, f"must be an object, not {_kind(value)}")
            found.append(make(_Reader(where, value)))
        return tuple(found)

    def part(self, name: str, make: Callable[["_Reader"], _T]) -> _T:
        return make(_Reader(self._where(name), self._typed(name, dict, {})))

    def free(self, name: str) -> Mapping[str, object]:
        value = self._typed(name, dict, {})
        _check_free(self._where(name), value)
        return value

    def identifier(self, name: str) -> str:
        text = self.line(name)
        if text and not is_id(text):
            raise InvalidBrief(self._where(name), f"{short(text)} is not 1 to 64 of A-Z a-z 0-9 _ -")
        return text

    def status(self, name: str) -> Status:
        text = self.line(name, Status.DRAFT)
        try:
            return Status(text)
        except ValueError:
            known = ", ".join(Status)
            raise InvalidBrief(self._where(name), f"{short(text)} is none of {known}") from None

    def moment(self, name: str) -> str | None:
        return None if self._value.get(name) is None else self.moment_or_empty(name)

    def moment_or_empty(self, name: str) -> str:
        text = self.line(name)
        if text:
            try:
                moments.read(text)
            except ValueError:
                raise InvalidBrief(
                    self._where(name), f"{short(text)} is not a date and time such as 2026-03-01T09:30:00Z"
                ) from None
        return text

    def unknown(self, made: type) -> Mapping[str, object]:
        known = names_of(made)
        rest = {name: value for name, value in self._value.items() if name not in known}
        if made is Brief:
            rest.pop("schema", None)
        for name, value in rest.items():
            _check_free(self._where(name), value)
        return rest


def checked_text(where: str, text: str, *, one_line: bool) -> str:
    """Give a text in NFC, or refuse it for what no text of a brief may hold.

    Raises:
        InvalidBrief: a control character, a lone surrogate, or a line break in a one-line field.
    """
    place = forbidden_at(text, one_line=one_line)
    if place >= 0:
        what = "a line break" if text[place] == "\n" else f"the character U+{ord(text[place]):04X}"
        raise InvalidBrief(where, f"holds {what} at place {place + 1}", todo="Remove it")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _term(read: _Reader) -> Term:
    return Term(term=read.line("term"), definition=read.paragraph("definition"), extra=read.unknown(Term))


def _source(read: _Reader) -> Source:
    return Source(
        url=read.line("url"),
        publisher=read.line("publisher"),
        title=read.line("title"),
        citation=read.line("citation"),
        extra=read.unknown(Source),
    )


def _related(read: _Reader) -> Related:
    return Related(
        id=read.line("id"),
        headline=read.line("headline"),
        summary=read.paragraph("summary"),
        url=read.line("url"),
        extra=read.unknown(Related),
    )


def _image(read: _Reader) -> Image:
    return Image(
        file=read.line("file"),
        alt=read.line("alt"),
        decorative=read.truth("decorative"),
        credit=read.line("credit"),
        extra=read.unknown(Image),
    )


def _layout(read: _Reader) -> LayoutChoice:
    return LayoutChoice(name=read.line("name"), vars=read.free("vars"), extra=read.unknown(LayoutChoice))


def _check_free(where: str, value: object) -> None:
    """Refuse what could not be written out again: lone surrogates, endless nesting."""
    # Iterators, not lists: an object of a million keys is looked through where it stands.
    stack = [iter([value])]
    while stack:
        each = next(stack[-1], stack)
        if each is stack:
            stack.pop()
        elif isinstance(each, str):
            if forbidden_at(each, one_line=False) >= 0:
                raise InvalidBrief(where, "holds a control character or a lone surrogate", todo="Remove it")
        elif isinstance(each, Mapping | Sequence):
            if len(stack) > DEEPEST:
                raise InvalidBrief(where, f"is nested more than {DEEPEST} deep")
            stack.append(chain(each.keys(), each.values()) if isinstance(each, Mapping) else iter(each))


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


@cache
def names_of(kind: type) -> tuple[str, ...]:
    """The fields of a part of a brief that are keys of their own."""
    return tuple(each.name for each in fields(kind) if each.name != "extra")


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return next((words for kind, words in _WORDS.items() if isinstance(value, kind)), "that")


_FIELDS: Final[Mapping[str, Callable[[_Reader, str], Any]]] = {
    "id": _Reader.identifier,
    "slug": _Reader.line,
    "language": partial(_Reader.line, default="en"),
    "kicker": _Reader.line,
    "headline": _Reader.line,
    "short_headline": _Reader.line,
    "bullets": _Reader.lines,
    "terms": partial(_Reader.objects, make=_term),
    "source": partial(_Reader.part, make=_source),
    "summary": _Reader.paragraph,
    "related": partial(_Reader.objects, make=_related),
    "description": _Reader.paragraph,
    "image": partial(_Reader.part, make=_image),
    "tags": _Reader.lines,
    "byline": _Reader.line,
    "notes": _Reader.paragraph,
    "layout": partial(_Reader.part, make=_layout),
    "status": _Reader.status,
    "correction": _Reader.paragraph,
    "planned_for": _Reader.moment,
    "embargo_until": _Reader.moment,
    "publish_at": _Reader.moment,
    "published_at": _Reader.moment,
    "timezone": _Reader.line,
    "created_at": _Reader.moment_or_empty,
    "updated_at": _Reader.moment_or_empty,
}
"""How each field of a brief is read, in their order, which is also that of what is wrong first."""
