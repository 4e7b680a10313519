"""One text of the brief: a line, or several."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.history import Place
from briefdesk.desk.session import Session
from briefdesk.ui.fields.counting import up_to
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    BACKSPACE,
    CTRL,
    ENTER,
    HOME,
    SHIFT,
    TAB,
    Listener,
    caret,
    compose,
    editor,
    paragraphs,
    paste,
    press,
    put_caret,
    shown,
    write,
)


class Both(QWidget):
    """A headline and a summary, the two kinds of text."""

    def __init__(self, signals: SessionSignals, look: Look) -> None:
        super().__init__()
        self.headline = TextField(field("headline"), signals, look, style="headline", counter=up_to(65))
        self.summary = TextField(field("summary"), signals, look, lines=True)
        column = QVBoxLayout(self)
        column.addWidget(self.headline)
        column.addWidget(self.summary)
        column.addStretch(1)


Make = Callable[[], Both]


@pytest.fixture
def both(qtbot: QtBot, signals: SessionSignals, look: Look) -> Both:
    made = Both(signals, look)
    shown(qtbot, made)
    headline(made).setFocus()
    return made


@pytest.fixture
def listener(session: Session) -> Listener:
    return Listener(session)


def headline(both: Both) -> QTextEdit:
    return editor(both, "headlineEdit")


def summary(both: Both) -> QTextEdit:
    return editor(both, "summaryEdit")


def test_every_key_is_one_edit(both: Both, listener: Listener) -> None:
    for char in "rain ":
        write(headline(both), char)
        assert listener.count() == 1
    press(headline(both), BACKSPACE)
    assert listener.count() == 1


def test_enter_in_a_line_asks_to_go_on_and_breaks_nothing(both: Both, session: Session, qtbot: QtBot) -> None:
    write(headline(both), "Rain")
    for modifiers in (Qt.KeyboardModifier.NoModifier, SHIFT):
        with qtbot.waitSignal(both.headline.onwardRequested):
            press(headline(both), ENTER, modifiers)
    assert session.brief.headline == "Rain"


def test_enter_in_a_text_of_several_lines_breaks_it(both: Both, session: Session) -> None:
    summary(both).setFocus()
    write(summary(both), "One.\nTwo.")
    assert session.brief.summary == "One.\nTwo."


def test_pasted_line_breaks_become_blanks_in_a_line(both: Both, session: Session) -> None:
    paste(headline(both), "Rain\r\nin\u2028Oslo\tand\u00a0Bergen")
    assert session.brief.headline == "Rain in Oslo and\u00a0Bergen"
    assert len(paragraphs(headline(both))) == 1


def test_pasted_html_leaves_no_marks_in_plain_text(both: Both, session: Session) -> None:
    paste(headline(both), "Rain", "<b>Rain</b>")
    assert session.brief.headline == "Rain"


def test_pasted_lines_stay_lines_in_a_text_of_several(both: Both, session: Session) -> None:
    paste(summary(both), "One.\r\nTwo.")
    assert session.brief.summary == "One.\nTwo."


def test_control_characters_are_left_out_of_a_paste_and_it_is_said(
    both: Both, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(both.headline.told) as told:
        paste(headline(both), "Ra\x00i\x0cn\x1f")
    assert session.brief.headline == "Rai n"
    assert told.args == ["2 hidden characters were left out of what was pasted"]


def test_lines_that_another_program_puts_into_a_line_are_joined(both: Both, session: Session) -> None:
    headline(both).insertPlainText("Rain\nin Oslo")
    assert session.brief.headline == "Rain in Oslo"
    assert paragraphs(headline(both)) == ["Rain in Oslo"]


@pytest.mark.parametrize("odd", ["\u00a0", "\u2028", "\u2029", "\ufeff", "\ufdd0", "\u202e"])
def test_odd_characters_of_a_stored_text_stay(both: Both, session: Session, odd: str) -> None:
    session.open(Brief(id="o", headline=f"a{odd}b", summary=f"a{odd}b\nc"))
    put_caret(headline(both), 0, 3)
    write(headline(both), "x")
    put_caret(summary(both), 0, 3)
    write(summary(both), "x")
    assert session.brief.headline == f"a{odd}bx"
    assert session.brief.summary == f"a{odd}bx\nc"


def test_tab_leaves_the_field(both: Both, session: Session) -> None:
    press(headline(both), TAB)
    assert summary(both).hasFocus()
    press(summary(both), TAB)
    assert session.brief.summary == ""


def test_a_text_changed_elsewhere_leaves_the_caret_among_its_words(both: Both, session: Session) -> None:
    session.edit("headline", "Rain in Oslo")
    put_caret(headline(both), 0, 8)
    session.edit("headline", "Heavy rain in Oslo")
    assert paragraphs(headline(both)) == ["Heavy rain in Oslo"]
    assert caret(headline(both)) == (0, 14)


def test_undo_shows_the_text_before_and_the_field_goes_where_it_is_told(both: Both, session: Session) -> None:
    write(headline(both), "Rain")
    session.undo()
    assert paragraphs(headline(both)) == [""]
    session.redo()
    both.headline.go_to(Place("headline", caret=2))
    assert caret(headline(both)) == (0, 2)


def test_typing_elsewhere_is_its_own_step_of_undo(both: Both, session: Session) -> None:
    write(headline(both), "ab")
    press(headline(both), HOME)
    write(headline(both), "cd")
    session.undo()
    assert session.brief.headline == "ab"


def test_typing_over_a_selection_is_its_own_step_of_undo(both: Both, session: Session) -> None:
    write(headline(both), "ab")
    headline(both).selectAll()
    write(headline(both), "cd")
    assert session.brief.headline == "cd"
    session.undo()
    assert session.brief.headline == "ab"


def test_the_count_is_in_characters_as_a_person_counts_and_warns_with_words(
    both: Both, session: Session
) -> None:
    session.edit("headline", "👩‍👩‍👧é🇬🇧")
    assert both.headline.note.text == "3 / 65"
    session.edit("headline", "x" * 67)
    assert (both.headline.note.text, both.headline.note.warn) == ("67 / 65, 2 too many", True)


def test_nothing_is_ever_cut(both: Both, session: Session) -> None:
    paste(headline(both), "x" * 500)
    assert session.brief.headline == "x" * 500


def test_composed_text_is_kept_when_the_field_is_left(both: Both, session: Session) -> None:
    compose(headline(both), "にほん")
    summary(both).setFocus()
    assert session.brief.headline == "にほん"


def test_what_is_composed_never_ends_in_another_brief(both: Both, session: Session) -> None:
    compose(headline(both), "にほん")
    session.open(Brief(id="other", headline="Snow"))
    summary(both).setFocus()
    assert session.brief.headline == "Snow"


def test_a_composition_survives_an_undo(both: Both, session: Session) -> None:
    session.edit("headline", "Rain")
    session.edit("headline", "Rain in Oslo")
    put_caret(headline(both), 0, 4)
    compose(headline(both), "にほん")
    session.undo()
    assert session.brief.headline == "Rainにほん"
    assert paragraphs(headline(both)) == ["Rainにほん"]


def test_blanks_at_the_ends_go_when_the_field_is_left(both: Both, session: Session) -> None:
    write(headline(both), " Rain ")
    summary(both).setFocus()
    assert session.brief.headline == "Rain"
    assert paragraphs(headline(both)) == ["Rain"]


def test_copied_text_keeps_its_no_break_spaces_and_has_no_looks(both: Both, session: Session) -> None:
    session.edit("headline", "10\u00a0km")
    headline(both).selectAll()
    press(headline(both), Qt.Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "10\u00a0km"
    assert not mime.hasHtml()


def test_the_field_grows_with_its_text(both: Both) -> None:
    before = headline(both).height()
    write(headline(both), "word " * 30)
    assert headline(both).height() > before
    assert headline(both).verticalScrollBar().maximum() == 0


def test_every_text_has_a_name_for_those_who_hear_it(both: Both) -> None:
    assert headline(both).accessibleName() == "Headline"
    assert summary(both).accessibleName() == "Summary"


def test_the_menu_of_a_text_offers_no_undo_of_its_own(both: Both) -> None:
    widget = headline(both)
    assert isinstance(widget, Editor)
    menu = widget.menu(QPoint(5, 5))
    names = [action.objectName() for action in menu.actions()]
    menu.deleteLater()
    assert "edit-undo" not in names
    assert "edit-redo" not in names
    assert "edit-paste" in names


def test_a_text_with_half_a_character_in_it_gives_way_to_what_is_shown(both: Both, session: Session) -> None:
    paste(headline(both), "a😀b")
    cursor = headline(both).textCursor()
    cursor.setPosition(1)
    cursor.setPosition(2, cursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    session.open(Brief(id="00000000000000next", headline="Rain"))
    assert paragraphs(headline(both)) == ["Rain"]


def test_typing_over_a_selection_that_ends_alike_is_taken_back_at_once(both: Both, session: Session) -> None:
    write(headline(both), "PFAS ")
    session.pause()
    headline(both).selectAll()
    write(headline(both), "P")
    write(headline(both), "in")
    assert session.brief.headline == "Pin"
    session.undo()
    assert session.brief.headline == "PFAS "
