"""Measuring two things in turn, so that a noisy machine treats both alike."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Measure = Callable[[], float]
"""Does the thing once and gives how long it took, in milliseconds."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: the floor, ours, and the goal for their ratio; milliseconds."""

    name: str
    floor: float
    ours: float
    goal: str

    @property
    def ratio(self) -> float:
        """Ours by the floor."""
        return self.ours / self.floor if self.floor else float("inf")

    def line(self) -> str:
        """The figure as a line of the table."""
        return f"{self.name:<44} {self.floor:>9.2f} {self.ours:>9.2f} {self.ratio:>7.2f}x  {self.goal}"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line that is no ratio: what was counted, and what it must be."""

    name: str
    value: str
    goal: str

    def line(self) -> str:
        """The fact as a line of the table."""
        return f"{self.name:<44} {self.value:>28}  {self.goal}"


HEAD = f"{'figure (ms)':<44} {'floor':>9} {'ours':>9} {'ratio':>8}  goal"


def interleaved(floor: Measure, ours: Measure, rounds: int) -> tuple[list[float], list[float]]:
    """Measure both in turn, so many rounds after one that does not count."""
    pairs = [(floor(), ours()) for _ in range(rounds + 1)][1:]
    return [a for a, _ in pairs], [b for _, b in pairs]


def p50(times: Sequence[float]) -> float:
    """The middle one."""
    return statistics.median(times)


def p95(times: Sequence[float]) -> float:
    """The one that five in a hundred exceed."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]
