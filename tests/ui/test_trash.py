"""A brief that was left empty goes to the trash, which is said, and comes back with one click."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "desk.briefdesk")
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    made.resize(1440, 900)
    made.activateWindow()
    yield made
    put_away(made)


def test_a_brief_that_is_left_empty_is_put_away_and_can_be_put_back(window: MainWindow, qtbot: QtBot) -> None:
    session, acts = window.desk.session, window.furniture.acts
    session.edit("headline", "Rain")
    id = window.desk.brief.id
    qtbot.waitUntil(lambda: window.desk.autosave.is_settled(id))
    session.edit("headline", "")
    acts.newWanted.emit()
    notices = window.furniture.notices

    def offered() -> list[QPushButton]:
        return [each for each in notices.findChildren(QPushButton) if each.text() == "Put back"]

    qtbot.waitUntil(lambda: notices.isVisible() and bool(offered()))
    offered()[0].click()
    qtbot.waitUntil(lambda: window.desk.brief.id == id)
    session.undo()
    assert window.desk.brief.headline == "Rain"
