"""Terms that no bullet mentions any more since one was edited, and what seems to be said instead."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.term_rows import Rows
from briefdesk.ui.fields.term_state import replaced_by, used_terms
from briefdesk.ui.fields.term_strip import Offer
from briefdesk.ui.signals import SessionSignals

LOST_MS = 1_500
"""How long a term may be missing before it is told: it may only be being typed anew."""


class LostTerms(QObject):
    """Knows which terms an edit has lost, by name, until they are back, renamed or kept.

    `changed` follows whenever others are lost.
    """

    changed = Signal()

    def __init__(self, field: Rows, signals: SessionSignals, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self._lost: dict[str, str] = {}
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(LOST_MS)
        self.timer.timeout.connect(self._look)
        self.forget()

    def __contains__(self, name: str) -> bool:
        """Whether a term of this name is lost."""
        return name in self._lost

    def forget(self) -> None:
        """Take the brief as it is now for whole."""
        brief = self._signals.brief
        self._lost.clear()
        self._used = {brief.terms[number].term.strip() for number in used_terms(brief)}
        self._seen = brief

    def note(self, change: Change) -> None:
        """Hear of a change of bullets, summary or terms."""
        if change.origin is Origin.OPEN:
            self.timer.stop()
            self.forget()
        elif change.origin is not Origin.EDIT:
            self.forget()
        elif "bullets" in change.fields:
            self.timer.start()

    def said(self, number: int, name: str) -> tuple[str, list[Offer], bool]:
        """What there is to say under the row of a lost term, and what can be done."""
        words = self.tr("“{term}” no longer appears").format(term=name)
        keep = (self.tr("Keep"), partial(self.keep, name))
        instead = self._lost[name]
        if not instead:
            return words, [keep], True
        rename = (self.tr("Rename to “{words}”").format(words=instead), partial(self._rename, number, name))
        return words, [rename, keep], True

    def _look(self) -> None:
        brief = self._signals.brief
        used = {brief.terms[number].term.strip() for number in used_terms(brief)}
        there = {term.term.strip() for term in brief.terms}
        for name in self._used - used:
            if name in there and name not in self._lost:
                self._lost[name] = replaced_by(self._seen.bullets, brief.bullets, name)
        self._lost = {name: words for name, words in self._lost.items() if name in there - used}
        self._used, self._seen = used, brief
        self.changed.emit()

    def _rename(self, number: int, name: str) -> None:
        words = self._lost.pop(name, "")
        if words:
            self._field.set_term(number, words)
        self.changed.emit()

    def keep(self, name: str) -> None:
        """Say nothing of this one, until it is lost again."""
        self._lost.pop(name, None)
        self.changed.emit()
