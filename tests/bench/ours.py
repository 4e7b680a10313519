"""Ours, for measuring: the real window with the sample brief in it and its preview painted."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QTextEdit

from briefdesk.app import build
from briefdesk.desk.sample import add_sample
from briefdesk.store.library import Library
from briefdesk.ui.window import MainWindow
from tests.bench.waiting import wait_for


@contextmanager
def our_window() -> Iterator[MainWindow]:
    """Open the window on a library of its own, and close it at the end."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.briefdesk"
        with Library.open(path) as library:
            id = add_sample(library)
        window = build(path)
        window.resize(1440, 900)
        window.show()
        wait_for(window.libraryOpened)
        window.open_brief(id)
        wait_for(window.previewPainted)
        yield window
        window.close()


def bullets_of(window: MainWindow) -> QTextEdit:
    """The field of the bullets."""
    field = window.findChild(QTextEdit, "bulletsEdit")
    assert field is not None
    return field
