"""Finding terms in bullets."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief import mentions as module
from briefdesk.brief.mentions import Mentions, mentions


def found(terms: list[str], *texts: str) -> list[str]:
    finder = Mentions(terms)
    return [text[each.start : each.end] for text in texts for each in finder.first_in(text)]


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
        ("company", "two companies merged", "companies"),
        ("hypothesis", "three hypotheses", "hypotheses"),
        ("large language models", "a large language model", "large language model"),
        ("LLM", "many LLMs", "LLMs"),
        ("LLM", "the LLM’s answer", "LLM’s"),
        ("zero-day", "a zero day", "zero day"),
        ("zero day", "a zero\u2011day bug", "zero\u2011day"),
        ("tax inversion", "TAX INVERSIONS, they say", "TAX INVERSIONS"),
        ("boxes", "the boxes’ lids", "boxes"),
        ("large language model (LLM)", "an LLM", "LLM"),
        ("large language model (LLM)", "a large language model", "large language model"),
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
        ("LLM", "an llm"),
        ("alignment", "see https://example.org/alignment and x@alignment.org"),
        ("alignment", "see www.alignment.org or example.org/alignment"),
        ("gas", "a gasp, gaseous"),
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


def test_code_and_links_of_a_source_hold_no_mention():
    source = "`cat` and [the cat](https://e.example/cat), then a cat"
    (mention,) = Mentions(["cat"]).first_in_source(source)
    assert source[mention.start :] == "cat"


def test_a_term_that_is_passed_over_is_not_found():
    assert [each.term for each in Mentions(["cat", "dog"], without=(0,)).first_in("cat dog")] == [1]


def test_every_mention_of_one_term_is_found():
    assert mentions("cat", "a cat, cats and e.org/cat") == [(2, 5), (7, 11)]


WORDS = st.text(st.sampled_from("aAiI sSkKſKİıéß-’'e 中X1"), max_size=7)
TEXTS = st.lists(st.one_of(WORDS, st.just(" "), st.just("-")), max_size=12).map("".join)


@given(terms=st.lists(WORDS, max_size=5), texts=st.lists(TEXTS, max_size=3))
def test_terms_are_found_as_one_pattern_of_all_of_them_finds_them(terms: list[str], texts: list[str]):
    sought = module._sought(terms)
    whole = re.compile("|".join(f"({module._alternative(each.term)})" for each in sought) or "(?!)")
    left = {each.number for each in sought}
    expected: list[tuple[int, int, int]] = []
    for text in texts:
        for place in whole.finditer(text):
            number = sought[(place.lastindex or 0) - 1].number
            if number in left:
                left.discard(number)
                expected.append((place.start(), place.end(), number))
    finder = Mentions(terms)
    assert [tuple(each) for text in texts for each in finder.first_in(text)] == expected


def test_letters_that_count_as_others_where_capitals_do_not_are_found():
    assert found(["kiss"], "a K\u0131\u017fs".replace("K", "\u212a")) == ["\u212a\u0131\u017fs"]
