"""Edge cases of the form, by their numbers: order, undo, selections over bullets (21 to 24)."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtTest import QTest

from briefdesk.brief.model import Related, Term
from tests.scenarios.writer import Writer
from tests.ui.fields.hands import (
    ALT,
    BACKSPACE,
    CTRL,
    DELETE,
    DOWN,
    END,
    ENTER,
    HOME,
    SHIFT,
    UP,
    caret,
    copy_to_clipboard,
    paragraphs,
)
from tests.ui.fields.test_bullets import drag, place_of

LEFT_BUTTON = Qt.MouseButton.LeftButton


def test_case_21_a_drag_and_a_key_do_the_same(writer: Writer) -> None:
    writer.open(bullets=("one", "two", "three"))
    before = writer.brief
    bullets = writer.at("bulletsEdit", 0, 0)
    writer.press(DOWN, ALT)
    by_key = writer.brief.bullets
    writer.undo()
    assert writer.brief.bullets == before.bullets
    to = place_of(bullets, 1) + QPoint(0, 9)
    drag(bullets, 0, to)
    QTest.mouseRelease(bullets.viewport(), LEFT_BUTTON, pos=to)
    assert writer.brief.bullets == by_key == ("two", "one", "three")
    writer.undo()
    assert writer.brief.bullets == before.bullets


@pytest.mark.parametrize("how", ["on itself", "esc"])
def test_case_21_a_drag_that_comes_to_nothing_is_no_step(writer: Writer, how: str) -> None:
    writer.open(bullets=("one", "two", "three"))
    bullets = writer.at("bulletsEdit", 0, 0)
    to = place_of(bullets, 0 if how == "on itself" else 2) + QPoint(0, 9)
    drag(bullets, 0, to)
    if how == "esc":
        writer.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(bullets.viewport(), LEFT_BUTTON, pos=to)
    assert writer.brief.bullets == ("one", "two", "three")
    assert not writer.window.desk.session.can_undo


def test_case_21_a_screen_reader_hears_where_the_bullet_is(
    writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.open(bullets=tuple("abcdefg"))
    writer.at("bulletsEdit", 1)
    said: list[str] = []
    heard = QAccessible.updateAccessibility

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())
        heard(event)  # type: ignore[call-overload]

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    writer.press(DOWN, ALT)
    assert said == ["moved to 3 of 7"]


def test_case_22_one_undo_goes_over_all_fields_in_the_order_of_time(writer: Writer) -> None:
    writer.open(headline="H", bullets=("a", "b"), terms=(Term(term="t", definition="d"),))
    states = [writer.brief]
    for name, row in (("headlineEdit", 0), ("bulletsEdit", 1), ("definitionEdit1", 0), ("headlineEdit", 0)):
        writer.at(name, row)
        writer.write("x")
        states.append(writer.brief)
    assert writer.window.desk.autosave.flush()  # a save is no wall
    for before in reversed(states[:-1]):
        writer.undo()
        assert (writer.brief.headline, writer.brief.bullets, writer.brief.terms) == (
            before.headline,
            before.bullets,
            before.terms,
        )


def test_case_22_typing_is_joined_by_words_and_each_brief_has_its_own_line(writer: Writer) -> None:
    other = writer.open(headline="Other")
    id = writer.open(headline="")
    writer.at("headlineEdit")
    writer.write("rain in Oslo")
    writer.window.open_brief(other)
    writer.at("headlineEdit")
    writer.write("!")
    writer.window.open_brief(id)
    writer.at("headlineEdit")
    found = []
    while writer.window.desk.session.can_undo:
        writer.undo()
        found.append(writer.brief.headline)
    assert found == ["rain in ", "rain ", ""]
    writer.window.open_brief(other)
    writer.at("headlineEdit")
    writer.undo()
    assert writer.brief.headline == "Other"


def test_case_22_undo_brings_a_deleted_bullet_back_with_caret_and_term(writer: Writer) -> None:
    terms = (Term(term="rain", definition="Water."),)
    writer.open(bullets=("Snow in Bergen", "Then rain in Oslo", "Fog"), terms=terms)
    bullets = writer.at("bulletsEdit", 1, 5)
    margin = writer.window._shell.form.content("bullets")._margin  # type: ignore[attr-defined]
    linked = [list(row) for row in margin._mentions]
    assert linked[1]
    writer.press(BACKSPACE, CTRL | SHIFT)
    assert paragraphs(bullets) == ["Snow in Bergen", "Fog"]
    writer.undo()
    assert writer.brief.bullets[1] == "Then rain in Oslo"
    assert caret(bullets) == (1, 5)
    assert [list(row) for row in margin._mentions] == linked


@pytest.mark.parametrize("key", [DELETE, Qt.Key.Key_X, Qt.Key.Key_Y])
def test_case_22_undo_brings_the_selection_back(writer: Writer, key: Qt.Key) -> None:
    writer.open(bullets=("😀 Snow in Bergen", "Rain in Oslo"))
    bullets = writer.at("bulletsEdit", 0, 3)
    writer.press(DOWN, SHIFT)
    selected = bullets.textCursor().selectedText()
    ends = bullets.textCursor().anchor(), bullets.textCursor().position()
    assert "\u2029" in selected
    writer.press(key, CTRL if key == Qt.Key.Key_X else Qt.KeyboardModifier.NoModifier)
    assert len(writer.brief.bullets) == 1
    writer.at("headlineEdit")
    writer.undo()
    assert writer.focus is bullets
    assert bullets.textCursor().selectedText() == selected
    assert (bullets.textCursor().anchor(), bullets.textCursor().position()) == ends


@pytest.mark.parametrize("name", ["headlineEdit", "definitionEdit1", "sourcePublisherEdit"])
def test_case_22_undo_brings_the_selection_of_a_single_text_back(writer: Writer, name: str) -> None:
    writer.open(headline="", terms=(Term(term="t", definition=""),))
    writer.at(name)
    writer.paste("😀 It rains today")
    text = writer.at(name, 0, 6, 11)
    assert text.textCursor().selectedText() == "rains"
    writer.write("s")
    writer.at("bulletsEdit")
    writer.undo()
    assert writer.focus is text
    assert text.textCursor().selectedText() == "rains"


def test_case_22_the_caret_comes_back_to_where_a_word_was_begun(writer: Writer) -> None:
    writer.open(bullets=("Rain Oslo", "Fog"))
    bullets = writer.at("bulletsEdit", 0, 5)
    writer.write("in")
    writer.press(END)
    writer.undo()
    assert caret(bullets) == (0, 5)
    assert not bullets.textCursor().hasSelection()


def test_case_22_a_paste_a_page_and_a_move_are_one_step_each(writer: Writer) -> None:
    writer.open(headline="H", bullets=("a", "b"))
    writer.at("bulletsEdit", 1)
    steps = [writer.brief.bullets]
    writer.paste("one\ntwo")
    steps.append(writer.brief.bullets)
    writer.press(UP, ALT)
    steps.append(writer.brief.bullets)
    assert len(set(steps)) == 3
    writer.undo()
    assert writer.brief.bullets == steps[1]
    writer.undo()
    assert writer.brief.bullets == steps[0]
    assert not writer.window.desk.session.can_undo


def test_case_23_several_selected_bullets_are_copied_as_text_and_as_a_list(writer: Writer) -> None:
    writer.open(bullets=("a", "b", "c"))
    writer.at("bulletsEdit", 0, 0)
    writer.press(DOWN, SHIFT)
    writer.press(END, SHIFT)
    writer.press(Qt.Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert (mime.text(), mime.html()) == ("- a\n- b", "<ul><li>a</li><li>b</li></ul>")
    copy_to_clipboard("x")


def test_case_23_delete_takes_them_out_and_typing_replaces_them(writer: Writer) -> None:
    writer.open(bullets=("one", "two", "three"))
    before = writer.brief.bullets
    writer.at("bulletsEdit", 0, 0)
    writer.press(DOWN, SHIFT)
    writer.press(END, SHIFT)
    writer.press(DELETE)
    assert writer.brief.bullets == ("", "three")
    writer.undo()
    writer.write("x")  # the selection is there again
    assert writer.brief.bullets == ("x", "three")
    writer.undo()
    assert writer.brief.bullets == before


def test_case_24_a_removed_term_is_offered_back_without_a_question(writer: Writer) -> None:
    term = Term(term="rubric", definition="Rules.")
    writer.open(headline="H", terms=(term,))
    writer.at("termEdit1")
    writer.press(BACKSPACE, CTRL | SHIFT)
    assert writer.brief.terms == ()
    assert writer.notice() == "Term “rubric” removed | Undo"
    writer.at("headlineEdit")
    writer.press(HOME)
    writer.write("x")
    writer.click("Undo")
    assert (writer.brief.terms, writer.brief.headline) == ((term,), "xH")


def test_case_24_a_removed_related_brief_is_offered_back_too(writer: Writer) -> None:
    entry = Related(headline="Elsewhere", url="https://a.org/x")
    writer.open(headline="H", related=(entry,))
    writer.window._shell.form.content("related").setFocus()
    writer.press(DELETE)
    assert writer.brief.related == ()
    assert writer.notice() == "Brief removed from More briefs | Undo"
    writer.click("Undo")
    assert writer.brief.related == (entry,)


def test_case_24_the_offer_stands_for_ten_seconds(writer: Writer) -> None:
    writer.open(headline="H", terms=(Term(term="rubric", definition="Rules."),))
    writer.at("termEdit1")
    writer.press(BACKSPACE, CTRL | SHIFT)
    timer = writer.window.furniture.notices._undo_timer
    assert timer.isActive()
    assert timer.interval() == 10_000


def test_case_24_an_empty_row_goes_without_a_word(writer: Writer) -> None:
    writer.open(headline="H")
    writer.at("bulletsEdit")
    writer.write("One.")
    writer.press(ENTER)
    writer.press(BACKSPACE)
    assert writer.brief.bullets == ("One.",)
    assert writer.notice() == ""
