"""What texts may hold, and how a paste is brought into that form."""

import unicodedata

import pytest
from hypothesis import given

from briefdesk.brief.text import bidi_marks, cleaned, folded, forbidden_at, one_line
from tests.brief import texts


@pytest.mark.parametrize(
    "code", [*range(9), 0x0B, 0x0C, 0x0D, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xD800, 0xDFFF]
)
def test_control_characters_and_lone_surrogates_are_forbidden(code: int) -> None:
    assert forbidden_at(f"ab{chr(code)}", one_line=False) == 2
    assert forbidden_at(f"ab{chr(code)}", one_line=True) == 2


@pytest.mark.parametrize(
    "char", ["\t", "\u00a0", "\u2028", "\ufeff", "\u202e", "\u200b", "\u00ad", "\U0001f600", "\ue000"]
)
def test_everything_else_is_allowed(char: str) -> None:
    assert forbidden_at(f"a{char}", one_line=True) == -1


def test_a_line_feed_is_allowed_but_in_one_line() -> None:
    assert forbidden_at("a\nb", one_line=False) == -1
    assert forbidden_at("a\nb", one_line=True) == 1


@pytest.mark.parametrize(
    ("pasted", "text", "removed"),
    [
        ("a\r\nb\rc\x85d", "a\nb\nc\nd", 0),
        ("soft\x0bbreak\x0cpage", "soft\nbreak\npage", 0),
        ("a\x00b\x07c\ud83d", "abc", 3),
        ("cafe\u0301", "café", 0),
        ("\ufeffa\u202eb\u200b", "\ufeffa\u202eb\u200b", 0),
        ("a\tb\u00a0c\u2028d", "a\tb\u00a0c\u2028d", 0),
    ],
)
def test_a_paste_loses_what_no_text_may_hold_and_says_how_much(pasted: str, text: str, removed: int) -> None:
    assert cleaned(pasted) == (text, removed)


@given(texts.anything)
def test_a_cleaned_text_may_be_kept(text: str) -> None:
    kept, _ = cleaned(text)
    assert forbidden_at(kept, one_line=False) == -1
    assert unicodedata.is_normalized("NFC", kept)
    assert cleaned(kept) == (kept, 0)
    line = one_line(kept)
    assert forbidden_at(line, one_line=True) == -1
    assert not set(line) & set("\u2028\u2029")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb", "a b"),
        ("a  \r\n\t b", "a b"),
        ("a\u2028b\u2029c", "a b c"),
        ("a\n\n\nb", "a b"),
        ("a\n", "a"),
        ("\n\na", "a"),
        (" a  b ", " a  b "),
        ("", ""),
    ],
)
def test_a_line_break_becomes_one_space(text: str, line: str) -> None:
    assert one_line(text) == line


def test_marks_that_turn_text_are_found() -> None:
    assert bidi_marks("a\u202eb\u2066c\u200fd") == (1, 3, 5)
    assert bidi_marks("شكرا abc") == ()


def test_folding_puts_case_and_compatibility_forms_aside() -> None:
    assert folded("ＡＢＣ ﬁ Straße") == folded("abc fi STRASSE")
