"""What scenarios share: the real window with an empty library, as a writer finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from tests.scenarios.test_from_empty_to_published import put_away
from tests.scenarios.writer import Writer


@pytest.fixture
def writer(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    """A writer with an empty brief, the caret in its headline."""
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    window = build(tmp_path / "desk.briefdesk")
    with qtbot.waitSignal(window.libraryOpened, timeout=20_000), qtbot.waitActive(window, timeout=20_000):
        window.show()
        window.activateWindow()
    window.new_brief()
    yield Writer(window, qtbot)
    put_away(window)
    QApplication.clipboard().clear()
