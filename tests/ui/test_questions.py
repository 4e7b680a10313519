"""The questions that are asked with the system's dialogs."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.questions import Dialogs
from briefdesk.ui.settings.settings import SettingsFile


def test_the_import_dialog_begins_at_home_and_then_where_it_was_last(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = tmp_path / "pages"
    folder.mkdir()
    starts: list[str] = []
    answers = [[], [str(folder / "a.txt")], [], []]

    def ask(parent: QWidget, words: str, start: str, kinds: str) -> tuple[list[str], str]:
        starts.append(start)
        return answers.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", ask)
    parent = QWidget()
    qtbot.addWidget(parent)
    file = tmp_path / "settings.json"
    dialogs = Dialogs(parent, SettingsFile(file))
    assert dialogs.files_to_import() == []
    assert dialogs.files_to_import() == [folder / "a.txt"]
    Dialogs(parent, SettingsFile(file)).files_to_import()
    folder.rmdir()
    dialogs.files_to_import()
    assert starts == [str(Path.home()), str(Path.home()), str(folder), str(Path.home())]
