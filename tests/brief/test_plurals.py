"""Singular and plural."""

import pytest

from briefdesk.brief.plurals import forms, plural, singular


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("model", "models"),
        ("company", "companies"),
        ("movie", "movies"),
        ("box", "boxes"),
        ("case", "cases"),
        ("database", "databases"),
        ("virus", "viruses"),
        ("clause", "clauses"),
        ("use", "uses"),
        ("church", "churches"),
        ("cache", "caches"),
        ("crisis", "crises"),
        ("hypothesis", "hypotheses"),
        ("hero", "heroes"),
        ("shoe", "shoes"),
        ("criterion", "criteria"),
        ("key", "keys"),
        ("gas", "gases"),
    ],
)
def test_one_and_many(one: str, many: str):
    assert singular(many) == one
    assert plural(one) == many
    assert singular(one) == one


@pytest.mark.parametrize("word", ["news", "class", "status", "physics", "analysis", "bus", "series", "us"])
def test_words_in_s_that_are_no_plurals_stay(word: str):
    assert singular(word) == word


def test_forms_begin_with_the_longest():
    assert forms("companies") == ("companies", "company")
