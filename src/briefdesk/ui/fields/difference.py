"""Where two states of a text, or of a list of rows, differ: the smallest stretch that has to change."""

from collections.abc import Sequence
from typing import NamedTuple


class Difference(NamedTuple):
    """From `start`, `removed` characters or rows of the old state give way to `added` of the new."""

    start: int
    removed: int
    added: int


def difference(old: Sequence[object], new: Sequence[object]) -> Difference:
    """The one stretch in which two texts, or two tuples of rows, differ."""
    shorter = min(len(old), len(new))
    start = _alike(old, new, shorter)
    same = _alike_at_end(old, new, shorter - start)
    return Difference(start, len(old) - start - same, len(new) - start - same)


def as_typed(found: Difference, added: str, typed: str) -> tuple[int, str]:
    """How much was taken out and what was put in, where a key may have typed over a selection.

    The texts alone tell of a deletion where what is typed is like an end of what it replaces: an "R" over
    "Rain".
    """
    return (
        (found.removed + len(typed), typed)
        if typed and found.removed and not added
        else (found.removed, added)
    )


def _alike(old: Sequence[object], new: Sequence[object], most: int) -> int:
    """How much the two have in common at their start; by halves, since comparing slices is quick."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _alike_at_end(old: Sequence[object], new: Sequence[object], most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
