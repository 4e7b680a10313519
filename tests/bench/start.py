"""From starting the program to a painted form, as one who was here before: ours against a bare window."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from briefdesk.ui.settings.settings import SettingsFile
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
        home = Path(folder)
        library = home / "bench.briefdesk"
        _make(library)
        _leave_settings(home, library)
        floor, ours = interleaved(
            lambda: _start(home, _FLOOR), lambda: _start(home, _OURS, str(library)), rounds
        )
    return [Figure("start to painted form, p50", p50(floor), p50(ours), "<= 1.50x")]


def _make(library: Path) -> None:
    from briefdesk.desk.sample import add_sample
    from briefdesk.store.library import Library

    opened = Library.open(library)
    add_sample(opened)
    opened.close()


def _leave_settings(home: Path, library: Path) -> None:
    """Leave the settings that a window leaves when it is closed."""
    file = SettingsFile(home / ".config" / "briefdesk" / "settings.json")
    file.remember_library(library)
    screens = [f"{width}x{height}" for width, height in ((1440, 900), (1600, 1000), (1920, 1080))]
    file.change(
        last={str(library): "1m86y2b8bg6nthc9c9"},
        geometry={screen: [0, 40, 1400, 840] for screen in screens},
        panes={screen: {"all": [272, 1127], "pages": [606, 520], "work": [700, 288]} for screen in screens},
    )


def _start(home: Path, script: str, *arguments: str) -> float:
    environment = {**os.environ, "HOME": str(home)}
    environment.setdefault("XAUTHORITY", str(Path.home() / ".Xauthority"))
    for kind in ("CONFIG", "DATA", "STATE"):
        environment.pop(f"XDG_{kind}_HOME", None)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _PAINTED + script, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=60,
    )
    if not done.stdout.strip():
        raise RuntimeError(done.stderr[-2000:])
    return (float(done.stdout.split()[0]) - begun) * 1000
