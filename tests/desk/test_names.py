"""Names: words that are right because the newsroom writes them."""

from pathlib import Path

from briefdesk.brief.model import Brief, Source, Term
from briefdesk.desk.names import is_among, own_names, read_names
from briefdesk.store.library import Library


def test_a_library_teaches_terms_publishers_and_names_that_it_has_twice(tmp_path: Path):
    with Library.open(tmp_path / "x.briefdesk") as library:
        library.save(Brief(id="one", headline="Zyphrion wins", terms=(Term(term="pretraining"),)))
        library.save(Brief(id="two", headline="Zyphrion and Onceler lose", source=Source(publisher="Qarx")))
        library.save(Brief(id="own", headline="Goverment"))
        library.save(Brief(id="four", headline="Goverment"))
        names = read_names(library).without("own")
    assert {"Zyphrion", "pretraining", "Qarx"} <= names
    assert not names & {"Onceler", "Goverment", "and"}


def test_trashed_briefs_teach_nothing(tmp_path: Path):
    with Library.open(tmp_path / "x.briefdesk") as library:
        library.save(Brief(id="one", terms=(Term(term="pretraining"),)))
        library.trash("one")
        assert read_names(library).without("") == frozenset()


def test_a_name_that_stands_twice_in_a_brief_is_one():
    brief = Brief(headline="Qarx wins", bullets=("Onceler lost", "**Qarx’s** day"), tags=("moonshot",))
    assert own_names(brief) == {"Qarx", "moonshot"}


def test_possessives_plurals_and_capitals_of_a_word_are_among_it():
    names = frozenset({"pretraining", "Qarx"})
    assert all(is_among(each, names) for each in ("Pretraining", "pretraining's", "Qarx's", "pretrainings"))
    assert not is_among("qarx", names)
