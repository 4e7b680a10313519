"""A key in the form: until it is painted, and until the preview shows it on the screen."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QEventLoop, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from briefdesk.ui.window import MainWindow
from tests.bench.ours import bullets_of, our_window
from tests.bench.rounds import Fact, Figure, interleaved, p50, p95
from tests.bench.screen import Screen
from tests.bench.waiting import rest

FRAME = 16.7
"""Milliseconds of one frame at 60 a second."""
PAUSE_MS = 60
"""Between two keys: what the last one set going is over."""


class Echo(QObject):
    """Tells when a widget has been painted and the display has it, which is right behind the painting."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._loop = QEventLoop()
        self._painted_at = 0.0
        widget.installEventFilter(self)

    def milliseconds_until_painted(self, act: Callable[[], None]) -> float:
        """Do something, and tell after how long the widget was painted."""
        self._painted_at = 0.0
        begun = time.perf_counter()
        act()
        self._loop.exec()
        return (self._painted_at - begun) * 1000

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted_at:
            QTimer.singleShot(0, self, self._on_painted)
        return False

    def _on_painted(self) -> None:
        self._painted_at = time.perf_counter()
        self._loop.quit()


@dataclass
class _Told:
    """What `previewPainted` said in one round after the other, and whether it was true."""

    window: MainWindow
    screen: Screen
    begun: float = 0.0
    times: list[float] = field(default_factory=list)
    early: int = 0

    def __post_init__(self) -> None:
        self.window.previewPainted.connect(self._on_preview_painted)

    def _on_preview_painted(self, _id: str) -> None:
        if self.begun:
            self.times.append((time.perf_counter() - self.begun) * 1000)
            self.early += not self.screen.is_changed()
            self.begun = 0.0


def measure(rounds: int = 200) -> list[Figure | Fact]:
    """Type into a bare field beside a bare engine view, and into the form beside the preview, in turn.

    Both windows are as large, both fields hold the same text, the first key goes into its first
    paragraph, and the end is the same for both: the screen is looked at after each painting.
    """
    with our_window() as window:
        from tests.bench.bare import Bare  # with the engine loaded, so that both run on the same one

        preview = window.findChild(QWidget, "previewView")
        bullets = bullets_of(window)
        assert preview is not None
        bare = Bare(window.desk.brief.bullets[0], preview.width())
        floor_screen = Screen(bare.view, QRect(8, 8, preview.width() - 40, 200))
        our_screen = Screen(preview, QRect(20, 20, preview.width() - 40, 400))
        told = _Told(window, our_screen)

        floor_echo, our_echo = Echo(bare.field.viewport()), Echo(bullets.viewport())

        def echo_bare() -> float:
            bring_up(bare.window, bare.field)
            return floor_echo.milliseconds_until_painted(lambda: type_key(bare.field))

        def echo() -> float:
            bring_up(window, bullets)
            return our_echo.milliseconds_until_painted(lambda: type_key(bullets))

        def settle() -> float:
            bring_up(window, bullets)
            told.begun = time.perf_counter()
            return our_screen.milliseconds_until_changed(lambda: type_key(bullets))

        def settle_bare() -> float:
            bring_up(bare.window, bare.field)
            return floor_screen.milliseconds_until_changed(lambda: type_key(bare.field))

        echoed_floor, echoed = interleaved(echo_bare, echo, rounds)
        settled_floor, settled = interleaved(settle_bare, settle, rounds)
        rest(PAUSE_MS)
        bare.close()
    return [
        Figure("key echo, p50", p50(echoed_floor), p50(echoed), ""),
        Figure("key echo, p95", p95(echoed_floor), p95(echoed), f"<= floor + {FRAME} ms"),
        Figure("key to the preview's pixels, p50", p50(settled_floor), p50(settled), "<= 1.10x"),
        Figure("key to the preview's pixels, p95", p95(settled_floor), p95(settled), ""),
        Figure("key to previewPainted, p50", p50(settled_floor), p50(told.times), ""),
        Fact("previewPainted before its pixels", f"{told.early} of {len(told.times)}", "0"),
    ]


def type_key(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_A)


def bring_up(window: QWidget, field: QWidget) -> None:
    """To the front, or its pixels are not on the screen; and at rest."""
    if QGuiApplication.platformName() != "offscreen":
        window.raise_()
    window.activateWindow()
    field.setFocus()
    rest(PAUSE_MS)
