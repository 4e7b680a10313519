"""The terms of a brief with their definitions, a row for each and one that waits for the next."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.brief.fields import Field
from briefdesk.brief.model import Term
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.counting import with_hidden
from briefdesk.ui.fields.naming import label_of, object_name
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.fields.term_row import DEFINITION, TERM, TermRow, go_across
from briefdesk.ui.fields.tidying import tidied
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.editor import Editor
    from briefdesk.ui.fields.house_terms import HouseTerms
    from briefdesk.ui.fields.markings import Markings
    from briefdesk.ui.fields.term_help import TermHelp


class TermsField(QWidget):
    """Edits the terms of the brief.

    Enter goes from term to definition, from there to the next term, and from an empty term on to the
    next field; Alt+Up and Alt+Down move a row; Ctrl+Shift+Backspace, or Backspace in an empty row,
    removes it. `failed` carries a `KnownError`.
    """

    noteChanged = Signal(Note)
    onwardRequested = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(
        self, field: Field, signals: SessionSignals, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self._look = look
        self.note = Note()
        self._rows: list[TermRow] = []
        self._markings: Markings | None = None
        self._help: TermHelp | None = None
        self.setObjectName(object_name(field.name))
        self.setAccessibleName(label_of(field))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FocusRing(look, inside))
        signals.changed.connect(self._on_changed)
        self._show(signals.brief.terms)
        self.setFocusProxy(self._rows[0].term.editor)

    def furnish(self, markings: "Markings") -> None:
        """Show marks in the texts of all rows, now and later."""
        self._markings = markings
        for row in self._rows:
            row.mark(markings)

    def help_with(self, house: "HouseTerms") -> "TermHelp":
        """Know what the house knows of terms, from now on; gives who helps."""
        from briefdesk.ui.fields.term_help import (
            TermHelp,  # not above: there is no library before the first paint
        )

        self._help = TermHelp(self, self._signals, house, self)
        return self._help

    @property
    def rows(self) -> Sequence[TermRow]:
        """The rows, the last of which waits."""
        return self._rows

    def add(self, term: str, definition: str) -> int:
        """Add a term in one step; gives its row."""
        number = len(self._terms)
        self._signals.edit(self._field.name, (*self._terms, Term(term=term, definition=definition)))
        return number

    def set_definition(self, number: int, definition: str) -> None:
        """Put a definition in the place of another, in one step."""
        self._put(number, replace(self._terms[number], definition=definition))

    def set_term(self, number: int, term: str) -> None:
        """Have a term spelled otherwise, in one step."""
        self._put(number, replace(self._terms[number], term=term))

    def drop(self, number: int) -> None:
        """Take a term away without a word."""
        self._without(number)

    def go_to_definition(self, number: int) -> None:
        """Put the caret behind a definition."""
        self._rows[number].definition.go_to(len(self._rows[number].definition.text))

    def run_known(self, act: Callable[[], object]) -> None:
        """Do something with the library; what it refuses is told."""
        try:
            act()
        except KnownError as error:
            self.failed.emit(error)

    def tell(self, words: str) -> None:
        """Say something in the window."""
        self.told.emit(words)

    def show_note(self, note: Note) -> None:
        """Say something about the field."""
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)

    def _put(self, number: int, term: Term) -> None:
        terms = list(self._terms)
        terms[number] = term
        self._signals.edit(self._field.name, tuple(terms))

    def go_to(self, place: Place) -> None:
        """Put the caret into the part of the row that the place names, else into the row that waits."""
        named = 0 <= place.row < len(self._rows)
        row = self._rows[place.row if named else -1]
        row.part(place.part).go_to(place.caret, place.anchor)

    def held(self, editor: "Editor") -> Place | None:
        """Where the caret was before the edit that comes in."""
        for number, row in enumerate(self._rows):
            for part in (TERM, DEFINITION):
                if row.part(part).editor is editor and editor.held is not None:
                    text = getattr(self._terms[number], part) if number < len(self._terms) else ""
                    return editor.held.in_text(self._field.name, text, number, part)
        return None

    @property
    def _terms(self) -> tuple[Term, ...]:
        return self._signals.brief.terms

    def _show(self, terms: Sequence[Term], *, afresh: bool = False) -> None:
        while len(self._rows) <= len(terms):
            self._append_row()
        while len(self._rows) > len(terms) + 1:
            self._drop_row()
        for row, term in zip(self._rows, (*terms, None), strict=True):
            row.show_term(term, afresh=afresh)
        # Who orders the form sees a row that waits without its definition, and does not know later rows.
        stops = [stop for row in self._rows for stop in row.stops]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        settle(self._rows[-1])
        if self._help is None:
            defined = sum(1 for term in terms if term.term.strip())
            note = Note(self.tr("{n} defined").format(n=defined) if defined else "")
            self.show_note(
                with_hidden(note, *(text for each in terms for text in (each.term, each.definition)))
            )

    def _append_row(self) -> None:
        row = TermRow(len(self._rows), self._look)
        row.edited.connect(self._on_edited)
        row.jumped.connect(self._signals.pause)
        row.told.connect(self.told)
        row.left.connect(self._on_left)
        row.enterPressed.connect(self._on_enter_pressed)
        row.backspacePressed.connect(self._on_backspace_pressed)
        row.stepRequested.connect(self._on_step_requested)
        row.moveRequested.connect(self._on_move_requested)
        row.removeRequested.connect(self._on_remove_requested)
        self._column.addWidget(row)
        row.setVisible(True)
        if self._markings is not None:
            row.mark(self._markings)
        if self._help is not None:
            self._help.watch(row)
        self._rows.append(row)

    def _drop_row(self) -> None:
        row = self._rows.pop()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_changed(self, change: Change) -> None:
        if self._field.name in change.fields:
            self._show(change.brief.terms, afresh=change.origin is Origin.OPEN)

    def _on_edited(self, number: int, part: str, text: str, typed: str) -> None:
        terms = list(self._terms)
        if number == len(terms):
            terms.append(Term())
        terms[number] = _with(terms[number], part, text)
        self._signals.edit(self._field.name, tuple(terms), row=number, part=part, typed=typed)

    def _on_enter_pressed(self, number: int, part: str) -> None:
        row = self._rows[number]
        if part == TERM and not row.is_blank:
            row.definition.go_to(len(row.definition.text))
        elif part == DEFINITION and number + 1 < len(self._rows):
            self._rows[number + 1].term.go_to(0)
        else:
            self.onwardRequested.emit()

    def _on_backspace_pressed(self, number: int, part: str) -> None:
        row = self._rows[number]
        if part == DEFINITION:
            row.term.go_to(len(row.term.text))
        elif row.is_blank or not row.definition.text:
            if not row.is_blank:
                self._without(number)
            if number:
                before = self._rows[number - 1].definition
                before.go_to(len(before.text))

    def _on_step_requested(self, number: int, part: str, step: int, across: int) -> None:
        if 0 <= number + step < len(self._rows):
            row = self._rows[number + step]
            go_across(row.part(TERM if row.is_blank else part), step, across)

    def _on_move_requested(self, number: int, step: int) -> None:
        terms, other = list(self._terms), number + step
        if number >= len(terms) or not 0 <= other < len(terms):
            return
        here = self._rows[number]
        part = DEFINITION if here.definition.editor.hasFocus() else TERM
        caret = here.part(part).caret
        terms[number], terms[other] = terms[other], terms[number]
        self._signals.edit(self._field.name, tuple(terms))
        self._rows[other].part(part).go_to(caret)

    def _on_remove_requested(self, number: int) -> None:
        if number >= len(self._terms):
            return
        had_focus = self._rows[number].has_focus()
        self._without(number)
        if had_focus:
            self._rows[number].term.go_to(0)

    def _without(self, number: int) -> None:
        terms = self._terms
        self._signals.edit(self._field.name, terms[:number] + terms[number + 1 :])

    def _on_left(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            return
        terms = tuple(
            replace(term, term=tidied(term.term), definition=tidied(term.definition))
            for term in self._terms
            if term.term.strip() or term.definition.strip()
        )
        if terms != self._terms:
            self._signals.tidy(self._field.name, terms)


def _with(term: Term, part: str, text: str) -> Term:
    return replace(term, definition=text) if part == DEFINITION else replace(term, term=text)
