"""A brief after a small edit: only what is another value than before is checked and written anew."""

import json
from dataclasses import dataclass, replace
from typing import Final

from briefdesk.brief.interchange import SCHEMA, from_json, json_value, names_of, read_fields, to_json
from briefdesk.brief.model import Brief

_NAMES: Final = names_of(Brief)
_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Checked:
    """A brief as it was asked for, and as it would come back from its JSON."""

    asked: Brief
    brief: Brief


@dataclass(frozen=True, slots=True)
class Spelled:
    """A brief with the JSON of each of its fields."""

    brief: Brief
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The same as `dumps` gives of the brief."""
        return f"{{{','.join(self.parts)}}}"


def checked(brief: Brief, last: Checked | None = None) -> Checked:
    """Check a brief: texts in NFC, every field allowed. What it shares with `last` is not looked at again.

    Raises:
        InvalidBrief: it could be written but never be read again.
    """
    if last is None or brief.extra is not last.asked.extra:
        return Checked(brief, from_json(to_json(brief)))
    changed = [name for name in _NAMES if getattr(brief, name) is not getattr(last.asked, name)]
    values = {name: json_value(getattr(brief, name)) for name in changed}
    return Checked(brief, replace(last.brief, **read_fields(values, changed)))


def spelled(brief: Brief, last: Spelled | None = None) -> Spelled:
    """Write a checked brief as JSON. What it shares with `last` is taken from there."""
    parts = [f'"schema":"{SCHEMA}"']
    for place, name in enumerate(_NAMES, 1):
        value = getattr(brief, name)
        if last is not None and value is getattr(last.brief, name):
            parts.append(last.parts[place])
        else:
            parts.append(f'"{name}":{_encoded(json_value(value))}')
    if brief.extra:
        parts.append(_encoded(brief.extra)[1:-1])
    return Spelled(brief, tuple(parts))
