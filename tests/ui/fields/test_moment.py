"""A moment in the form."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.fields.moment import MomentField
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import BACKSPACE, ENTER, Listener, editor, paragraphs, press, shown, write


class Page(QWidget):
    """A moment, and a field after it."""

    def __init__(self, signals: SessionSignals, look: Look) -> None:
        super().__init__()
        self.moment = MomentField(field("embargo_until"), signals, look)
        column = QVBoxLayout(self)
        column.addWidget(self.moment)
        column.addWidget(TextField(field("summary"), signals, look, lines=True))


@pytest.fixture
def page(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> Page:
    session.open(Brief(id="m", timezone="UTC"))
    made = Page(signals, look)
    shown(qtbot, made)
    editor(made, "embargoUntilEdit").setFocus()
    return made


def test_a_moment_is_taken_when_enter_is_pressed(page: Page, session: Session, qtbot: QtBot) -> None:
    write(editor(page, "embargoUntilEdit"), "2026-03-01 9:30")
    assert session.brief.embargo_until is None
    with qtbot.waitSignal(page.moment.onwardRequested):
        press(editor(page, "embargoUntilEdit"), ENTER)
    assert session.brief.embargo_until == "2026-03-01T09:30:00.000Z"
    assert paragraphs(editor(page, "embargoUntilEdit")) == ["2026-03-01 09:30"]
    assert page.moment.note.text == "Sun · UTC"


def test_what_is_no_moment_stays_with_a_warning(page: Page, session: Session) -> None:
    write(editor(page, "embargoUntilEdit"), "soon")
    editor(page, "summaryEdit").setFocus()
    assert session.brief.embargo_until is None
    assert paragraphs(editor(page, "embargoUntilEdit")) == ["soon"]
    assert page.moment.note.warn


def test_an_emptied_field_is_no_moment(page: Page, session: Session) -> None:
    session.edit("embargo_until", "2026-03-01T09:30:00Z")
    editor(page, "embargoUntilEdit").selectAll()
    press(editor(page, "embargoUntilEdit"), BACKSPACE)
    editor(page, "summaryEdit").setFocus()
    assert session.brief.embargo_until is None


def test_a_moment_that_was_not_touched_keeps_its_very_text(page: Page, session: Session) -> None:
    session.open(Brief(id="n", timezone="UTC", embargo_until="2026-03-01T10:30:15+01:00"))
    listener = Listener(session)
    assert paragraphs(editor(page, "embargoUntilEdit")) == ["2026-03-01 09:30"]
    editor(page, "embargoUntilEdit").setFocus()
    editor(page, "summaryEdit").setFocus()
    assert session.brief.embargo_until == "2026-03-01T10:30:15+01:00"
    assert listener.count() == 0


def test_another_time_zone_shows_the_same_moment_by_its_clock(page: Page, session: Session) -> None:
    session.edit("embargo_until", "2026-03-01T09:30:00Z")
    session.edit("timezone", "Etc/GMT-3")
    assert paragraphs(editor(page, "embargoUntilEdit")) == ["2026-03-01 12:30"]
    assert session.brief.embargo_until == "2026-03-01T09:30:00Z"
