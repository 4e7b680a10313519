"""Where the caret was before an edit, as it is known while the edit is told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from briefdesk.desk.history import Place
from briefdesk.ui.fields.held import Held
from tests.ui.fields.hands import BACKSPACE, DOWN, LEFT, SHIFT, compose, decide, paste, press, shown, write

OLD = "😀 one\ntwo"


class Reader:
    """An editor, and what was held before each of its changes."""

    def __init__(self, qtbot: QtBot) -> None:
        self.editor = QTextEdit()
        self.editor.setPlainText(OLD)
        self.before = OLD
        self.places: list[tuple[Place, Place]] = []
        self.editor.document().contentsChanged.connect(self._on_changed)
        self.held = Held(self.editor)
        shown(qtbot, self.editor)
        self.editor.setFocus()

    def _on_changed(self) -> None:
        text = self.editor.toPlainText()
        if text != self.before:
            rows = self.held.in_rows("bullets", self.before.split("\n"))
            self.places.append((rows, self.held.in_text("summary", self.before, 3, "x")))
            self.before = text

    def select(self, anchor: int, caret: int) -> None:
        """Select from one place to another, in UTF-16 units."""
        cursor = self.editor.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(cursor)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return Reader(qtbot)


def cut(editor: QTextEdit) -> None:
    press(editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)


def remove(editor: QTextEdit) -> None:
    press(editor, BACKSPACE)


def type_one(editor: QTextEdit) -> None:
    write(editor, "x")


def paste_two(editor: QTextEdit) -> None:
    paste(editor, "x\ny")


def decide_one(editor: QTextEdit) -> None:
    decide(editor, "雨")


ACTS = [cut, remove, type_one, paste_two, decide_one]


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize(("anchor", "caret"), [(3, 9), (9, 3)])
def test_a_selection_is_known_with_both_its_ends(
    reader: Reader, act: Callable[[QTextEdit], None], anchor: int, caret: int
) -> None:
    reader.select(anchor, caret)
    act(reader.editor)
    ends = {3: (0, 2), 9: (1, 2)}
    (row, at), other = ends[caret], ends[anchor]
    rows, text = reader.places[0]
    assert rows == Place("bullets", row, "", at, other)
    assert text == Place("summary", 3, "x", caret - 1, (3, anchor - 1))


def test_without_a_selection_it_is_the_caret_alone(reader: Reader) -> None:
    reader.select(3, 3)
    write(reader.editor, "xy")
    press(reader.editor, LEFT)
    press(reader.editor, BACKSPACE)
    assert [rows.caret for rows, _ in reader.places] == [2, 3, 3]
    assert all(rows.anchor is None and text.anchor is None for rows, text in reader.places)


def test_between_edits_it_is_where_the_caret_is_now(reader: Reader) -> None:
    reader.select(3, 3)
    write(reader.editor, "x")
    press(reader.editor, DOWN, SHIFT)
    now = reader.held.in_rows("bullets", reader.before.split("\n"))
    assert now == Place("bullets", 1, "", len("two"), (0, 3))


def test_what_is_composed_counts_from_where_it_was_begun(reader: Reader) -> None:
    reader.select(3, 3)
    compose(reader.editor, "よほう")
    decide(reader.editor, "予報")
    assert reader.places[0][0].caret == 2
