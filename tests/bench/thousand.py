"""A thousand keys at 25 a second into the real window: none lost, the preview at the last, nothing moved."""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from briefdesk.app import build
from briefdesk.desk.sample import add_sample
from briefdesk.store.library import Library
from briefdesk.ui.window import MainWindow
from tests.bench.rounds import Fact, p50, p95

KEYS = 1000
EVERY_MS = 40
TEXT = "the quick brown fox jumps over the lazy dog "


class _Echo(QObject):
    """Notes when a key was pressed and when the field was painted after it."""

    def __init__(self, surface: QWidget) -> None:
        super().__init__(surface)
        self.pressed = 0.0
        self.times: list[float] = []
        surface.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.pressed:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        if self.pressed:
            self.times.append((time.perf_counter() - self.pressed) * 1000)
            self.pressed = 0.0


def measure() -> list[Fact]:
    """Type into the last bullet of the sample brief, and look at what became of it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.briefdesk"
        with Library.open(path) as library:
            id = add_sample(library)
        window = build(path)
        window.show()
        _wait(window.libraryOpened)
        window.open_brief(id)
        _wait(window.previewPainted, 20_000)
        facts = _type(window)
        kept = window.library.get(id).brief if window.library else None
        facts.append(Fact("on disk at the end", "yes" if kept == window.desk.brief else "NO", "yes"))
        window.close()
    return facts


def _type(window: MainWindow) -> list[Fact]:
    field = window.findChild(QAbstractScrollArea, "bulletsEdit")
    assert field is not None
    field.setFocus()
    echo = _Echo(field.viewport())
    before = "".join(window.desk.brief.bullets)
    painted: list[float] = []
    window.previewPainted.connect(lambda _id: painted.append(time.perf_counter()))
    loop, typed = QEventLoop(), [0]

    def key() -> None:
        char = TEXT[typed[0] % len(TEXT)]
        typed[0] += 1
        echo.pressed = time.perf_counter()
        QTest.keyClicks(field, char)
        if typed[0] == KEYS:
            timer.stop()
            QTimer.singleShot(1500, loop.quit)

    timer = QTimer(interval=EVERY_MS)
    timer.timeout.connect(key)
    timer.start()
    loop.exec()
    last = window.desk.brief.bullets
    grown = len("".join(last)) - len(before)
    window.desk.autosave.flush()
    return [
        Fact(f"{KEYS} keys at {1000 // EVERY_MS} a second: lost", str(KEYS - grown), "0"),
        Fact("their echo, p50 and p95 (ms)", f"{p50(echo.times):.1f}  {p95(echo.times):.1f}", ""),
        Fact("previews painted meanwhile", str(len(painted)), f"about {KEYS}"),
    ]


def _wait(signal: SignalInstance, milliseconds: int = 10_000) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)
