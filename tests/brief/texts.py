"""Texts and briefs for property tests: characters that upset parsers, and whole briefs of them."""

import unicodedata
from datetime import UTC
from typing import Any

from hypothesis import strategies as st

from briefdesk.brief.interchange import from_json
from briefdesk.brief.model import Brief

PARTS = (
    *(
        "plain words",
        "“curly” — dash",
        "<b>&amp; tag</b>",
        "<script>alert(1)</script>",
        "{{ x }} {% y %}",
        "a | b",
    ),
    *(
        "2026. A year",
        "- dash",
        "# hash",
        "'q' \"q\"",
        "日本語",
        "العربية",
        "👩‍👩‍👧 é",
        "\u00a0nbsp",
        "line\u2028sep",
    ),
    *(
        "a\u2029b",
        "back\\slash",
        "under_score_d",
        "5 * 3",
        "[x](y)",
        "https://e.example/a_b?c=d&e",
        "yes",
        "null",
    ),
    *(
        ": colon",
        "---",
        "trailing\\",
        "`tick`",
        "In brief",
        "Terms in this brief",
        "More briefs",
        "a  b",
        "~~s~~",
    ),
    *(
        "Read full story at X →",
        "1) x",
        "\\*",
        "&#42;",
        "![i](https://e.org)",
        "#tag",
        "@name",
        ":smile:",
        "$x$",
    ),
    *("www.e.org", "\ttab"),
)
MARKED = (
    "**bold**",
    "*it*",
    "[l](https://e.org/x)",
    "`co*de`",
    "***b***",
    "**x** *y*",
    "[*a*](https://e.org/(b))",
)
_MARKS_AND_LETTERS = (
    *(
        "*",
        "**",
        "_",
        "__",
        "***",
        "`",
        "``",
        "a",
        "b",
        '"',
        ".",
        "é",
        "日",
        "\\",
        "!",
        "[",
        "]",
        "(",
        ")",
        " ",
    ),
    *("](https://e.org)", "](https://f.org/(x))", "](<https://g.org/a(b>)", "](/r)", '](https://h.org "t")'),
)

_CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
_MARKS = "*_`[]()\\!<>&# \"'-.a1é日\u00a0"


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


anything = st.text(max_size=40)
"""Any text at all, but lone surrogates."""

marks = st.text(alphabet=_MARKS, max_size=24)
"""Texts that are made of marks and what stands beside them."""

markdown = st.lists(st.sampled_from(_MARKS_AND_LETTERS), max_size=18).map("".join)
"""Inline Markdown, well and badly formed."""

words = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(" ".join)
lines = st.one_of(
    words, st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_CONTROLS), max_size=20)
).map(_normal)
"""One-line texts that a brief may hold, in NFC."""

inlines = st.lists(st.sampled_from(PARTS + MARKED), max_size=4).map(" ".join).map(_normal)
paragraphs = st.lists(lines, max_size=3).map("\n".join).map(_normal)
moments = st.datetimes(timezones=st.just(UTC)).map(
    lambda moment: moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
)
unknown = st.recursive(
    st.none() | st.booleans() | st.integers() | lines,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(lines, inner, max_size=2),
    max_leaves=4,
)


def _object(fields: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    known = st.fixed_dictionaries({}, optional=fields)
    extra = st.dictionaries(st.sampled_from(["x_new", "extra", "X"]), unknown, max_size=1)
    return st.builds(lambda a, b: {**b, **a}, known, extra)


documents = _object(
    {
        "schema": st.just("briefdesk/brief/1"),
        "id": st.from_regex(r"\A[A-Za-z0-9_-]{0,64}\Z"),
        "language": st.sampled_from(["en", "de", "ar", "zh-Hant", ""]),
        "bullets": st.lists(lines | inlines, max_size=4),
        "terms": st.lists(_object({"term": lines, "definition": paragraphs}), max_size=2),
        "source": _object(dict.fromkeys(("url", "publisher", "title", "citation"), lines)),
        "related": st.lists(
            _object({"id": lines, "headline": lines, "summary": paragraphs, "url": lines}), max_size=2
        ),
        "image": _object({"file": lines, "alt": lines, "decorative": st.booleans(), "credit": lines}),
        "tags": st.lists(lines, max_size=3),
        "layout": _object({"name": lines, "vars": st.dictionaries(lines, unknown, max_size=2)}),
        "status": st.sampled_from(["draft", "review", "ready", "published"]),
        **dict.fromkeys(("slug", "kicker", "headline", "short_headline", "byline", "timezone"), lines),
        **dict.fromkeys(("summary", "description", "notes", "correction"), paragraphs),
        **{
            name: st.none() | moments
            for name in ("planned_for", "embargo_until", "publish_at", "published_at")
        },
        **{name: moments | st.just("") for name in ("created_at", "updated_at")},
    }
)
"""JSON objects that are briefs, with any of the keys left out and unknown ones in between."""

briefs: st.SearchStrategy[Brief] = documents.map(from_json)
