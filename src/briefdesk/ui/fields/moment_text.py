"""Moments as a person types them, and as the form shows them."""

import re
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from briefdesk.brief import moments

_TYPED = re.compile(
    r"(?P<date>\d{4}-\d\d?-\d\d?|today|tomorrow)?(?:(?:\s+|T|,\s*)?(?P<hour>\d\d?)[:.h](?P<minute>\d\d))?",
    re.IGNORECASE,
)

_ZONED = re.compile(r"\d[Zz]$|:\d\d(?:\.\d+)?[+-]\d\d:\d\d$")


def zone_of(name: str) -> tzinfo | None:
    """The time zone of that name, or None when it is not known on this machine; "" is the machine's own."""
    if not name:
        return datetime.now().astimezone().tzinfo
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


def typed(text: str, zone: tzinfo | None, now: datetime | None = None) -> str | None:
    """The RFC 3339 text of what a person typed, in UTC; None when it is no moment.

    `2026-03-01`, `2026-03-01 9:30`, `today 17:00`, `tomorrow 9:30`, `17:00`, or RFC 3339 itself. A
    date alone is its first minute; times are those of the given zone, or of this machine.
    """
    text = text.strip()
    try:
        if _ZONED.search(text):
            return moments.write(moments.read(text))
        return _read(text, zone, now or datetime.now().astimezone())
    except (ValueError, OverflowError):
        return None


def shown(moment: str | None, zone: tzinfo | None) -> str:
    """A stored moment as it is edited: `2026-03-01 09:30` in that zone; as it is when it cannot be read."""
    if not moment:
        return ""
    try:
        return moments.read(moment).astimezone(zone).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return moment


def _read(text: str, zone: tzinfo | None, now: datetime) -> str | None:
    found = _TYPED.fullmatch(text)
    if found is None or not text:
        return None
    here = now.astimezone(zone)
    word = (found["date"] or "today").lower()
    if word in ("today", "tomorrow"):
        day_typed = here.date() + timedelta(days=word == "tomorrow")
    else:
        year, month, day = map(int, word.split("-"))
        day_typed = date(year, month, day)
    clock = time(int(found["hour"] or 0), int(found["minute"] or 0))
    local = datetime.combine(day_typed, clock)
    return moments.write(local.replace(tzinfo=zone) if zone else local.astimezone())
