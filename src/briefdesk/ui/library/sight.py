"""The part of the library list that is in sight, and how it stays there while rows become higher or lower."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QScrollBar

from briefdesk.ui.library.places import Places

AHEAD = 40
"""Rows below those in sight that should be loaded before they are scrolled to."""

Anchor = tuple[int, int]
"""A row (-1: none), and how many pixels of it are out of sight above."""


class Sight:
    """What the scroll bar of a list shows of its places."""

    def __init__(
        self, places: Places, bar: QScrollBar, room: Callable[[], int], low: Callable[[], int]
    ) -> None:
        """`room` is the height of the sight in pixels, `low` that of a row of one line."""
        self._places = places
        self._bar = bar
        self._room = room
        self._low = low

    @property
    def top(self) -> int:
        """How far down the first pixel in sight is."""
        return self._bar.value()

    def rows(self, top: int, bottom: int) -> Iterator[int]:
        """The rows between two heights, in pixels from the top of the sight."""
        first = self._places.row_at(self.top + top)
        for row in range(max(0, first), len(self._places)):
            if self._places.rect(row, 1).top() - self.top > bottom:
                return
            yield row

    def ahead(self, loaded: int) -> int:
        """Up to which row entries should be loaded, where so many are; -1 when that is enough."""
        wanted = self._places.row_at(self.top + self._room()) + AHEAD
        return wanted if loaded < len(self._places) and wanted >= loaded else -1

    def anchor(self) -> Anchor:
        """The row at the top of the sight."""
        row = self._places.row_at(self.top) if self.top else -1
        return row, self.top - self._places.rect(row, 1).top() if row >= 0 else 0

    def return_to(self, anchor: Anchor) -> None:
        """Have a row at the top again, after the places of rows have become others."""
        row, above = anchor
        self.fit()
        if 0 <= row < len(self._places):
            self._bar.setValue(self._places.rect(row, 1).top() + above)

    def fit(self) -> None:
        """Let the scroll bar reach to the end of the rows."""
        room = self._room()
        self._bar.setPageStep(room)
        self._bar.setSingleStep(max(1, self._low() // 2))
        self._bar.setRange(0, max(0, self._places.total - room))

    def measure(self) -> None:
        """Measure what is to be seen and not measured yet; what is above stays where it is."""
        anchor = self.anchor()
        if self._places.measure_between(self.top, self.top + 2 * self._room()):
            self.return_to(anchor)
