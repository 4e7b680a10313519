"""The terms: rows of term and definition, and one that waits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Term
from briefdesk.desk.history import Place
from briefdesk.desk.session import Session
from briefdesk.ui.fields.terms import TermsField
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    ALT,
    BACKSPACE,
    CTRL,
    DOWN,
    ENTER,
    SHIFT,
    TAB,
    UP,
    Listener,
    caret,
    compose,
    editor,
    paragraphs,
    press,
    press_many,
    put_caret,
    shown,
    write,
)

RAIN, SNOW = Term(term="rain", definition="Water."), Term(term="snow", definition="Frozen water.")


class Page(QWidget):
    """The terms, and a field after them."""

    def __init__(self, signals: SessionSignals, look: Look) -> None:
        super().__init__()
        self.terms = TermsField(field("terms"), signals, look)
        column = QVBoxLayout(self)
        column.addWidget(self.terms)
        column.addWidget(TextField(field("summary"), signals, look, lines=True))
        column.addStretch(1)


@pytest.fixture
def page(qtbot: QtBot, signals: SessionSignals, look: Look) -> Page:
    made = Page(signals, look)
    shown(qtbot, made)
    return made


@pytest.fixture
def listener(session: Session) -> Listener:
    return Listener(session)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def texts(page: Page) -> list[tuple[str, str]]:
    """What the rows show, but the one that waits."""
    return [(row.term.text, row.definition.text) for row in page.terms._rows if not row.is_blank]


def test_a_term_is_typed_with_enter_between_its_parts(page: Page, session: Session, qtbot: QtBot) -> None:
    page.terms.setFocus()
    write(focus(), "rain")
    press(focus(), ENTER)
    write(focus(), "Water.")
    press(focus(), ENTER)
    write(focus(), "snow")
    press(focus(), ENTER)
    write(focus(), "Frozen water.")
    press(focus(), ENTER)
    assert session.brief.terms == (RAIN, SNOW)
    with qtbot.waitSignal(page.terms.onwardRequested):
        press(focus(), ENTER)


def test_tab_goes_from_term_to_definition_to_the_next_term_and_out(page: Page, session: Session) -> None:
    page.terms.setFocus()
    write(focus(), "rain")
    press(focus(), TAB)
    write(focus(), "Water.")
    press(focus(), TAB)
    write(focus(), "snow")
    press(focus(), TAB)
    write(focus(), "Frozen water.")
    assert session.brief.terms == (RAIN, SNOW)
    press(focus(), TAB)
    press(focus(), TAB)
    assert focus().objectName() == "summaryEdit"


def test_every_key_is_one_edit(page: Page, listener: Listener) -> None:
    page.terms.setFocus()
    for char in "ab":
        write(focus(), char)
        assert listener.count() == 1


def test_a_new_row_waits_as_soon_as_the_last_is_used(page: Page) -> None:
    page.terms.setFocus()
    write(focus(), "r")
    assert [row.is_blank for row in page.terms._rows] == [False, True]
    assert focus().objectName() == "termEdit1"


def test_enter_in_the_row_that_waits_goes_on(page: Page, session: Session, qtbot: QtBot) -> None:
    session.open(Brief(id="t", terms=(RAIN,)))
    page.terms.go_to(Place("terms"))
    assert focus().objectName() == "termEdit2"
    with qtbot.waitSignal(page.terms.onwardRequested):
        press(focus(), ENTER)
    assert session.brief.terms == (RAIN,)


def test_alt_and_arrows_move_a_row_with_its_caret(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(RAIN, SNOW)))
    page.terms.go_to(Place("terms", row=0, part="definition", caret=3))
    press(focus(), DOWN, ALT)
    assert session.brief.terms == (SNOW, RAIN)
    widget = editor(page, "definitionEdit2")
    assert widget.hasFocus()
    assert caret(widget) == (0, 3)


@pytest.mark.parametrize(("row", "key"), [(0, UP), (1, DOWN), (2, UP)])
def test_a_row_does_not_move_over_the_edge(
    page: Page, session: Session, listener: Listener, row: int, key: Qt.Key
) -> None:
    session.open(Brief(id="t", terms=(RAIN, SNOW)))
    page.terms.go_to(Place("terms", row=row))
    listener.count()
    press(focus(), key, ALT)
    assert session.brief.terms == (RAIN, SNOW)
    assert listener.count() == 0


def test_control_shift_backspace_removes_a_row_and_undo_brings_it_back(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(RAIN, SNOW)))
    page.terms.go_to(Place("terms", row=0))
    press(focus(), BACKSPACE, CTRL | SHIFT)
    assert session.brief.terms == (SNOW,)
    assert texts(page) == [("snow", "Frozen water.")]
    session.undo()
    assert texts(page) == [("rain", "Water."), ("snow", "Frozen water.")]


def test_the_button_of_a_row_removes_it_without_a_question(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(RAIN, SNOW)))
    button = page.findChild(QToolButton, "removeTerm1")
    assert button is not None
    assert button.accessibleName() == "Remove term 1"
    editor(page, "termEdit1").setFocus()
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.brief.terms == (SNOW,)
    session.undo()
    assert session.brief.terms == (RAIN, SNOW)


def test_backspace_goes_back_through_empty_parts_and_removes_the_empty_row(
    page: Page, session: Session
) -> None:
    session.open(Brief(id="t", terms=(RAIN, Term(term="x"))))
    page.terms.go_to(Place("terms", row=1, part="definition"))
    press(focus(), BACKSPACE)
    assert focus().objectName() == "termEdit2"
    press_many(focus(), BACKSPACE, 2)
    assert session.brief.terms == (RAIN,)
    assert focus().objectName() == "definitionEdit1"
    assert caret(editor(page, "definitionEdit1")) == (0, 6)


def test_up_and_down_lead_from_row_to_row_at_the_edges_of_a_text(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(RAIN, SNOW)))
    page.terms.go_to(Place("terms", row=0, part="definition", caret=2))
    press(focus(), DOWN)
    assert focus().objectName() == "definitionEdit2"
    press(focus(), UP)
    assert focus().objectName() == "definitionEdit1"
    assert caret(editor(page, "definitionEdit1")) == (0, 2)
    press(focus(), UP)
    assert focus().objectName() == "definitionEdit1"


def test_empty_terms_go_when_the_field_is_left_and_not_before(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(Term(), RAIN)))
    editor(page, "termEdit1").setFocus()
    editor(page, "termEdit2").setFocus()
    assert session.brief.terms == (Term(), RAIN)
    editor(page, "summaryEdit").setFocus()
    assert session.brief.terms == (RAIN,)


def test_what_a_newer_program_keeps_in_a_term_stays(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(Term(term="rain", extra={"since": 2030}),)))
    put_caret(editor(page, "termEdit1"), 0, 4)
    write(editor(page, "termEdit1"), "s")
    assert session.brief.terms[0].term == "rains"
    assert session.brief.terms[0].extra == {"since": 2030}


def test_undo_of_typing_goes_back_in_the_same_row(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(RAIN, SNOW)))
    put_caret(editor(page, "termEdit2"), 0, 4)
    write(editor(page, "termEdit2"), "y")
    session.undo()
    assert session.brief.terms == (RAIN, SNOW)
    assert paragraphs(editor(page, "termEdit2")) == ["snow"]


def test_composed_text_is_kept_when_the_row_is_left(page: Page, session: Session) -> None:
    page.terms.setFocus()
    compose(focus(), "あめ")
    editor(page, "summaryEdit").setFocus()
    assert session.brief.terms == (Term(term="あめ"),)


def test_the_note_says_how_many_are_defined(page: Page, session: Session) -> None:
    session.open(Brief(id="t", terms=(RAIN, SNOW)))
    assert page.terms.note.text == "2 defined"


def test_term_and_definition_stand_one_above_the_other_where_it_is_narrow(
    page: Page, session: Session
) -> None:
    session.open(Brief(id="t", terms=(RAIN,)))
    term, definition = editor(page, "termEdit1"), editor(page, "definitionEdit1")
    assert term.mapTo(page, term.rect().topLeft()).y() == definition.mapTo(page, term.rect().topLeft()).y()
    page.resize(400, 600)
    for _ in range(8):  # without a form around it, Qt lays out one level in a turn
        QApplication.processEvents()
    assert term.mapTo(page, term.rect().bottomLeft()).y() < definition.mapTo(page, term.rect().topLeft()).y()
