"""The front matter of a Markdown file, as YAML or TOML that every site generator reads alike."""

import json
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from briefdesk.brief.model import Brief, Status
from briefdesk.layouts.dates import dated, exact

Dialect = Literal["yaml", "toml"]

# `{` for template languages that run before YAML is read; the rest end lines, are unprintable to some reader.
_UNSAFE: Final = {ord(char): f"\\u{ord(char):04x}" for char in "{\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff"}
_FENCES: Final = {"yaml": ("---", ": "), "toml": ("+++", " = ")}

Value = str | bool | Sequence[str]


class Moment(str):
    """A date and time that is written without quotes, so that generators read it as a date."""

    __slots__ = ()


def front_matter(brief: Brief) -> dict[str, Value]:
    """The keys and values of a brief's front matter, in order; empty ones left out.

    `date` is when it was or is to be published, else when it was made. The summary stands in for a
    missing description. Draft is what the desk has not finished: draft and review.
    """
    values: dict[str, Value] = {
        "title": brief.headline,
        "slug": brief.slug,
        "date": Moment(dated(brief)),
        "lastmod": Moment(exact(brief.updated_at)),
        "lang": brief.language,
        "tags": tuple(tag for tag in brief.tags if tag.strip()),
        "author": brief.byline,
        "source": brief.source.url,
        "publisher": brief.source.publisher,
        "source_title": brief.source.title,
        "citation": brief.source.citation,
        "description": brief.description or brief.summary,
        "summary": brief.summary,
        "kicker": brief.kicker,
        "short_headline": brief.short_headline,
        "correction": brief.correction,
        "draft": brief.status in {Status.DRAFT, Status.REVIEW},
    }
    return {name: value for name, value in values.items() if value}


def written(values: Mapping[str, Value], dialect: Dialect) -> str:
    """Front matter with its fences, ending in a line feed."""
    fence, equals = _FENCES[dialect]
    lines = [f"{name}{equals}{_spelled(value)}" for name, value in values.items()]
    return "\n".join([fence, *lines, fence, ""])


def quoted(text: str) -> str:
    """A text as a JSON string that is also a YAML 1.1, YAML 1.2 and TOML string."""
    return json.dumps(text, ensure_ascii=False).translate(_UNSAFE)


def _spelled(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Moment):
        return value
    if isinstance(value, str):
        return quoted(value)
    return f"[{', '.join(map(quoted, value))}]"
