"""Briefs that the tests of layouts and channels share, and how random ones are made."""

import json
import unicodedata
from pathlib import Path

from hypothesis import strategies as st

from briefdesk.brief.inline import Run, merged, plain
from briefdesk.brief.interchange import from_json
from briefdesk.brief.model import Brief, Related, Source, Term

GOLDEN = Path(__file__).parents[1] / "golden"
SAMPLES = ("sample", "marked", "hostile", "arabic", "bare")


def golden_brief(name: str) -> Brief:
    return from_json(json.loads((GOLDEN / f"{name}.brief.json").read_text(encoding="utf-8")))


SAMPLE = golden_brief("sample")
MARKED = golden_brief("marked")
HOSTILE = golden_brief("hostile")

_TRICKY = list("ab1 2.-+=#>!~:?%|*_`[](){}<>&\\\"'^$@/cw\t\u00a0\u2028\u3000é日€👩\u200d\ufeff–“")
_TRICKY += ["www.", "(c)", "--", "...", "{{", "{%", "1. ", "a) ", ":x:", "  ", "&amp;", "```", "</script>"]
_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=3)
_CHUNKS = st.one_of(st.sampled_from(_TRICKY), _WORDS)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _filled(text: str) -> bool:
    return bool(text.strip())


def _seen_or_empty(source: str) -> bool:
    """No reader tells blanks alone from nothing."""
    return not source or _filled(plain(source))


LINES = st.lists(_CHUNKS, max_size=5).map("".join).map(_nfc)
PARAGRAPHS = st.lists(st.one_of(_CHUNKS, st.just("\n")), max_size=6).map("".join).map(_nfc)
_MARKS = st.sampled_from(
    ["**b**", "*i*", "`c`", "[l](https://e.example/a_b?c=d&e=f)", "a*b*c", " *x*, ", "**a *b***"]
)
INLINE = st.lists(st.one_of(_CHUNKS, _MARKS), max_size=5).map("".join).map(_nfc)
_ADDRESSES = st.sampled_from(
    ["", "https://e.example/x?a=1&b=%20x", "https://e.example/ü_(1)", "https://é.example"]
)

RUNS = st.lists(
    st.builds(
        Run,
        st.lists(st.one_of(_CHUNKS, st.just("\n")), min_size=1, max_size=4).map("".join).map(_nfc),
        strong=st.booleans(),
        emphasis=st.booleans(),
        code=st.sampled_from([False, False, True]),
        href=st.sampled_from(["", "", "https://e.example/a_b?c=d&e=f", "http://e.example/(a)*'b'~1$@#f"]),
    ),
    min_size=1,
    max_size=5,
).map(merged)

BRIEFS = st.builds(
    Brief,
    headline=LINES.filter(_filled),
    kicker=LINES,
    short_headline=LINES,
    bullets=st.lists(INLINE.filter(_filled), min_size=1, max_size=3).map(tuple),
    terms=st.lists(
        st.builds(Term, term=LINES.filter(_filled), definition=INLINE.filter(_seen_or_empty)), max_size=2
    ).map(tuple),
    source=st.builds(Source, url=_ADDRESSES, publisher=LINES.filter(_filled), title=LINES, citation=LINES),
    summary=PARAGRAPHS,
    related=st.lists(
        st.builds(
            Related,
            headline=LINES.filter(_filled),
            summary=st.one_of(st.just(""), PARAGRAPHS.filter(_filled)),
            url=_ADDRESSES,
        ),
        max_size=2,
    ).map(tuple),
    tags=st.lists(LINES.filter(_filled), max_size=2).map(tuple),
    byline=LINES,
    correction=st.one_of(st.just(""), PARAGRAPHS.filter(_filled)),
    slug=st.sampled_from(["a-b", "c"]),
    language=st.sampled_from(["en", "ar", "de-AT"]),
)
