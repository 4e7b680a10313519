"""Reading JSON strictly: no NaN, no infinity, no key twice, and what is wrong told in one line."""

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from briefdesk.brief.errors import InvalidBrief


def parse(text: str) -> object:
    """Read JSON strictly: no NaN, no infinity, no key twice.

    Raises:
        InvalidBrief: with line and column of what is wrong.
    """
    with told_in_words():
        return decoder().decode(text)


@cache
def decoder() -> json.JSONDecoder:
    """A strict decoder of JSON; what it raises is told by `told_in_words`."""
    return json.JSONDecoder(parse_constant=_refuse_constant, parse_float=_finite, object_pairs_hook=_unique)


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turns what the decoder raises into one line for people.

    Raises:
        InvalidBrief: with line and column of what is wrong.
    """
    try:
        yield
    except json.JSONDecodeError as error:
        raise InvalidBrief("", f"not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise InvalidBrief("", "not a brief: nested too deeply") from None
    except ValueError as error:  # a number of thousands of digits
        raise InvalidBrief("", f"not JSON that can be read: {error}") from None


def _refuse_constant(name: str) -> object:
    raise InvalidBrief("", f"not JSON: {name} is not a number")


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise InvalidBrief("", f"not JSON that can be read: {short(digits)} is larger than any number here")
    return number


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InvalidBrief("", f"the key {short(twice)} is there twice")
    return found


def short(value: object) -> str:
    """A value as it may stand in a message: JSON in ASCII, cut where it is long."""
    text = json.dumps(value, ensure_ascii=True)
    return text if len(text) <= 60 else text[:57] + "…"
