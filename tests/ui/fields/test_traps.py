"""What Qt's own text widgets lose, shown beside ours, which keep it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    BACKSPACE,
    caret,
    compose,
    copy_to_clipboard,
    decide,
    editor,
    paragraphs,
    paste,
    press,
    put_caret,
    shown,
    write,
)


@pytest.fixture
def window(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> QWidget:
    session.open(Brief(id="b", headline="Rain", bullets=("one", "two")))
    made = QWidget()
    column = QVBoxLayout(made)
    column.addWidget(TextField(field("headline"), signals, look))
    column.addWidget(BulletsField(field("bullets"), signals, look))
    return shown(qtbot, made)


def test_no_break_spaces_are_lost_by_a_plain_text_widget_and_kept_by_ours(
    qtbot: QtBot, window: QWidget, session: Session
) -> None:
    naive = QPlainTextEdit()
    qtbot.addWidget(naive)
    naive.setPlainText("10\u00a0km")
    assert naive.toPlainText() == "10 km"  # lost
    headline = editor(window, "headlineEdit")
    for text in ("10\u00a0km, ", "5\u202fkg"):
        paste(headline, text)
    write(headline, "x")
    assert session.brief.headline == "Rain10\u00a0km, 5\u202fkgx"


def test_no_break_spaces_are_there_after_a_save_and_a_new_start(
    window: QWidget, session: Session, tmp_path: Path
) -> None:
    text = "10\u00a0km\u202f5\u00adx"
    paste(editor(window, "headlineEdit"), text)
    paste(editor(window, "bulletsEdit"), text)
    with Library.open(tmp_path / "desk.briefdesk") as library:
        id = library.save(session.brief).brief.id
    with Library.open(tmp_path / "desk.briefdesk") as library:
        session.open(library.get(id).brief)
    assert text in paragraphs(editor(window, "headlineEdit"))[0]
    assert text in "".join(paragraphs(editor(window, "bulletsEdit")))


def test_a_line_field_of_qt_keeps_line_breaks_and_ours_makes_them_blanks(
    qtbot: QtBot, window: QWidget, session: Session
) -> None:
    text = "a\nb\r\nc\u2028d\te"
    naive = QLineEdit()
    qtbot.addWidget(naive)
    copy_to_clipboard(text)
    naive.setText(text)
    assert "\u2028" in naive.text() or "\n" in naive.text()  # kept
    paste(editor(window, "headlineEdit"), text, as_one=True)
    assert session.brief.headline == "Raina b c d e"


def test_text_being_composed_is_destroyed_by_setting_the_text_and_kept_by_ours(
    qtbot: QtBot, window: QWidget, session: Session
) -> None:
    naive = QPlainTextEdit("天気")
    shown(qtbot, naive)
    naive.setFocus()
    compose(naive, "よほう")
    naive.setPlainText("天気予")
    naive.clearFocus()
    assert "よほう" not in naive.toPlainText()  # lost
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    headline = editor(window, "headlineEdit")
    headline.setFocus()
    compose(headline, "よほう")
    session.edit("headline", "Rain!")
    headline.clearFocus()
    assert "よほう" in session.brief.headline


@pytest.mark.parametrize("name", ["headlineEdit", "bulletsEdit"])
def test_what_is_typed_in_another_normal_form_is_stored_composed_and_the_caret_stays(
    window: QWidget, session: Session, name: str
) -> None:
    widget = editor(window, name)
    widget.setFocus()
    put_caret(widget, 0, 3)
    decide(widget, "e\u0301")
    assert caret(widget) == (0, 4)
    assert paragraphs(widget)[0][3] == "é"
    write(widget, "x")
    found = session.brief.headline if name == "headlineEdit" else session.brief.bullets[0]
    assert found[3:5] == "éx"
    press(widget, BACKSPACE)
    press(widget, BACKSPACE)
    assert caret(widget) == (0, 3)


def test_a_mark_typed_behind_its_letter_joins_it_as_one_character(window: QWidget, session: Session) -> None:
    widget = editor(window, "bulletsEdit")
    widget.setFocus()
    put_caret(widget, 0, 3)
    decide(widget, "\u0301")
    assert session.brief.bullets[0] == "oné"
    session.undo()
    assert session.brief.bullets[0] == "one"


def test_hidden_marks_are_told_in_the_note_of_the_field(window: QWidget, session: Session) -> None:
    session.edit("bullets", ("a\u202eb", "c\ufeff"))
    session.edit("headline", "a\u200f")
    bullets, headline = window.findChild(BulletsField), window.findChild(TextField)
    assert bullets is not None
    assert headline is not None
    assert bullets.note.text.startswith("2 hidden marks · 2 bullets")
    assert bullets.note.warn
    assert headline.note == Note("1 hidden mark", warn=True)


@pytest.mark.parametrize(
    ("text", "mirrored"), [("مطر", True), ("גשם", True), ("rain", False), ("123 مطر", True)]
)
def test_the_room_around_bullets_is_where_their_numbers_are(
    window: QWidget, session: Session, text: str, mirrored: bool
) -> None:
    session.edit("bullets", (text,))
    frame = editor(window, "bulletsEdit").document().rootFrame().frameFormat()
    room, count = sorted((frame.leftMargin(), frame.rightMargin()))
    assert room < count
    assert (frame.rightMargin() == room) is mirrored
