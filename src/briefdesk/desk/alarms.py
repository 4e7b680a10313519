"""What somebody has said is no alarm, for one brief or for all: words that need no explaining."""

from briefdesk.store.library import Library

ALARM = "alarm"
"""The kind of settlement that says so."""

_JARGON = "jargon:"


def known_words(library: Library, brief: str) -> frozenset[str]:
    """The keys of the words that need no explaining in the brief of that id."""
    alarms = library.house(ALARM, brief=brief)
    return frozenset(key.removeprefix(_JARGON) for key in alarms if key.startswith(_JARGON))


def settle_known(library: Library, key: str, brief: str = "") -> None:
    """Have a word need no explaining, in that brief or in all.

    Raises:
        NotSaved: the library cannot be written to.
    """
    library.settle(ALARM, {f"{_JARGON}{key}": "no"}, brief=brief)
