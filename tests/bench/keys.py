"""A key in the form: until it is painted, and until the preview shows it."""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QMainWindow,
    QPlainTextEdit,
    QSplitter,
    QWidget,
)

from briefdesk.app import build
from briefdesk.desk.sample import add_sample
from briefdesk.store.library import Library
from briefdesk.ui.window import MainWindow
from tests.bench.rounds import Figure, Measure, interleaved, p50, p95

FRAME = 16.7
"""Milliseconds of one frame at 60 a second."""


class _Paints(QObject):
    """Tells when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


def measure(rounds: int = 200) -> list[Figure]:
    """Type into a bare field beside a bare engine view, and into the form beside the preview, in turn."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.briefdesk"
        library = Library.open(path)
        id = add_sample(library)
        library.close()
        window = build(path)
        window.resize(1440, 900)
        window.show()
        _wait(window.libraryOpened)
        window.open_brief(id)
        _wait(window.previewPainted, 20_000)
        bare, field, patch = _bare()
        headline = window.findChild(QWidget, "headlineEdit")
        bullets = window.findChild(QWidget, "bulletsEdit")
        assert headline is not None
        assert bullets is not None
        echo_floor, echo = interleaved(lambda: _echo(bare, field), lambda: _echo(window, bullets), rounds)
        settled_floor, settled = interleaved(patch, lambda: _settle(window, bullets), rounds)
        bare.close()
        window.close()
    return [
        Figure("key echo, p95", p95(echo_floor), p95(echo), f"<= floor + {FRAME} ms"),
        Figure("key to settled preview, p50", p50(settled_floor), p50(settled), "<= 1.10x"),
        Figure("key to settled preview, p95", p95(settled_floor), p95(settled), ""),
    ]


def _bare() -> tuple[QMainWindow, QPlainTextEdit, Measure]:
    """A window of a field and an engine view with one element, and the act of patching that element."""
    from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
    from PySide6.QtWebEngineWidgets import QWebEngineView

    window = QMainWindow()
    field = QPlainTextEdit()
    view = QWebEngineView()
    view.setPage(QWebEnginePage(QWebEngineProfile(window), view))
    split = QSplitter()
    split.addWidget(field)
    split.addWidget(view)
    window.setCentralWidget(split)
    window.resize(1440, 900)
    window.show()
    loaded = view.loadFinished
    view.setHtml("<!doctype html><article><p id=one>one</p></article>")
    _wait(loaded)
    world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
    count = iter(range(10_000_000))

    def patch() -> float:
        loop = QEventLoop()
        begun = time.perf_counter()
        number = next(count)
        page = view.page()
        page.runJavaScript(
            f"document.getElementById('one').textContent='text {number}';"
            "requestAnimationFrame(()=>requestAnimationFrame(()=>{document.title='" + str(number) + "'}));",
            world,
        )
        page.titleChanged.connect(loop.quit)
        loop.exec()
        page.titleChanged.disconnect(loop.quit)
        return (time.perf_counter() - begun) * 1000

    return window, field, patch


def _echo(window: QWidget, field: QWidget) -> float:
    """Press a key and handle events until the field is painted."""
    window.activateWindow()
    field.setFocus()
    target = field.viewport() if isinstance(field, QAbstractScrollArea) else field
    paints = _Paints(target)
    QApplication.processEvents()
    before = paints.count
    begun = time.perf_counter()
    QTest.keyClick(field, Qt.Key.Key_A)
    while paints.count == before:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    took = (time.perf_counter() - begun) * 1000
    paints.deleteLater()
    return took


def _settle(window: MainWindow, field: QWidget) -> float:
    """Press a key and wait until the preview has painted it."""
    field.setFocus()
    loop = QEventLoop()
    window.previewPainted.connect(loop.quit)
    begun = time.perf_counter()
    QTest.keyClick(field, Qt.Key.Key_A)
    QTimer.singleShot(5000, loop.quit)
    loop.exec()
    took = (time.perf_counter() - begun) * 1000
    window.previewPainted.disconnect(loop.quit)
    return took


def _wait(signal: SignalInstance, milliseconds: int = 10_000) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)
