"""Help with the terms of a brief: what the house says, what is twice there, what is mentioned no more."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from briefdesk.brief.naming import twin_of
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.house_terms import HouseTerms
from briefdesk.ui.fields.lost_terms import LostTerms
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.term_row import DEFINITION, TERM, TermRow
from briefdesk.ui.fields.term_rows import Rows
from briefdesk.ui.fields.term_state import TermState, state_of
from briefdesk.ui.fields.term_strip import Offer
from briefdesk.ui.signals import SessionSignals

if TYPE_CHECKING:
    from briefdesk.store.records import Wording

REST_MS = 300
"""How long after the last change the terms are looked at."""


class TermHelp(QObject):
    """Offers the house wording in an empty definition, and says under a row what there is to say.

    After a definition was taken, Up and Down choose among the wordings until another key is pressed. Esc
    leads back to where a term was defined from.
    """

    def __init__(self, field: Rows, signals: SessionSignals, house: HouseTerms, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._field = field
        self._signals = signals
        self._house = house
        self._choosing = -1
        self._refused: set[int] = set()
        self._closed: set[tuple[str, str]] = set()
        self._back: tuple[Editor, QTextCursor] | None = None
        self._undefined: tuple[str, ...] = ()
        self._state = state_of(signals.brief)
        self._lost = LostTerms(field, signals, self)
        self._lost.changed.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._look)
        house.changed.connect(self._look)
        house.arrived.connect(self._look)
        signals.changed.connect(self._on_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        for row in field.rows:
            self.watch(row)
        self._look()

    def watch(self, row: TermRow) -> None:
        """Hear the keys of a row."""
        for cell in (row.term, row.definition):
            cell.editor.installEventFilter(self)
        row.stripClosed.connect(self._close)

    def show_undefined(self, words: tuple[str, ...]) -> None:
        """Know the words of the brief that a reader may not know and that are no terms."""
        if words != self._undefined:
            self._undefined = words
            self._field.show_note(self.note)

    @property
    def note(self) -> Note:
        """What the field says about itself: the gravest thing, and how many are defined."""
        state, terms = self._state, self._signals.brief.terms
        named = sum(1 for term in terms if term.term.strip())
        wanted = named + len(self._undefined)
        parts: list[str] = []
        if wanted:
            done = self.tr("{n} defined") if state.defined == wanted else self.tr("{n} of {all} defined")
            parts.append(done.format(n=state.defined, all=wanted))
        gravest = (
            (tuple(number for number, _ in state.doubles), self.tr("“{term}” is there twice")),
            (state.circular, self.tr("“{term}” is explained by itself")),
            (state.unused, self.tr("“{term}” is not mentioned")),
        )
        said = [
            words.format(term=terms[numbers[0]].term.strip())
            for numbers, words in gravest
            if numbers and numbers[0] < len(terms)
        ]
        if not said and self._undefined:
            words = self.tr("“{term}” is used but not defined (Ctrl+T)")
            said = [words.format(term=self._undefined[0])]
        parts += said[:1]
        return Note(" · ".join(parts), bool(state.doubles or state.circular or state.unused))

    def define(self, term: str, back: tuple[Editor, QTextCursor]) -> None:
        """Make a term of some words, or go to the row that it has; Esc goes back from there."""
        self._back = back
        spelled = [each.term for each in self._signals.brief.terms]
        twin = twin_of([*spelled, term], len(spelled))
        if twin < 0:
            wordings = self._house.read(term)
            name = wordings[0].term if wordings and wordings[0].term.casefold() == term.casefold() else term
            twin = self._field.add(name, wordings[0].text if wordings else "")
            self._choosing = twin if wordings else -1
        row = self._field.rows[twin]
        row.definition.go_to(len(row.definition.text))
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here before the row does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for number, row in enumerate(self._field.rows):
                for part in (TERM, DEFINITION):
                    if row.part(part).editor is watched:
                        return self._on_key(event, number, part)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent, number: int, part: str) -> bool:
        row, key = self._field.rows[number], event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or row.part(part).editor.is_composing:
            return False
        if key == Qt.Key.Key_Escape:
            return self._leave(number)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._choosing == number and part == DEFINITION:
            return self._choose_next(number, -1 if key == Qt.Key.Key_Up else 1)
        if key not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt):
            self._stop_choosing()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._go_to_double(number, part) or self._take(number)
        return False

    # The house wording

    def _offer(self, number: int) -> str:
        """What the house would put into an empty definition."""
        if number >= len(self._signals.brief.terms) or number in self._refused:
            return ""
        term = self._signals.brief.terms[number]
        if term.definition or not term.term.strip():
            return ""
        wordings = self._house.wordings(term.term)
        return wordings[0].text if wordings else ""

    def _take(self, number: int) -> bool:
        """Put in what is offered; the caret goes behind it."""
        offer, row = self._offer(number), self._field.rows[number]
        if not offer or row.definition.text:
            return False
        self._field.set_definition(number, offer)
        row.definition.go_to(len(offer))
        self._choosing = number
        self._look()
        return True

    def _choose_next(self, number: int, step: int) -> bool:
        wordings = self._others(number, own=True)
        if len(wordings) < 2:
            return False
        texts = [each.text for each in wordings]
        now = self._signals.brief.terms[number].definition.strip()
        place = (texts.index(now) + step) % len(texts) if now in texts else 0
        self._use(number, texts[place])
        self._choosing = number
        self._look()
        return True

    def _use(self, number: int, wording: str) -> None:
        self._field.set_definition(number, wording)
        row = self._field.rows[number]
        row.definition.go_to(len(wording))

    def _make_house(self, number: int) -> None:
        term = self._signals.brief.terms[number]
        self._field.run_known(partial(self._house.choose, term.term, term.definition.strip()))
        self._look()

    def _others(self, number: int, *, own: bool = False) -> "list[Wording]":
        """The wordings of a term that are not only this brief's; with `own` also the one it has."""
        term = self._signals.brief.terms[number]
        found = self._house.elsewhere(term.term, self._signals.brief.id)
        return [each for each in found if own or each.text != term.definition.strip()]

    def _stop_choosing(self) -> None:
        if self._choosing >= 0:
            self._choosing = -1
            self._timer.start()

    def _leave(self, number: int) -> bool:
        """Go back to where the term was defined from; else turn the offer down."""
        if self._back is not None:
            (editor, cursor), self._back = self._back, None
            editor.setFocus()
            editor.setTextCursor(cursor)
            return True
        if self._offer(number):
            self._refused.add(number)
            self._look()
            return True
        return self._close(number)

    def _close(self, number: int) -> bool:
        """Close the strip under a row, and say that no more of this term; tells whether there was one."""
        row, terms = self._field.rows[number], self._signals.brief.terms
        if number >= len(terms) or not row.has_strip or not row.strip.words:
            return False
        name = terms[number].term.strip()
        if name in self._lost:
            self._lost.keep(name)
        else:
            self._closed.add((name, row.strip.words))
            self._look()
        return True

    # What is twice there

    def _go_to_double(self, number: int, part: str) -> bool:
        """Go to the row that a term has already, in the place of one that has nothing else."""
        terms = self._signals.brief.terms
        if part != TERM or number >= len(terms) or terms[number].definition:
            return False
        twin = twin_of([each.term for each in terms], number)
        if twin < 0:
            return False
        self._field.drop(number)
        target = twin if twin < number else twin - 1
        row = self._field.rows[target]
        row.definition.go_to(len(row.definition.text))
        told = self.tr("“{term}” is a term already: here it is")
        self._field.tell(told.format(term=row.term.text.strip()))
        return True

    # What is said

    def _look(self, *_anything: object) -> None:
        """Bring note, offers and strips up to date."""
        self._timer.stop()
        self._state = state_of(self._signals.brief)
        for number, row in enumerate(self._field.rows):
            row.show_offer(self._offer(number))
            words, offers, warn = self._said(number, row, self._state)
            if words and (row.term.text.strip(), words) in self._closed:
                words, offers, warn = "", [], False
            if words or row.has_strip:
                row.strip.say(words, offers, warn=warn)
        self._field.show_note(self.note)

    def _said(self, number: int, row: TermRow, state: TermState) -> tuple[str, list[Offer], bool]:
        terms = self._signals.brief.terms
        if number >= len(terms):
            return "", [], False
        term = terms[number]
        name = term.term.strip()
        if name in self._lost:
            return self._lost.said(number, name)
        doubles = dict(state.doubles)
        if number in doubles:
            words = self.tr("“{term}” is the same as “{other}” in row {n}")
            other = terms[doubles[number]].term.strip()
            go = (self.tr("Go to it"), partial(self._field.go_to_definition, doubles[number]))
            return words.format(term=name, other=other, n=doubles[number] + 1), [go], True
        if not row.has_focus() or not name:
            return "", [], False
        if number in state.circular:
            return self.tr("The definition explains “{term}” by itself").format(term=name), [], True
        return self._said_house(number)

    def _said_house(self, number: int) -> tuple[str, list[Offer], bool]:
        definition = self._signals.brief.terms[number].definition.strip()
        every = self._others(number, own=True)
        same = next((each for each in every if each.text == definition), None)
        others = self._others(number)
        make: Offer = (self.tr("Make this the house wording"), partial(self._make_house, number))
        if not definition or not every:
            return "", [], False
        if same is not None:
            place = every.index(same) + 1
            is_choosing = bool(others) and self._choosing == number
            kind = self.tr("House wording") if same.is_house else self.tr("Wording {n} of {all}")
            keys = self.tr("{what} (↑ ↓)") if is_choosing else "{what}"
            parts = [keys.format(what=kind.format(n=place, all=len(every))), self._used_in(same)]
            offers: list[Offer] = [] if same.is_house or not others else [make]
            if is_choosing:
                offers.append((self.tr("Next"), partial(self._choose_next, number, 1)))
            return " · ".join(parts), offers, False
        first = others[0]
        words = self.tr("House wording: “{text}”") if first.is_house else self.tr("Used elsewhere: “{text}”")
        use: Offer = (self.tr("Use it"), partial(self._use, number, first.text))
        return words.format(text=first.text), [use, make], False

    def _used_in(self, wording: "Wording") -> str:
        count = len(wording.uses)
        return self.tr("used in 1 brief") if count == 1 else self.tr("used in {n} briefs").format(n=count)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._back, self._choosing = None, -1
            self._refused.clear()
            self._closed.clear()
            self._lost.note(change)
            self._house.refresh()
            self._look()
        elif change.fields & {"terms", "bullets", "summary"}:
            self._timer.start()
            self._lost.note(change)

    def _on_focus_changed(self, _old: object, now: object) -> None:
        self._timer.start()
        inside = isinstance(now, QWidget) and self._widget.isAncestorOf(now)
        if not inside and now is not None:
            self._back = None
            self._stop_choosing()
