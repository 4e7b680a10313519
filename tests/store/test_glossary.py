"""The house glossary: every wording ever used, where it is used, and what is settled about it."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefdesk.brief.model import Brief, Term
from briefdesk.store.library import Library
from briefdesk.store.records import Entry


@pytest.fixture
def library(path: Path):
    with Library.open(path) as made:
        yield made


def brief(id: str, *terms: tuple[str, str]) -> Brief:
    return Brief(id=id, headline=id, terms=tuple(Term(term=t, definition=d) for t, d in terms))


def one(library: Library, query: str = "") -> Entry:
    (found,) = library.terms.listed(query)
    return found


def test_a_definition_is_known_with_the_briefs_that_have_it(library: Library):
    library.save(brief("a" * 18, ("Rubrics", "A list of rules.")))
    library.save(brief("b" * 18, ("rubric", "A list of rules.")))
    library.save(brief("c" * 18, ("rubric", "Rules.")))
    found = one(library)
    assert (found.key, found.term, found.uses, found.wordings) == ("rubric", "rubric", 3, 2)
    first, second = library.terms.wordings("RUBRIC")
    assert first.text == "Rules."
    assert [use.id for use in second.uses] == ["b" * 18, "a" * 18]
    assert library.terms.briefs_with("rubric") == ["c" * 18, "b" * 18, "a" * 18]


def test_what_was_only_typed_on_is_not_known(library: Library):
    for text in ("A", "A li", "A list."):
        library.save(brief("a" * 18, ("rubric", text)))
    assert [each.text for each in library.terms.wordings("rubric")] == ["A list."]
    library.save(brief("a" * 18))
    assert library.terms.listed() == []


def test_what_stood_at_a_pause_is_known_for_good(library: Library):
    library.save(brief("a" * 18, ("rubric", "Rules.")))
    library.cut_revision("a" * 18, "pause")
    library.save(brief("a" * 18))
    assert (one(library).uses, one(library).definition) == (0, "Rules.")


def test_a_brief_in_the_trash_is_no_use(library: Library):
    library.save(brief("a" * 18, ("rubric", "Rules.")))
    library.trash("a" * 18)
    assert one(library).uses == 0
    assert library.terms.briefs_with("rubric") == []
    assert library.terms.wordings("rubric")[0].uses == ()
    assert library.terms.forget("rubric") is False
    library.untrash("a" * 18)
    assert one(library).uses == 1


def test_the_house_wording_comes_first(library: Library):
    library.save(brief("a" * 18, ("rubric", "Old.")))
    library.save(brief("b" * 18, ("rubric", "New.")))
    assert library.terms.wordings("rubric")[0].text == "New."
    library.terms.choose("rubrics", "Old.")
    assert [(each.text, each.is_house) for each in library.terms.wordings("rubric")] == [
        ("Old.", True),
        ("New.", False),
    ]
    assert (one(library).definition, one(library).is_house) == ("Old.", True)
    library.terms.unchoose("rubric")
    assert not one(library).is_house


def test_a_term_that_is_used_and_not_defined_is_listed(library: Library):
    library.save(brief("a" * 18, ("rubric", "")))
    assert (one(library).uses, one(library).wordings, one(library).definition) == (1, 0, "")
    assert library.terms.wordings("rubric") == []
    assert library.terms.names() == {}


def test_terms_are_found_by_spelling_and_by_wording(library: Library):
    library.save(brief("a" * 18, ("rubric", "A list."), ("Ünicode", "Letters.")))
    assert [each.term for each in library.terms.listed("ünic")] == ["Ünicode"]
    assert [each.term for each in library.terms.listed("LIST a")] == ["rubric"]
    assert library.terms.listed("nothing") == []
    assert len(library.terms.listed(limit=1)) == 1


def test_merged_terms_count_as_one_until_they_are_parted(library: Library):
    library.save(brief("a" * 18, ("ARR", "A method.")))
    library.save(brief("b" * 18, ("Auto-Rubric", "The method.")))
    library.terms.merge("ARR", "Auto-Rubric")
    found = one(library)
    assert (found.term, found.uses, found.wordings, found.also) == ("Auto-Rubric", 2, 2, ("ARR",))
    assert {each.text for each in library.terms.wordings("ARR")} == {"A method.", "The method."}
    assert library.terms.names() == {"arr": "Auto-Rubric", "auto rubric": "Auto-Rubric"}
    library.terms.part("ARR")
    assert len(library.terms.listed()) == 2


def test_a_wording_in_use_is_not_forgotten(library: Library):
    library.save(brief("a" * 18, ("rubric", "Rules.")))
    library.terms.add_wordings([("rubric", "Spare.")])
    assert library.terms.forget("rubric", "Rules.") is False
    assert library.terms.forget("rubric", "Spare.") is True
    assert [each.text for each in library.terms.wordings("rubric")] == ["Rules."]


def test_an_unused_term_is_forgotten_whole(library: Library):
    assert (
        library.terms.add_wordings([("rubric", "Rules."), ("rubrics", "Rules."), ("", "x"), ("y", " ")]) == 1
    )
    assert one(library).is_house
    assert library.terms.forget("rubric") is True
    assert library.terms.listed() == []
    assert library.house("wording") == {}


def test_words_are_counted_over_the_library(library: Library):
    library.save(Brief(headline="Botnets grow"))
    library.save(Brief(headline="A botnet falls"))
    assert library.word_counts(["botnet", "peptide"]) == (2, {"botnet": 2, "peptide": 0})


def test_a_glossary_out_of_step_is_told_and_mended(library: Library, path: Path):
    import sqlite3

    library.save(brief("a" * 18, ("rubric", "Rules.")))
    assert library.verify() == []
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM definition_uses")
        connection.execute("INSERT INTO definition_uses VALUES (1, 'odd', 'x')")
    connection.close()
    assert any("glossary" in each for each in library.verify(repair=True))
    assert library.verify() == []
    assert one(library).uses == 1


def test_a_rename_keeps_the_state_before(library: Library):
    library.save(brief("a" * 18, ("rubric", "Rules.")))
    library.save(replace(brief("a" * 18, ("rules", "Rules."))), cut="rename")
    assert [each.reason for each in library.revisions("a" * 18)] == ["rename", "before rename"]
