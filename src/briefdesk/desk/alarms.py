"""What somebody has said is no alarm, for one brief or for all: words that need no explaining."""

from collections.abc import Iterable

from briefdesk.brief.naming import term_key
from briefdesk.store.library import Library

ALARM = "alarm"
"""The kind of settlement that says so."""

WORD = "word"
"""The kind of settlement under which words of the dictionary are kept."""

_JARGON = "jargon:"
_UNSPELLED = "no"


def known_words(library: Library, brief: str) -> frozenset[str]:
    """The keys of the words that need no explaining in the brief of that id."""
    alarms = library.house(ALARM, brief=brief)
    return frozenset(key.removeprefix(_JARGON) for key in alarms if key.startswith(_JARGON))


def added_words(library: Library, brief: str) -> frozenset[str]:
    """The keys of the words that were added to the dictionary: whoever did so knows them."""
    return frozenset(term_key(word) for word in library.house(WORD, brief=brief))


def never_jargon(library: Library) -> dict[str, str]:
    """The words that need no explaining in any brief, by their keys, as they were spelled."""
    alarms = library.house(ALARM)
    # A word without a spelling was settled by an older version.
    return {
        (bare := key.removeprefix(_JARGON)): bare if word == _UNSPELLED else word
        for key, word in alarms.items()
        if key.startswith(_JARGON)
    }


def settle_known(library: Library, key: str, brief: str = "", *, word: str = "") -> None:
    """Have a word need no explaining, in that brief or in all; `word` is how it is spelled.

    Raises:
        NotSaved: the library cannot be written to.
    """
    library.settle(ALARM, {f"{_JARGON}{key}": word or _UNSPELLED}, brief=brief)


def unsettle_known(library: Library, keys: Iterable[str], brief: str = "") -> None:
    """Have words need explaining again.

    Raises:
        NotSaved: the library cannot be written to.
    """
    library.unsettle(ALARM, [f"{_JARGON}{key}" for key in keys], brief=brief)
