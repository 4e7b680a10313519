"""What is to be said of a definition."""

from briefdesk.brief.hygiene import Fault, is_circular, remarks

LONG = "word " * 46
GOOD = "A list of criteria by which the work of somebody is judged."


def bad(term: str, definition: str, others: int = 0) -> dict[Fault, int]:
    found = remarks(term, definition, {"erp": "ERP"}, others=others)
    return {each.fault: each.number for each in found if not each.well}


def test_a_good_definition_is_well():
    assert bad("rubric", GOOD) == {}


def test_no_definition_is_told_alone():
    assert bad("rubric", "  ") == {Fault.MISSING: 0}


def test_too_long_too_short_and_too_many_sentences():
    assert bad("rubric", LONG) == {Fault.LENGTH: 46}
    assert Fault.LENGTH in bad("rubric", "A list.")
    assert Fault.LENGTH in bad("rubric", "One two three four. Five six seven. Eight nine ten. Eleven twelve.")


def test_a_term_may_be_named_in_the_first_words_only():
    assert not is_circular("rubric", "A rubric is a list of criteria for judging.")
    assert is_circular("rubric", "A list of criteria as in all rubrics of schools.")
    assert is_circular("large language model (LLM)", "A program that is what we call an LLM.")


def test_words_that_nobody_explains_are_told():
    found = remarks("rubric", f"{GOOD} It uses a PBX and an ERP.", {"erp": "ERP"})
    assert next(each for each in found if each.fault is Fault.UNDEFINED).words == ("PBX",)


def test_other_wordings_contradict():
    assert bad("rubric", GOOD, others=2) == {Fault.CONTRADICTS: 2}
