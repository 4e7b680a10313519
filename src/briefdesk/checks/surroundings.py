"""What a check knows of the library around a brief: a frozen value, filled by the desk."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another brief of the library that a reader could take for this one."""

    id: str
    headline: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The library as one brief's checks need it; empty when a brief stands alone (a file).

    `neighbours` are the briefs whose headlines come nearest, never the brief itself.
    """

    neighbours: tuple[Neighbour, ...] = ()
