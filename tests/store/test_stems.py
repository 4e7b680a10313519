"""Stems: the same as those of the search index, for any text."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from briefdesk.store import stems as module
from briefdesk.store.indexed import joined, parted, words
from briefdesk.store.schema import INDEX_DDL
from briefdesk.store.stems import Stems


def test_words_become_the_stems_of_the_index():
    with Stems() as stems:
        assert stems.of("Studies, studied; the ETHICS of naïve Café’s 日本") == {
            *("studi", "the", "ethic", "of", "naiv", "cafe", "s", "日本"),
        }
        assert stems.by_word(["used", "us", "it’s"]) == {"used": ("us",), "us": ("us",), "it’s": ("it", "s")}


def test_the_tokenizer_is_that_of_the_index():
    assert "tokenize='porter unicode61 remove_diacritics 2'" in INDEX_DDL[0]


# NUL ends a text for SQLite; no text of a brief holds one.
KNOWN = st.characters(exclude_categories=["Cs"], exclude_characters="\0")


@given(text=st.text(KNOWN, max_size=60))
def test_a_text_has_the_same_stems_as_in_the_index(text: str):
    text = parted(text)
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, row)")
    connection.execute("INSERT INTO t VALUES (?)", (text,))
    indexed = {row[0] for row in connection.execute("SELECT term FROM v")}
    connection.close()
    with Stems() as stems:
        assert stems.of(text) == indexed


LINES = st.lists(st.text(KNOWN, max_size=30), max_size=6).map("\n".join)


@given(old=LINES, new=LINES)
def test_what_a_change_brings_and_takes_is_what_the_texts_differ_by(old: str, new: str):
    with Stems() as stems:
        came, went = stems.change(parted(old), parted(new))
        before, after = stems.of(parted(old)), stems.of(parted(new))
    assert (came, went) == (after - before, before - after)


def test_a_stem_that_stands_in_another_line_too_stays():
    with Stems() as stems:
        assert stems.change("one\ntwo", "ones\ntwo three") == ({"three"}, set())
        assert stems.change("one\ntwo one", "two one") == (set(), set())


def test_what_is_remembered_has_an_end(monkeypatch):
    monkeypatch.setattr(module, "_REMEMBERED", 10)
    monkeypatch.setattr(module, "_LINES", 10)
    with Stems() as stems:
        for start in range(0, 100, 7):
            text = " ".join(f"word{number}" for number in range(start, start + 7))
            assert len(stems.of(text)) == 7
        assert len(stems._known) <= 10
        assert len(stems._lines) <= 10


@given(text=st.text(max_size=40))
def test_parting_and_joining_give_the_text_back(text: str):
    text = joined(text)
    assert joined(parted(text)) == text


def test_words_are_found_in_any_script():
    assert words("it’s gpt-4 naïve e\u0301te\u0301 _x_ 日本") == [
        "it",
        "s",
        "gpt",
        "4",
        "naïve",
        "e\u0301te\u0301",
        "x",
        "日本",
    ]
