"""Typed values out of JSON objects, and where it is and why when one is wrong."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence, Set
from itertools import chain
from typing import Final, TypeGuard, TypeVar

from briefdesk.brief import moments
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.identity import is_id
from briefdesk.brief.json_texts import short
from briefdesk.brief.model import Status
from briefdesk.brief.text import forbidden_at

DEEPEST: Final = 64
"""How deep lists and objects of unknown keys may be nested: a limit that every reader of JSON keeps."""

_T = TypeVar("_T")
_WORDS: dict[type, str] = {str: "a text", bool: "true or false", list: "a list", dict: "an object"}


class Reader:
    """Takes typed values out of one JSON object, and says where it is when one is wrong."""

    def __init__(self, path: str, value: Mapping[str, object]) -> None:
        self._path = path
        self._value = value

    def _where(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def _typed(self, name: str, kind: type[_T], default: _T) -> _T:
        value = self._value.get(name, default)
        if not isinstance(value, kind):
            raise InvalidBrief(self._where(name), f"must be {_WORDS[kind]}, not {kind_of(value)}")
        return value

    def line(self, name: str, default: str = "") -> str:
        value = self._value.get(name, default)
        if _is_ordinary(value):
            return value
        return checked_text(self._where(name), self._typed(name, str, default), one_line=True)

    def paragraph(self, name: str) -> str:
        value = self._value.get(name, "")
        if _is_ordinary(value):
            return value
        return checked_text(self._where(name), self._typed(name, str, ""), one_line=False)

    def truth(self, name: str) -> bool:
        return self._typed(name, bool, False)

    def lines(self, name: str) -> tuple[str, ...]:
        found: list[str] = []
        for index, value in enumerate(self._typed(name, list, [])):
            where = f"{self._where(name)}[{index}]"
            if not isinstance(value, str):
                raise InvalidBrief(where, f"must be a text, not {kind_of(value)}")
            found.append(checked_text(where, value, one_line=True))
        return tuple(found)

    def objects(self, name: str, make: Callable[["Reader"], _T]) -> tuple[_T, ...]:
        found: list[_T] = []
        for index, value in enumerate(self._typed(name, list, [])):
            where = f"{self._where(name)}[{index}]"
            if not isinstance(value, dict):
                raise InvalidBrief(where, f"must be an object, not {kind_of(value)}")
            found.append(make(Reader(where, value)))
        return tuple(found)

    def part(self, name: str, make: Callable[["Reader"], _T]) -> _T:
        return make(Reader(self._where(name), self._typed(name, dict, {})))

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

    def unknown(self, known: Set[str]) -> Mapping[str, object]:
        if self._value.keys() <= known:
            return {}
        rest = {name: value for name, value in self._value.items() if name not in known}
        for name, value in rest.items():
            _check_free(self._where(name), value)
        return rest


def _is_ordinary(value: object) -> TypeGuard[str]:
    """Whether a value is a text of visible ASCII characters: most are, and nothing is wrong with them."""
    return isinstance(value, str) and value.isascii() and value.isprintable()


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


def kind_of(value: object) -> str:
    """What a JSON value is, in words."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return next((words for kind, words in _WORDS.items() if isinstance(value, kind)), "that")
