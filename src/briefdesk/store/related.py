"""Briefs that are like another one: candidates from the search index, ranked by the words they share."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from sqlalchemy import Connection, literal_column, select

from briefdesk.brief.model import Brief
from briefdesk.store import bodies, frequencies
from briefdesk.store.errors import DamagedBrief
from briefdesk.store.frequencies import BRIEFS
from briefdesk.store.indexed import index, joined, without_trash, words
from briefdesk.store.records import Suggestion
from briefdesk.store.schema import body_bytes, briefs, search, search_index
from briefdesk.store.stems import Stems

CANDIDATES: Final = 60
MOST_TERMS: Final = 16
ALL_TERMS: Final = 200
MOST_POSTINGS: Final = 5_000
"""Terms are asked for while they stand in no more briefs than this together: 20 times faster, no worse."""

_HEADLINE_COUNTS: Final = 2
"""A word of the headline counts as often as this many of the text."""

_MOST_REASONS: Final = 5
_WEAK: Final = 0.15
"""A shared word that says less than this part of the strongest one is no reason."""

SMALL = 500
"""Briefs from which on their number tells which words are common."""

_TWIN: Final = 0.4
"""Jaccard likeness of three-word runs from which on two texts are one story told twice."""

_WEIGHTS: Final = "bm25(3.0, 1.0, 0.0, 0.0, 0.0)"

# Words that say nothing about what a text is about; a small library has no counts to tell them by.
_EMPTY_TEXT: Final = """
    a about after again all also am an and any are as at be because been before being but by can could did do
    does doing don down during each few for from further had has have having he her here hers him his how i if
    in into is it its just like ll m may me might more most must my new no nor not now of off on once one only
    or other our out over own re s said same say says she should so some such t than that the their them then
    there these they this those through to too two under until up use used uses using ve very was we were what
    when where which while who whom why will with would you your
"""
_EMPTY: Final = frozenset(_EMPTY_TEXT.split())


_ByWord = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A text that is compared: the words it says, headline first, and how often each stem stands there."""

    place: int
    said: list[str]
    counts: Mapping[str, int]


def related(connection: Connection, stems: Stems, brief: Brief, *, limit: int) -> list[Suggestion]:
    """Give the briefs that are most like one, the likest first; never itself, and of twins only one.

    The score is the cosine of the two texts' tf-idf vectors, 0 to 1; from 0.3 on it is most often
    the same running story.
    """
    own = index(brief)
    headline, text = words(own.headline), words(own.text)
    by_word = stems.by_word({*headline, *text})
    counts = _counts(by_word, headline, text)
    surface = _surface(by_word, headline + text)
    known = connection.execute(select(briefs.c.place).where(briefs.c.id == brief.id)).first()
    asked = set(surface) | {BRIEFS}
    weights = _Weights(frequencies.of(connection, asked), is_stored=known is not None)
    best = weights.best(counts, surface)
    if not best:
        return []
    own_place = known.place if known else None
    found = _candidates(connection, stems, [surface[stem] for stem in best], own_place)
    if len(found) < limit and len(best) == MOST_TERMS:
        # A small library: what says most of the text stands in too few briefs, so the rest is asked for too.
        best = weights.best(counts, surface, most=ALL_TERMS)
        found = _candidates(connection, stems, [surface[stem] for stem in best], own_place)
    everything = {stem for each in found for stem in each.counts} - asked
    weights.learn(frequencies.of(connection, everything))
    scored = _scored(found, counts, surface, weights)
    return _told(connection, _without_twins(scored, limit), surface)


class _Weights:
    """How much a stem says: the fewer briefs it stands in, the more."""

    def __init__(self, found: Mapping[str, int], *, is_stored: bool) -> None:
        self._found = dict(found)
        self._all = self._found.pop(BRIEFS, 0)
        self._own = 1 if is_stored else 0
        self._rare = math.log(self._all + 1)
        self._weights: dict[str, float] = {}
        self.learn(self._found)

    @property
    def is_small(self) -> bool:
        """Whether the library holds too few briefs to tell a rare word from a common one."""
        return self._all < SMALL

    def learn(self, found: Mapping[str, int]) -> None:
        """Take the counts of more stems."""
        self._weights |= {stem: math.log((self._all + 1) / max(1, number)) for stem, number in found.items()}

    def vector(self, counts: Mapping[str, int]) -> dict[str, float]:
        """A text as a vector of length 1; a stem weighs the more, the fewer briefs it stands in."""
        weight, rare, root = self._weights.get, self._rare, math.sqrt
        raw = {stem: root(count) * weight(stem, rare) for stem, count in counts.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {stem: value / length for stem, value in raw.items()}

    def best(self, counts: Mapping[str, int], allowed: Iterable[str], *, most: int = MOST_TERMS) -> list[str]:
        """The stems that say most of a text and that other briefs hold too."""
        there = [stem for stem in allowed if self._found.get(stem, 0) > self._own]
        there.sort(key=lambda stem: (-math.sqrt(counts[stem]) * self._weights[stem], stem))
        chosen: list[str] = []
        room = MOST_POSTINGS
        for stem in there:
            if len(chosen) == most:
                break
            if self._found[stem] <= room or not chosen:
                chosen.append(stem)
                room -= self._found[stem]
        return chosen


def _counts(by_word: _ByWord, headline: list[str], text: list[str]) -> dict[str, int]:
    """How often each stem stands in a text, the headline counting more."""
    counts = Counter(chain.from_iterable(map(by_word.__getitem__, text)))
    for stem in chain.from_iterable(map(by_word.__getitem__, headline)):
        counts[stem] += _HEADLINE_COUNTS
    return counts


def _surface(by_word: _ByWord, said: list[str]) -> dict[str, str]:
    """For each stem that may be a reason, the shortest word of the text that has it, as it stands there."""
    found: dict[str, str] = {}
    for word in said:
        if (
            word.casefold() in _EMPTY
            or (word.isdigit() and len(word) < 4)
            or (len(word) == 1 and word.isascii())
        ):
            continue
        for stem in by_word[word]:
            if stem not in found or (len(word), word) < (len(found[stem]), found[stem]):
                found[stem] = word
    return found


def _candidates(connection: Connection, stems: Stems, asked: list[str], own: int | None) -> list[_Candidate]:
    expression = " OR ".join('"' + word.replace('"', "") + '"' for word in asked)
    few = (
        select(search_index.c.rowid.label("place"))
        .where(
            literal_column("search_index").op("MATCH")(without_trash(f"{{headline text}} : ({expression})")),
            literal_column("rank").op("MATCH")(_WEIGHTS),
        )
        .order_by(literal_column("rank"))
        .limit(CANDIDATES + 1)
        .subquery()
    )
    texts = select(search.c.place, search.c.headline, search.c.text).join(few, few.c.place == search.c.place)
    said = [
        (row.place, words(row.headline), words(row.text))
        for row in connection.execute(texts)
        if row.place != own
    ]
    by_word = stems.by_word({word for _, headline, text in said for word in (*headline, *text)})
    return [
        _Candidate(place, headline + text, _counts(by_word, headline, text)) for place, headline, text in said
    ]


def _scored(
    found: list[_Candidate], counts: Mapping[str, int], surface: Mapping[str, str], weights: _Weights
) -> list[tuple[float, _Candidate, list[str]]]:
    """Candidates with their cosine and the stems that make it, the likest first."""
    mine = weights.vector({stem: counts[stem] for stem in surface})
    scored: list[tuple[float, _Candidate, list[str]]] = []
    for each in found:
        theirs = weights.vector(each.counts)
        shared = {stem: value * theirs[stem] for stem, value in mine.items() if stem in theirs}
        if shared:
            strongest = sorted(shared, key=lambda stem: (-shared[stem], stem))
            enough = shared[strongest[0]] * _WEAK
            reasons = [stem for stem in strongest if shared[stem] >= enough]
            if weights.is_small:
                reasons = _telling(reasons, surface)
            reasons = reasons[:_MOST_REASONS]
            scored.append((sum(shared.values()), each, reasons))
    return sorted(scored, key=lambda item: (-item[0], -item[1].place))


def _telling(reasons: list[str], surface: Mapping[str, str]) -> list[str]:
    """Those of some reasons that are no plain words; all of them where there are no others.

    In a small library any word is rare: "closed" would tell as much as a name.
    """
    from briefdesk.brief.lexicon import is_plain_word  # not above: a library is opened without it

    return [stem for stem in reasons if not is_plain_word(surface[stem])] or reasons[:1]


def _without_twins(
    scored: list[tuple[float, _Candidate, list[str]]], limit: int
) -> list[tuple[float, _Candidate, list[str]]]:
    """The first of them, leaving out whatever tells the same as one before it."""
    kept: list[tuple[float, _Candidate, list[str]]] = []
    runs: list[set[tuple[str, ...]]] = []
    for item in scored:
        if len(kept) == limit:
            break
        mine = _runs(item[1].said)
        if not any(_likeness(mine, other) >= _TWIN for other in runs):
            kept.append(item)
            runs.append(mine)
    return kept


def _runs(said: list[str]) -> set[tuple[str, ...]]:
    seen = [word.casefold() for word in said]
    return set(zip(seen, seen[1:], seen[2:], strict=False))


def _likeness(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def _told(
    connection: Connection, chosen: list[tuple[float, _Candidate, list[str]]], surface: Mapping[str, str]
) -> list[Suggestion]:
    told: list[Suggestion] = []
    for score, each, reasons in chosen:
        row = connection.execute(
            select(briefs.c.id, briefs.c.headline, body_bytes, briefs.c.sha256).where(
                briefs.c.trashed == 0, briefs.c.place == each.place
            )
        ).first()
        if row is None:
            continue
        try:
            summary = bodies.open_(row.id, row.body, row.sha256).summary
        except DamagedBrief:
            summary = ""
        why = tuple(joined(surface[stem]) for stem in reasons)
        told.append(Suggestion(row.id, row.headline, summary, min(1.0, score), why))
    return told
