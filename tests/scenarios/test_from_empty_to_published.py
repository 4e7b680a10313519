"""The whole main job with keys alone: from an empty library to a brief on disk, as page and Markdown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from briefdesk.app import build
from briefdesk.brief.model import Status
from briefdesk.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "empty.briefdesk")
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    yield made
    put_away(made)


def put_away(window: MainWindow) -> None:
    """Close a window for good: every theme that a later test puts on would dress it too."""
    window.close()
    delete(window)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def type_text(text: str) -> None:
    """Type a text wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def focus_name() -> str:
    """The object name of the nearest named widget around the focus."""
    widget: QWidget | None = QApplication.focusWidget()
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return widget.objectName() if widget else ""


def test_a_brief_is_written_with_keys_alone_and_is_on_disk_as_typed(window: MainWindow, qtbot: QtBot) -> None:
    id = window.new_brief()
    assert focus_name() == "headlineEdit"
    type_text("Rain falls on the town")
    press(Qt.Key.Key_Return)
    for bullet in ("The river rose by two metres.", "Nobody was hurt.", "Schools stay closed."):
        type_text(bullet)
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    type_text("spate")
    press(Qt.Key.Key_Tab)
    type_text("A river in flood.")
    press(Qt.Key.Key_L, CTRL)
    type_text("https://www.bbc.co.uk/news/rain?utm_source=x")
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: window.desk.autosave.flush(), timeout=5000)
    assert window.library is not None
    brief = window.library.get(id).brief
    assert brief.headline == "Rain falls on the town"
    assert brief.bullets == ("The river rose by two metres.", "Nobody was hurt.", "Schools stay closed.")
    assert [(t.term, t.definition) for t in brief.terms] == [("spate", "A river in flood.")]
    assert brief.source.url == "https://www.bbc.co.uk/news/rain"
    assert brief.source.publisher == "BBC"
    assert brief.slug == "rain-falls-on-the-town"
    assert brief.status is Status.DRAFT


def test_one_undo_line_takes_everything_back_in_the_order_it_was_done(window: MainWindow) -> None:
    window.new_brief()
    type_text("Rain")
    press(Qt.Key.Key_Return)
    type_text("One.")
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_End)
    type_text("y")
    assert window.desk.brief.headline == "Rainy"
    press(Qt.Key.Key_Z, CTRL)
    assert (window.desk.brief.headline, window.desk.brief.bullets) == ("Rain", ("One.",))
    press(Qt.Key.Key_Z, CTRL)
    assert (window.desk.brief.headline, "".join(window.desk.brief.bullets)) == ("Rain", "")
    for _ in range(3):
        press(Qt.Key.Key_Z, CTRL)
    assert window.desk.brief.headline == ""
    for _ in range(6):
        press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert (window.desk.brief.headline, window.desk.brief.bullets) == ("Rainy", ("One.",))


def test_the_word_of_a_paste_goes_when_the_paste_is_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    window.new_brief()
    press(Qt.Key.Key_Return)
    QApplication.clipboard().setText("one\ntwo\nthree")
    press(Qt.Key.Key_V, CTRL)
    bar = window.findChild(QWidget, "pasteStrip")
    assert bar.isVisible()
    press(Qt.Key.Key_Z, CTRL)
    assert window.desk.brief.bullets == ()
    assert not bar.isVisible()


def test_calls_made_before_the_library_is_open_wait_in_order(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    path = tmp_path / "lib.briefdesk"
    first = build(path)
    with qtbot.waitSignal(first.libraryOpened, timeout=20_000):
        first.show()
    old = first.new_brief()
    type_text("Old")
    put_away(first)
    second = build(path)
    second.open_brief(old)
    new = second.new_brief()
    with qtbot.waitSignal(second.libraryOpened, timeout=20_000):
        second.show()
    assert second.desk.brief.id == new
    second.open_brief(old)
    assert second.desk.brief.headline == "Old"
    put_away(second)


def test_a_window_that_is_closed_before_it_is_furnished_opens_no_library(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    path = tmp_path / "lib.briefdesk"
    window = build(path)
    window._start()
    window.close()
    qtbot.wait(50)
    assert not path.exists()
    put_away(window)


def test_the_selected_finding_is_mended_with_its_key_and_its_command(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.new_brief()
    type_text("Models learn  from examples")
    window.findChild(QAction, "action-review").trigger()
    assert focus_name() == "findingsList"
    listed = window.findChild(QListView, "findingsList")
    qtbot.waitUntil(lambda: "2 spaces" in " ".join(_texts(listed)))
    slip = next(row for row, text in enumerate(_texts(listed)) if "2 spaces" in text)
    listed.setCurrentIndex(listed.model().index(slip, 0))
    press(Qt.Key.Key_Period, CTRL)
    assert window.desk.brief.headline == "Models learn from examples"
    qtbot.waitUntil(lambda: "2 spaces" not in " ".join(_texts(listed)))
    listed.setCurrentIndex(listed.model().index(0, 0))
    press(Qt.Key.Key_Period, CTRL)
    assert window.findChild(QWidget, "noticeBar").isVisible()
    assert focus_name() != "findingsList"


def _texts(listed: QListView) -> list[str]:
    model = listed.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]
