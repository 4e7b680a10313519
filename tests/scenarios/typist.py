"""A window process to be typed into and killed: types without end and says what was saved."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefdesk.app import build

KEYS_A_SECOND = 25


def main() -> None:
    """Open the library named first, a new brief in it, and type numbered words into its headline."""
    app = QApplication([])
    window = build(Path(sys.argv[1]))
    window.show()
    id = window.new_brief()
    headline = window.findChild(QWidget, "headlineEdit")
    assert headline is not None
    typed = {"count": 0}

    def key() -> None:
        typed["count"] += 1
        QTest.keyClicks(headline, "x")
        print(f"typed {typed['count']}", flush=True)

    def saved(which: str) -> None:
        print(
            f"saved {which} {len(window.library.get(which).brief.headline) if window.library else 0}",
            flush=True,
        )

    timer = QTimer(interval=1000 // KEYS_A_SECOND)
    timer.timeout.connect(key)
    window.saved.connect(saved)
    print(f"brief {id}", flush=True)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main()
