"""The search language: every word is quoted, and anything that is typed is a query."""

import sqlite3
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.store.places import first_of
from briefdesk.store.query import parse, wrong_dates


@pytest.fixture(scope="module")
def index():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("CREATE VIRTUAL TABLE i USING fts5(headline, text, source, aside, marks)")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "text", ["", " ", '"', "“", "*", "-", "--", "''", '""', "tag:", "before:", "before:soon", "-tag:", ":"]
)
def test_what_asks_for_nothing_is_empty(text: str):
    assert parse(text).is_empty


def test_dates_are_places_in_time():
    query = parse("after:2026-03-01 before:2026-04 x")
    assert query.first == first_of(datetime(2026, 3, 1, tzinfo=UTC))
    assert query.last == first_of(datetime(2026, 4, 1, tzinfo=UTC))
    both = parse("after:2025 after:2026 before:2027 before:2028")
    assert (both.first, both.last) == (
        first_of(datetime(2026, 1, 1, tzinfo=UTC)),
        first_of(datetime(2027, 1, 1, tzinfo=UTC)),
    )
    assert parse("after:2026-02-31").is_empty


@pytest.mark.parametrize(
    ("text", "sharp"),
    [("abc", True), ("ab", False), ("abc d", False), ("tag:x abc", True), ("日", True), ("tag:abc", False)],
)
def test_only_words_of_three_letters_are_ranked(text: str, sharp: bool):
    assert parse(text).is_sharp is sharp


PIECES = st.lists(
    st.sampled_from(
        [
            '"',
            "“",
            "-",
            ":",
            "*",
            "(",
            ")",
            "OR",
            "AND",
            "NOT",
            "NEAR(",
            "tag:",
            "status:",
            "source:",
            "before:2026",
        ]
    )
    | st.text(max_size=6),
    max_size=8,
)


@given(pieces=PIECES, glue=st.sampled_from(["", " "]))
def test_no_query_upsets_the_index(index: sqlite3.Connection, pieces: list[str], glue: str):
    query = parse(glue.join(pieces))
    for expression in (query.match, query.without):
        if expression:
            index.execute(
                "SELECT count(*) FROM i WHERE i MATCH ?", (expression.encode("utf-8", "replace").decode(),)
            ).fetchone()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("rain after:2026-13-45", ["after:2026-13-45"]),
        ("before:soon -after:2026-02-30 x", ["before:soon", "-after:2026-02-30"]),
        ('after:"yesterday" after:', ['after:"yesterday"', "after:"]),
        ("after:2026 before:2026-03 after:2026-3-1 rain", []),
    ],
)
def test_dates_that_are_none_are_told(text: str, wrong: list[str]):
    assert wrong_dates(text) == wrong
