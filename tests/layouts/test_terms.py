"""Finding terms in bullets."""

import pytest

from briefdesk.layouts.terms import Mentions


def found(terms: list[str], *texts: str) -> list[str]:
    mentions = Mentions(terms)
    return [text[each.start : each.end] for text in texts for each in mentions.first_in(text)]


@pytest.mark.parametrize(
    ("term", "text", "mention"),
    [
        ("alignment", "Alignment first", "Alignment"),
        ("reward model", "two reward models here", "reward models"),
        ("reward model", "the reward-model way", "reward-model"),
        ("reward-model", "the reward model way", "reward model"),
        ("company", "the company’s own", "company’s"),
        ("box", "three boxes", "boxes"),
        ("C++", "written in C++.", "C++"),
        ("预训练", "对齐预训练很重要", "预训练"),
    ],
)
def test_a_term_is_found_in_the_forms_it_takes(term: str, text: str, mention: str):
    assert found([term], text) == [mention]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("art", "start artful"),
        ("US", "for us all"),
        ("", "anything"),
        ("  ", "a  b"),
        ("model", "remodel models_x"),
    ],
)
def test_other_words_are_not_taken_for_a_term(term: str, text: str):
    assert found([term], text) == []


def test_the_longer_term_comes_first():
    assert found(["alignment", "alignment pretraining"], "alignment pretraining and alignment") == [
        "alignment pretraining",
        "alignment",
    ]


def test_only_the_first_mention_counts_across_all_texts():
    assert found(["cat"], "a cat, a cat", "cat") == ["cat"]


def test_the_same_term_twice_is_one():
    assert found(["cat", "Cat"], "cat cat") == ["cat"]
