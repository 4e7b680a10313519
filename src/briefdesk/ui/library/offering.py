"""What the field "More briefs" offers: suggestions that stand still while they are chosen from, or finds."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from briefdesk.brief.model import Brief
from briefdesk.ui.jobs import MANY, Jobs, Progress
from briefdesk.ui.library import candidates
from briefdesk.ui.library.candidates import OFFERED, Candidate, Offers
from briefdesk.ui.library.related_rows import PickerRow, picker_rows
from briefdesk.ui.signals import SessionSignals

if TYPE_CHECKING:
    from briefdesk.store.library import Library

REST_MS = 150
"""How long after the last change of the brief suggestions are looked for."""


class Offering(QObject):
    """Looks for briefs like the one in the form when its writing rests, and for words at once.

    `suggested` says that suggestions have come, `found` that finds have. A digit pressed before the
    suggestions are there waits for them.
    """

    suggested = Signal()
    found = Signal()

    def __init__(
        self, signals: SessionSignals, jobs: Jobs, stands_still: Callable[[], bool], parent: QObject
    ) -> None:
        """`stands_still` tells whether suggestions are being chosen from, and so are to stay."""
        super().__init__(parent)
        self._signals = signals
        self._jobs = jobs
        self._stands_still = stands_still
        self._library: Library | None = None
        self._offers = Offers()
        self._batch: tuple[Candidate, ...] = ()
        self._found: Offers | None = None
        self._digits: list[int] = []
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)

    @property
    def is_search(self) -> bool:
        """Whether finds are offered, and not suggestions."""
        return self._found is not None

    @property
    def is_searching(self) -> bool:
        """Whether finds are still to come."""
        return self._jobs.busy("related-search")

    @property
    def is_pending(self) -> bool:
        """Whether suggestions for the brief as it is now are still to come."""
        return self._rest.isActive() or self._jobs.busy("related")

    @property
    def others(self) -> int:
        """How many briefs there are to choose from; 0 also while that is not known."""
        return self._offers.others if self._library is not None else 0

    def rows(self) -> tuple[PickerRow, ...]:
        """What is chosen and what is offered now; suggestions that are used up make room for the next."""
        brief = self._signals.brief
        if self._batch and all(each.id in {entry.id for entry in brief.related} for each in self._batch):
            self.renew()
        return tuple(picker_rows(brief, self._offers, self._batch, self._found))

    def set_library(self, library: "Library | None") -> None:
        """Suggest and search briefs of this library."""
        self._library = library
        self._offers, self._batch = Offers(), ()
        self._on_rest()

    def forget(self) -> None:
        """Another brief is in the form."""
        self._offers, self._batch, self._digits = Offers(), (), []

    def look_again(self) -> None:
        """The brief says something else: what is looked for now is not wanted any more."""
        self._jobs.cancel("related")
        self._rest.start()

    def look_at_rest(self) -> None:
        """Look for suggestions when the writing rests."""
        self._rest.start()

    def look_now(self) -> None:
        """Do not wait any longer for the writing to rest."""
        if self._rest.isActive():
            self._on_rest()

    def renew(self) -> None:
        """Offer the best suggestions that are not chosen yet."""
        self._batch = self._offers.free(self._signals.brief, OFFERED)

    def search(self, text: str) -> bool:
        """Look for these words; tells whether anything is looked for: else suggestions are offered again."""
        self._jobs.cancel("related-search")
        if text.strip() and self._library is not None:
            work = partial(_find, self._library, text, self._signals.brief)
            self._jobs.run(work, self._on_found, "related-search")
            return True
        self._found = None
        return False

    def wait_for(self, digit: int) -> None:
        """Keep a digit for suggestions that are still to come."""
        if self.is_pending and not self._batch:
            self._digits.append(digit)

    def waiting(self) -> Iterator[int]:
        """The digits that were kept; they are given once."""
        digits, self._digits = self._digits, []
        yield from digits

    def _on_rest(self) -> None:
        self._rest.stop()
        if self._library is not None:
            brief = self._signals.brief
            work = partial(_suggest, self._library, brief)
            self._jobs.run(work, self._on_suggested, "related", long=len(brief.bullets) > MANY)

    def _on_suggested(self, offers: Offers) -> None:
        self._offers = offers
        if not self._batch or not self._stands_still():
            self.renew()
        self.suggested.emit()

    def _on_found(self, offers: Offers) -> None:
        self._found = offers
        self.found.emit()


def _suggest(library: "Library", brief: Brief, progress: Progress) -> Offers:
    return candidates.suggest(library, brief)


def _find(library: "Library", query: str, brief: Brief, progress: Progress) -> Offers:
    return candidates.find(library, query, brief)
