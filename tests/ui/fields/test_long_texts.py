"""Texts of very many paragraphs: what is seen is marked, and a change costs no more than what is seen."""

import pytest
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.styling import MOST
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import editor, put_caret, shown, write
from tests.ui.fields.test_styling import Shouting

MANY = 5 * MOST


class Column:
    """Bullets in a form that scrolls, as high as five of them or so."""

    def __init__(self, qtbot: QtBot, look: Look) -> None:
        self.session = Session(Brief(bullets=tuple(f"{n} is LOUD" for n in range(MANY))))
        self.markings, self.shouting = Markings(), Shouting()
        self.markings.add(self.shouting)
        bullets = BulletsField(field("bullets"), SessionSignals(self.session), look)
        bullets.furnish(self.markings)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(bullets)
        column.addStretch()
        self.scroll = QScrollArea()
        self.scroll.setWidgetResizable(True)
        self.scroll.setWidget(inside)
        shown(qtbot, self.scroll)
        self.scroll.resize(560, 200)
        self.editor = editor(bullets, "bulletsEdit")
        self.editor.setFocus()

    def block(self, row: int) -> QTextBlock:
        return self.editor.document().findBlockByNumber(row)

    def is_marked(self, row: int) -> bool:
        return bool(self.block(row).layout().formats())


@pytest.fixture
def column(qtbot: QtBot, look: Look) -> Column:
    made = Column(qtbot, look)
    qtbot.waitUntil(lambda: made.is_marked(0))
    return made


def test_what_is_seen_is_marked_and_nothing_else(qtbot: QtBot, column: Column):
    assert not column.is_marked(MANY - 1)
    column.scroll.verticalScrollBar().setValue(column.scroll.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: column.is_marked(MANY - 1))
    assert not column.is_marked(MANY // 2)


def test_what_is_typed_is_marked(qtbot: QtBot, column: Column):
    put_caret(column.editor, 0, 9)
    length = len(column.block(0).layout().formats())
    column.shouting.on = False
    write(column.editor, " x")
    qtbot.waitUntil(lambda: not column.is_marked(0))
    column.shouting.on = True
    write(column.editor, "y")
    qtbot.waitUntil(lambda: len(column.block(0).layout().formats()) == length)
    assert column.session.brief.bullets[0] == "0 is LOUD xy"


def test_another_opinion_of_a_mark_is_shown_where_it_is_seen(qtbot: QtBot, column: Column):
    column.shouting.on = False
    column.shouting.seen.clear()
    column.markings.changed.emit(frozenset({"LOUD"}))
    qtbot.waitUntil(lambda: not column.is_marked(0))
    assert len(column.shouting.seen) < MOST


def test_marks_are_kept_everywhere_again_when_the_text_is_short(qtbot: QtBot, column: Column):
    column.session.edit("bullets", tuple(f"{n} is LOUD" for n in range(MOST)))
    qtbot.waitUntil(lambda: column.is_marked(MOST - 1))
    assert all(column.is_marked(row) for row in range(MOST))
    column.session.edit("bullets", tuple(f"{n} is LOUD" for n in range(MANY)))
    qtbot.waitUntil(lambda: not column.is_marked(MOST - 1))
    assert column.is_marked(0)
