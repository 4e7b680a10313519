"""The pane around the page, with and without its engine."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from briefdesk import __version__
from briefdesk.desk.session import Session
from briefdesk.paths import state_dir
from briefdesk.ui.preview.environment import ENGINE_NOISE
from briefdesk.ui.preview.pane import PreviewPane
from tests.ui.preview.conftest import START_MS


def test_the_engine_is_not_even_imported_until_it_is_started():
    seen = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, briefdesk.ui.preview.pane; print([m for m in sys.modules if 'WebEngine' in m])",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert seen.stdout.strip() == "[]"


def test_the_window_keeps_its_native_id_when_the_engine_comes(qtbot: QtBot, pane: PreviewPane):
    before = pane.window().winId()
    with qtbot.waitSignal(pane.painted, timeout=START_MS):
        pane.start_engine()
    assert pane.window().winId() == before


def test_a_start_that_succeeds_leaves_no_marker(running: PreviewPane):
    assert not (state_dir() / "preview-starting").exists()


def test_the_simple_page_can_be_asked_for(
    qtbot: QtBot, pane: PreviewPane, session: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    with qtbot.waitSignals([pane.stateChanged, pane.painted], timeout=START_MS):
        pane.start_engine()
    page = pane.findChild(QTextBrowser, "previewView")
    assert page is not None
    assert session.brief.headline in page.toPlainText()
    with qtbot.waitSignal(pane.painted, timeout=START_MS) as told:
        session.edit("headline", "Typed beside the simple page")
    assert told.args == [session.brief.id]
    assert "Typed beside the simple page" in page.toPlainText()


def test_after_a_fatal_start_the_simple_page_is_shown_and_the_full_one_offered(
    qtbot: QtBot, pane: PreviewPane
):
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    marker = state_dir() / "preview-starting"
    marker.write_text(f"{__version__} {process.pid}\n", encoding="utf-8")
    with qtbot.waitSignal(pane.stateChanged, timeout=START_MS) as told:
        pane.start_engine()
    assert told.args == ["Preview: simple page, the engine ended the program at its last start"]
    strip = pane.findChild(QWidget, "previewStrip")
    retry = pane.findChild(QPushButton, "previewRetry")
    assert strip is not None
    assert retry is not None
    assert strip.isVisible()
    assert marker.exists()
    retry.click()
    qtbot.waitUntil(lambda: pane.engine is not None and not marker.exists(), timeout=START_MS)
    assert not strip.isVisible()


def test_an_engine_that_cannot_be_loaded_is_replaced_by_the_simple_page(
    qtbot: QtBot, pane: PreviewPane, session: Session, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "briefdesk.ui.preview.engine", None)
    with qtbot.waitSignal(pane.stateChanged, timeout=START_MS) as told:
        pane.start_engine()
    assert told.args == ["Preview: simple page, the engine could not start"]
    page = pane.findChild(QTextBrowser, "previewView")
    assert page is not None
    assert session.brief.headline in page.toPlainText()


def test_a_hidden_pane_catches_up_when_it_is_shown(qtbot: QtBot, running: PreviewPane, session: Session):
    engine = running.engine
    assert engine is not None
    running.hide()
    before = engine._patches.number
    session.edit("headline", "Written while nobody looked")
    assert engine._patches.number == before
    with qtbot.waitSignal(running.painted, timeout=START_MS):
        running.show()
    assert engine._patches.number == before + 1


PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.preview.pane import PreviewPane
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
app = QApplication([])
signals = SessionSignals(Session(Brief(id="x", headline="Hello")))
window = QMainWindow()
pane = PreviewPane(signals, Look(app))
window.setCentralWidget(pane)
window.show()
pane.painted.connect(lambda _: (pane.close_engine() if "close" in sys.argv else None, app.quit()))
QTimer.singleShot(30000, lambda: app.exit(3))
pane.start_engine()
sys.exit(app.exec())
"""


@pytest.mark.parametrize("how", ["close", "leave"])
def test_the_program_ends_without_a_word(tmp_path: Path, how: str):
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, how], capture_output=True, text=True, check=False, timeout=120
    )
    said = [line for line in ended.stderr.splitlines() if line]
    assert [line for line in said if not any(noise.search(line) for noise in ENGINE_NOISE)] == []
    assert ended.returncode == 0
