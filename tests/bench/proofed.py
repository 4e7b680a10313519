"""A key among fifty bullets with radar, spelling and checks on: until it is painted."""

from PySide6.QtWidgets import QListView

from briefdesk.ui.window import MainWindow
from tests.bench.keys import FRAME, Echo, bring_up, type_key
from tests.bench.ours import bullets_of, our_window
from tests.bench.paste import PROOFING_MS, lines
from tests.bench.rounds import Fact, Figure, interleaved, p50, p95
from tests.bench.waiting import rest

BULLETS = 50
UNKNOWN = "QXZ"
"""No reader knows it and no dictionary has it: radar and spelling have something to mark."""


def measure(rounds: int = 200) -> list[Figure | Fact]:
    """Type in turn into a bare field and into the middle one of fifty bullets."""
    with our_window() as window:
        from tests.bench.bare import Bare

        words = " ".join(window.desk.brief.bullets).split()
        bullets = [f"{each} {UNKNOWN}{n} mispelt" for n, each in enumerate(lines(BULLETS, words))]
        window.desk.session.edit("bullets", tuple(bullets))
        rest(PROOFING_MS)
        field = bullets_of(window)
        cursor = field.textCursor()
        cursor.setPosition(len(field.toPlainText()) // 2)
        field.setTextCursor(cursor)
        bare = Bare("\n".join(bullets), 520)
        floor_echo, our_echo = Echo(bare.field.viewport()), Echo(field.viewport())

        def floor() -> float:
            bring_up(bare.window, bare.field)
            return floor_echo.milliseconds_until_painted(lambda: type_key(bare.field))

        def ours() -> float:
            bring_up(window, field)
            return our_echo.milliseconds_until_painted(lambda: type_key(field))

        echoed_floor, echoed = interleaved(floor, ours, rounds)
        facts = [
            Fact("words marked by radar and spelling", str(_marked(window)), f">= {BULLETS}"),
            Fact("findings in the drawer", str(_found(window)), "> 0"),
        ]
        bare.close()
    return [
        Figure("key echo in 50 proofed bullets, p50", p50(echoed_floor), p50(echoed), ""),
        Figure(
            "key echo in 50 proofed bullets, p95", p95(echoed_floor), p95(echoed), f"<= floor + {FRAME} ms"
        ),
        *facts,
    ]


def _marked(window: MainWindow) -> int:
    block = bullets_of(window).document().firstBlock()
    marked = 0
    while block.isValid():
        marked += len(block.layout().formats())
        block = block.next()
    return marked


def _found(window: MainWindow) -> int:
    listed = window.findChild(QListView, "findingsList")
    return listed.model().rowCount() if listed else 0
