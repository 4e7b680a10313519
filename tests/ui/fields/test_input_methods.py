"""What an input method is composing is never lost, whatever happens in the meantime."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Brief
from briefdesk.store.library import Library
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import CTRL, ENTER, compose, decide, editor, paste, press, put_caret, write

PLACES = ["headlineEdit", "bulletsEdit", "definitionEdit1"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.briefdesk"


@pytest.fixture
def window(qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(path)
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def open_window(window: MainWindow) -> Iterator[MainWindow]:
    """The window, put away whatever a test finds."""
    yield window
    put_away(window)


@pytest.fixture
def ids(window: MainWindow) -> list[str]:
    from briefdesk.brief.model import Term

    assert window.library
    return [
        window.library.save(
            Brief(headline=each, bullets=("雨",), terms=(Term(term="雨", definition="水"),))
        ).brief.id
        for each in ("天気", "雪")
    ]


def at_end(window: MainWindow, name: str) -> QTextEdit:
    widget = editor(window, name)
    widget.setFocus()
    put_caret(widget, 0, len(widget.document().firstBlock().text()))
    return widget


def text_of(brief: Brief, name: str) -> str:
    return {"headlineEdit": brief.headline, "bulletsEdit": brief.bullets[0]}.get(name) or brief.terms[
        0
    ].definition


Act = Callable[[MainWindow, list[str]], None]


def switch(window: MainWindow, ids: list[str]) -> None:
    window.open_brief(ids[1])


def save(window: MainWindow, _ids: list[str]) -> None:
    window.desk.session.edit("byline", "x")
    assert window.desk.autosave.flush()


def undo(window: MainWindow, _ids: list[str]) -> None:
    window.desk.session.edit("byline", "x")
    window.findChild(QAction, "action-undo").trigger()


def restyle(window: MainWindow, _ids: list[str]) -> None:
    window.furniture.markings.changed.emit(None)
    QCoreApplication.processEvents()


def mark_invisibles(window: MainWindow, _ids: list[str]) -> None:
    window.findChild(QAction, "action-invisibles").trigger()
    QCoreApplication.processEvents()


def bold(window: MainWindow, _ids: list[str]) -> None:
    window.findChild(QAction, "action-link").trigger()


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("act", [switch, save, undo, restyle, mark_invisibles, bold])
def test_composed_text_outlives_what_the_window_does(
    window: MainWindow, ids: list[str], name: str, act: Act
) -> None:
    window.open_brief(ids[0])
    before = text_of(window.desk.brief, name)
    widget = at_end(window, name)
    compose(widget, "よほう")
    act(window, ids)
    widget.clearFocus()
    window.open_brief(ids[0])
    assert text_of(window.desk.brief, name) == before + "よほう"
    put_away(window)


def test_composed_text_is_in_the_library_after_the_window_is_closed(
    window: MainWindow, ids: list[str], path: Path
) -> None:
    window.open_brief(ids[0])
    compose(at_end(window, "bulletsEdit"), "よほう")
    put_away(window)
    with Library.open(path) as library:
        assert library.get(ids[0]).brief.bullets == ("雨よほう",)


def test_enter_that_confirms_a_candidate_does_not_split_and_the_next_one_does(
    window: MainWindow, ids: list[str]
) -> None:
    window.open_brief(ids[0])
    widget = at_end(window, "bulletsEdit")
    compose(widget, "よほう")
    press(widget, ENTER)
    assert window.desk.brief.bullets == ("雨よほう",)
    press(widget, ENTER)
    assert window.desk.brief.bullets == ("雨よほう", "")
    put_away(window)


def test_the_strip_of_a_paste_goes_with_composed_text_and_takes_nothing_along(
    window: MainWindow, ids: list[str]
) -> None:
    window.open_brief(ids[0])
    widget = at_end(window, "bulletsEdit")
    paste(widget, "一\n二")
    compose(widget, "さん")
    press(widget, Qt.Key.Key_V, CTRL | Qt.KeyboardModifier.ShiftModifier)
    widget.clearFocus()
    assert "さん" in "".join(window.desk.brief.bullets)
    put_away(window)


def test_quotes_are_left_alone_while_something_is_composed(window: MainWindow, ids: list[str]) -> None:
    window.open_brief(ids[0])
    widget = at_end(window, "headlineEdit")
    compose(widget, '"')
    assert window.desk.brief.headline == "天気"
    decide(widget, '"')
    assert window.desk.brief.headline == "天気”"
    write(widget, "x")
    assert window.desk.brief.headline == "天気”x"
    put_away(window)


def select_start(widget: QTextEdit, length: int) -> None:
    cursor = widget.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(length, QTextCursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("composed", ["", "´"])
@pytest.mark.parametrize("decided", ["É", "P", "雨天"])
def test_what_is_decided_over_a_selection_is_one_step_with_what_is_typed_on(
    open_window: MainWindow, name: str, composed: str, decided: str
) -> None:
    from briefdesk.brief.model import Term

    text = "PFAS in water"
    assert open_window.library
    open_window.open_brief(
        open_window.library.save(
            Brief(headline=text, bullets=(text,), terms=(Term(term="x", definition=text),))
        ).brief.id
    )
    widget = at_end(open_window, name)
    select_start(widget, 4)
    if composed:
        compose(widget, composed)
    decide(widget, decided)
    write(widget, "in")
    assert text_of(open_window.desk.brief, name) == f"{decided}in in water"
    press(widget, Qt.Key.Key_Z, CTRL)
    assert text_of(open_window.desk.brief, name) == text
    assert widget.textCursor().selectedText() == "PFAS"


@pytest.mark.parametrize("composed", ["", "´"])
def test_what_is_decided_over_cut_marks_leaves_no_sign(open_window: MainWindow, composed: str) -> None:
    rows = ("It **rains hard** now", "and *snows a lot* too")
    assert open_window.library
    open_window.open_brief(open_window.library.save(Brief(bullets=rows)).brief.id)
    widget = at_end(open_window, "bulletsEdit")
    cursor = widget.textCursor()
    cursor.setPosition(11)
    cursor.setPosition(len(rows[0]) + 1 + 12, QTextCursor.MoveMode.KeepAnchor)
    widget.setTextCursor(cursor)
    if composed:
        compose(widget, composed)
    decide(widget, "é")
    (row,) = open_window.desk.brief.bullets
    assert row.replace(" ", "") in ("It**rainsé***lot*too", "It**rains**é*lot*too")
    press(widget, Qt.Key.Key_Z, CTRL)
    assert open_window.desk.brief.bullets == rows
