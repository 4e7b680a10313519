"""What can be put right without a person: the few findings whose repair is beyond doubt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefdesk.brief.model import Brief
from briefdesk.checks.finding import Finding


@dataclass(frozen=True, slots=True)
class Fix:
    """The new value of a field, and the place in it."""

    field: str
    value: object
    row: int = -1
    part: str = ""


def fix_for(finding: Finding, brief: Brief) -> Fix | None:
    """The repair of a finding in the brief as it is now, or `None` where a person has to write.

    Repaired are a line break in the headline and the full stop behind it (H1), and double spaces and
    doubled words (W5): there is one way to do it and no word of the writer is lost.
    """
    text = _text(finding, brief)
    if text is None or finding.span is None:
        return None
    start, end = finding.span
    passage = text[start:end]
    if finding.criterion == "H1" and passage and passage in "\n\u2028\u2029":
        put = " "
    elif finding.criterion == "H1" and passage in (".", "。", "．", "।", "۔"):
        put = ""
    elif finding.criterion == "W5" and len(passage) > 1 and not passage.strip(" "):
        put = " "
    elif finding.criterion == "W5" and _is_doubled(passage):
        put = passage.split()[0]
    else:
        return None
    return _with_text(finding, brief, text[:start] + put + text[end:])


def _is_doubled(passage: str) -> bool:
    words = passage.split()
    return len(words) == 2 and words[0].lower() == words[1].lower()


def _text(finding: Finding, brief: Brief) -> str | None:
    """The text that a finding is about, as it is stored."""
    value = getattr(brief, finding.field, None)
    if finding.index is not None:
        if not isinstance(value, Sequence) or not 0 <= finding.index < len(value):
            return None
        value = value[finding.index]
    if finding.part:
        value = getattr(value, finding.part, None)
    return value if isinstance(value, str) else None


def _with_text(finding: Finding, brief: Brief, text: str) -> Fix:
    value = getattr(brief, finding.field)
    if finding.index is None:
        made = replace(value, **{finding.part: text}) if finding.part else text
        return Fix(finding.field, made, part=finding.part)
    assert isinstance(value, tuple)
    rows = list(value)
    row = rows[finding.index]
    rows[finding.index] = replace(row, **{finding.part: text}) if finding.part else text
    return Fix(finding.field, tuple(rows), finding.index, finding.part)
