"""Ten thousand lines pasted with radar, spelling and checks on: how long the window stands still."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefdesk.ui.window import MainWindow
from tests.bench.ours import bullets_of, our_window
from tests.bench.rounds import Fact
from tests.bench.waiting import rest

LINES = 10_000
SETTLED_MS = 4000
"""After the last bullet is there: what is checked and painted behind it is over by then."""
PROOFING_MS = 6000
"""After the window is open: the dictionary is read by then."""
CTRL = Qt.KeyboardModifier.ControlModifier


class _Beats(QObject):
    """The longest time between two turns of the event loop since it was begun."""

    def __init__(self) -> None:
        super().__init__()
        self._last = 0.0
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """Count from now on."""
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, (now - self._last) * 1000), now


def measure() -> list[Fact]:
    """Paste, type a key, take all back and do it again: the longest gap in each."""
    with our_window() as window:
        rest(PROOFING_MS)
        return _measure(window)


def _measure(window: MainWindow) -> list[Fact]:
    field = bullets_of(window)
    words = " ".join(window.desk.brief.bullets).split()
    window.new_brief()
    field.setFocus()
    mime = QMimeData()
    mime.setText("\n".join(lines(LINES, words)))
    QApplication.clipboard().setMimeData(mime)
    beats = _Beats()
    facts = []

    def gap(name: str, until: int, act: Callable[[], object]) -> None:
        rest(300)
        beats.begin()
        begun = time.perf_counter()
        act()
        deadline = begun + 30
        while len(window.desk.brief.bullets) != until or window_is_filling(window):
            rest(20)
            if time.perf_counter() > deadline:
                raise TimeoutError(
                    f"{name}: {len(window.desk.brief.bullets)} bullets {window_is_filling(window)} {facts}"
                )
        whole = time.perf_counter() - begun
        rest(SETTLED_MS)
        facts.append(
            Fact(f"{name}: longest gap (ms), all (s)", f"{beats.longest:.0f}  {whole:.1f}", "<= 200")
        )

    def paste() -> None:
        QTest.keyClick(field, Qt.Key.Key_V, CTRL)
        rest(200)  # so many lines are asked about first
        QTest.keyClick(field, Qt.Key.Key_V, CTRL)

    undo, redo = (window.findChild(QAction, f"action-{name}") for name in ("undo", "redo"))
    assert undo is not None
    assert redo is not None
    gap(f"{LINES:,} lines pasted", LINES, paste)
    gap("a key in them", LINES, lambda: QTest.keyClick(field, Qt.Key.Key_A))
    gap("the key undone", LINES, undo.trigger)
    gap("the paste undone", 0, undo.trigger)
    gap("and done again", LINES, redo.trigger)
    return facts


def window_is_filling(window: MainWindow) -> bool:
    """Whether bullets are still being put in or taken out."""
    field = bullets_of(window)
    return field.document().blockCount() != max(1, len(window.desk.brief.bullets))


def lines(count: int, words: Sequence[str]) -> list[str]:
    """So many different lines of these words, each as long as a bullet."""
    return [f"{n} " + " ".join(words[(n * 7 + k) % len(words)] for k in range(20)) for n in range(count)]
