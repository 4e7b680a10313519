"""A thousand keys at 25 a second into the real window: none lost, the preview at the last, nothing moved."""

import json
import time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefdesk.brief.inline import plain
from briefdesk.ui.window import MainWindow
from tests.bench.ours import bullets_of, our_window
from tests.bench.rounds import Fact, p50, p95
from tests.bench.screen import Screen
from tests.bench.waiting import rest

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


class _Page(QObject):
    """What the page is like at each painting of it, and what it answers when it is asked."""

    def __init__(self, window: MainWindow) -> None:
        from PySide6.QtWebEngineWidgets import QWebEngineView  # not before the first paint

        super().__init__()
        view = window.findChild(QWebEngineView, "previewView")
        assert view is not None
        self._view = view
        # Wherever the page stands there are words in so much of it; the display is asked, not the view.
        self._screen = Screen(view, QRect(20, view.height() // 2 - 80, view.width() - 60, 160))
        self.frames = 0
        self.blank = 0
        for inner in view.findChildren(QWidget):
            inner.installEventFilter(self)

    def ask(self, expression: str) -> Any:
        """Evaluate an expression in the world beside the page; its value."""
        from briefdesk.ui.preview.engine import WORLD

        answers: list[str] = []
        self._view.page().runJavaScript(f"JSON.stringify({expression})", WORLD, answers.append)
        while not answers:
            rest(10)
        return json.loads(answers[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The program reads one pixel after each painting, for which Qt paints just that.
        if isinstance(event, QPaintEvent) and event.rect().width() > 1:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        """Count a frame, and whether it is all of one colour."""
        self.frames += 1
        image = self._screen.look()
        seen = {image.pixel(x, y) for y in range(0, image.height(), 4) for x in range(0, image.width(), 8)}
        self.blank += len(seen) < 2


def measure() -> list[Fact]:
    """Type into the last bullet of the sample brief, and look at what became of it."""
    with our_window() as window:
        facts = _type(window)
        kept = window.library.get(window.desk.brief.id).brief if window.library else None
        facts.append(Fact("on disk at the end", "yes" if kept == window.desk.brief else "NO", "yes"))
    return facts


def _type(window: MainWindow) -> list[Fact]:
    field = bullets_of(window)
    field.setFocus()
    page = _Page(window)
    page.ask("(scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2), 0)")
    place = page.ask("scrollY")
    rest(500)
    echo = _Echo(field.viewport())
    before = "".join(window.desk.brief.bullets)
    page.frames = 0
    painted: list[str] = []
    window.previewPainted.connect(painted.append)
    for n in range(KEYS):
        echo.pressed = time.perf_counter()
        QTest.keyClicks(field, TEXT[n % len(TEXT)])
        rest(max(1, EVERY_MS - round((time.perf_counter() - echo.pressed) * 1000)))
    rest(500)
    ours, grown = window.desk.brief.bullets, len("".join(window.desk.brief.bullets)) - len(before)
    shown = page.ask(
        "Array.from(document.querySelectorAll('[data-part=bullets] li'), (li) => li.textContent)"
    )
    window.desk.autosave.flush()
    return [
        Fact(f"{KEYS} keys at {1000 // EVERY_MS} a second: lost", str(KEYS - grown), "0"),
        Fact("their echo, p50 and p95 (ms)", f"{p50(echo.times):.1f}  {p95(echo.times):.1f}", ""),
        Fact("previews painted meanwhile", str(len(painted)), f"about {KEYS}"),
        Fact("paintings of the page, and blank ones", f"{page.frames}  {page.blank}", f"about {KEYS}  0"),
        Fact(
            "the page shows the last key's text",
            "yes" if shown == [plain(each) for each in ours] else "NO",
            "yes",
        ),
        Fact("the page was scrolled to, and is at", f"{place:g}  {page.ask('scrollY'):g}", "the same"),
    ]
