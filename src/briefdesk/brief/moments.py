"""Moments in time as a brief keeps them: RFC 3339 texts."""

from datetime import UTC, datetime


def now() -> str:
    """The present moment in UTC to the millisecond, such as `2026-03-01T09:30:00.125Z`."""
    return write(datetime.now(UTC))


def write(moment: datetime) -> str:
    """Write an aware moment as RFC 3339 in UTC, to the millisecond.

    Raises:
        ValueError: the moment has no time zone, so that nobody can say when it is.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(text: str) -> datetime:
    """Read an RFC 3339 text, or a bare date (midnight UTC), as an aware moment.

    Raises:
        ValueError: the text is neither.
    """
    if len(text) < len("2026-01-01"):
        raise ValueError(f"not a date: {text!r}")
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
