"""The rows of the form by the names of their fields: made, joined to each other, and put in order."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from briefdesk.brief.fields import FIELDS, Field
from briefdesk.desk.history import Place
from briefdesk.ui.compose.contents import SHORT, content
from briefdesk.ui.compose.row import FieldRow, stops_of
from briefdesk.ui.fields.naming import label_of
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.markings import Markings

FIRST = ("headline", "bullets")
"""Fields that the first paint shows: what a brief begins with."""
ABOVE = ("kicker", "tags")
"""Folded fields whose place is above the headline."""


class FieldRows(QObject):
    """Makes the rows that stand somewhere in a page.

    `told`, `pagePasted` and `articlePasted` carry on what the fields say. `filled` tells the ready-made widget in which the
    number of entries changed. `go_to` is called when a field sends the writer to another one.
    """

    told = Signal(str)
    pagePasted = Signal(str)
    articlePasted = Signal(object)
    filled = Signal(QWidget)

    def __init__(
        self, signals: SessionSignals, look: Look, page: QWidget, go_to: Callable[[Place], object]
    ) -> None:
        super().__init__(page)
        self._signals = signals
        self._look = look
        self._page = page
        self._go_to = go_to
        self._rows: dict[str, FieldRow] = {}

    @property
    def by_name(self) -> Mapping[str, FieldRow]:
        """The rows that are made, by the names of their fields."""
        return self._rows

    def name_of(self, widget: QWidget) -> str:
        """The name of the field that a widget is a part of; "" for a widget elsewhere."""
        return next((name for name, row in self._rows.items() if row.isAncestorOf(widget)), "")

    def make(self, field: Field, ready: QWidget | None = None) -> FieldRow | None:
        """A row with the widget for a field, or with a ready-made one; None where there is none."""
        made = ready or content(field, self._signals, self._look)
        if made is None:
            return None
        row = FieldRow(label_of(field), made, self._look, first=field.name == "headline")
        self._rows[field.name] = row
        for name in ("told", "pagePasted", "articlePasted"):
            if signal := getattr(made, name, None):
                signal.connect(getattr(self, name))
        if wanted := getattr(made, "fieldWanted", None):
            wanted.connect(self._on_field_wanted)
        if ready is not None and (noted := getattr(made, "noteChanged", None)):
            noted.connect(partial(self._on_note_changed, made))
        if onward := getattr(made, "onwardRequested", None):
            onward.connect(partial(self._on_onward_requested, field.name))
        return row

    def make_several(self, fields: Sequence[Field]) -> list[FieldRow]:
        """The rows of these fields."""
        return [row for each in fields if (row := self.make(each))]

    def make_folded(self) -> list[tuple[FieldRow, ...]]:
        """The rows of the details; two short ones stand beside each other."""
        folded: list[tuple[FieldRow, ...]] = []
        beside = False
        for each in FIELDS:
            if not each.folded or each.name in ABOVE or (row := self.make(each)) is None:
                continue
            if beside and each.kind in SHORT:
                folded[-1] = (*folded[-1], row)
                beside = False
            else:
                folded.append((row,))
                beside = each.kind in SHORT
        return folded

    def furnish(self, markings: "Markings") -> None:
        """Have marks shown in the texts, and what else was left for later."""
        for row in self._rows.values():
            if more := getattr(row.content, "furnish", None):
                more(markings)

    def order_stops(self, above: QWidget) -> None:
        """Let Tab come to the line above the headline before it, and go on as the fields came.

        WORKAROUND: Qt loses such an order when widgets are added after it is set, so this is done last.
        """
        first = [stop for name in FIRST for stop in self._rows[name].stops]
        for stop, following in pairwise([*stops_of(above), *first, self._rows["terms"].stops[0]]):
            QWidget.setTabOrder(stop, following)

    def _on_note_changed(self, content: QWidget, _note: object) -> None:
        self.filled.emit(content)

    def _on_field_wanted(self, name: str) -> None:
        self._go_to(Place(name))

    def _on_onward_requested(self, name: str) -> None:
        """Go to the field after that one, in the order in which they stand."""
        places = {
            each: (place.y(), place.x())
            for each, row in self._rows.items()
            if row.isVisible() and (place := row.mapTo(self._page, QPoint()))
        }
        names = sorted(places, key=lambda each: places[each])
        after = names[names.index(name) + 1 :]
        if after:
            self._go_to(Place(after[0], row=0 if after[0] == "bullets" else -1))
