"""Words that a reader may not know."""

import pytest

from briefdesk.brief.jargon import Kind, candidates, explained, is_misspelt, is_rare, undefined
from briefdesk.brief.lexicon import is_ordinary

HOUSE = {"reward hacking": "reward hacking", "rubric": "rubric", "arr": "ARR"}


def marked(text: str) -> list[str]:
    return [each.word for each in undefined(candidates(text, HOUSE), explained(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They use a PBX and ERP software.", ["PBX", "ERP"]),
        ("Surgery for endometriosis went well.", ["endometriosis"]),
        ("Two OEMs joined.", ["OEMs"]),
        ("It stops reward-hacking for good.", ["reward-hacking"]),
        ("Reward hacking, and rubrics.", ["Reward hacking", "rubrics"]),
        ("The ERP and the ERP again.", ["ERP"]),
        ("a codec’s inside", ["codec"]),
    ],
)
def test_acronyms_terms_of_the_house_and_odd_words_are_marked(text: str, words: list[str]):
    assert marked(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The US and the UN met the CEO at NATO.",  # known to everybody
        "Auto-Rubric as Reward (ARR) is new, and ARR works.",  # told in the same text
        "The drug EPO (a hormone) is banned.",
        "NTL, the cable company, grew.",
        "The retailer JJB grew.",
        "Shares of Vueling rose in Abertis.",  # names
        "The RCA Dome and IDC's man",
        "LONDON (Reuters) - It rained.",
        "He said “the codec is a PBX” twice.",  # in quotation marks
        "See https://codec.org/PBX and codec.com and `codec`.",
        "On Monday 2,070 carmakers met in Toulouse.",  # compounds explain themselves
        "An inujred man appologised",  # slips of the fingers
        "WORLD WAR HERO DIES",
        "King Louis XIV and item IV",
        "(Nasdaq: PSFT) rose",
        "The arr of birds is the us of it.",  # an acronym is written in capitals
    ],
)
def test_what_needs_no_explaining_is_not_marked(text: str):
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [("The firm's EBITDA rose.", "EBITDA"), ("On Monday the Irish DPC opened a case.", "DPC")],
)
def test_an_acronym_like_a_word_and_one_of_a_country_are_marked(text: str, word: str):
    assert [each.word for each in candidates(text, {})] == [word]


def test_a_place_is_counted_in_code_points():
    (found,) = candidates("👩‍👩‍👧 a codec", {})
    assert ("👩‍👩‍👧 a codec"[found.start : found.end], found.kind) == ("codec", Kind.WORD)


def test_a_term_that_is_defined_is_not_marked():
    assert undefined(candidates("An ERP.", {}), {"erp"}) == ()


@pytest.mark.parametrize("word", ["carmaker", "nonunion", "renegotiated", "sluggishness", "buses", "spyware"])
def test_ordinary_words(word: str):
    assert is_ordinary(word)


def test_a_slip_is_no_jargon_where_there_is_time_to_tell():
    assert is_misspelt("inujred")
    assert is_misspelt("wierd")
    assert is_misspelt("wrod")
    assert is_misspelt("newspapersa")
    assert candidates("He was inujred.", {}) == ()
    assert [each.word for each in candidates("He was inujred.", {}, slips=True)] == ["inujred"]
    assert not is_misspelt("seismometer")


@pytest.mark.parametrize("word", ["endometriosis", "codec", "seismometer", "arthroscopic"])
def test_words_out_of_the_ordinary(word: str):
    assert not is_ordinary(word)


def test_a_word_that_the_library_is_full_of_is_not_rare():
    assert is_rare(30, 19)
    assert is_rare(100_000, 400)
    assert not is_rare(4_000, 21)


def test_nothing_is_marked_in_nothing():
    assert candidates("", {}) == ()
