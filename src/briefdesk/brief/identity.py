"""Identifiers of briefs: what is allowed, and how new ones are made."""

import os
import re
import time

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o, u, so that an id can be read out over a telephone."""

_ALLOWED = re.compile(r"[A-Za-z0-9_-]{1,64}")


def is_id(text: str) -> bool:
    """Tell whether a text may be a brief's id: 1 to 64 of `[A-Za-z0-9_-]`."""
    return _ALLOWED.fullmatch(text) is not None


def new_id(at_ms: int | None = None) -> str:
    """Make an id of 18 characters whose order is the order of making: 45 bits of time, 45 of chance.

    `at_ms` is milliseconds since 1970; now where it is not given.
    """
    stamp = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    return _digits(stamp, 9) + _digits(int.from_bytes(os.urandom(6)) >> 3, 9)


def _digits(number: int, width: int) -> str:
    return "".join(ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(width)))
