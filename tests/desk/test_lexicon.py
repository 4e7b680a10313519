"""A dictionary: what it knows, what it takes for a name, and files that are none."""

import pytest

from briefdesk.brief.errors import KnownError
from briefdesk.desk.dictionaries import available, name_for, own_folder, read
from briefdesk.desk.lexicon import Lexicon
from briefdesk.paths import resources
from tests.desk.dictionary import make


@pytest.fixture
def lexicon() -> Lexicon:
    make()
    return read("en_US", available())


@pytest.mark.parametrize("word", ["model", "rules", "model's", "Model", "don't"])
def test_words_of_the_dictionary_are_known(lexicon: Lexicon, word: str):
    assert lexicon.knows(word)


@pytest.mark.parametrize("word", ["teh", "modle", "dont", "Goverment", "Governmnet"])
def test_slips_are_not_known(lexicon: Lexicon, word: str):
    assert not lexicon.knows(word)


@pytest.mark.parametrize("word", ["Fitzgibbon", "Hamid", "Łódź", "Привет"])
def test_names_and_other_scripts_are_left_alone(lexicon: Lexicon, word: str):
    assert lexicon.knows(word)


def test_what_was_meant_comes_first_and_six_are_enough(lexicon: Lexicon):
    found = lexicon.suggest("teh")
    assert found[0] == "the"
    assert len(found) <= 6


def test_a_dictionary_without_its_other_file_is_told_in_one_line():
    make("sv")
    (own_folder() / "sv.aff").unlink()
    with pytest.raises(KnownError) as told:
        read("sv", available())
    assert "sv.aff is missing" in str(told.value)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("junk", [b"\xff\xfe\x00 no dictionary", b"", b"1\n"])
def test_a_file_that_is_no_dictionary_is_told_in_one_line(junk: bytes):
    make("sv")
    (own_folder() / "sv.dic").write_bytes(junk)
    with pytest.raises(KnownError) as told:
        read("sv", available())
    assert "sv is not used" in str(told.value)


def test_english_is_american_unless_it_is_set_otherwise():
    names = available()
    assert name_for("en", names) == "en_US"
    assert name_for("en", names, "en_GB") == "en_GB"
    assert name_for("en-US", names, "en_GB") == "en_US"
    assert name_for("en-AU", names) == "en_GB"


def test_another_language_has_a_dictionary_when_the_user_brings_one():
    assert name_for("de", available()) is None
    make("de_AT")
    make("de_DE")
    assert name_for("de", available()) == "de_DE"
    assert name_for("de-AT", available()) == "de_AT"
    assert name_for("de-CH", available()) == "de_DE"


def test_a_dictionary_of_the_users_goes_before_ours():
    make("en_GB")
    assert available()["en_GB"].parent == own_folder()
    assert available()["en_US"].parent == resources() / "dictionaries"


@pytest.mark.parametrize(("name", "other"), [("en_US", "colour"), ("en_GB", "color")])
def test_the_dictionaries_that_are_shipped_can_be_read(name: str, other: str):
    shipped = Lexicon.read(resources() / "dictionaries" / name)
    assert shipped.knows("internationally")
    assert not shipped.knows(other)
    assert shipped.suggest("definately")[0] == "definitely"
