"""Bullets that are dragged by their numbers: several together, and past the edge of the form."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import ALT, DOWN, SHIFT, editor, press, put_caret, shown

LEFT_BUTTON = Qt.MouseButton.LeftButton
Make = Callable[..., QTextEdit]


@pytest.fixture
def make(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> Make:
    windows: list[QWidget] = []

    def made(*bullets: str) -> QTextEdit:
        session.open(Brief(id="b", bullets=bullets))
        area, page = QScrollArea(), QWidget()
        windows.append(area)
        column = QVBoxLayout(page)
        bullets_field = BulletsField(field("bullets"), signals, look)
        bullets_field.furnish(Markings(page))
        column.addWidget(bullets_field)
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setWidget(page)
        shown(qtbot, area)
        area.resize(500, 200)
        found = editor(area, "bulletsEdit")
        found.setFocus()
        return found

    return made


def place(widget: QTextEdit, row: int, across: int = 12) -> QPoint:
    """A place within a row, by default on its number."""
    line = widget.cursorRect(QTextCursor(widget.document().findBlockByNumber(row)))
    return QPoint(across, line.center().y())


def hold(widget: QTextEdit, row: int, to: QPoint, across: int = 12) -> None:
    view = widget.viewport()
    QTest.mousePress(view, LEFT_BUTTON, pos=place(widget, row, across))
    QTest.mouseMove(view, place(widget, row, across) + QPoint(0, 15))
    QTest.mouseMove(view, to)


def test_several_selected_bullets_are_dragged_together_and_stay_selected(
    make: Make, session: Session
) -> None:
    widget = make("one", "two", "three", "four")
    put_caret(widget, 0, 1)
    press(widget, DOWN, SHIFT)
    to = place(widget, 3) + QPoint(0, 9)
    hold(widget, 1, to)
    QTest.mouseRelease(widget.viewport(), LEFT_BUTTON, pos=to)
    assert session.brief.bullets == ("three", "four", "one", "two")
    assert widget.textCursor().selectedText() == "ne\u2029t"
    session.undo()
    assert session.brief.bullets == ("one", "two", "three", "four")
    assert not session.can_undo


@pytest.mark.parametrize("over", [0, 1, 2])
def test_several_bullets_dropped_on_themselves_are_no_edit(make: Make, session: Session, over: int) -> None:
    widget = make("one", "two", "three", "four")
    put_caret(widget, 0, 1)
    press(widget, DOWN, SHIFT)
    to = place(widget, over) + QPoint(0, -9)
    hold(widget, 0, to)
    QTest.mouseRelease(widget.viewport(), LEFT_BUTTON, pos=to)
    assert not session.can_undo


def test_the_form_scrolls_while_a_bullet_is_held_at_its_edge_and_the_mouse_rests(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make(*(f"Bullet {n}" for n in range(30)))
    area = widget.window()
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    edge = widget.viewport().mapFrom(area.viewport(), QPoint(12, area.viewport().height() - 2))
    hold(widget, 0, edge)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    to = widget.viewport().mapFrom(area.viewport(), QPoint(12, area.viewport().height() - 2))
    QTest.mouseRelease(widget.viewport(), LEFT_BUTTON, pos=to)
    assert session.brief.bullets[-1] == "Bullet 0"
    value = bar.value()
    QTest.qWait(60)
    assert bar.value() == value


def test_escape_stops_the_scrolling_and_undoes_nothing(make: Make, session: Session, qtbot: QtBot) -> None:
    widget = make(*(f"Bullet {n}" for n in range(30)))
    session.edit("headline", "Rain")
    area = widget.window()
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    hold(widget, 0, widget.viewport().mapFrom(area.viewport(), QPoint(12, area.viewport().height() - 2)))
    qtbot.waitUntil(lambda: bar.value() > 0)
    press(widget, Qt.Key.Key_Escape)
    value = bar.value()
    QTest.qWait(60)
    assert bar.value() == value
    assert session.brief.headline == "Rain"
    assert session.brief.bullets[0] == "Bullet 0"


def test_bullets_from_right_to_left_are_dragged_by_their_numbers_at_the_right(
    make: Make, session: Session
) -> None:
    widget = make("واحد", "اثنان", "ثلاثة")
    right = widget.viewport().width() - 12
    to = QPoint(right, place(widget, 2).y() + 9)
    hold(widget, 0, to, across=right)
    QTest.mouseRelease(widget.viewport(), LEFT_BUTTON, pos=to)
    assert session.brief.bullets == ("اثنان", "ثلاثة", "واحد")


def test_a_move_by_key_says_where_the_bullet_is_now(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    widget = make(*"abcdefg")
    said: list[str] = []

    def heard(event: object) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", heard)
    put_caret(widget, 1, 0)
    press(widget, DOWN, ALT)
    assert said == ["moved to 3 of 7"]
