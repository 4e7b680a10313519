"""The scan test: everything greys out but what a scanning eye takes in."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.scanning import Alike, opening_alike, overlooked
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.markings import Mark, Markings, Remedy, Spot, Style, Writing
from briefdesk.ui.fields.note import Note
from briefdesk.ui.leaving import Leaving
from briefdesk.ui.signals import SessionSignals

_OPENING = ("headlineEdit", "bulletsEdit")
_SHOWN = 3


class ScanTest(QObject):
    """Shows the brief as a scanning eye sees it, and which bullets open alike; any edit ends it.

    `changed` says that it began or ended.
    """

    changed = Signal(bool)

    def __init__(
        self,
        form: Form,
        signals: SessionSignals,
        markings: Markings,
        leaving: Leaving,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._signals = signals
        self._markings = markings
        self._leaving = leaving
        self._is_on = False
        markings.add(self)
        signals.changed.connect(self._on_changed)

    def set_on(self, on: bool) -> None:
        """Begin or end the test."""
        if on == self._is_on:
            return
        self._is_on = on
        if on:
            self._leaving.push(self.leave)
        else:
            self._leaving.drop(self.leave)
        self._markings.changed.emit(None)
        self._tell()
        self.changed.emit(on)

    def leave(self) -> None:
        """End the test."""
        self.set_on(False)

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """What is passed over."""
        if not self._is_on:
            return ()
        return [Mark(*span, Style.PALE) for span in overlooked(text, opens=field in _OPENING)]

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """None: it is a test, and nothing is wrong."""
        return ()

    def _on_changed(self, change: Change) -> None:
        if not self._is_on:
            return
        if change.origin is Origin.OPEN:
            self._tell()
        elif change.origin is not Origin.REFRESH:
            self.leave()

    def _tell(self) -> None:
        """Say above the headline what this is, and above the bullets which of them open alike."""
        how = Note(self.tr("Scan test: what a quick eye takes in. F7, Esc or typing ends it"))
        self._form.row("headline").show_instead(how if self._is_on else None)
        self._form.row("bullets").show_instead(self._alike() if self._is_on else None)

    def _alike(self) -> Note:
        found = opening_alike(self._signals.brief.bullets)
        if not found:
            return Note(self.tr("No two bullets open alike"))
        return Note("; ".join(map(self._sentence, found)), warn=True)

    def _sentence(self, alike: Alike) -> str:
        numbers = [str(row + 1) for row in alike.rows]
        rows = self.tr("{numbers} and {last}").format(numbers=", ".join(numbers[:-1]), last=numbers[-1])
        words = ", ".join(f"“{each}”" for each in dict.fromkeys(alike.openings[:_SHOWN]))
        return self.tr("Bullets {rows} open alike: {words}").format(rows=rows, words=words)
