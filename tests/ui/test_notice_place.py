"""A notice that goes again by itself moves nothing that is written, and does not cover where one writes."""

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.notice_place import NoticePlace
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import shown


class Desk(QWidget):
    """Panes with a high text in them, and a line below."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.panes = QWidget()
        inside = QVBoxLayout(self.panes)
        self.high, self.low = QPlainTextEdit(), QPlainTextEdit()
        inside.addWidget(self.high)
        inside.addWidget(self.low)
        column = QVBoxLayout(self)
        column.addWidget(QLabel("top"))
        column.addWidget(self.panes, 1)
        self.notices = NoticeBar(look)
        NoticePlace(self.notices, column, self.panes)


@pytest.fixture
def desk(qtbot: QtBot, look: Look) -> Desk:
    made = Desk(look)
    shown(qtbot, made, width=900)
    made.high.setFocus()
    return made


def test_what_passes_moves_nothing(desk: Desk):
    before = desk.panes.geometry()
    desk.notices.show_undoable("Bullet removed", lambda: None)
    assert desk.notices.isVisible()
    assert desk.panes.geometry() == before
    assert desk.panes.geometry().contains(desk.notices.geometry())


def test_what_passes_has_room_for_its_words(desk: Desk):
    words = "Term “alignment pretraining” removed, which is a long one"
    desk.notices.show_undoable(words, lambda: None)
    label = next(each for each in desk.notices.findChildren(QLabel) if each.text() == words)
    assert label.width() >= label.sizeHint().width()


def test_it_stands_where_the_keyboard_is_not(desk: Desk):
    desk.notices.show_done("Done")
    assert desk.notices.geometry().center().y() > desk.panes.geometry().center().y()
    desk.low.setFocus()
    desk.notices.show_done("Done again")
    assert desk.notices.geometry().center().y() < desk.panes.geometry().center().y()


def test_trouble_stands_above_the_panes_and_what_passes_later_does_not(qtbot: QtBot, desk: Desk):
    desk.notices.show_trouble("The disk is full")
    qtbot.waitUntil(lambda: desk.notices.geometry().bottom() < desk.panes.geometry().top())
    desk.notices.show_done("Done")
    qtbot.waitUntil(lambda: desk.panes.geometry().contains(desk.notices.geometry()))


def test_it_follows_the_size_of_the_window(qtbot: QtBot, desk: Desk):
    desk.notices.show_done("Done", "and " + "more " * 60)
    desk.resize(500, 400)
    qtbot.waitUntil(lambda: desk.panes.geometry().contains(desk.notices.geometry()))
