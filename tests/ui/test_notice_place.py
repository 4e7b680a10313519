"""A notice that goes again by itself moves nothing that is written, and does not cover where one writes."""

import pytest
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.notice_place import NoticePlace
from briefdesk.ui.notice_words import NoticeWords
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import shown, write


class Desk(QWidget):
    """Panes with a high text in them, and a line below."""

    def __init__(self, look: Look, *, beside: bool = False) -> None:
        super().__init__()
        self.panes = QWidget()
        across = QHBoxLayout(self.panes)
        self.left, self.panes_beside = QWidget(), QLabel("beside")
        across.addWidget(self.left, 1)
        if beside:
            across.addWidget(self.panes_beside, 1)
        inside = QVBoxLayout(self.left)
        self.high, self.low = QTextEdit(), QTextEdit()
        inside.addWidget(self.high)
        inside.addWidget(self.low)
        column = QVBoxLayout(self)
        column.addWidget(QLabel("top"))
        column.addWidget(self.panes, 1)
        self.notices = NoticeBar(look)
        self.place = NoticePlace(
            self.notices, column, self.panes, (self.left, *([self.panes_beside] if beside else []))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As the form tells of it."""
        super().resizeEvent(event)
        self.place.refit()


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


def test_it_stands_at_the_foot_unless_the_keyboard_is_there(qtbot: QtBot, desk: Desk):
    desk.notices.show_done("Done")
    assert desk.notices.geometry().center().y() > desk.panes.geometry().center().y()
    write(desk.low, "\n" * 40)
    qtbot.waitUntil(lambda: not is_under(desk))


def test_it_goes_to_another_pane_when_the_caret_comes_under_it(qtbot: QtBot, look: Look):
    desk = Desk(look, beside=True)
    shown(qtbot, desk, width=900)
    desk.low.setFocus()
    write(desk.low, "\n" * 40)
    desk.notices.show_done("Done")
    assert desk.panes_beside.geometry().adjusted(0, 0, 0, 200).contains(desk.notices.geometry().center())
    assert desk.notices.geometry().center().y() > desk.panes.geometry().center().y()
    desk.high.setFocus()
    before = desk.notices.geometry()
    QTest.qWait(0)
    assert desk.notices.geometry() == before  # it does not jump about where it hides nothing


def test_words_that_are_too_long_go_in_two_lines_and_then_end_in_an_ellipsis(qtbot: QtBot, desk: Desk):
    words = "Removed “alignment pretraining” and " + "many other terms " * 5
    desk.notices.show_undoable(words, lambda: None)
    what = desk.notices.findChildren(NoticeWords)[0]
    assert what.text().count("\n") == 1
    assert what.accessibleName() == words
    assert what.text().replace("\n", " ").split() == words.split()
    assert what.height() >= 2 * what.fontMetrics().lineSpacing()
    desk.resize(420, 600)
    qtbot.waitUntil(lambda: what.text().endswith("…"))
    assert what.toolTip() == words
    assert what.text().count("\n") == 1


def test_trouble_is_cut_with_an_ellipsis_and_told_whole(desk: Desk):
    more = "Your text is kept in " + "/a/very/long/folder" * 12
    desk.notices.show_trouble("The disk is full", more)
    label = next(each for each in desk.notices.findChildren(NoticeWords) if each.words == more)
    QTest.qWait(0)
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == more
    assert desk.notices.accessibleDescription() == f"The disk is full. {more}"


def is_under(desk: Desk) -> bool:
    """Whether the notice hides the caret."""
    caret = desk.low.cursorRect()
    caret.moveTopLeft(desk.low.viewport().mapTo(desk, caret.topLeft()))
    return desk.notices.geometry().intersects(caret)


def test_trouble_stands_above_the_panes_and_what_passes_later_does_not(qtbot: QtBot, desk: Desk):
    desk.notices.show_trouble("The disk is full")
    qtbot.waitUntil(lambda: desk.notices.geometry().bottom() < desk.panes.geometry().top())
    desk.notices.show_done("Done")
    qtbot.waitUntil(lambda: desk.panes.geometry().contains(desk.notices.geometry()))


def test_it_follows_the_size_of_the_window(qtbot: QtBot, desk: Desk):
    desk.notices.show_done("Done", "and " + "more " * 60)
    desk.resize(500, 400)
    qtbot.waitUntil(lambda: desk.panes.geometry().contains(desk.notices.geometry()))
