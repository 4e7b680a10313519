"""Edge cases of the form, by their numbers: characters, lengths and what is empty (7 to 15, 18, 19)."""

import pytest
from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QImage, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Term
from briefdesk.brief.wording import graphemes, sentences
from briefdesk.channels.html import HTML
from briefdesk.channels.markdown import MARKDOWN
from briefdesk.channels.txt import TXT
from tests.scenarios.writer import Writer
from tests.ui.fields.hands import BACKSPACE, CTRL, ENTER, caret, decide, paragraphs

FAMILY = "👩\u200d👩\u200d👧"


@pytest.mark.parametrize("name", ["headlineEdit", "bulletsEdit", "definitionEdit1"])
def test_case_07_a_no_break_space_typed_into_a_text_is_kept(writer: Writer, name: str) -> None:
    writer.open(headline="x", bullets=("x",), terms=(Term(term="t", definition="x"),))
    writer.at(name)
    writer.write(" 10\u00a0km 5\u202fkg\u00ad.")
    brief = writer.brief
    found = {"headlineEdit": brief.headline, "bulletsEdit": brief.bullets[0]}.get(name)
    assert (found or brief.terms[0].definition) == "x 10\u00a0km 5\u202fkg\u00ad."


def test_case_07_it_is_there_in_the_library_and_in_what_is_published(writer: Writer) -> None:
    writer.write("10\u00a0km")
    assert writer.window.desk.autosave.flush()
    assert writer.library.get(writer.brief.id).brief.headline == "10\u00a0km"
    assert "10\u00a0km" in writer.published(TXT)
    assert "10\u00a0km" in writer.published(HTML).replace("&nbsp;", "\u00a0")


def test_case_07_the_plain_text_of_qt_loses_it(qtbot: QtBot) -> None:
    naive = QPlainTextEdit("10\u00a0km")
    qtbot.addWidget(naive)
    assert naive.toPlainText() == "10 km"


def test_case_07_it_is_shown_with_the_invisibles(writer: Writer) -> None:
    def picture(text: str) -> QImage:
        writer.window.desk.session.edit("bullets", (text,))
        return bullets.viewport().grab().toImage()

    bullets = writer.at("bulletsEdit")
    writer.at("headlineEdit")
    assert picture("a\u00a0b") == picture("a b")
    writer.act("invisibles")
    assert picture("a\u00a0b") != picture("a b")


def test_case_09_half_an_emoji_is_never_stored(writer: Writer) -> None:
    writer.paste("x\ud83dy 😀")
    assert writer.brief.headline == "xy 😀"
    writer.press(BACKSPACE)
    assert writer.brief.headline == "xy "


@pytest.mark.parametrize(
    ("language", "keys", "text"),
    [
        ("en", 'He said "yes" ("no")--"so"', "He said “yes” (“no”)–“so”"),
        ("en", "'It' isn't the dogs' bone", "‘It’ isn’t the dogs’ bone"),
        ("en", "in '23 and the '90s", "in ’23 and the ’90s"),
        ("en", "6'2\" tall", "6′2″ tall"),
        ("de", 'Er sagte "ja".', "Er sagte „ja“."),
        ("fr", 'Il dit "oui".', "Il dit «\u202foui\u202f»."),
        ("sv", 'Han sa "ja".', "Han sa ”ja”."),
    ],
)
def test_case_10_typed_quotes_are_those_of_the_language(
    writer: Writer, language: str, keys: str, text: str
) -> None:
    writer.open(headline="", bullets=("",), language=language)
    writer.at("bulletsEdit")
    writer.write(keys)
    assert writer.brief.bullets == (text,)


def test_case_10_one_undo_gives_the_typed_character_back(writer: Writer) -> None:
    writer.write('"')
    assert writer.brief.headline == "“"
    writer.undo()
    assert writer.brief.headline == '"'
    writer.write("a")
    assert writer.brief.headline == '"a'


@pytest.mark.parametrize("text", ['https://a.org/it\'s?q="x"', '`it\'s "x" -- y`', "[x](it's"])
def test_case_10_addresses_and_code_are_left_alone(writer: Writer, text: str) -> None:
    writer.at("bulletsEdit")
    writer.write(text)
    assert writer.brief.bullets == (text,)


@pytest.mark.parametrize("name", ["headlineEdit", "bulletsEdit"])
def test_case_11_what_is_typed_or_pasted_is_stored_in_normal_form_c(writer: Writer, name: str) -> None:
    widget = writer.at(name)
    writer.paste("e\u0301te\u0301")
    decide(widget, "a\u030a")
    assert paragraphs(widget) == ["étéå"]


def test_case_11_search_and_likeness_put_case_and_forms_aside(writer: Writer) -> None:
    id = writer.open(headline="Ｅｔｅ ﬁnal", terms=(Term(term="ﬁne", definition="Rules."),))
    assert [hit.id for hit in writer.library.search("final")] == [id]
    writer.at("termEdit2")
    writer.write("FINE")
    writer.press(ENTER)
    assert len(writer.brief.terms) == 1
    assert writer.brief.headline == "Ｅｔｅ ﬁnal"


def test_case_12_a_family_is_one_character_and_nothing_is_ever_cut(writer: Writer) -> None:
    text = FAMILY + "é🇬🇧क्षि"
    assert graphemes(text) == 4
    writer.paste(text + "x" * 80)
    assert writer.brief.headline == text + "x" * 80
    assert writer.note("headline").startswith("84 / 65, 19 too many")


def test_case_12_the_limit_of_a_line_of_qt_cuts_a_family_apart(qtbot: QtBot) -> None:
    naive = QLineEdit()
    qtbot.addWidget(naive)
    naive.setMaxLength(2)
    naive.setText(FAMILY)
    assert naive.text() != FAMILY


def test_case_13_marks_stand_where_they_should_behind_emoji(writer: Writer) -> None:
    writer.open(bullets=("😀😀 rain and 😀 snow",), terms=(Term(term="snow", definition="Ice."),))
    bullets = writer.at("bulletsEdit")
    start = paragraphs(bullets)[0].index("snow") + 3  # Qt counts each emoji before it twice
    writer.at("bulletsEdit", 0, start, start + 4)
    assert bullets.textCursor().selectedText() == "snow"
    writer.press(Qt.Key.Key_B, CTRL)
    assert writer.brief.bullets == ("😀😀 rain and 😀 **snow**",)
    assert bullets.textCursor().selectedText() == "snow"


def test_case_14_a_joiner_that_lost_its_emoji_is_not_kept(writer: Writer) -> None:
    writer.at("bulletsEdit")
    writer.paste("Sue " + FAMILY)
    writer.press(BACKSPACE)
    writer.at("headlineEdit")
    assert writer.brief.bullets[0].startswith("Sue")
    assert not writer.brief.bullets[0].endswith("\u200d")
    assert writer.window.desk.autosave.flush()
    assert writer.library.get(writer.brief.id).brief.bullets == writer.brief.bullets


def test_case_15_abbreviations_end_no_sentence() -> None:
    text = "Smith et al., ’25 and Dr. Smith of the U.S. say 9.6 is fine. So be it."
    assert len(sentences(text)) == 2
    naive = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    found = 0
    while naive.toNextBoundary() >= 0:
        found += 1
    assert found > 2


LONG = "It rains in Oslo, says Dr. Smith of the U.S. office. " + "It rains " * 40 + "and pours."


def test_case_18_a_long_bullet_is_split_at_its_sentences(writer: Writer) -> None:
    writer.open(bullets=(LONG, "Snow."))
    before = writer.brief
    writer.at("bulletsEdit", 0, 3)
    writer.press(Qt.Key.Key_Period, CTRL)
    assert writer.brief.bullets[0] == "It rains in Oslo, says Dr. Smith of the U.S. office."
    assert (len(writer.brief.bullets), writer.brief.bullets[2]) == (3, "Snow.")
    writer.undo()
    assert writer.brief.bullets == before.bullets


def test_case_18_a_word_without_end_is_wrapped_anywhere(writer: Writer) -> None:
    bullets = writer.at("bulletsEdit")
    one = bullets.height()
    writer.paste("x" * 300)
    assert bullets.wordWrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    assert bullets.document().firstBlock().layout().lineCount() > 2
    assert bullets.height() > one
    assert bullets.document().idealWidth() <= bullets.viewport().width()
    assert "overflow-wrap: anywhere" in writer.published(HTML)


def test_case_19_an_empty_bullet_is_not_counted_and_not_exported(writer: Writer) -> None:
    writer.open(headline="Rain", bullets=("One.", "Two."))
    writer.at("bulletsEdit", 0)
    writer.press(ENTER)
    writer.write(" ")
    assert writer.brief.bullets == ("One.", " ", "Two.")
    assert writer.note("bullets").startswith("2 bullets")
    assert writer.published(HTML).count('<li dir="auto">') == 2
    assert writer.published(MARKDOWN).count("\n- ") == 2


def test_case_19_it_is_kept_while_the_bullets_are_written(writer: Writer) -> None:
    writer.open(headline="Rain", bullets=("One.", "Two."))
    bullets = writer.at("bulletsEdit", 0)
    writer.press(ENTER)
    assert writer.window.desk.autosave.flush()
    assert writer.brief.bullets == ("One.", "", "Two.")
    assert caret(bullets) == (1, 0)
    writer.at("headlineEdit")
    assert writer.brief.bullets == ("One.", "Two.")
    writer.undo()
    assert writer.brief.bullets == ("One.", "", "Two.")
