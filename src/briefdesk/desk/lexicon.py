"""One dictionary: whether it knows a word, what is near to it, and what was meant instead."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefdesk.brief.errors import KnownError
from briefdesk.brief.spellable import bare, normal
from briefdesk.store.giving_way import giving_way

if TYPE_CHECKING:
    from spylls.hunspell import Dictionary

SUGGESTED: Final = 6
"""Most words offered in the place of a misspelt one."""

_LONGEST: Final = 60
"""Letters up to which a word is looked up: nobody writes longer ones, and they cost seconds."""
_LONGEST_SUGGESTED: Final = 24
_SHORT_NAME: Final = 6
_ENDINGS: Final = ("s", "es", "d", "ed", "ing", "ly")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class Lexicon:
    """A Hunspell dictionary, to be asked from any thread, one question at a time.

    A word in capitals that it does not know may be a name. It is held to be one unless it is a slip of
    one letter from a word of the dictionary: "Presidnet" is a mistake, "Fitzgibbon" is a person.
    """

    def __init__(self, dictionary: "Dictionary") -> None:
        self._dictionary = dictionary
        self._stems = frozenset(word.stem for word in dictionary.dic.words)
        letters = set("'-." + _LETTERS)
        for stem in self._stems:  # in turns: one long call would hold up the other threads
            letters.update(stem)
        self._letters = frozenset(letters)
        self._lock = threading.Lock()

    @classmethod
    def read(cls, path: Path) -> "Lexicon":
        """Read a dictionary; `path` is that of its two files, without their endings.

        Takes about a second and 60 to 80 MB for English.

        Raises:
            KnownError: a file is missing or no dictionary.
        """
        from briefdesk.desk import hunspell  # read when a text is first checked

        for ending in (".aff", ".dic"):
            if not path.with_name(path.name + ending).is_file():
                raise KnownError(
                    f"The dictionary {path.name} is not used: {path.name}{ending} is missing",
                    todo=f"Put both of its files into {path.parent}.",
                )
        try:
            files = (path.with_name(path.name + ending) for ending in (".aff", ".dic"))
            with giving_way(), _uncollected():
                made = cls(hunspell.read(*files))
                made.knows("word")
        # Whatever stands in the file: the reader trusts it and fails anywhere.
        except Exception as error:
            raise KnownError(
                f"The dictionary {path.name} is not used: its files cannot be read"
                f" ({type(error).__name__}: {error})",
                todo=f"Take it out of {path.parent}, or put in one for Hunspell.",
            ) from error
        if not made._stems:
            raise KnownError(
                f"The dictionary {path.name} is not used: it holds no words",
                todo=f"Take it out of {path.parent}, or put in one for Hunspell.",
            )
        return made

    def knows(self, word: str) -> bool:
        """Whether a word, as `spellable` gives it, needs no mark."""
        if len(word) > _LONGEST or not self._letters.issuperset(word.casefold()):
            return True  # of another script or language: this dictionary has nothing to say
        with self._lock:
            if self._dictionary.lookup(word) or self._dictionary.lookup(bare(word)):
                return True
        return word[:1].isupper() and not self._is_slip(bare(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first; takes about 0.2 s."""
        word = normal(word)
        if len(word) > _LONGEST_SUGGESTED:
            return ()
        with self._lock, giving_way():
            return tuple(islice(self._dictionary.suggest(word), SUGGESTED))

    def _is_slip(self, name: str) -> bool:
        """Whether a word in capitals is one slip from a word that is written small."""
        return any(self._is_form(each) for each in _slips(name.casefold()))

    def _is_form(self, word: str) -> bool:
        if word in self._stems:
            return True
        return any(
            word.endswith(ending) and len(stem := word.removesuffix(ending)) > 3 and stem in self._stems
            for ending in _ENDINGS
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep what is made from being looked through for garbage, now and later: it stays to the end.

    Among half a million objects of a dictionary that would hold up the window for a tenth of a second.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _slips(word: str) -> Iterator[str]:
    """What a word was before one slip: two letters changed places, one too many, one missing, another one.

    Nobody slips on the first letter. Of a short word only the first kind: every short name is close to
    some word.
    """
    for at in range(1, len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) <= _SHORT_NAME:
        return
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]
