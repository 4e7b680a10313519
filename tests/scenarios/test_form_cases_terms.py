"""Edge cases of the form, by their numbers: terms (25 to 28)."""

import re

import pytest
from PySide6.QtCore import Qt

from briefdesk.brief.model import Brief, Term
from briefdesk.channels.html import HTML
from briefdesk.checks import check
from tests.scenarios.writer import Writer
from tests.ui.fields.hands import BACKSPACE, CTRL, ENTER, TAB


def linked(writer: Writer) -> list[tuple[str, str]]:
    """What leads to a definition on the published page: the words, and to which."""
    return re.findall(r'<a class="term" href="#(term-\d+)">([^<]*)</a>', writer.published(HTML))


def terms(*names: str) -> tuple[Term, ...]:
    return tuple(Term(term=name, definition="Something quite different.") for name in names)


MENTIONED = (
    ("alignment pretraining", "Alignment pretraining is alignment.", "Alignment pretraining"),
    ("model", "Remodelling a model.", "model"),
    ("model", "MODEL models.", "MODEL"),
    ("AI", "They said ai of the AI's.", "AI's"),
    ("language model", "The language-models’ share.", "language-models"),
    ("reward-hacking", "No reward hacking.", "reward hacking"),
    ("boss", "The boss’s bosses.", "boss’s"),
    ("对齐", "我们研究对齐预训练", "对齐"),
    ("example", "See https://a.org/example or example.org/x, for example.", "example"),
    ("rain", "[rain](https://a.org/) and `rain` and rain", "rain"),
    ("story of an hour", "“The Story of an Hour” is read.", "Story of an Hour"),
)


def test_case_25_the_first_mention_of_a_term_is_linked(writer: Writer) -> None:
    for named, bullet, words in MENTIONED:
        writer.open(headline="H", bullets=(bullet, bullet), terms=terms(named))
        assert linked(writer) == [("term-1", words)], named


def test_case_25_the_longest_term_comes_first(writer: Writer) -> None:
    bullets = ("Alignment pretraining is alignment.",)
    writer.open(headline="H", bullets=bullets, terms=terms("alignment", "alignment pretraining"))
    assert linked(writer) == [("term-2", "Alignment pretraining"), ("term-1", "alignment")]


def test_case_25_the_link_follows_the_keys(writer: Writer) -> None:
    writer.open(headline="H", bullets=("Snow fallx",), terms=terms("snow fall"))
    assert linked(writer) == []
    writer.at("bulletsEdit")
    writer.press(BACKSPACE)
    assert linked(writer) == [("term-1", "Snow fall")]


DOUBLES = (
    ("rubric", "Rubrics", ENTER),
    ("rubric", "ＲＵＢＲＩＣ", TAB),
    ("large language model", "LLM", ENTER),
    ("LLM", "large language models", TAB),
    ("reward hacking", "reward-hacking", ENTER),
)


def test_case_26_a_double_leads_to_the_row_that_is_there(writer: Writer) -> None:
    for there, typed, key in DOUBLES:
        writer.open(headline="H", terms=terms(there))
        writer.at("termEdit2")
        writer.write(typed)
        writer.press(key)
        assert writer.brief.terms == terms(there), typed
        assert writer.focus.objectName() == "definitionEdit1"
        assert f"“{there}” is a term already: here it is" in writer.notice()


def test_case_26_another_wording_of_the_library_is_shown_and_mine_can_be_the_one_of_the_house(
    writer: Writer,
) -> None:
    for headline in ("Old", "Older"):
        writer.library.save(Brief(headline=headline, terms=(Term(term="rubric", definition="Theirs."),)))
    writer.open(headline="H", terms=(Term(term="rubric", definition="Mine."),))
    writer.at("definitionEdit1")
    writer.qtbot.waitUntil(lambda: "“Theirs.”" in writer.about_term())
    writer.click("Make this the house wording")
    writer.qtbot.waitUntil(lambda: writer.library.terms.wordings("rubric")[0].text == "Mine.")
    assert writer.brief.terms[0].definition == "Mine."


def test_case_26_the_wording_of_the_house_can_be_taken_as_one_step(writer: Writer) -> None:
    writer.library.save(Brief(headline="Old", terms=(Term(term="rubric", definition="Theirs."),)))
    writer.open(headline="H", terms=(Term(term="rubric", definition="Mine."),))
    writer.at("definitionEdit1")
    writer.qtbot.waitUntil(lambda: "“Theirs.”" in writer.about_term())
    writer.click("Use it")
    assert writer.brief.terms[0].definition == "Theirs."
    writer.undo()
    assert writer.brief.terms[0].definition == "Mine."


def test_case_27_a_term_that_nobody_mentions_is_a_warning_and_no_error(writer: Writer) -> None:
    writer.open(headline="H", bullets=("Rain.",), terms=terms("snow"))
    writer.qtbot.waitUntil(lambda: "“snow” is not mentioned" in writer.note("terms"))
    found = [each for each in check(writer.brief).findings if each.field == "terms"]
    assert found
    assert all(each.level != "must" for each in found)


@pytest.mark.parametrize("answer", ["Rename to “odd matters”", "Keep"])
def test_case_27_a_renamed_mention_offers_to_rename_its_term(writer: Writer, answer: str) -> None:
    writer.open(headline="H", bullets=("It stops odd things now.",), terms=terms("odd things"))
    writer.at("bulletsEdit", 0, 13, 19)
    writer.write("matters")
    writer.qtbot.waitUntil(lambda: writer.about_term().startswith("“odd things” no longer appears"))
    writer.click(answer)
    assert writer.brief.terms == terms("odd things" if answer == "Keep" else "odd matters")
    assert writer.about_term() == ""
    if answer != "Keep":
        writer.press(TAB)
        writer.at("definitionEdit1")
        writer.undo()
        assert writer.brief.terms == terms("odd things")


@pytest.mark.parametrize(
    ("definition", "is_circular"),
    [("A rubric is a list of rules for marking.", False), ("A list that people call a rubric.", True)],
)
def test_case_28_a_definition_may_name_its_term_only_in_its_first_words(
    writer: Writer, definition: str, is_circular: bool
) -> None:
    writer.open(headline="H", bullets=("A rubric.",), terms=())
    writer.at("termEdit1")
    writer.write("rubric")
    writer.press(TAB)
    writer.write(definition)
    writer.qtbot.waitUntil(lambda: "1 defined" in writer.note("terms"))
    writer.qtbot.waitUntil(lambda: ("explained by itself" in writer.note("terms")) is is_circular)
    assert ("explains “rubric” by itself" in writer.about_term()) is is_circular


def test_case_28_definitions_lead_to_each_other_and_never_to_themselves(writer: Writer) -> None:
    writer.open(
        headline="H",
        terms=(
            Term(term="rain", definition="Water, as snow is rain."),
            Term(term="snow", definition="Frozen rain."),
        ),
    )
    assert linked(writer) == [("term-2", "snow"), ("term-1", "rain")]


def test_case_25_a_term_defined_from_a_bullet_is_linked_there(writer: Writer) -> None:
    writer.open(headline="H", bullets=("It stops reward hacking now.",))
    writer.at("bulletsEdit", 0, 9, 23)
    writer.press(Qt.Key.Key_T, CTRL)
    writer.write("Cheating at a score.")
    assert linked(writer) == [("term-1", "reward hacking")]
