"""What the commands do to briefs, on a real library, with the notices that tell of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
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
    yield made
    put_away(made)


def offer(window: MainWindow, text: str) -> QPushButton:
    """The button of the notice that is shown."""
    buttons = window.furniture.notices.findChildren(QPushButton)
    (found,) = (each for each in buttons if each.text() == text and each.isVisible())
    return found


def test_an_import_names_every_file_that_could_not_be_read(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    files = [tmp_path / f"{name}.json" for name in ("one", "two", "three")]
    for file in files:
        file.write_text("{", encoding="utf-8")
    notices = window.furniture.notices
    window.import_files([*files, tmp_path / "missing.txt"])
    qtbot.waitUntil(notices.isVisible)
    labels = notices.findChildren(QLabel)
    assert "Nothing was imported" in {label.text() for label in labels}
    (tip,) = {label.toolTip() for label in labels if label.toolTip()}
    assert [line.partition(":")[0] for line in tip.splitlines()] == [
        "one.json",
        "two.json",
        "three.json",
        "missing.txt",
    ]
    offer(window, "Show all").click()
    box = window.findChild(QMessageBox, "noticeDetails")
    assert box.informativeText() == tip
    box.close()
