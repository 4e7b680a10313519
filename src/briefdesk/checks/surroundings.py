"""What a check knows of the library around a brief: a frozen value, filled by the desk."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another brief of the library that a reader could take for this one."""

    id: str
    headline: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The library as one brief's checks need it; empty when a brief stands alone (a file).

    `neighbours` are the briefs whose headlines come nearest, never the brief itself. `terms` holds the
    spelling of each term that the library explains, by its key; `known` the keys of words of which
    somebody has said that they need no explaining, in this brief or in all.
    """

    neighbours: tuple[Neighbour, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict[str, str])
    known: Set[str] = frozenset()
