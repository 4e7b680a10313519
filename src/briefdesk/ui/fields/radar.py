"""The term radar: marks words that a reader may not know, each once in a brief."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.brief.jargon import Candidate, Kind, is_misspelt, is_rare, term_at
from briefdesk.brief.lexicon import common_acronyms, ordinary_words
from briefdesk.brief.naming import term_key
from briefdesk.desk.alarms import added_words, known_words, settle_known, unsettle_known
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields import radar_places
from briefdesk.ui.fields.house_terms import HouseTerms
from briefdesk.ui.fields.markings import Mark, Markings, Remedy, Spot, Style, Writing
from briefdesk.ui.fields.radar_places import Place
from briefdesk.ui.fields.readings import Readings
from briefdesk.ui.jobs import MANY, Jobs, Progress
from briefdesk.ui.signals import SessionSignals

if TYPE_CHECKING:
    from briefdesk.store.library import Library

REST_MS = 400
"""How long after the last key new words are looked up: one that is half typed is none yet."""


class _Learnt(NamedTuple):
    """What a worker has found out: which keys are to be marked, and what was dismissed."""

    brief: str
    verdicts: Mapping[str, bool]
    dismissed: frozenset[str]


class Radar(QObject):
    """A marking of bullets, summary and definitions.

    `define` is what Ctrl+T does, for the word at the caret. `found` carries the words that are marked,
    in the order of the brief; `told` what was dismissed, and what takes it back. What is not known of a
    word yet is asked on a worker after a pause; until then it is not marked.
    """

    found = Signal(tuple)
    told = Signal(str, object)

    def __init__(
        self,
        signals: SessionSignals,
        jobs: Jobs,
        house: HouseTerms,
        markings: Markings,
        define: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._signals = signals
        self._jobs = jobs
        self._house = house
        self._markings = markings
        self._define = define
        self._library: Library | None = None
        self._is_ready = False
        self._verdicts: dict[str, bool] = {}
        self._dismissed: frozenset[str] = frozenset()
        self._owners: dict[str, Place] = {}
        self._words: dict[str, str] = {}
        self._known: frozenset[str] = frozenset()
        self._places: frozenset[Place] = frozenset()
        self._asked: set[str] = set()
        self._readings = Readings(jobs, self)
        self._readings.arrived.connect(self._follow)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._ask)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._follow)
        house.changed.connect(self._on_house_changed)
        signals.changed.connect(self._on_changed)

    def set_library(self, library: "Library | None") -> None:
        """Count words in this library, and keep there what is dismissed."""
        self._library = library
        self._forget()

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """The marks in one paragraph; what no announcement has told of yet is taken for its older self."""
        kind = radar_places.kind(field)
        if not self._is_ready or not kind or not text:
            return ()
        return [
            Mark(each.start, each.end, Style.JARGON)
            for each in self._wanted(text)
            if self._is_mine(each.key, (kind, text))
        ]

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """What can be done about a marked word."""
        kind = radar_places.kind(spot.field)
        for each in self._wanted(spot.text) if kind and self._is_ready else ():
            if each.start <= spot.place <= each.end and self._is_mine(each.key, (kind, spot.text)):
                define = self.tr("Define “{word}” (Ctrl+T)").format(word=each.word)
                return (
                    Remedy(define, partial(self._define, each.word)),
                    Remedy(self.tr("Not jargon in this brief"), partial(self._dismiss, each, here=True)),
                    Remedy(self.tr("Never jargon"), partial(self._dismiss, each, here=False)),
                )
        return ()

    def word_at(self, text: str, place: int) -> str:
        """The term of the house, or the word that may be jargon, at a place in a text; "" for neither."""
        found = term_at(text, place, self._house.names)
        if found or not self._is_ready:
            return found
        return next((each.word for each in self._readings.of(text) if each.start <= place <= each.end), "")

    # Which words

    def _wanted(self, text: str) -> Iterator[Candidate]:
        for each in self._readings.of(text):
            if each.key in self._known or each.key in self._dismissed:
                continue
            verdict = self._verdicts.get(each.key)
            if verdict is None and each.key not in self._asked:
                self._timer.start()
            if verdict:
                yield each

    def _is_mine(self, key: str, place: Place) -> bool:
        """Whether a word is marked here: its first place is this one, or was before the last key."""
        owner = self._owners.get(key)
        if owner is None or owner == place:
            return True
        if place in self._places:
            return False
        return owner[0] == place[0] and radar_places.is_older_self(owner[1], place[1])

    def _follow(self) -> None:
        """Find the first place of each word, and have marked anew what moved."""
        if not self._is_ready:
            return
        brief = self._signals.brief
        places = list(radar_places.places(brief))
        if not self._readings.have(text for _, text in places):
            return
        told = frozenset[str]().union(*(radar_places.explained(text) for _, text in places))
        self._known = told | radar_places.defined(brief)
        self._places = frozenset(places)
        owners: dict[str, Place] = {}
        words: dict[str, str] = {}
        for place in places:
            for each in self._wanted(place[1]):
                if owners.setdefault(each.key, place) == place:
                    words.setdefault(each.key, each.word)
        moved = {
            key
            for key in owners.keys() | self._owners.keys()
            if not radar_places.is_same(owners.get(key), self._owners.get(key))
        }
        changed = {words.get(key) or self._words[key] for key in moved}
        is_other = list(words.values()) != list(self._words.values())
        self._owners, self._words = owners, words
        if changed:
            self._markings.changed.emit(frozenset(changed))
        if is_other:
            self.found.emit(tuple(words.values()))

    # What is known of them

    def _ask(self) -> None:
        if self._library is None:
            return
        brief = self._signals.brief
        unknown: dict[str, tuple[str, bool]] = {}
        places = list(radar_places.places(brief)) if self._is_ready else []
        if self._readings.have(text for _, text in places):
            for _, text in places:
                for each in self._readings.of(text):
                    if each.key not in self._verdicts:
                        unknown[each.key] = (each.word, each.kind is Kind.WORD)
        self._asked = set(unknown)
        self._jobs.run(
            partial(_learn, self._library, brief.id, unknown),
            self._on_learnt,
            "radar",
            failed=self._on_failed,
        )

    def _on_learnt(self, learnt: _Learnt) -> None:
        self._asked.clear()
        was_ready, self._is_ready = self._is_ready, True
        self._verdicts.update(learnt.verdicts)
        if learnt.brief == self._signals.brief.id:
            back = self._dismissed - learnt.dismissed
            self._dismissed = learnt.dismissed
        else:
            back = frozenset[str]()
        self._follow()
        if back:
            self._markings.changed.emit(None)
        if not was_ready:
            self._timer.start(0)

    def _on_failed(self, _error: KnownError) -> None:
        """Without the library no word is marked that is not known yet."""
        self._asked.clear()

    def _dismiss(self, each: Candidate, *, here: bool) -> None:
        if self._library is None:
            return
        brief = self._signals.brief.id if here else ""
        settle = partial(_settle, self._library, each, brief)
        self._dismissed |= {each.key}
        self._jobs.run(settle, self._on_dismissed, f"jargon-{each.key}", failed=self._on_not_kept)
        self._follow()
        self._markings.changed.emit(frozenset({each.word}))
        here_, all_ = self.tr("“{word}” is no jargon in this brief"), self.tr("“{word}” is never jargon")
        undo = partial(self._take_back, self._library, each, brief)
        self.told.emit((here_ if here else all_).format(word=each.word), undo)

    def _take_back(self, library: "Library", each: Candidate, brief: str) -> None:
        self._dismissed -= {each.key}
        unsettle = partial(_unsettle, library, each.key, brief)
        self._jobs.run(unsettle, self._on_dismissed, f"jargon-{each.key}", failed=self._on_not_kept)
        self._follow()
        self._markings.changed.emit(frozenset({each.word}))

    def _on_dismissed(self, _nothing: None) -> None:
        """It is kept."""

    def _on_not_kept(self, _error: KnownError) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Read anew what was dismissed: it may have been taken back."""
        self._timer.start(0)

    def accept(self, word: str) -> None:
        """Mark a word no more that somebody has added to the dictionary."""
        self._dismissed |= {term_key(word)}
        self._follow()
        self._markings.changed.emit(None)

    def accept_no_more(self, word: str) -> None:
        """It was taken out of the dictionary again."""
        self._dismissed -= {term_key(word)}
        self._follow()
        self._markings.changed.emit(None)

    def _forget(self) -> None:
        self._verdicts.clear()
        self._asked.clear()
        self._dismissed = frozenset()
        self._timer.start(0)

    def _on_house_changed(self) -> None:
        self._readings.use(self._house.names)
        self._follow()
        self._timer.start()

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN and change.before.id != change.brief.id:
            self._dismissed = frozenset()
            self._timer.start(0)
        if change.fields & {"bullets", "summary", "terms"}:
            if len(change.brief.bullets) > MANY:
                self._rest.start()
            else:
                self._follow()


def _learn(
    library: "Library", brief: str, unknown: Mapping[str, tuple[str, bool]], _progress: Progress
) -> _Learnt:
    """Read the shipped lists, count words in the library, and see what was dismissed there."""
    for read in (ordinary_words, common_acronyms):
        read()
    parts = {part for word, is_plain in unknown.values() if is_plain for part in word.split("-")}
    briefs, counts = library.word_counts(parts) if parts else (0, {})
    verdicts = {
        key: not is_plain
        or (any(is_rare(briefs, counts.get(part, 0)) for part in word.split("-")) and not is_misspelt(word))
        for key, (word, is_plain) in unknown.items()
    }
    return _Learnt(brief, verdicts, known_words(library, brief) | added_words(library, brief))


def _settle(library: "Library", each: Candidate, brief: str, _progress: Progress) -> None:
    settle_known(library, each.key, brief, word=each.word)


def _unsettle(library: "Library", key: str, brief: str, _progress: Progress) -> None:
    unsettle_known(library, [key], brief)
