"""The words, icons and colours of the levels of a finding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.fields import QT_TRANSLATE_NOOP
from briefdesk.checks.criterion import Report
from briefdesk.checks.finding import Finding, Level


@dataclass(frozen=True, slots=True)
class LevelLook:
    """How a level is called, its icon, and the role of its colour."""

    text: str
    icon: str
    role: str

    @property
    def words(self) -> str:
        """The level in the reader's language."""
        return QCoreApplication.translate("Review", self.text)


LEVELS: Mapping[Level, LevelLook] = {
    Level.MUST: LevelLook(QT_TRANSLATE_NOOP("Review", "Must fix"), "circle-alert", "err"),
    Level.SHOULD: LevelLook(QT_TRANSLATE_NOOP("Review", "Should fix"), "triangle-alert", "warn"),
    Level.COULD: LevelLook(QT_TRANSLATE_NOOP("Review", "Could fix"), "info", "info"),
}
"""The levels, gravest first."""


MARK = " · "
"""Stands between what is and what to do."""


def sorted_findings(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, gravest first, in the rubric's order within a level."""
    order = list(LEVELS)
    return sorted(findings, key=lambda finding: order.index(finding.level))


def advice(finding: Finding) -> str:
    """A finding in one line: what is, and what to do."""
    return f"{finding.message}{MARK}{finding.fix}" if finding.fix else finding.message


def numbers(report: Report) -> Mapping[Level, int]:
    """How many findings there are of each level."""
    return {level: sum(each.level is level for each in report.findings) for level in LEVELS}
