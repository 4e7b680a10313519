"""A criterion of the rubric, and the report that all of them make together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from briefdesk.brief.model import Brief
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings

COST = {Level.MUST: 12, Level.SHOULD: 4, Level.COULD: 1}
"""What a finding takes from the score of 100; from the rubric."""

Check = Callable[[Brief, Surroundings], Iterable[Finding]]
Applies = Callable[[Brief], bool]


def always(brief: Brief) -> bool:
    """Every brief is held to this criterion."""
    return True


@dataclass(frozen=True, slots=True)
class Criterion:
    """One rule: its name in the rubric, what it asks for, who asks for it, and the check itself.

    `applies` tells whether the brief has what the rule is about; only then the rule counts in the meter.
    """

    id: str
    title: str
    origin: str
    check: Check
    applies: Applies = always


@dataclass(frozen=True, slots=True)
class Report:
    """All findings on a brief, in the rubric's order.

    `score` is 100 less 12 for a must, 4 for a should and 1 for a could, never below 0. `met` of
    `applying` criteria have no must and no should (a could only informs). `ready` means no must.
    """

    findings: tuple[Finding, ...]
    score: int
    met: int
    applying: int

    @property
    def ready(self) -> bool:
        """Whether nothing stands against marking the brief ready."""
        return not any(finding.level is Level.MUST for finding in self.findings)


def report(criteria: Iterable[Criterion], brief: Brief, surroundings: Surroundings) -> Report:
    """Hold a brief to the criteria."""
    findings: list[Finding] = []
    met = applying = 0
    for criterion in criteria:
        if not criterion.applies(brief):
            continue
        found = tuple(criterion.check(brief, surroundings))
        applying += 1
        met += all(finding.level is Level.COULD for finding in found)
        findings += found
    score = max(0, 100 - sum(COST[finding.level] for finding in findings))
    return Report(tuple(findings), score, met, applying)
