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


# Characters that SQLite's tables of letters know, which are older than Python's.
KNOWN = st.characters(max_codepoint=0x24FF, categories=["Lu", "Ll", "Lo", "Nd", "Zs", "Po", "Pd", "Sm"])


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
        assert stems.of(text) <= indexed


def test_what_is_remembered_has_an_end(monkeypatch):
    monkeypatch.setattr(module, "_REMEMBERED", 10)
    with Stems() as stems:
        for start in range(0, 100, 7):
            text = " ".join(f"word{number}" for number in range(start, start + 7))
            assert len(stems.of(text)) == 7
        assert len(stems._known) <= 10
        assert len(stems._texts) <= module._TEXTS


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
