"""The rows of an editor are what its paragraphs hold, whatever is done to them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, QMimeData
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from briefdesk.ui.fields.clipboard import text_mime
from briefdesk.ui.fields.editor import Editor, Habits
from briefdesk.ui.fields.rows import Rows
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import paragraphs

TEXT = st.text(st.sampled_from("ab 😀\u05d0\u00a0é"), max_size=5)
ACT = st.tuples(
    st.sampled_from(["insert", "delete", "split", "show", "up", "down", "drop"]),
    st.integers(0, 40),
    st.integers(0, 40),
    st.lists(TEXT, max_size=4),
)


def no_paste(_mime: QMimeData, _as_one: bool) -> None:
    raise AssertionError("nothing was pasted")


def no_copy(_cursor: QTextCursor) -> QMimeData:
    return text_mime("")


@pytest.fixture
def widget(qtbot: QtBot, look: Look) -> Editor:
    made = Editor(look, Habits(lambda _: False, no_paste, no_copy), padding=QMargins(1, 1, 1, 1))
    qtbot.addWidget(made)
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(acts=st.lists(ACT, max_size=12))
def test_the_rows_are_always_what_the_paragraphs_hold(
    widget: Editor, acts: list[tuple[str, int, int, list[str]]]
) -> None:
    rows = Rows(widget)
    told: list[tuple[str, ...]] = []
    rows.edited.connect(lambda now, _row, _typed: told.append(now))
    try:
        for what, anchor, position, texts in acts:
            cursor = widget.textCursor()
            last = widget.document().characterCount() - 1
            cursor.setPosition(min(anchor, last))
            cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)
            before, count = rows.rows, len(told)
            match what:
                case "insert":
                    rows.insert(texts)
                case "delete":
                    cursor.removeSelectedText()
                case "split":
                    cursor.insertBlock()
                case "show":
                    rows.show(texts)
                case "drop":
                    rows.remove_selected()
                case _:
                    rows.move(-1 if what == "up" else 1)
            assert list(rows.texts) == list(paragraphs(widget))
            if what == "show":
                assert rows.rows == (tuple(texts) if texts != [""] else ())
                assert len(told) == count
            else:
                assert len(told) == count + (rows.rows != before)
                assert not told[count:] or told[-1] == rows.rows
    finally:
        rows.show([])
        rows.deleteLater()
        widget.document().contentsChange.disconnect(rows._on_contents_change)
        widget.document().contentsChanged.disconnect(rows._on_contents_changed)


def test_showing_other_rows_touches_only_those_that_differ(widget: Editor) -> None:
    rows = Rows(widget)
    rows.show(["one", "two", "three", "four"])
    touched: list[tuple[int, int, int]] = []
    widget.document().contentsChange.connect(lambda *change: touched.append(change))
    rows.show(["one", "twice", "three", "four"])
    assert touched == [(6, 1, 3)]


def test_a_row_with_half_a_character_in_it_gives_way_to_what_is_shown(widget: Editor) -> None:
    rows = Rows(widget)
    rows.show(["a😀b"])
    cursor = QTextCursor(widget.document())
    cursor.setPosition(1)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    rows.show([])
    assert list(paragraphs(widget)) == [""]
