"""How long the window stands still while the engine starts: the longest gap between two beats of a timer."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.rounds import Fact, Figure, interleaved, p50

_BEATS = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QSplitter
app = QApplication([])
class Beats(QObject):
    \"\"\"Begins with the first paint; `end` prints the longest gap since `mark`, and of all.\"\"\"
    def __init__(self, surface, window, begun):
        super().__init__()
        self.window, self.begun, self.longest, self.last = window, begun, 0.0, 0.0
        self.whole = 0.0
        self.timer = QTimer(interval=5, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self.beat)
        surface.installEventFilter(self)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.last:
            self.last = time.perf_counter()
            self.id = int(self.window.winId())
            self.timer.start()
            QTimer.singleShot(0, self.begun)
        return False
    def beat(self):
        now = time.perf_counter()
        self.longest, self.last = max(self.longest, now - self.last), now
    def mark(self, *_):
        self.beat()
        self.whole, self.longest = self.longest, 0.0
    def end(self, *_):
        self.beat()
        whole = max(self.whole, self.longest)
        print(self.longest * 1000, whole * 1000, self.id == int(self.window.winId()), flush=True)
        import os
        os._exit(0)
"""
_FLOOR = """
window = QMainWindow()
field = QPlainTextEdit()
split = QSplitter()
split.addWidget(field)
window.setCentralWidget(split)
window.resize(1440, 900)
def begin():
    beats.mark()
    from PySide6.QtWebEngineWidgets import QWebEngineView
    window.view = QWebEngineView()
    window.view.loadFinished.connect(beats.end)
    split.addWidget(window.view)
    split.setSizes([920, 520])
    window.view.setHtml("<!doctype html><article><p>one</p></article>")
beats = Beats(field.viewport(), window, begin)
window.show()
app.exec()
"""
_OURS = """
from briefdesk.app import build
window = build(sys.argv[1])
window.resize(1440, 900)
def begin():
    window.libraryOpened.connect(beats.mark)  # the engine is started behind that
    window.previewPainted.connect(beats.end)
from PySide6.QtWidgets import QAbstractScrollArea
headline = window._shell.findChild(QAbstractScrollArea, "headlineEdit")
beats = Beats(headline.viewport(), window, begin)
window.show()
app.exec()
"""


def measure(rounds: int = 10) -> list[Figure | Fact]:
    """Start both in turn: a bare window that gets a plain view after its first paint, and ours."""
    kept: list[bool] = []
    furnished: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "bench.briefdesk"
        _make(library)

        def ours() -> float:
            gap, whole, same = _start(_OURS, str(library))
            kept.append(same)
            furnished.append(whole)
            return gap

        floor, stalls = interleaved(lambda: _start(_FLOOR)[0], ours, rounds)
    return [
        Figure("window stall while the engine starts, p50", p50(floor), p50(stalls), "<= 100 ms"),
        Figure("window stall while the engine starts, worst", max(floor), max(stalls), ""),
        Fact("the same from the first paint on, p50 (ms)", f"{p50(furnished):.1f}", "furnishing included"),
        Fact("native window id kept", f"{sum(kept)} of {len(kept)}", "all"),
    ]


def _make(library: Path) -> None:
    from briefdesk.desk.sample import add_sample
    from briefdesk.store.library import Library

    with Library.open(library) as opened:
        add_sample(opened)


def _start(script: str, *arguments: str) -> tuple[float, float, bool]:
    """The longest gap in milliseconds, that since the first paint, and whether the window kept its id."""
    wanted = dict(os.environ)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        wanted["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # as root the engine ends the program without it
    done = subprocess.run(
        [sys.executable, "-c", _BEATS + script, *arguments],
        capture_output=True,
        text=True,
        env=wanted,
        check=False,
        timeout=60,
    )
    if not done.stdout.strip():
        raise RuntimeError(done.stderr[-2000:])
    gap, whole, same = done.stdout.split()[:3]
    return float(gap), float(whole), same == "True"
