"""The field "More briefs": what is chosen, what is suggested with its reasons, and a search over all."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.brief.model import Related
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library import candidates, words
from briefdesk.ui.library.offering import Offering
from briefdesk.ui.library.picker import Picker
from briefdesk.ui.library.related_rows import PickerRow, next_row, picker_model
from briefdesk.ui.library.related_search import RelatedSearch, SearchFoot
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

TELLING = frozenset({"headline", "bullets", "terms", "summary", "tags", "id"})
"""Fields whose words decide what a brief is like."""


class RelatedField(QWidget):
    """Edits the related briefs.

    The suggestions and their digits stand still while the picker has the focus, so that 1 2 3 4 5 adds
    the five that were there; the next ones come when these are used up or the focus has left.
    """

    noteChanged = Signal(str)
    leaveRequested = Signal()

    def __init__(
        self, field: Field, signals: SessionSignals, jobs: Jobs, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self._look = look
        self._confirmed = False
        self._came_from: weakref.ref[QWidget] | None = None
        self.setObjectName("relatedPicker")
        self.setAccessibleName(QApplication.translate("Field", field.label))
        self._model = picker_model(self)
        self._list = Picker(self._model, look)
        self._offering = Offering(signals, jobs, self._list.hasFocus, self)
        self._list.setObjectName("relatedList")
        self._list.setAccessibleName(self.tr("Chosen and suggested briefs"))
        self._empty = QLabel()
        self._empty.setProperty("look", "muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(11, 6, 11, 6)
        self._empty.hide()
        self._search = RelatedSearch()
        self._lay_out()
        self._connect()
        self._show_rows()

    # For the form and the window

    @property
    def note(self) -> str:
        """How many are chosen and suggested, for the right side of the label."""
        offered = sum(not row.chosen for row in self._model.rows)
        words = self.tr("{n} suggested") if not self._offering.is_search else self.tr("{n} found")
        chosen = self.tr("{n} chosen").format(n=len(self._signals.brief.related))
        return f"{chosen} · {words.format(n=offered)}"

    def set_library(self, library: "Library | None") -> None:
        """Suggest and search briefs of this library; none while no library is open."""
        self._search.setEnabled(library is not None)
        self._offering.set_library(library)
        self._show_rows()

    def refresh(self) -> None:
        """The library changed: look for suggestions again when the writing rests."""
        self._offering.look_at_rest()

    def go_to(self, place: Place) -> None:
        """Put the keyboard on that row, or on the first suggestion where no row is named."""
        self._offering.look_now()
        if not self._model.rows and not self._offering.is_pending:
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if place.row >= 0:
            self._list.go_to(place.row)
        else:
            self._list.go_to_offers()
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What the field hears

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys sent to the field itself are meant for its rows."""
        if not self._search.hasFocus():
            self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._offering.forget()
            self._search.clear()
        if change.fields & TELLING:
            self._offering.look_again()
        if change.fields & {"id", self._field.name}:
            self._show_rows()

    def _on_suggested(self) -> None:
        self._show_rows()
        for digit in self._offering.waiting():
            self._on_digit(digit)

    def _on_search_changed(self, text: str) -> None:
        self._confirmed = False
        if not self._offering.search(text):
            self._show_rows()

    def _on_found(self) -> None:
        self._show_rows()
        self._list.go_to_offers()
        if self._confirmed:
            self._on_confirmed()

    def _on_stepped(self, by: int) -> None:
        if not self._offering.is_search and by < 0:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._list.step(by)

    def _on_confirmed(self) -> None:
        """Take the row that was found; one that is still looked for, when it comes."""
        self._confirmed = self._offering.is_searching
        row = self._list.row()
        if not self._confirmed and self._offering.is_search and row and not row.chosen:
            self._on_added(row)

    def _on_added(self, row: PickerRow) -> None:
        brief = self._signals.brief
        entry = Related(id=row.id, headline=row.headline, summary=row.summary)
        if all(each.id != row.id for each in brief.related):
            self._signals.edit(self._field.name, (*brief.related, entry), row=len(brief.related))
        if self._offering.is_search:
            self._search.clear()

    def _on_removed(self, at: int) -> None:
        entries = self._signals.brief.related
        self._signals.edit(self._field.name, entries[:at] + entries[at + 1 :], row=at)

    def _on_moved(self, at: int, by: int) -> None:
        entries = candidates.moved(self._signals.brief.related, at, by)
        if entries != self._signals.brief.related:
            self._signals.edit(self._field.name, entries, row=at + by)
            self._list.go_to(at + by)

    def _on_digit(self, digit: int) -> None:
        row = next((row for row in self._model.rows if digit and row.digit == digit), None)
        if row:
            self._on_added(row)
        else:
            self._offering.wait_for(digit)

    def _on_typed(self, text: str) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._search.setText(self._search.text() + text)

    def _on_down_from_end(self) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_left(self) -> None:
        """Go back to where the writing was."""
        self._search.clear()
        before = self._came_from() if self._came_from else None
        if before is not None and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leaveRequested.emit()

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and self.isAncestorOf(now)
        was_inside = old is not None and (old is self or self.isAncestorOf(old))
        if inside and old is not None and not was_inside:
            self._came_from = weakref.ref(old)
        if was_inside and not inside and old is not None:
            self._offering.renew()
            self._show_rows()

    # What it shows

    def _show_rows(self) -> None:
        before, at = self._list.row(), self._list.currentIndex().row()
        if (rows := self._offering.rows()) != self._model.rows:
            self._model.show(rows)
            self._list.go_to(next_row(self._model.rows, before, at))
        if not self._model.rows and self._list.hasFocus() and not self._offering.is_pending:
            self._search.setFocus()
        self.setFocusProxy(self._list if self._model.rows or self._offering.is_pending else self._search)
        self._list.set_lit(self._offering.is_search and any(not row.chosen for row in self._model.rows))
        self._show_empty()
        self._search.setPlaceholderText(self._invitation())
        self.noteChanged.emit(self.note)

    def _show_empty(self) -> None:
        offered = any(not row.chosen for row in self._model.rows)
        if self._offering.is_search and not offered:
            self._empty.setText(
                self.tr("No other brief has “{text}”").format(text=self._search.text().strip())
            )
        elif not self._model.rows:
            self._empty.setText(self.tr("Nothing similar yet."))
        self._empty.setVisible(not self._model.rows or (self._offering.is_search and not offered))

    def _invitation(self) -> str:
        others = self._offering.others
        if others == 1:
            return self.tr("Type to search the other brief")
        if others:
            return self.tr("Type to search all {n} briefs").format(n=words.count(others))
        return self.tr("Type to search all briefs")

    def _lay_out(self) -> None:
        self._rule = QFrame()
        self._rule.setProperty("look", "line")
        self._rule.setFixedHeight(1)
        card = QWidget()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for widget in (self._list, self._empty, self._rule, SearchFoot(self._search, self._look)):
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusRing(self._look, card))

    def _connect(self) -> None:
        self._signals.changed.connect(self._on_changed)
        self._offering.suggested.connect(self._on_suggested)
        self._offering.found.connect(self._on_found)
        self._search.textChanged.connect(self._on_search_changed)
        self._search.stepped.connect(self._on_stepped)
        self._search.confirmed.connect(self._on_confirmed)
        self._search.left.connect(self._on_left)
        self._list.added.connect(self._on_added)
        self._list.removed.connect(self._on_removed)
        self._list.moved.connect(self._on_moved)
        self._list.digit.connect(self._on_digit)
        self._list.typed.connect(self._on_typed)
        self._list.left.connect(self._on_left)
        self._list.downFromEnd.connect(self._on_down_from_end)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
