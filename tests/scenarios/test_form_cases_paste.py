"""Edge cases of the form, by their numbers: what is pasted (1 to 8, 20)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefdesk.paths import resources
from tests.scenarios.writer import Writer
from tests.ui.fields.hands import CTRL, SHIFT, paragraphs
from tests.ui.fields.hands import paste as paste_into
from tests.ui.fields.test_clipboard import DOCS, DOCS_TEXT, MAIL, WORD, WORD_TEXT

V, ESC = Qt.Key.Key_V, Qt.Key.Key_Escape


@pytest.mark.parametrize("html", ["", WORD])
def test_case_01_a_list_from_word_loses_its_bullets(writer: Writer, html: str) -> None:
    writer.at("bulletsEdit")
    writer.paste(WORD_TEXT, html)
    bold = "a **bold** word" if html else "a bold word"
    assert writer.brief.bullets == (f"First point with {bold}", "Second")


def test_case_01_qt_itself_leaves_the_bullets_of_word_in_the_text() -> None:
    document = QTextDocument()
    document.setHtml(WORD)
    assert document.toPlainText().startswith("·")


def test_case_01_letters_and_numbers_before_a_tab_are_marks_too(writer: Writer) -> None:
    writer.at("bulletsEdit")
    writer.paste("o\tOne\n3.\tTwo\n4)\tThree\n–\tFour")
    assert writer.brief.bullets == ("One", "Two", "Three", "Four")


@pytest.mark.parametrize("text", ["2026. A good year", "-5 degrees in Oslo", "- not a list of one"])
def test_case_01_a_number_or_dash_that_belongs_to_the_text_stays(writer: Writer, text: str) -> None:
    writer.at("bulletsEdit")
    writer.paste(text)
    assert writer.brief.bullets == (text,)


def test_case_02_a_soft_break_in_a_list_from_google_docs_stays_in_its_item(writer: Writer) -> None:
    writer.at("bulletsEdit")
    writer.paste(DOCS_TEXT, DOCS)
    assert writer.brief.bullets == ("Alpha", "**Beta** *soft*")


def test_case_03_lines_are_put_in_around_the_caret_and_blank_ones_are_left_out(writer: Writer) -> None:
    writer.open(headline="Rain", bullets=("Rain in Oslo",))
    before = writer.brief
    writer.at("bulletsEdit", place=5)
    writer.paste("one\n\n two \nthree ")
    assert writer.brief.bullets == ("Rain one", "two", "threein Oslo")
    writer.undo()
    assert writer.brief == before


def test_case_03_a_strip_tells_of_the_bullets_and_offers_one_instead(writer: Writer) -> None:
    writer.at("bulletsEdit")
    writer.paste("one\ntwo\nthree\nfour\nfive")
    assert writer.strip() == "Pasted as 5 bullets | Undo | Paste as one"
    writer.press(V, CTRL | SHIFT)
    assert writer.brief.bullets == ("one two three four five",)
    writer.undo()
    assert writer.brief.bullets == ()


def test_case_03_wrapped_mail_is_joined_and_its_lines_are_offered(writer: Writer) -> None:
    writer.at("bulletsEdit")
    writer.paste(MAIL)
    assert len(writer.brief.bullets) == 2
    assert "wrapped lines joined" in writer.strip()
    writer.click("Keep lines")
    assert len(writer.brief.bullets) == 5
    writer.undo()
    assert writer.brief.bullets == ()


def test_case_03_over_thirty_lines_are_asked_about_first(writer: Writer) -> None:
    writer.at("bulletsEdit")
    lines = "\n".join(f"Line {n}" for n in range(31))
    writer.paste(lines)
    assert writer.brief.bullets == ()
    assert writer.strip().startswith("Paste 31 lines as bullets?")
    writer.press(ESC)
    assert writer.strip() == ""
    writer.paste(lines)
    writer.click("Paste")
    assert len(writer.brief.bullets) == 31


def test_case_04_a_whole_page_pasted_into_an_empty_form_fills_all_of_it(writer: Writer) -> None:
    writer.paste((resources() / "samples" / "brief-page.txt").read_text("utf-8"))
    writer.qtbot.waitUntil(lambda: bool(writer.brief.headline))
    brief = writer.brief
    assert brief.headline == "Anthropic Embraces Alignment Pretraining for Safer AI Development"
    assert (len(brief.bullets), len(brief.related)) == (7, 5)
    assert [term.term for term in brief.terms] == ["alignment pretraining"]
    assert brief.source.publisher == "LessWrong"
    writer.undo()
    assert (writer.brief.headline, writer.brief.bullets, writer.brief.related) == ("", (), ())


def test_case_04_in_a_form_that_is_not_empty_a_page_is_only_lines(writer: Writer) -> None:
    writer.open(headline="Rain", bullets=("Rain.",))
    writer.at("bulletsEdit")
    writer.paste("Snow\nIn brief\n- It snows.")
    assert writer.brief.headline == "Rain"
    assert writer.brief.bullets == ("Rain.", "Snow", "In brief", "- It snows.")


BROKEN = "a\nb\r\nc\u2028d\te"


@pytest.mark.parametrize("name", ["headlineEdit", "termEdit1", "sourcePublisherEdit"])
def test_case_05_line_breaks_and_tabs_pasted_into_one_line_become_blanks(writer: Writer, name: str) -> None:
    widget = writer.at(name)
    writer.paste(BROKEN)
    assert paragraphs(widget) == ["a b c d e"]


def test_case_05_the_line_field_of_qt_would_keep_them(qtbot: QtBot) -> None:
    naive = QLineEdit()
    qtbot.addWidget(naive)
    paste_into(naive, BROKEN)
    assert naive.text() != "a b c d e"


def test_case_06_a_line_separator_makes_no_bullet_and_is_pasted_as_a_blank(writer: Writer) -> None:
    writer.open(bullets=("a\u2028b",))
    assert paragraphs(writer.at("bulletsEdit")) == ["a\u2028b"]
    writer.write("x")
    assert writer.brief.bullets == ("a\u2028bx",)
    writer.paste(" c\u2028d")
    assert writer.brief.bullets == ("a\u2028bx c d",)


def test_case_06_the_plain_text_of_qt_takes_it_for_a_line_feed(qtbot: QtBot) -> None:
    naive = QPlainTextEdit("a\u2028b")
    qtbot.addWidget(naive)
    assert naive.document().blockCount() == 1
    assert naive.toPlainText() == "a\nb"


@pytest.mark.parametrize("name", ["headlineEdit", "bulletsEdit", "summaryEdit"])
def test_case_08_control_characters_are_left_out_of_a_paste_and_it_is_said(writer: Writer, name: str) -> None:
    writer.window._shell.form.set_details_open(True)
    widget = writer.at(name)
    writer.paste("Rain\x00 in\x1b Oslo\x7f")
    assert paragraphs(widget) == ["Rain in Oslo"]
    assert "3 hidden characters were left out" in writer.notice()


def test_case_08_marks_that_turn_text_are_kept_and_warned_of(writer: Writer) -> None:
    writer.paste("Rain \u202eolsO\u202c \ufeff2066")
    assert writer.note("headline").startswith("3 hidden marks")
    assert writer.brief.headline == "Rain \u202eolsO\u202c \ufeff2066"


def test_case_20_only_bold_italic_code_and_links_outlive_a_paste(writer: Writer) -> None:
    writer.at("bulletsEdit")
    writer.paste(
        "plain",
        '<p style="color:red"><b>b</b> <i>i</i> <code>c</code> <a href="https://a.org/">l</a> <u>u</u> '
        '<sup>s</sup> <font size="7">f</font><img src="x.png"> <a href="javascript:x()">j</a></p>',
    )
    assert writer.brief.bullets == ("**b** *i* `c` [l](https://a.org/) u s f j",)


def test_case_20_bold_over_two_bullets_is_put_on_each(writer: Writer) -> None:
    writer.open(bullets=("one", "two"))
    before = writer.brief
    widget = writer.at("bulletsEdit")
    widget.selectAll()
    writer.press(Qt.Key.Key_B, CTRL)
    assert writer.brief.bullets == ("**one**", "**two**")
    writer.undo()
    assert writer.brief.bullets == before.bullets
