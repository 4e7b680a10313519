"""From starting the program to a painted form: ours against a bare main window."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.rounds import Figure, interleaved, p50

_PAINTED = """
import time
from PySide6.QtCore import QEvent, QObject, QTimer
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(time.monotonic(), flush=True)
            watched.removeEventFilter(self)
            QTimer.singleShot(0, end)
        return False
def end():
    import os
    os._exit(0)
"""
_FLOOR = """
from PySide6.QtWidgets import QApplication, QMainWindow, QLineEdit
app = QApplication([])
window = QMainWindow()
field = QLineEdit()
window.setCentralWidget(field)
window.resize(1440, 900)
painted = Painted()
field.installEventFilter(painted)
window.show()
app.exec()
"""
_OURS = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
from briefdesk.app import build
window = build(sys.argv[1])
headline = window.findChild(QWidget, "headlineEdit")
headline = headline.viewport() if hasattr(headline, "viewport") else headline
painted = Painted()
headline.installEventFilter(painted)
window.show()
app.exec()
"""


def measure(rounds: int = 12) -> list[Figure]:
    """Start both in turn; the library holds the sample."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "bench.briefdesk"
        _make(library)
        floor, ours = interleaved(lambda: _start(_FLOOR), lambda: _start(_OURS, str(library)), rounds)
    return [Figure("start to painted form, p50", p50(floor), p50(ours), "<= 1.50x")]


def _make(library: Path) -> None:
    from briefdesk.desk.sample import add_sample
    from briefdesk.store.library import Library

    opened = Library.open(library)
    add_sample(opened)
    opened.close()


def _start(script: str, *arguments: str) -> float:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _PAINTED + script, *arguments],
        capture_output=True,
        text=True,
        env=os.environ,
        check=False,
        timeout=60,
    )
    if not done.stdout.strip():
        raise RuntimeError(done.stderr[-2000:])
    return (float(done.stdout.split()[0]) - begun) * 1000
