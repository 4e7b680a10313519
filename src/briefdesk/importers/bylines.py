"""The small lines around an article: who wrote it, when, and how long it takes to read."""

import re
from typing import Final, NamedTuple

_WORD: Final = r"[^\W\d_a-z][\w.’'-]*"
_SMALL: Final = r"(?:de|da|di|del|der|den|van|von|bin|al|la|le|y)"
_NAME: Final = rf"{_WORD}(?:\s+(?:{_SMALL}\s+){{0,3}}{_WORD}){{0,5}}"
_NAMES: Final = rf"{_NAME}(?:(?:\s*,\s*|\s+(?:and|&)\s+)(?:and\s+)?{_NAME}){{0,4}}"
_ROLE: Final = (
    r"(?:[\w’'&.-]+\s+){0,4}(?i:writer|reporter|editor|correspondent|columnist|contributor|journalist|staff|"
    r"producer|analyst|critic|chief|bureau|news|desk|agency)(?:\s+[\w’'&.-]+){0,4}"
)
_BY = re.compile(rf"(?:By|BY|by|Written by|Words by|Story by)[:\s]\s*(?P<name>{_NAMES}(?:\s*,\s*{_ROLE})?)")
_NAMED = re.compile(rf"(?P<name>{_NAME})\s*,\s*{_ROLE}")

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY: Final = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATE: Final = (
    rf"(?:{_WEEKDAY}(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\.?\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}))"
)
_CLOCK: Final = (
    r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)(?:\s*\(?[A-Za-z]{2,5}\)?)?"
)
_AGO: Final = (
    r"(?:(?:\d+|an?|one|two|three|few)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?\s+ago"
    r"|just now)"
)
_WHEN: Final = rf"(?:{_DATE}(?:(?:\s*,|\s+at|\s+T)?\s*{_CLOCK})?|{_CLOCK}\s*,?\s*{_DATE}|{_AGO})"
_TOLD: Final = (
    r"(?:first\s+|last\s+)?(?:published|updated|posted|modified|released|edited)"
    r"(?:\s+(?:on|at))?\s*:?\s*"
)
_DATED = re.compile(
    rf"(?i)(?:{_TOLD})?{_WHEN}|{_TOLD}(?:{_CLOCK}|yesterday|today|(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}))"
)
_READ = re.compile(
    r"(?i)(?:about\s+)?\d{1,3}\s*[-–]?\s*min(?:ute)?s?\.?\s+(?:to\s+)?read|read(?:ing)?\s+time:?\s+\d{1,3}\s*min(?:ute)?s?"
)
_JOINT = re.compile(r"\s*[|·•]\s*|\s+[–—-]\s+|\s*\n\s*")
_DATE_BEHIND = re.compile(rf"(?i)(?P<first>.+?)\s*,?\s+(?P<when>(?:{_TOLD})?{_WHEN})")
_LONGEST: Final = 160


class SmallLine(NamedTuple):
    """What a small line tells: the name in it, "" where it only tells a date or how long one reads."""

    byline: str = ""


def small_line(text: str) -> SmallLine | None:
    """Read a line such as "By Jane Doe | Nov 24, 2026 | 5 min read"; None for a line of the text."""
    line = text.strip(" \t\u00a0()[]*_")
    if not line or len(line) > _LONGEST:
        return None
    behind = _DATE_BEHIND.fullmatch(line)
    if behind and not _is_dated(line) and (found := small_line(behind["first"])):
        return found
    names: list[str] = []
    for part in filter(None, _JOINT.split(line)):
        if _is_dated(part):
            continue
        found = _BY.fullmatch(part) or _NAMED.fullmatch(part)
        if found is None:
            return None
        names.append(" ".join(found["name"].split()))
    return SmallLine(names[0] if names else "")


def _is_dated(part: str) -> bool:
    return (_DATED.fullmatch(part) or _READ.fullmatch(part)) is not None
