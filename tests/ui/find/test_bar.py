"""The find bar: finds in all texts of the brief, steps, replaces, and gives the caret back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Term
from briefdesk.desk.session import Session
from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.find.bar import FindBar
from briefdesk.ui.find.finds import Finds
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import CTRL, ENTER, SHIFT, TAB, editor, part, press, put_caret, write

BRIEF = Brief(
    id="shown",
    headline="A model lies",
    bullets=("😀 the Model", "nothing", "a [model](https://a.org/model)"),
    terms=(Term(term="model card", definition="what a *model* does"),),
    kicker="Models",
)


@pytest.fixture
def bar(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> FindBar:
    form = Form(signals, look)
    qtbot.addWidget(form)
    form.resize(560, 420)
    markings = Markings(form)
    form.furnish(QWidget(), markings)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    session.open(BRIEF)
    return FindBar(form, Finds(form, signals, markings), look)


def find(bar: FindBar) -> QLineEdit:
    return part(bar, QLineEdit, "barFindEdit")


def form_of(bar: FindBar) -> Form:
    found = bar.parentWidget()
    assert isinstance(found, Form)
    return found


def count(bar: FindBar) -> str:
    return part(bar, QLabel, "findCount").text()


def said(bar: FindBar) -> str:
    return part(bar, QLabel, "findSaid").text()


def seek(bar: FindBar, words: str, *, replace: bool = False) -> None:
    bar.enter(replace=replace)
    write(find(bar), words)


def test_every_text_that_a_writer_sees_is_looked_through(bar: FindBar):
    seek(bar, "model")
    assert count(bar) == "1 of 6"


def test_enter_goes_on_and_with_shift_back_and_round(bar: FindBar):
    seek(bar, "model")
    press(find(bar), ENTER)
    assert count(bar) == "2 of 6"
    press(find(bar), ENTER, SHIFT)
    press(find(bar), ENTER, SHIFT)
    assert count(bar) == "6 of 6"


def test_a_find_in_the_folded_details_unfolds_them(bar: FindBar):
    seek(bar, "models")
    form = form_of(bar)
    assert editor(form, "kickerEdit").isVisible()
    assert editor(form, "kickerEdit").textCursor().selectedText() == "Models"


def test_the_find_that_is_looked_at_is_in_view_and_selected_behind_an_emoji(bar: FindBar):
    seek(bar, "model")
    press(find(bar), ENTER)
    form = form_of(bar)
    assert editor(form, "bulletsEdit").textCursor().selectedText() == "Model"
    assert not editor(form, "headlineEdit").textCursor().hasSelection()
    for _ in range(4):
        press(find(bar), ENTER)
    kicker = editor(form, "kickerEdit")
    assert not kicker.visibleRegion().isEmpty()


def test_the_find_that_is_looked_at_is_told_from_the_others_while_the_keyboard_is_in_the_bar(bar: FindBar):
    seek(bar, "model")
    press(find(bar), ENTER)
    bullets = editor(form_of(bar), "bulletsEdit")
    active, inactive = QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive
    role = QPalette.ColorRole.Highlight
    assert bullets.palette().color(inactive, role) == bullets.palette().color(active, role)
    press(find(bar), Qt.Key.Key_Escape)
    usual = QApplication.palette()
    assert bullets.palette().color(inactive, role) == usual.color(inactive, role)


def test_the_keyboard_stays_in_the_bar(bar: FindBar):
    seek(bar, "model")
    press(find(bar), ENTER)
    assert QApplication.focusWidget() is find(bar)


def test_escape_closes_with_the_caret_at_the_find(bar: FindBar):
    seek(bar, "model")
    press(find(bar), ENTER)
    press(find(bar), Qt.Key.Key_Escape)
    focus = QApplication.focusWidget()
    assert isinstance(focus, Editor)
    assert (focus.objectName(), focus.textCursor().selectedText()) == ("bulletsEdit", "Model")
    assert bar.isHidden()


def test_it_begins_with_what_is_selected_and_at_that_place(bar: FindBar):
    form = form_of(bar)
    bullets = editor(form, "bulletsEdit")
    bullets.setFocus()
    put_caret(bullets, 2, 3)
    for _ in range(5):
        press(bullets, Qt.Key.Key_Right, SHIFT)
    bar.enter(replace=False)
    assert find(bar).text() == "model"
    assert count(bar) == "3 of 6"


def test_what_is_no_expression_is_said_under_the_field(bar: FindBar):
    bar.enter(replace=False)
    part(bar, QToolButton, "barPattern").click()
    write(find(bar), "(")
    assert "Not a regular expression" in said(bar)
    write(find(bar), "model)")
    assert said(bar) == ""
    assert count(bar) == "1 of 6"


def test_an_endless_expression_is_stopped_and_said(bar: FindBar, session: Session):
    session.edit("summary", "a" * 80 + "b")
    bar.enter(replace=False)
    part(bar, QToolButton, "barPattern").click()
    find(bar).setText("(a|aa)+$")
    assert "too long" in said(bar)


def test_replacing_one_goes_on_to_the_next_and_is_one_step(bar: FindBar, session: Session):
    seek(bar, "model", replace=True)
    words = part(bar, QLineEdit, "barReplaceEdit")
    write(words, "system")
    press(words, ENTER)
    assert session.brief.headline == "A system lies"
    assert count(bar) == "1 of 5"
    press(words, ENTER)
    assert session.brief.bullets[0] == "😀 the system"
    session.undo()
    assert session.brief.bullets[0] == "😀 the Model"
    assert session.brief.headline == "A system lies"


def test_replacing_all_is_one_step_and_leaves_addresses(qtbot: QtBot, bar: FindBar, session: Session):
    seek(bar, "model", replace=True)
    write(part(bar, QLineEdit, "barReplaceEdit"), "system")
    with qtbot.waitSignal(bar.told) as told:
        part(bar, QPushButton, "replaceAll").click()
    assert told.args == ["Replaced 6 places. Ctrl+Z takes it back"]
    brief = session.brief
    assert brief.bullets == ("😀 the system", "nothing", "a [system](https://a.org/model)")
    assert (brief.headline, brief.kicker, brief.terms[0].term) == ("A system lies", "systems", "system card")
    assert session.undo()
    assert (session.brief.headline, session.brief.bullets) == (BRIEF.headline, BRIEF.bullets)
    assert not session.can_undo


def test_a_place_that_would_break_a_mark_is_left_and_said(bar: FindBar, session: Session):
    session.open(Brief(id="link", bullets=("[praise](https://a.org)",)))
    seek(bar, "praise", replace=True)
    part(bar, QPushButton, "replaceAll").click()
    assert session.brief.bullets == ("[praise](https://a.org)",)
    assert "break a mark" in said(bar)


def test_typing_on_in_the_form_counts_again(qtbot: QtBot, bar: FindBar, session: Session):
    seek(bar, "model")
    session.edit("summary", "the model")
    qtbot.waitUntil(lambda: count(bar) == "1 of 7")


def test_nothing_of_the_form_is_covered_by_the_bar(bar: FindBar):
    form = form_of(bar)
    seek(bar, "model", replace=True)
    assert form.viewport().geometry().top() >= bar.geometry().bottom()
    bar.leave()
    assert form.viewport().geometry().top() == 0


SAME = Brief(
    id="same",
    headline="a word",
    bullets=("word one", "no", "word two, word three", "word four"),
    summary="last word",
)


def at(bar: FindBar, row: int, place: int) -> Editor:
    """The bullets, with the caret at a place."""
    found = editor(form_of(bar), "bulletsEdit")
    found.setFocus()
    put_caret(found, row, place)
    assert isinstance(found, Editor)
    return found


@pytest.mark.parametrize(
    ("row", "place", "first"), [(0, 0, 2), (0, 1, 3), (1, 1, 3), (2, 4, 4), (2, 12, 5), (3, 9, 6)]
)
def test_the_first_find_is_the_next_after_the_caret_in_reading_order(
    bar: FindBar, session: Session, row: int, place: int, first: int
):
    session.open(SAME)
    at(bar, row, place)
    seek(bar, "word")
    assert count(bar) == f"{first} of 6"


def test_behind_the_last_find_it_begins_again_at_the_first(bar: FindBar, session: Session):
    session.open(SAME)
    summary = editor(form_of(bar), "summaryEdit")
    summary.setFocus()
    put_caret(summary, 0, 9)
    seek(bar, "word")
    assert count(bar) == "1 of 6"


def test_a_text_without_finds_is_a_place_to_begin_at_too(bar: FindBar, session: Session):
    session.open(SAME)
    url = editor(form_of(bar), "sourceUrlEdit")
    url.setFocus()
    seek(bar, "word")
    assert count(bar) == "6 of 6"


def test_each_letter_begins_at_the_caret_again(bar: FindBar, session: Session):
    session.open(Brief(id="same", bullets=("wo", "word", "wo wood")))
    at(bar, 0, 1)
    seek(bar, "woo")
    assert count(bar) == "1 of 1"
    press(find(bar), Qt.Key.Key_Backspace)
    assert count(bar) == "2 of 4"


def test_what_is_replaced_is_the_next_after_the_caret(bar: FindBar, session: Session):
    session.open(SAME)
    at(bar, 1, 1)
    seek(bar, "word", replace=True)
    write(part(bar, QLineEdit, "barReplaceEdit"), "term")
    part(bar, QPushButton, "replaceOne").click()
    assert session.brief.bullets[2] == "term two, word three"
    assert count(bar) == "3 of 5"


def test_who_goes_on_from_the_text_goes_on_from_its_caret(bar: FindBar, session: Session):
    session.open(SAME)
    seek(bar, "word")
    at(bar, 2, 6)
    bar.next()
    assert count(bar) == "4 of 6"
    bar.next()
    assert count(bar) == "5 of 6"
    at(bar, 1, 1)
    bar.previous()
    assert count(bar) == "2 of 6"


def test_the_key_of_the_bar_begins_anew_at_the_caret(bar: FindBar, session: Session):
    session.open(SAME)
    seek(bar, "word")
    at(bar, 3, 0)
    bar.enter(replace=False)
    assert count(bar) == "5 of 6"


class TestUndo:
    UNDO, REDO = (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)

    def replace_two(self, bar: FindBar, session: Session) -> QLineEdit:
        session.open(SAME)
        seek(bar, "word", replace=True)
        words = part(bar, QLineEdit, "barReplaceEdit")
        words.setFocus()
        write(words, "term")
        press(words, ENTER)
        press(words, ENTER)
        assert (session.brief.headline, session.brief.bullets[0]) == ("a term", "term one")
        return words

    def test_the_keys_of_undo_take_replacements_back_one_by_one_and_redo_does_them_again(
        self, bar: FindBar, session: Session
    ):
        words = self.replace_two(bar, session)
        press(words, *self.UNDO)
        assert (session.brief.headline, session.brief.bullets[0]) == ("a term", "word one")
        press(words, *self.UNDO)
        assert session.brief.headline == "a word"
        press(words, *self.REDO)
        assert (session.brief.headline, session.brief.bullets[0]) == ("a term", "word one")
        assert words.hasFocus()
        assert words.text() == "term"

    def test_with_none_left_they_mean_the_field(self, bar: FindBar, session: Session):
        words = self.replace_two(bar, session)
        for _ in range(3):
            press(words, *self.UNDO)
        assert words.text() == ""
        assert session.brief.headline == "a word"

    def test_what_was_typed_in_the_field_since_comes_first(self, bar: FindBar, session: Session):
        words = self.replace_two(bar, session)
        write(words, "s")
        press(words, *self.UNDO)
        assert words.text() != "terms"
        assert session.brief.bullets[0] == "term one"
        press(words, *self.UNDO)
        assert session.brief.bullets[0] == "word one"

    def test_an_edit_elsewhere_is_not_taken_back_from_here(self, bar: FindBar, session: Session):
        words = self.replace_two(bar, session)
        session.edit("summary", "newer")
        press(words, *self.UNDO)
        assert session.brief.summary == "newer"

    def test_replace_all_is_taken_back_from_the_field_of_what_is_found(self, bar: FindBar, session: Session):
        session.open(SAME)
        seek(bar, "word", replace=True)
        part(bar, QPushButton, "replaceAll").click()
        assert session.brief.headline == "a "
        press(find(bar), *self.UNDO)
        assert session.brief == SAME
        assert find(bar).text() == "word"


def test_tab_goes_from_field_to_field_then_to_what_replaces_then_to_the_switches(bar: FindBar):
    bar.enter(replace=True)
    write(find(bar), "model")
    stops = [find(bar).objectName()]
    for _ in range(9):
        focus = QApplication.focusWidget()
        assert focus is not None
        press(focus, TAB)
        after = QApplication.focusWidget()
        assert after is not None
        stops.append(after.objectName())
    assert stops == [
        *("barFindEdit", "barReplaceEdit", "replaceOne", "replaceAll"),
        *("barCase", "barWhole", "barPattern", "findPrevious", "findNext", "findClose"),
    ]


def test_large_text_has_room_in_the_fields(bar: FindBar, look: Look):
    look.set_base_size(26)
    bar.enter(replace=True)
    QApplication.processEvents()
    for name in ("barFindEdit", "barReplaceEdit"):
        line = part(bar, QLineEdit, name)
        assert line.height() >= line.sizeHint().height()
    look.set_base_size(13)
