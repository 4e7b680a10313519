"""The bullets: an outliner whose every key is one edit of the brief."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Term
from briefdesk.desk.history import Place
from briefdesk.desk.session import Session
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    ALT,
    BACKSPACE,
    CTRL,
    DELETE,
    DOWN,
    END,
    ENTER,
    HOME,
    LEFT,
    NONE,
    RIGHT,
    SHIFT,
    TAB,
    UP,
    Listener,
    caret,
    compose,
    decide,
    editor,
    paragraphs,
    paste,
    press,
    press_many,
    put_caret,
    shown,
    write,
)

Make = Callable[..., QTextEdit]


@pytest.fixture
def listener(session: Session) -> Listener:
    return Listener(session)


@pytest.fixture
def make(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> Make:
    windows: list[QWidget] = []

    def made(*bullets: str) -> QTextEdit:
        session.open(Brief(id="b", bullets=bullets))
        widget = QWidget()
        windows.append(widget)
        column = QVBoxLayout(widget)
        bullets_field = BulletsField(field("bullets"), signals, look)
        bullets_field.furnish(Markings())
        column.addWidget(bullets_field)
        column.addWidget(TextField(field("summary"), signals, look, lines=True))
        column.addStretch(1)
        shown(qtbot, widget)
        found = editor(widget, "bulletsEdit")
        found.setFocus()
        return found

    return made


def bullets_field(widget: QTextEdit) -> BulletsField:
    found = widget.window().findChild(BulletsField)
    assert found is not None
    return found


def test_typed_lines_become_bullets(make: Make, session: Session) -> None:
    write(make(), "One.\nTwo.\nThree.")
    assert session.brief.bullets == ("One.", "Two.", "Three.")


def test_every_key_is_one_edit(make: Make, listener: Listener) -> None:
    widget = make()
    listener.count()
    for key, modifiers in (
        (Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        (ENTER, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier),
        (UP, ALT),
        (BACKSPACE, Qt.KeyboardModifier.NoModifier),
    ):
        press(widget, key, modifiers)
        assert listener.count() == 1, key


def test_an_edit_reads_no_more_of_a_long_list_than_it_changes(make: Make, session: Session) -> None:
    widget = make(*(f"Bullet {n}" for n in range(300)))
    kept = session.brief.bullets
    put_caret(widget, 150, 0)
    write(widget, "x")
    assert session.brief.bullets[150] == "xBullet 150"
    assert all(a is b for n, (a, b) in enumerate(zip(kept, session.brief.bullets, strict=True)) if n != 150)


def test_enter_splits_at_the_caret(make: Make, session: Session) -> None:
    widget = make("Rain in Oslo")
    put_caret(widget, 0, 5)
    press(widget, ENTER)
    assert session.brief.bullets == ("Rain ", "in Oslo")
    assert caret(widget) == (1, 0)


def test_shift_and_enter_makes_a_bullet_and_no_line_separator(make: Make, session: Session) -> None:
    widget = make()
    write(widget, "a")
    press(widget, ENTER, SHIFT)
    write(widget, "b")
    assert session.brief.bullets == ("a", "b")


def test_enter_over_a_selection_replaces_it_in_one_edit(
    make: Make, session: Session, listener: Listener
) -> None:
    widget = make("Rain in Oslo")
    put_caret(widget, 0, 4)
    for _ in range(4):
        press(widget, RIGHT, SHIFT)
    listener.count()
    press(widget, ENTER)
    assert session.brief.bullets == ("Rain", "Oslo")
    assert listener.count() == 1


def test_enter_on_an_empty_last_bullet_removes_it_and_asks_to_go_on(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make("One.")
    put_caret(widget, 0, 4)
    press(widget, ENTER)
    with qtbot.waitSignal(bullets_field(widget).onwardRequested):
        press(widget, ENTER)
    assert session.brief.bullets == ("One.",)


def test_enter_where_there_is_nothing_goes_on_without_an_edit(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make()
    with qtbot.waitSignal(bullets_field(widget).onwardRequested):
        press(widget, ENTER)
    assert not session.can_undo


def test_enter_in_an_empty_bullet_between_others_makes_another(make: Make, session: Session) -> None:
    widget = make("One.", "", "Three.")
    put_caret(widget, 1, 0)
    press(widget, ENTER)
    assert session.brief.bullets == ("One.", "", "", "Three.")


def test_backspace_at_the_start_joins_and_keeps_the_caret(make: Make, session: Session) -> None:
    widget = make("Rain", "in Oslo")
    put_caret(widget, 1, 0)
    press(widget, BACKSPACE)
    assert session.brief.bullets == ("Rainin Oslo",)
    assert caret(widget) == (0, 4)


def test_delete_at_the_end_joins_and_keeps_the_caret(make: Make, session: Session) -> None:
    widget = make("Rain", "in Oslo")
    put_caret(widget, 0, 4)
    press(widget, DELETE)
    assert session.brief.bullets == ("Rainin Oslo",)
    assert caret(widget) == (0, 4)


def test_backspace_in_an_empty_first_bullet_removes_it(make: Make, session: Session) -> None:
    widget = make("", "Two.")
    put_caret(widget, 0, 0)
    press(widget, BACKSPACE)
    assert session.brief.bullets == ("Two.",)
    assert caret(widget) == (0, 0)


def test_no_break_spaces_stay(make: Make, session: Session) -> None:
    widget = make("10\u00a0km and 5\u202fkg")
    put_caret(widget, 0, 0)
    write(widget, "x")
    assert session.brief.bullets == ("x10\u00a0km and 5\u202fkg",)


@pytest.mark.parametrize(
    "odd", ["\u2028", "\u2029", "\ufdd0", "\ufdd1", "\ufeff", "\u200b", "\ufffc", "\u00ad"]
)
def test_characters_that_qt_takes_for_something_else_stay_where_they_are(
    make: Make, session: Session, odd: str
) -> None:
    widget = make(f"a{odd}b", f"{odd}c")
    assert len(paragraphs(widget)) == 2
    put_caret(widget, 0, 1)
    write(widget, "x")
    put_caret(widget, 1, 0)
    write(widget, "y")
    assert session.brief.bullets == (f"ax{odd}b", f"y{odd}c")


def test_typing_after_an_emoji_counts_in_characters(make: Make, session: Session) -> None:
    widget = make("😀 rain")
    put_caret(widget, 0, 3)
    write(widget, "x")
    assert session.brief.bullets == ("😀 xrain",)
    session.undo()
    bullets_field(widget).go_to(Place("bullets", row=0, caret=1))
    assert caret(widget) == (0, 2)


def test_alt_and_arrows_move_a_bullet_with_its_caret(make: Make, session: Session) -> None:
    widget = make("one", "two", "three")
    put_caret(widget, 0, 2)
    press(widget, DOWN, ALT)
    assert session.brief.bullets == ("two", "one", "three")
    assert caret(widget) == (1, 2)
    press(widget, UP, ALT)
    assert session.brief.bullets == ("one", "two", "three")
    assert caret(widget) == (0, 2)


@pytest.mark.parametrize(("row", "key"), [(0, UP), (2, DOWN)])
def test_a_bullet_does_not_move_over_the_edge(
    make: Make, session: Session, listener: Listener, row: int, key: Qt.Key
) -> None:
    widget = make("one", "two", "three")
    put_caret(widget, row, 1)
    listener.count()
    press(widget, key, ALT)
    assert session.brief.bullets == ("one", "two", "three")
    assert listener.count() == 0
    assert caret(widget) == (row, 1)


def test_several_selected_bullets_move_together_and_stay_selected(make: Make, session: Session) -> None:
    widget = make("one", "two", "three", "four")
    put_caret(widget, 1, 1)
    press(widget, DOWN, SHIFT)
    press(widget, DOWN, ALT)
    assert session.brief.bullets == ("one", "four", "two", "three")
    press(widget, UP, ALT)
    press(widget, UP, ALT)
    assert session.brief.bullets == ("two", "three", "one", "four")
    cursor = widget.textCursor()
    assert cursor.selectedText() == "wo\u2029t"


def test_a_move_is_one_step_of_undo(make: Make, session: Session) -> None:
    widget = make("one", "two")
    first = session.brief
    put_caret(widget, 1, 0)
    press(widget, UP, ALT)
    session.undo()
    assert session.brief == first
    assert paragraphs(widget) == ["one", "two"]


def test_control_shift_backspace_removes_the_selected_bullets(make: Make, session: Session) -> None:
    widget = make("one", "two", "three", "four")
    put_caret(widget, 1, 1)
    press(widget, DOWN, SHIFT)
    press(widget, BACKSPACE, CTRL | SHIFT)
    assert session.brief.bullets == ("one", "four")
    assert caret(widget) == (1, 0)
    press(widget, BACKSPACE, CTRL | SHIFT)
    assert session.brief.bullets == ("one",)
    assert caret(widget) == (0, 0)


def test_up_and_down_go_from_bullet_to_bullet_in_the_same_column(make: Make) -> None:
    widget = make("abcdef", "abcdef")
    put_caret(widget, 0, 3)
    press(widget, DOWN)
    assert caret(widget) == (1, 3)
    press(widget, UP)
    assert caret(widget) == (0, 3)


def test_tab_leaves_the_field_and_is_never_typed(make: Make, session: Session, qtbot: QtBot) -> None:
    widget = make("one")
    press(widget, TAB)
    assert not widget.hasFocus()
    assert session.brief.bullets == ("one",)


def test_several_pasted_lines_become_bullets_around_the_caret(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make("Rain in Oslo")
    put_caret(widget, 0, 5)
    paste(widget, "first\n\n  second\r\nthird ")
    assert session.brief.bullets == ("Rain first", "second", "thirdin Oslo")
    assert caret(widget) == (2, 5)


def test_a_paste_is_one_edit_and_one_step_of_undo(make: Make, session: Session, listener: Listener) -> None:
    widget = make("Rain")
    write(widget, "x")
    first = session.brief
    listener.count()
    paste(widget, "one\ntwo\nthree")
    assert listener.count() == 1
    session.undo()
    assert session.brief == first
    assert paragraphs(widget) == list(first.bullets)


def test_a_paste_over_a_selection_across_bullets_replaces_it(make: Make, session: Session) -> None:
    widget = make("one", "two", "three")
    put_caret(widget, 0, 1)
    press(widget, DOWN, SHIFT)
    press(widget, DOWN, SHIFT)
    paste(widget, "X\nY")
    assert session.brief.bullets == ("oX", "Yhree")


def test_control_shift_v_pastes_as_one_bullet(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, "one\ntwo", as_one=True)
    assert session.brief.bullets == ("one two",)


def test_control_characters_are_left_out_of_a_paste_and_it_is_said(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make()
    with qtbot.waitSignal(bullets_field(widget).told) as told:
        paste(widget, "Rain\x07 in e\u0301te\u0301")
    assert session.brief.bullets == ("Rain in été",)
    assert told.args == ["1 hidden character was left out of what was pasted"]


def test_several_copied_bullets_are_a_list_for_others(make: Make) -> None:
    widget = make("one", "**two** & a [link](https://example.org/)", "three")
    widget.selectAll()
    press(widget, Qt.Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "- one\n- **two** & a [link](https://example.org/)\n- three"
    assert mime.html() == (
        '<ul><li>one</li><li><strong>two</strong> &amp; a <a href="https://example.org/">link</a></li>'
        "<li>three</li></ul>"
    )


def test_copied_words_of_one_bullet_are_plain_text(make: Make) -> None:
    widget = make("10\u00a0km")
    widget.selectAll()
    press(widget, Qt.Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text() == "10\u00a0km"
    assert not mime.hasHtml()


def test_cut_bullets_come_back_as_they_were(make: Make, session: Session) -> None:
    widget = make("one", "two", "three")
    put_caret(widget, 0, 0)
    press(widget, DOWN, SHIFT)
    press(widget, END, SHIFT)
    press(widget, Qt.Key.Key_X, CTRL)
    assert session.brief.bullets == ("", "three")
    press(widget, Qt.Key.Key_V, CTRL)
    assert session.brief.bullets == ("one", "two", "three")


def test_typing_in_one_go_is_one_step_of_undo_until_a_word_ends(make: Make, session: Session) -> None:
    widget = make()
    write(widget, "rain in")
    session.undo()
    assert session.brief.bullets == ("rain ",)
    session.undo()
    assert session.brief.bullets == ()


def test_typing_elsewhere_is_its_own_step_of_undo(make: Make, session: Session) -> None:
    widget = make("Oslo")
    put_caret(widget, 0, 4)
    write(widget, "ab")
    press(widget, HOME)
    write(widget, "cd")
    assert session.brief.bullets == ("cdOsloab",)
    session.undo()
    assert session.brief.bullets == ("Osloab",)


def test_undo_patches_only_what_differs_and_leaves_the_caret_among_its_words(
    make: Make, session: Session
) -> None:
    widget = make("one", "two", "three")
    put_caret(widget, 2, 3)
    session.edit("bullets", ("one", "new", "two!", "three"))
    assert paragraphs(widget) == ["one", "new", "two!", "three"]
    assert caret(widget) == (3, 3)
    session.undo()
    assert paragraphs(widget) == ["one", "two", "three"]
    assert caret(widget) == (2, 3)


def test_undo_and_redo_keys_are_left_to_the_window(make: Make, session: Session, qtbot: QtBot) -> None:
    from PySide6.QtGui import QAction, QKeySequence

    widget = make()
    undo = QAction(widget.window())
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(session.undo)
    widget.window().addAction(undo)
    write(widget, "one")
    press(widget, Qt.Key.Key_Z, CTRL)
    assert session.brief.bullets == ()


def test_composed_text_is_kept_when_the_field_is_left(make: Make, session: Session) -> None:
    widget = make("天気")
    put_caret(widget, 0, 2)
    compose(widget, "よほう")
    assert session.brief.bullets == ("天気",)
    widget.clearFocus()
    assert session.brief.bullets == ("天気よほう",)


def test_enter_that_confirms_a_candidate_does_not_split(make: Make, session: Session) -> None:
    widget = make("天気")
    put_caret(widget, 0, 2)
    compose(widget, "よほう")
    press(widget, ENTER)
    assert session.brief.bullets == ("天気よほう",)


def test_a_composition_survives_an_undo_and_is_not_overwritten(make: Make, session: Session) -> None:
    widget = make("天気")
    session.edit("bullets", ("天気", "雨"))
    put_caret(widget, 0, 2)
    compose(widget, "よほう")
    session.undo()
    assert session.brief.bullets == ("天気よほう",)
    assert paragraphs(widget) == ["天気よほう"]


def test_what_is_composed_never_ends_in_another_brief(make: Make, session: Session) -> None:
    widget = make("天気")
    compose(widget, "よほう")
    session.open(Brief(id="other", bullets=("雨",)))
    widget.clearFocus()
    assert session.brief.bullets == ("雨",)


def test_a_composition_is_one_edit(make: Make, session: Session, listener: Listener) -> None:
    widget = make()
    listener.count()
    compose(widget, "ni")
    compose(widget, "ni h")
    assert listener.count() == 0
    decide(widget, "你好")
    assert listener.count() == 1
    assert session.brief.bullets == ("你好",)


def test_empty_bullets_and_dangling_joiners_go_when_the_field_is_left(make: Make, session: Session) -> None:
    widget = make("one", "", " ", "👩\u200d", "two")
    widget.clearFocus()
    assert session.brief.bullets == ("one", "👩", "two")
    assert paragraphs(widget) == ["one", "👩", "two"]


def test_a_click_on_the_waiting_row_begins_a_bullet(make: Make, session: Session) -> None:
    widget = make("one")
    viewport = widget.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(80, viewport.height() - 8))
    write(widget, "two")
    assert session.brief.bullets == ("one", "two")


def test_the_waiting_row_becomes_the_new_bullet_without_moving_anything(make: Make) -> None:
    widget = make("one")
    put_caret(widget, 0, 3)
    height = widget.height()
    press(widget, ENTER)
    assert widget.height() == height
    write(widget, "x")
    assert widget.height() > height


def test_the_widget_is_as_high_as_its_text(make: Make) -> None:
    widget = make("one")
    one = widget.height()
    put_caret(widget, 0, 3)
    write(widget, " word" * 60)
    lines = round((widget.height() - one) / 19)
    assert lines >= 3
    assert widget.verticalScrollBar().maximum() == 0


def test_a_bullet_written_from_right_to_left_stands_at_the_right(make: Make) -> None:
    widget = make("שלום עולם", "hello")
    directions = [widget.document().findBlockByNumber(n).textDirection() for n in (0, 1)]
    assert directions == [Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight]


def test_the_note_counts_bullets_and_words(make: Make) -> None:
    widget = make("Rain in Oslo", "", "**Snow**")
    assert bullets_field(widget).note.text == "2 bullets · 4 words · drag or Alt ↑ ↓"


def test_a_selection_across_bullets_is_replaced_by_what_is_typed(
    make: Make, session: Session, listener: Listener
) -> None:
    widget = make("one", "two", "three")
    put_caret(widget, 0, 1)
    press(widget, DOWN, SHIFT)
    listener.count()
    write(widget, "X")
    assert session.brief.bullets == ("oXwo", "three")
    assert listener.count() == 1


def test_words_dragged_within_the_field_are_one_edit(
    make: Make, session: Session, listener: Listener
) -> None:
    widget = make("one two", "three")
    cursor = widget.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)
    mime = widget.createMimeDataFromSelection()
    listener.count()
    cursor.beginEditBlock()  # what Qt does when a selection is dropped elsewhere in the same widget
    cursor.removeSelectedText()
    cursor.setPosition(5)
    widget.setTextCursor(cursor)
    widget.insertFromMimeData(mime)
    cursor.endEditBlock()
    assert session.brief.bullets == (" two", "onethree")
    assert listener.count() == 1


def test_control_z_does_nothing_of_its_own_to_the_text(make: Make, session: Session) -> None:
    widget = make()
    write(widget, "one")
    press(widget, Qt.Key.Key_Z, CTRL)
    assert paragraphs(widget) == ["one"]
    press_many(widget, LEFT, 2)
    press(widget, BACKSPACE)
    assert session.brief.bullets == ("ne",)


def place_of(widget: QTextEdit, row: int, across: int = 12) -> QPoint:
    """A place within a row, by default on its number."""
    line = widget.cursorRect(QTextCursor(widget.document().findBlockByNumber(row)))
    return QPoint(across, line.center().y())


def drag(widget: QTextEdit, row: int, to: QPoint) -> None:
    """Drag a bullet by its number and hold it there."""
    viewport = widget.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_of(widget, row))
    QTest.mouseMove(viewport, place_of(widget, row) + QPoint(0, 15))
    QTest.mouseMove(viewport, to)


@pytest.mark.parametrize(
    ("row", "over", "below", "expected"),
    [
        (0, 2, True, ("two", "three", "one")),
        (2, 0, False, ("three", "one", "two")),
        (0, 1, True, ("two", "one", "three")),
    ],
)
def test_a_bullet_is_dragged_by_its_number(
    make: Make, session: Session, row: int, over: int, below: bool, expected: tuple[str, ...]
) -> None:
    widget = make("one", "two", "three")
    to = place_of(widget, over) + QPoint(0, 9 if below else -9)
    drag(widget, row, to)
    QTest.mouseRelease(widget.viewport(), Qt.MouseButton.LeftButton, pos=to)
    assert session.brief.bullets == expected
    assert caret(widget) == (expected.index(("one", "two", "three")[row]), 0)
    session.undo()
    assert session.brief.bullets == ("one", "two", "three")


def test_a_bullet_dropped_on_itself_is_no_edit(make: Make, session: Session) -> None:
    widget = make("one", "two", "three")
    drag(widget, 1, place_of(widget, 1) + QPoint(0, 9))
    QTest.mouseRelease(widget.viewport(), Qt.MouseButton.LeftButton, pos=place_of(widget, 1) + QPoint(0, 9))
    assert not session.can_undo


def test_escape_takes_a_drag_back(make: Make, session: Session) -> None:
    widget = make("one", "two", "three")
    to = place_of(widget, 2) + QPoint(0, 9)
    drag(widget, 0, to)
    press(widget, Qt.Key.Key_Escape)
    QTest.mouseRelease(widget.viewport(), Qt.MouseButton.LeftButton, pos=to)
    assert session.brief.bullets == ("one", "two", "three")


def test_a_click_on_a_number_puts_the_caret_before_its_bullet(make: Make) -> None:
    widget = make("one", "two", "three")
    QTest.mouseClick(widget.viewport(), Qt.MouseButton.LeftButton, pos=place_of(widget, 1))
    assert caret(widget) == (1, 0)


def lines_under(widget: QTextEdit, look: Look) -> set[int]:
    """The rows in which something is underlined in the colour of links."""
    picture = widget.grab().toImage()
    colour = look.theme.colour("acc").rgb()
    found: set[int] = set()
    for row in range(widget.document().blockCount()):
        line = widget.cursorRect(QTextCursor(widget.document().findBlockByNumber(row)))
        if any(
            picture.pixel(x, y) == colour
            for x in range(38, picture.width() - 1)
            for y in range(line.top(), line.bottom() + 4)
        ):
            found.add(row)
    return found


def test_the_first_mention_of_a_defined_term_is_underlined(make: Make, session: Session, look: Look) -> None:
    widget = make("No such word.", "😀 It rains, and rain is wet.", "More rain.")
    assert lines_under(widget, look) == set()
    session.edit("terms", (Term(term="rain"),))
    assert lines_under(widget, look) == {1}
    session.edit("terms", ())
    assert lines_under(widget, look) == set()


def select(widget: QTextEdit, first: tuple[int, int], last: tuple[int, int]) -> None:
    """Select from one place to another, each a row and a place in it."""
    put_caret(widget, *first)
    cursor = widget.textCursor()
    end = widget.document().findBlockByNumber(last[0]).position() + last[1]
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)


def test_typing_over_a_selection_that_begins_alike_is_taken_back_at_once(
    make: Make, session: Session
) -> None:
    widget = make("Rain in Oslo")
    select(widget, (0, 0), (0, 4))
    write(widget, "Ruin")
    assert session.brief.bullets == ("Ruin in Oslo",)
    session.undo()
    assert session.brief.bullets == ("Rain in Oslo",)


def test_typing_over_several_bullets_is_taken_back_at_once(make: Make, session: Session) -> None:
    widget = make("Rain", "Snow", "Hail")
    select(widget, (0, 2), (2, 2))
    write(widget, "ins")
    assert session.brief.bullets == ("Rainsil",)
    session.undo()
    assert session.brief.bullets == ("Rain", "Snow", "Hail")


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(BACKSPACE, NONE), (DELETE, NONE), (BACKSPACE, CTRL), (DELETE, CTRL), (DELETE, SHIFT)],
)
def test_marks_that_a_deletion_cuts_hold_on_in_what_stays(
    make: Make, session: Session, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    widget = make("It **rains hard** now", "middle", "and *snows a lot* too")
    select(widget, (0, 10), (2, 12))
    press(widget, key, modifiers)
    assert session.brief.bullets == ("It **rains** *lot* too",)


def test_what_is_typed_over_cut_marks_has_those_of_the_first(make: Make, session: Session) -> None:
    widget = make("It **rains hard** now", "and *snows a lot* too")
    select(widget, (0, 11), (1, 12))
    write(widget, "less")
    assert session.brief.bullets == ("It **rains less** *lot* too",)
    session.undo()
    assert session.brief.bullets == ("It **rains hard** now", "and *snows a lot* too")


def test_a_word_that_is_deleted_takes_its_signs_along(make: Make, session: Session) -> None:
    widget = make("It rains **hard** now")
    put_caret(widget, 0, 17)
    press(widget, BACKSPACE, CTRL)
    assert session.brief.bullets == ("It rains  now",)


def test_a_sign_alone_can_be_deleted(make: Make, session: Session) -> None:
    widget = make("**hard**")
    select(widget, (0, 0), (0, 2))
    press(widget, DELETE)
    assert session.brief.bullets == ("hard**",)


def test_control_backspace_joins_marks_that_meet(make: Make, session: Session) -> None:
    widget = make("It **rains**", "**hard** now")
    put_caret(widget, 1, 0)
    press(widget, BACKSPACE, CTRL)
    assert session.brief.bullets == ("It **rainshard** now",)


def test_after_enter_in_bold_words_typing_goes_on_bold(make: Make, session: Session) -> None:
    widget = make("It **rains hard** now")
    put_caret(widget, 0, 11)
    press(widget, ENTER)
    write(widget, "x")
    assert session.brief.bullets == ("It **rains** ", "**xhard** now")


def test_a_paste_over_cut_marks_leaves_no_sign(make: Make, session: Session) -> None:
    widget = make("It **rains hard** now", "and *snows a lot* too")
    select(widget, (0, 11), (1, 12))
    paste(widget, "less")
    assert session.brief.bullets == ("It **rains less** *lot* too",)
    session.undo()
    assert session.brief.bullets == ("It **rains hard** now", "and *snows a lot* too")


@pytest.mark.parametrize("above", ["", "Rain", "Rain *hard*"])
def test_backspace_behind_the_signs_that_begin_a_bullet_joins_it_whatever_is_above(
    make: Make, session: Session, above: str
) -> None:
    widget = make(above, "**snow** too")
    put_caret(widget, 1, 2)
    press(widget, BACKSPACE)
    assert session.brief.bullets == (f"{above}**snow** too",)
    assert caret(widget) == (0, len(above) + 2)
    session.undo()
    assert session.brief.bullets == (above, "**snow** too")


def test_backspace_before_slanted_words_keeps_them_slanted(make: Make, session: Session) -> None:
    widget = make("It rains", "_hard_ now")
    put_caret(widget, 1, 0)
    press(widget, BACKSPACE)
    assert session.brief.bullets == ("It rains*hard* now",)
