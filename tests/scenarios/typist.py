"""A window process to be typed into and killed: types without end and says what becomes of its keys.

A line for each event, in order, with the count of keys: `typed 7`, `asked 7` (the library is asked to
save them), `saved 7` (the library has answered).
"""

import sys
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from briefdesk.app import build
from briefdesk.brief.model import Brief
from briefdesk.store.library import Library

KEYS_A_SECOND = 25


def main() -> None:
    """Open the library named first, a new brief in it, and type numbered words into its headline."""
    submit = Library.submit

    def asked(library: Library, brief: Brief, *arguments: Any, **options: Any) -> Any:
        print(f"asked {len(brief.headline)}", flush=True)
        return submit(library, brief, *arguments, **options)

    mock.patch.object(Library, "submit", asked).start()
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
        assert window.library is not None
        print(f"saved {len(window.library.get(which).brief.headline)}", flush=True)

    timer = QTimer(interval=1000 // KEYS_A_SECOND)
    timer.timeout.connect(key)
    window.saved.connect(saved)
    print(f"brief {id}", flush=True)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main()
