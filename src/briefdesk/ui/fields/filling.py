"""Shows very many rows by portions, in turns of the event loop between which the window lives."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from briefdesk.ui.fields.difference import difference

PORTION = 100
"""Rows that are put in or taken out in one turn; Qt lays each of them out."""


class Filling(QObject):
    """Brings the rows that are shown nearer to what is to be shown, until they are the same.

    `now` gives what is shown, and `show` shows something else. `stepped` tells after each turn how many
    rows are there and how many there will be; with the last one `target` is `None` again.
    """

    stepped = Signal(int, int)

    def __init__(
        self, now: Callable[[], list[str]], show: Callable[[list[str]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._show = show
        self.target: Sequence[str] | None = None
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._take_turn)

    def begin(self, texts: Sequence[str]) -> None:
        """Begin to show these; the first portion at once."""
        self.target = texts
        self._turn.start(0)
        self._take_turn()

    def end(self) -> None:
        """Leave it at what is there."""
        self.target = None
        self._turn.stop()

    def _take_turn(self) -> None:
        if self.target is None:
            return
        target, now = list(self.target), self._now()
        found = difference(now, target)
        start, over = found.start, found.removed - found.added
        if over > PORTION:
            end = start + found.removed
            self._show(now[: end - PORTION] + now[end:])
        elif found.added > PORTION:
            taken = start + min(found.removed, PORTION)
            self._show(now[:start] + target[start : start + PORTION] + now[taken:])
        else:
            self._show(target)
            self.end()
        self.stepped.emit(len(self._now()), len(target))
