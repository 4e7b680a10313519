"""Watches over the saves: says how safe the text is, tries again in trouble, and marks the pauses."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from briefdesk.desk.autosave import Safety, SaveState
from briefdesk.desk.desk import Desk
from briefdesk.ui.notices import NoticeBar, Offer
from briefdesk.ui.statusbar import StatusBar

PAUSE_MS = 30_000
"""A pause in writing after which the state is kept as a revision."""
RETRY_MS = 5_000
"""How long after a failed save it is tried again."""


class Safekeeping(QObject):
    """Tells the status line of every state of the saves, and the notice bar of trouble."""

    def __init__(self, desk: Desk, status: StatusBar, notices: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._status = status
        self._notices = notices
        self._pause = _timer(self, PAUSE_MS, desk.pause)
        self._retry = _timer(self, RETRY_MS, desk.autosave.retry)
        self._in_trouble = False

    def note_edit(self) -> None:
        """The writer is at work: the pause begins anew."""
        self._pause.start()

    def show(self, state: SaveState) -> None:
        """Say how safe the text is now."""
        self._status.show_save(state)
        if state.safety is Safety.NOT_SAVED and state.error is not None:
            self._in_trouble = True
            self._notices.show_trouble(
                self.tr("Not saved: {what}").format(what=state.error.what),
                state.error.more,
                (Offer(self.tr("Retry now"), self._desk.autosave.retry, primary=True),),
            )
            self._retry.start()
        elif state.safety is Safety.SAVED and self._in_trouble:
            self._in_trouble = False
            self._retry.stop()
            self._notices.clear_trouble()


def _timer(parent: QObject, milliseconds: int, act: Callable[[], object]) -> QTimer:
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(act)
    return made
