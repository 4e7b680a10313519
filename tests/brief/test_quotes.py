"""What a typesetter would put for what was typed, key by key."""

import pytest

from briefdesk.brief.quotes import better


def typed(keys: str, language: str = "en") -> str:
    """What stands there after these keys."""
    text = ""
    for key in keys:
        text += key
        if found := better(text, language):
            text = text[: -found.back] + found.words
    return text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "a “b” (“c”) –“d”"),
        ("en-GB", "a “b” (“c”) –“d”"),
        ("de", "a „b“ („c“) –„d“"),
        ("de-CH", "a «b» («c») –«d»"),
        ("fr", "a «\u202fb\u202f» («\u202fc\u202f») –«\u202fd\u202f»"),
        ("sv", "a ”b” (”c”) –”d”"),
        ("nb", "a «b» («c») –«d»"),
        ("pl", "a „b” („c”) –„d”"),
        ("ja", "a 「b」 (「c」) –「d」"),
        ("xx", "a “b” (“c”) –“d”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(language: str, expected: str) -> None:
    assert typed('a "b" ("c") --"d"', language) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("\"She said 'no', didn't she\"", "“She said ‘no’, didn’t she”"),
        ("'no'", "‘no’"),
        ("Maini et al., '25 and class of ('23)", "Maini et al., ’25 and class of (’23)"),
        ("the 1990's", "the 1990’s"),
        ("5'10\" tall", "5′10″ tall"),
        ('"in 2023"', "“in 2023”"),
        ("writers' room", "writers’ room"),
        ("a--b---c", "a–b—c"),
        ("wait...", "wait…"),
        ("a-b - c", "a-b - c"),
        ("https://e.org/a--b...'x\"", "https://e.org/a--b...'x\""),
        ("www.e.org/a--b", "www.e.org/a--b"),
        ("<!--", "<!--"),
        ("3.14...", "3.14…"),
    ],
)
def test_apostrophes_primes_and_dashes(keys: str, expected: str) -> None:
    assert typed(keys) == expected


def test_a_french_writer_may_type_the_blanks_inside() -> None:
    assert typed('dit "oui "', "fr") == "dit «\u202foui\u202f»"


def test_swedish_marks_close_where_they_open() -> None:
    assert typed("\"det's 'ja'\"", "sv") == "”det’s ’ja’”"
