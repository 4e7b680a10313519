"""Slugs and file names: short, ASCII, safe on every system."""

import re
import unicodedata

import pytest
from hypothesis import given

from briefdesk.brief.slug import MAX_BYTES, fallback_slug, file_stem, is_made_from, make_slug
from tests.brief import texts

ID = "01jd8yq3kz7m2c4v6x"


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Anthropic Embraces Alignment Pretraining", "anthropic-embraces-alignment-pretraining"),
        ("AI之年：对齐预训练", "ai-zhi-nian-dui-qi-yu-xun-lian"),
        ("Привет, мир", "privet-mir"),
        ("Don’t panic & don't run", "dont-panic-and-dont-run"),
        ("Naïve café — “x”", "naive-cafe-x"),
        ("1,300% more in 2025", "1-300-percent-more-in-2025"),
        ("  --  spaced_out  --  ", "spaced-out"),
        ("😀 🎉", ""),
        ("…", ""),
        ("", ""),
        ("C++ vs. C#", "c-vs-c"),
    ],
)
def test_a_slug_is_made_of_the_words_of_the_headline(headline: str, slug: str) -> None:
    assert make_slug(headline) == slug


def test_a_long_headline_is_cut_at_a_word() -> None:
    slug = make_slug("word " * 40)
    assert slug == "-".join(["word"] * 16)
    assert len(slug) <= MAX_BYTES
    assert make_slug("x" * 200) == "x" * MAX_BYTES


@given(texts.anything | texts.words)
def test_a_slug_is_ascii_in_hyphens_and_never_too_long(headline: str) -> None:
    slug = make_slug(headline)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= MAX_BYTES
    assert make_slug(slug) == slug


def test_without_words_the_slug_is_date_and_short_id() -> None:
    assert fallback_slug("2026-03-01T09:30:00.125Z", ID) == "2026-03-01-2c4v6x"[:10] + "-" + ID[-6:]
    assert fallback_slug("", ID) == ID[-6:]
    assert fallback_slug("", "___") == "brief"


def test_a_slug_is_automatic_while_it_is_the_headlines_own() -> None:
    assert is_made_from("a-b", "A b")
    assert is_made_from("a-b-2", "A b")
    assert is_made_from("a-b-17", "A b")
    assert not is_made_from("a-b-1", "A b")
    assert not is_made_from("a-b-x", "A b")
    assert not is_made_from("a", "A b")
    assert not is_made_from("2026-01-01-abc123", "😀")
    assert is_made_from("top-10", "Top 10")


_RESERVED = (
    "con",
    "PRN",
    "aux",
    "nul",
    "com1",
    "COM9",
    "lpt3",
    "com¹",
    "conin$",
    "index",
    "robots",
    "Desktop",
)


@pytest.mark.parametrize("name", _RESERVED)
def test_names_that_a_system_keeps_for_itself_are_given_an_ending(name: str) -> None:
    for slug in (name, name.lower(), f"{name}.txt"):
        assert file_stem(slug, ID).endswith(ID[-6:])


@given(texts.anything | texts.words)
def test_a_file_name_is_safe_for_any_slug(slug: str) -> None:
    stem = file_stem(slug, ID)
    assert re.fullmatch(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9])?", stem), stem
    assert len(stem.encode()) <= 100
    assert unicodedata.normalize("NFKC", stem).casefold() == stem
    assert not re.match(r"(con|prn|aux|nul|com\d|lpt\d|conin|conout|clock)(\.|$)", stem)


@given(texts.words)
def test_an_automatic_slug_is_its_own_file_name(headline: str) -> None:
    slug = make_slug(headline)
    if slug:
        assert file_stem(slug, ID) == slug or file_stem(slug, ID) == f"{slug}-{ID[-6:]}"
