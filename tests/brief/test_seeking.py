"""Finding: what counts as the same, and that it is found at its exact place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefdesk.brief.inline import parse
from briefdesk.brief.seeking import BadPattern, Sought, put

LETTERS = "aA'’“\" \u00a0é\u0301ﬁﬂi😀👩\u200d👧\u00adß한ᄒ"


def found(words: str, text: str, **options: bool) -> list[str]:
    return [text[span.start : span.end] for span in Sought(words, **options).spans(text)]


def test_case_makes_no_difference_unless_it_is_to():
    assert found("Model", "model Model MODEL") == ["model", "Model", "MODEL"]
    assert found("Model", "model Model MODEL", case=True) == ["Model"]


def test_straight_and_curly_quotes_find_each_other():
    assert found("don't", "They don’t") == ["don’t"]
    assert found("“so”", 'it is "so"') == ['"so"']


def test_a_no_break_space_is_a_blank():
    assert found("96 %", "96\u00a0% and 96\u202f%") == ["96\u00a0%", "96\u202f%"]


def test_composed_and_decomposed_letters_find_each_other_and_a_bare_one_finds_neither():
    assert found("é", "cafe\u0301") == ["e\u0301"]
    assert found("e", "cafe\u0301") == []


def test_a_part_of_a_character_is_not_found():
    assert found("👩", "👩\u200d👧 👩") == ["👩"]
    assert found("f", "ﬁ") == []
    assert found("fi", "ﬁsh") == ["ﬁ"]


def test_what_is_found_behind_an_emoji_is_in_its_place():
    (span,) = Sought("teh").spans("😀👩\u200d👧 teh")
    assert span == (5, 8)


def test_whole_words_end_where_words_end():
    assert found("art", "art start art’s artist", whole=True) == ["art", "art"]


@given(
    st.text(alphabet=LETTERS, max_size=24), st.text(alphabet=LETTERS, min_size=1, max_size=3), st.booleans()
)
def test_what_is_found_is_the_same_as_what_was_sought(text: str, words: str, case: bool):
    def form(each: str) -> str:
        plain = unicodedata.normalize("NFKC", each.replace("\u00ad", ""))
        plain = plain.translate({0x2019: "'", 0x201C: '"'})
        return plain if case else unicodedata.normalize("NFKC", plain.casefold())

    for span in Sought(words, case=case).spans(text):
        assert form(text[span.start : span.end]) == form(words)


@given(st.text(alphabet=LETTERS, max_size=10), st.text(alphabet="xyz", min_size=2, max_size=4))
def test_a_word_among_others_is_always_found(around: str, word: str):
    text = f"{around} {word} {around}"
    assert [text[s.start : s.end] for s in Sought(word).spans(text)] == [word]


def test_groups_of_a_pattern_keep_their_quotes():
    sought = Sought(r"(\w+)'s (?P<what>\w+)", pattern=True)
    text = "Anna’s model"
    assert sought.replaced(text, sought.spans(text), r"the \g<what> of \1") == "the model of Anna"


def test_a_group_that_is_not_there_is_told():
    sought = Sought("a", pattern=True)
    with pytest.raises(BadPattern, match="no group 2"):
        sought.replaced("a", sought.spans("a"), r"\2")


def test_what_is_no_expression_is_told():
    with pytest.raises(BadPattern, match="Not a regular expression"):
        Sought("(", pattern=True)


def test_an_endless_expression_is_stopped_and_not_tried_again():
    sought = Sought(r"(a|aa)+$", pattern=True)
    for _ in range(2):
        with pytest.raises(BadPattern, match="too long"):
            sought.spans("a" * 60 + "b")


def test_the_address_of_a_link_is_found_only_by_an_address():
    text = "[model](https://a.org/model)"
    assert Sought("model").spans(text, inline=True) == ((1, 6),)
    assert Sought("a.org/model").spans(text, inline=True) == ((16, 27),)


def test_a_replacement_does_not_make_or_break_a_mark():
    sought = Sought("praise")
    text = "[praise](https://a.org) and praise"
    assert sought.replaced(text, sought.spans(text), "", inline=True) == "[praise](https://a.org) and "


@given(st.text(alphabet="ab*_`[]() ", max_size=20))
def test_plain_words_leave_all_marks_as_they_are(text: str):
    sought = Sought("a")
    after = sought.replaced(text, sought.spans(text, inline=True), "xy", inline=True)
    assert [run.marks for run in parse(after)] == [run.marks for run in parse(text)]


def test_words_are_put_from_left_to_right():
    sought = Sought("a")
    assert put("banana", tuple((s, "oo") for s in sought.spans("banana"))) == "boonoonoo"
