"""Counts, sentences and the reading grade, held to what was measured on the sample page."""

import pytest
from hypothesis import given

from briefdesk.brief.inline import escape
from briefdesk.brief.model import Brief, Related, Term
from briefdesk.brief.syllables import syllables
from briefdesk.brief.wording import (
    brief_words,
    graphemes,
    reading_grade,
    reading_seconds,
    sentences,
    word_count,
    words,
)
from briefdesk.paths import resources
from tests.brief import texts


def sample() -> Brief:
    """The brief of the sample page, taken apart by its line numbers."""
    lines = (resources() / "samples" / "brief-page.txt").read_text(encoding="utf-8").split("\n")
    return Brief(
        headline=lines[0],
        bullets=tuple(escape(line[2:]) for line in lines[2:9]),
        terms=(Term(term=lines[10][2:], definition=escape(lines[11][2:])),),
        related=tuple(
            Related(headline=a, summary=b) for a, b in zip(lines[14::2], lines[15::2], strict=False)
        ),
    )


def test_the_sample_is_counted_as_the_rubric_measured_it() -> None:
    brief = sample()
    counts = [word_count(bullet) for bullet in brief.bullets]
    assert counts == [19, 19, 20, 32, 18, 14, 26]
    assert brief_words(brief) == 148
    assert word_count(brief.terms[0].definition) == 51
    assert [word_count(entry.summary) for entry in brief.related] == [86, 61, 109, 163, 195]
    assert [len(sentences(bullet)) for bullet in brief.bullets] == [1] * 7
    assert round(148 / 7, 1) == 21.1
    assert graphemes(brief.headline) == 65
    assert reading_grade(brief) == 13.9


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("👩‍👩‍👧", 1),
        ("é", 1),
        ("e\u0301", 1),
        ("🇬🇧", 1),
        ("क्षि", 1),
        ("abc", 3),
        ("", 0),
        ("a👍🏽b", 3),
        ("한국", 2),
    ],
)
def test_graphemes_are_what_a_person_counts(text: str, count: int) -> None:
    assert graphemes(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("human-like “x” — y – z", ["human-like", "x", "y", "z"]),
        ("9.6 $2,700 ’23 1,300%", ["9.6", "$2,700", "’23", "1,300%"]),
        ("don’t -- stop", ["don’t", "stop"]),
        ("日本語 ok", ["日", "本", "語", "ok"]),
        ("… - * & —", []),
        ("a/b c_d e@f.org", ["a/b", "c_d", "e@f.org"]),
        ("line\u2028break\u00a0here", ["line", "break", "here"]),
        ("", []),
    ],
)
def test_words_are_what_a_person_counts(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "See Korbak et al., ’23 and Maini et al. ’25.",
        "Dr. Smith met J. R. Jones and Prof. Li.",
        "The U.S. Senate voted on No. 5 at 9.6 out of 10.",
        "It was Jan. 5 vs. Feb. 6, approx. 30 days, e.g. a month, i.e. long.",
        "He said “Stop. Now.” loudly",
        "Version 2.0.1 of example.org is out",
        "Yahoo! bought it",
        "She left at 5 p.m. for home",
    ],
)
def test_a_point_that_ends_nothing_ends_no_sentence(text: str) -> None:
    if "“Stop" in text:
        assert len(sentences(text)) <= 2
    else:
        assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three? Four…", ["One.", "Two!", "Three?", "Four…"]),
        ("It passed. 43% agree.", ["It passed.", "43% agree."]),
        ("No. That is wrong.", ["No.", "That is wrong."]),
        ("“Quote.” He said.", ["“Quote.”", "He said."]),
        ("He works at Acme Inc. She left.", ["He works at Acme Inc.", "She left."]),
        ("日本語。次の文！", ["日本語。", "次の文！"]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("It grew in the U.S. by half. Then it fell.", ["It grew in the U.S. by half.", "Then it fell."]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_end_where_they_end(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@given(texts.anything | texts.paragraphs)
def test_sentences_hold_every_word(text: str) -> None:
    joined = "".join("".join(part.split()) for part in sentences(text))
    assert joined == "".join(text.split())


@given(texts.anything)
def test_counts_never_fail(text: str) -> None:
    assert 0 <= graphemes(text) <= len(text)
    assert all(syllables(word) >= 1 for word in words(text))


def test_marks_are_not_counted() -> None:
    assert brief_words(Brief(bullets=("**two** [words](https://e.org/a_b)", ""))) == 2


def test_a_short_brief_has_no_grade() -> None:
    assert reading_grade(Brief(headline="Short", bullets=("Too short to tell.",))) is None


def test_reading_takes_a_minute_for_230_words() -> None:
    assert reading_seconds(Brief(headline="word " * 230)) == 60


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("AI", 2), ("LLM", 3), ("technique", 2), ("guidelines", 2), ("advancement", 3), ("people", 2)),
        *(("called", 1), ("started", 2), ("changes", 2), ("roles", 1), ("examples", 3), ("scenarios", 4)),
        *(("behavior", 3), ("situations", 4), ("the", 1), ("are", 1), ("’23", 2), ("2,700", 3), ("café", 2)),
    ],
)
def test_syllables_of_common_words(word: str, count: int) -> None:
    assert syllables(word) == count
