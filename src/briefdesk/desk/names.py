"""Words that are right because they are names: of the library, and of one brief."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.spellable import bare, parts, spellable

if TYPE_CHECKING:
    from briefdesk.store.library import Library

_SEEN: Final = 2
"""Headlines in which a word in capitals must stand to be a name; in one it may be a slip."""


@dataclass(frozen=True, slots=True)
class LibraryNames:
    """What a library teaches: terms, publishers, and how many headlines have each word in capitals."""

    sure: frozenset[str]
    seen: Mapping[str, int]
    headlines: Mapping[str, str]

    def without(self, id: str) -> frozenset[str]:
        """The names, where the headline of one brief does not count: what is a slip there is one."""
        own = _capitals(self.headlines.get(id, ""))
        return self.sure | {name for name, n in self.seen.items() if n - (name in own) >= _SEEN}


def read_names(library: "Library") -> LibraryNames:
    """Learn the names of a library; takes about 0.2 s for 10,000 briefs."""
    seen: Counter[str] = Counter()
    sure: set[str] = set()
    publishers: set[str] = set()
    headlines: dict[str, str] = {}
    for id, headline, publisher, terms in library.named():
        seen.update(_capitals(headline))
        headlines[id] = headline
        publishers.add(publisher)
        if terms != "[]":
            sure |= set(_words(each.get("term", "") for each in json.loads(terms)))
    return LibraryNames(frozenset(sure) | frozenset(_words(publishers)), seen, headlines)


def own_names(brief: Brief) -> frozenset[str]:
    """Terms, publisher, tags and byline of a brief, and names that stand in it more than once."""
    texts = (*(term.term for term in brief.terms), brief.source.publisher, brief.byline, *brief.tags)
    prose = (
        *(brief.headline, brief.summary, *map(plain, brief.bullets)),
        *(plain(term.definition) for term in brief.terms),
    )
    seen = Counter(bare(each) for each in _words(prose) if each[:1].isupper())
    return frozenset(_words(texts)) | {name for name, number in seen.items() if number >= _SEEN}


def is_among(word: str, names: frozenset[str]) -> bool:
    """Whether a word is one of these, or its possessive or plural; a small one may stand in capitals."""
    for form in {word, bare(word), bare(word).removesuffix("s")}:
        if form in names or form.lower() in names:
            return True
    return False


def as_words(entries: Iterable[str]) -> frozenset[str]:
    """Entries of a list of words as they are looked up, whole and in their parts."""
    return frozenset(part for entry in entries for part in (entry, *parts(entry)))


def _capitals(headline: str) -> set[str]:
    return {bare(each) for each in _words((headline,)) if each[:1].isupper()}


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for each in spellable(text):
            yield each.word
