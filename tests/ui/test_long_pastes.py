"""A long paste is read on a worker: nothing waits for it, and it lands where the caret was."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import CTRL, editor, paste, press, put_caret, write

WORDS = "rain " * 12_000
HTML = f"<p>It will <b>{WORDS}</b>in Oslo.</p>"
LANDED = f"It will **{WORDS.strip()}** in Oslo."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "desk.briefdesk")
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    made.activateWindow()
    yield made
    put_away(made)


def bullets(window: MainWindow) -> QTextEdit:
    found = editor(window, "bulletsEdit")
    found.setFocus()
    return found


def test_it_lands_before_what_was_typed_meanwhile_and_is_one_step(window: MainWindow, qtbot: QtBot) -> None:
    widget = bullets(window)
    write(widget, "ab")
    put_caret(widget, 0, 1)
    paste(widget, "x", HTML)
    assert window.desk.brief.bullets == ("ab",)
    write(widget, "!")
    qtbot.waitUntil(lambda: len(window.desk.brief.bullets[0]) > 3)
    assert window.desk.brief.bullets == (f"a{LANDED}!b",)
    write(widget, "?")
    assert window.desk.brief.bullets == (f"a{LANDED}!?b",)
    window.desk.session.undo()
    window.desk.session.undo()
    assert window.desk.brief.bullets == ("a!b",)


def test_it_takes_the_place_of_what_was_selected(window: MainWindow, qtbot: QtBot) -> None:
    widget = bullets(window)
    write(widget, "abc")
    press(widget, Qt.Key.Key_A, CTRL)
    paste(widget, "x", HTML)
    qtbot.waitUntil(lambda: window.desk.brief.bullets == (LANDED,))


def test_two_long_pastes_stand_in_their_order(window: MainWindow, qtbot: QtBot) -> None:
    widget = bullets(window)
    write(widget, "ab")
    put_caret(widget, 0, 1)
    paste(widget, "x", HTML)
    paste(widget, "x", HTML.replace("Oslo", "Bergen"))
    qtbot.waitUntil(lambda: "Bergen" in window.desk.brief.bullets[0])
    assert window.desk.brief.bullets == (f"a{LANDED}{LANDED.replace('Oslo', 'Bergen')}b",)


def test_it_is_put_in_before_another_brief_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    widget = bullets(window)
    write(widget, "a")
    first = window.desk.brief.id
    paste(widget, "x", HTML)
    window.new_brief()
    qtbot.wait(50)
    assert window.desk.brief.bullets == ()
    window.open_brief(first)
    assert window.desk.brief.bullets == (f"a{LANDED}",)


def test_undo_drops_it_while_it_is_read(window: MainWindow, qtbot: QtBot) -> None:
    widget = bullets(window)
    write(widget, "a")
    paste(widget, "x", HTML)
    press(widget, Qt.Key.Key_Z, CTRL)
    qtbot.wait(300)
    assert window.desk.brief.bullets == ("a",)


def test_the_keyboard_stays_where_it_has_gone(window: MainWindow, qtbot: QtBot) -> None:
    widget = bullets(window)
    paste(widget, "x", "".join(f"<li>{HTML}</li>" for _ in range(2)))
    headline = editor(window, "headlineEdit")
    headline.setFocus()
    write(headline, "Rain ")
    qtbot.waitUntil(lambda: len(window.desk.brief.bullets) == 2)
    assert headline.hasFocus()
    assert window.desk.brief.headline == "Rain "


LINES = [f"Line {n} of a long paste about the rain" for n in range(2_000)]
MANY = "".join(f"<p><b>Line</b>{line.removeprefix('Line')}</p>" for line in LINES)


@pytest.mark.parametrize("is_slow", [False, True])
def test_many_lines_are_put_in_without_a_question_when_their_brief_is_left(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, is_slow: bool
) -> None:
    """Where the worker is not done in a moment, the lines come as they stand in the plain text."""
    go_on = threading.Event()

    def slowly(*_asked: object, **_named: object) -> Iterator[int]:
        go_on.wait(20)
        yield 100

    if is_slow:
        monkeypatch.setattr("briefdesk.ui.fields.reading_ahead.read_ahead", slowly)
    else:
        monkeypatch.setattr("briefdesk.ui.long_pastes.SHORT_WAIT", 20.0)
    field = bullets(window)
    id = window.desk.brief.id
    paste(field, "\r\n\r\n".join(LINES), MANY)
    window.furniture.acts.newWanted.emit()
    go_on.set()
    assert window.desk.autosave.flush()
    library = window._door.library
    assert library is not None
    first = "Line" if is_slow else "**Line**"
    assert library.get(id).brief.bullets == tuple(first + line.removeprefix("Line") for line in LINES)


def test_undo_while_many_lines_are_asked_about_takes_back_the_paste_and_nothing_else(
    window: MainWindow,
) -> None:
    window.desk.session.edit("headline", "Rain")
    widget = bullets(window)
    widget.setFocus()
    paste(widget, "\n".join(f"Line {n}" for n in range(40)))
    strip = window.findChild(QWidget, "pasteStrip")
    assert strip is not None
    assert strip.isVisible()
    press(widget, Qt.Key.Key_Z, CTRL)
    assert not strip.isVisible()
    assert window.desk.brief.headline == "Rain"
    press(widget, Qt.Key.Key_Z, CTRL)
    assert window.desk.brief.headline == ""
