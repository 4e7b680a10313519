"""Moments in time as a brief keeps them: RFC 3339 texts."""

import re
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    # Whoever has a moment has read this. A new brief only wants to know the time, before the first paint.
    from datetime import datetime

_RFC_3339: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d)?)?", re.ASCII
)


def now() -> str:
    """The present moment in UTC to the millisecond, such as `2026-03-01T09:30:00.125Z`."""
    seconds, thousandths = divmod(time.time_ns() // 1_000_000, 1000)
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{thousandths:03}Z"


def write(moment: "datetime") -> str:
    """Write an aware moment as RFC 3339 in UTC, to the millisecond.

    Raises:
        ValueError: the moment has no time zone, so that nobody can say when it is.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    from datetime import UTC

    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(text: str) -> "datetime":
    """Read an RFC 3339 text, or a bare date (midnight UTC), as an aware moment.

    Seconds may be missing, and so may the zone, which is UTC then.

    Raises:
        ValueError: the text is neither, or a moment that has no date in UTC.
    """
    from datetime import UTC, datetime

    if _RFC_3339.fullmatch(text) is None:
        raise ValueError(f"not a date: {text!r}")
    moment = datetime.fromisoformat(text.upper())
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        aware.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"not a date that can be reckoned with: {text!r}") from None
    return aware
