"""What tests of widgets share: the look, slow work, a session, and a real library in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look, Scheme, load_fonts
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard_at_the_end(qapp: QApplication) -> Iterator[None]:
    """Without a display, the clipboard outlives Python: what tests copied has to go before."""
    yield
    QApplication.clipboard().clear()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> None:
    """The fonts that the program ships, so that widths are the same everywhere."""
    load_fonts()


@pytest.fixture
def look(qapp: QApplication, fonts: None) -> Iterator[Look]:
    """The light theme at normal size."""
    made = Look(qapp, Scheme.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Slow work, closed before its widgets go."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "desk.briefdesk") as made:
        yield made


@pytest.fixture
def session() -> Session:
    """A session with an empty brief."""
    return Session(Brief(id="00000000000000open"))


@pytest.fixture
def signals(session: Session) -> SessionSignals:
    """The session's announcements as Qt signals."""
    return SessionSignals(session)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The whole window on a library of its own, put away when the test is over."""
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "desk.briefdesk")
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    made.resize(1440, 900)
    made.activateWindow()
    yield made
    put_away(made)
