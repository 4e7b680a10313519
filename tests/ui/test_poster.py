"""What is posted waits for painting, and keeps its order."""

import threading

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefdesk.ui.poster import NEXT, Poster


class _Paints(QObject):
    """Writes down each painting of a widget."""

    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self._said = said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._said.append("painted")
        return False


def test_what_is_posted_comes_behind_painting_in_its_order(qtbot: QtBot):
    said: list[str] = []
    label = QLabel("text")
    qtbot.addWidget(label)
    with qtbot.waitExposed(label):
        label.show()
    paints = _Paints(said)
    label.installEventFilter(paints)
    later, soon = Poster(label), Poster(label, turn=NEXT)
    later.post(lambda: said.append("one"))
    later.post(lambda: said.append("two"))
    soon.post(lambda: said.append("first"))
    label.update()
    qtbot.waitUntil(lambda: "two" in said)
    assert said == ["painted", "first", "one", "two"]


def test_a_call_from_another_thread_runs_in_the_posters_own(qtbot: QtBot):
    ran: list[threading.Thread] = []
    poster = Poster()
    thread = threading.Thread(target=poster.post, args=(lambda: ran.append(threading.current_thread()),))
    thread.start()
    thread.join()
    assert ran == []
    qtbot.waitUntil(lambda: bool(ran))
    assert ran == [threading.main_thread()]
