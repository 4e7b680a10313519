"""What may be jargon in the texts of a brief: each text is read once, and very many are read on a worker."""

from collections.abc import Iterable, Mapping, Set
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.jargon import Candidate, candidates
from briefdesk.ui.jobs import Jobs, Progress

AT_ONCE = 60
"""Texts up to which those that are new are read where they are asked for: some ten milliseconds."""
KEPT = 4096
"""Texts of which it is remembered what is in them, and twice as many as the brief has if it has more."""

Read = tuple[Candidate, ...]


class Readings(QObject):
    """Remembers the candidates of texts; `arrived` says that those of very many texts are there now."""

    arrived = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._house: Mapping[str, str] = {}
        self._read: dict[str, Read] = {}
        self._asked: Set[str] = frozenset()

    def use(self, house: Mapping[str, str]) -> None:
        """Look for these terms of the house from now on: all is to be read anew."""
        self._house = house
        self._read = {}
        self._jobs.cancel("readings")

    def of(self, text: str) -> Read:
        """What may be jargon in a text."""
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = candidates(text, self._house, slips=True)
        return found

    def have(self, texts: Iterable[str]) -> bool:
        """Whether all of these are read; if too many are not, `arrived` follows."""
        wanted = set(texts)
        if len(self._read) > max(KEPT, 2 * len(wanted)):
            self._read = {text: found for text, found in list(self._read.items()) if text in wanted}
        new = {text for text in wanted if text not in self._read}
        if len(new) <= AT_ONCE:
            for text in new:
                self.of(text)
            return True
        if not (self._jobs.busy("readings") and new <= self._asked):
            self._asked = new
            work = partial(_read, new, self._house, self._read)
            self._jobs.run(work, self._on_read, "readings", long=True)
        return False

    def _on_read(self, _nothing: None) -> None:
        self._asked = frozenset()
        self.arrived.emit()


def _read(texts: Iterable[str], house: Mapping[str, str], into: dict[str, Read], progress: Progress) -> None:
    """Read texts into a dictionary that is looked into meanwhile: what is read before the end is not lost."""
    for text in texts:
        if progress.cancelled:
            return
        into[text] = candidates(text, house, slips=True)
