"""Edge cases of the form, by their numbers: characters, scripts and input methods (7 to 19)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QAction, QTextOption
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Source, Term
from briefdesk.brief.wording import graphemes, sentences
from briefdesk.channels.html import HTML
from briefdesk.channels.markdown import MARKDOWN
from briefdesk.channels.txt import TXT
from briefdesk.store.library import Library
from tests.scenarios.writer import Writer
from tests.ui.fields.hands import BACKSPACE, CTRL, ENTER, caret, compose, decide, paragraphs, shown

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
    def picture(text: str) -> bytes:
        writer.window.desk.session.edit("bullets", (text,))
        return bytes(bullets.viewport().grab().toImage().constBits())

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


Act = Callable[[Writer, str], None]


def switch(writer: Writer, other: str) -> None:
    writer.window.open_brief(other)


def save(writer: Writer, _other: str) -> None:
    writer.window.desk.session.edit("byline", "x")
    assert writer.window.desk.autosave.flush()


def undo(writer: Writer, _other: str) -> None:
    writer.window.desk.session.edit("byline", "x")
    writer.window.findChild(QAction, "action-undo").trigger()


@pytest.mark.parametrize("act", [switch, save, undo])
@pytest.mark.parametrize("name", ["headlineEdit", "bulletsEdit"])
def test_case_16_what_is_composed_outlives_a_switch_a_save_and_an_undo(
    writer: Writer, name: str, act: Act
) -> None:
    other = writer.library.save(Brief(headline="雪")).brief.id
    id = writer.open(headline="天気", bullets=("天気",))
    compose(writer.at(name), "よほう")
    act(writer, other)
    writer.focus.clearFocus()
    writer.window.open_brief(id)
    brief = writer.brief
    assert (brief.headline if name == "headlineEdit" else brief.bullets[0]) == "天気よほう"


def test_case_16_what_is_composed_is_in_the_library_after_the_window_was_closed(writer: Writer) -> None:
    id = writer.open(headline="天気")
    path = writer.library.path
    compose(writer.at("headlineEdit"), "よほう")
    writer.window.close()
    with Library.open(path) as library:
        assert library.get(id).brief.headline == "天気よほう"


def test_case_16_the_text_of_qt_loses_what_is_composed_when_it_is_set(qtbot: QtBot) -> None:
    naive = QPlainTextEdit("天気")
    shown(qtbot, naive)
    naive.setFocus()
    compose(naive, "よほう")
    assert "よほう" not in naive.toPlainText()
    naive.setPlainText("天気 ")
    naive.clearFocus()
    assert "よほう" not in naive.toPlainText()


def test_case_16_enter_that_confirms_a_candidate_does_not_split(writer: Writer) -> None:
    writer.open(bullets=("雨",))
    compose(writer.at("bulletsEdit"), "よほう")
    writer.press(ENTER)
    assert writer.brief.bullets == ("雨よほう",)


def test_case_16_a_term_is_defined_only_when_the_composition_is_done(writer: Writer) -> None:
    writer.open(bullets=("",))
    compose(writer.at("bulletsEdit"), "codec")
    writer.press(Qt.Key.Key_T, CTRL)
    assert writer.brief.bullets == ("codec",)
    assert [each.term for each in writer.brief.terms] == ["codec"]


def test_case_17_a_text_turns_with_its_first_strong_letter(writer: Writer) -> None:
    def is_right(widget: QTextEdit) -> bool:
        return widget.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft

    for name in ("headlineEdit", "bulletsEdit"):
        widget = writer.at(name)
        writer.write("مطر 12")
        assert is_right(widget), name
        widget.selectAll()
        writer.write("rain")
        assert not is_right(widget), name


def test_case_17_the_published_page_turns_too(writer: Writer) -> None:
    writer.open(
        headline="مطر",
        bullets=("مطر في أوسلو",),
        language="ar",
        terms=(Term(term="مطر", definition="ماء"),),
        source=Source(url="https://a.org/x", publisher="BBC 24"),
    )
    page = writer.published(HTML)
    for element in ("h1", "li", "dd"):
        assert f'<{element} dir="auto">' in page
    assert 'lang="ar"' in page
    assert "←" in page
    assert "→" not in page
    assert '<span data-field="publisher" dir="auto">BBC 24</span>' in page


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
