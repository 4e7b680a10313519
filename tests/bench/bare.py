"""The floor: a window of nothing but a text field and a web engine view that shows what is in it."""

import json

import shiboken6
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit, QSplitter

from tests.bench.waiting import wait_for

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
PAGE = "<!doctype html><style>p { overflow-wrap: anywhere }</style><article><p id=one></p></article>"


class Bare:
    """The bare window, as large as ours and with a view as wide as our preview."""

    def __init__(self, text: str, view_width: int) -> None:
        self.window = QMainWindow()
        self.field = QPlainTextEdit()
        self.view = QWebEngineView()
        self._profile = QWebEngineProfile()
        self._page = QWebEnginePage(self._profile, self.view)
        self.view.setPage(self._page)
        split = QSplitter()
        split.addWidget(self.field)
        split.addWidget(self.view)
        # Without this the view has no hint of a size and may get no width, and then never paints.
        split.setSizes([1440 - view_width, view_width])
        self.window.setCentralWidget(split)
        self.window.resize(1440, 900)
        self.window.show()
        self.view.setHtml(PAGE)
        wait_for(self.view.loadFinished)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.setPlainText(text)

    def close(self) -> None:
        """View and page first, then the profile they use."""
        self.window.close()
        shiboken6.delete(self.view)
        shiboken6.delete(self._profile)

    def _on_text_changed(self) -> None:
        text = json.dumps(self.field.toPlainText())
        self._page.runJavaScript(f"document.getElementById('one').textContent = {text}; 0", WORLD)
