"""Checks on what search engines are told."""

from collections.abc import Iterator

from briefdesk.brief.model import Brief
from briefdesk.brief.wording import graphemes
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings

SHORTEST, LONGEST = 50, 160


def has_description(brief: Brief) -> bool:
    """Whether there is a description; the summary stands in for an empty one, and R3 is about that."""
    return bool(brief.description.strip())


def description_length(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """M1: 50 to 160 characters are shown whole under a search result (GOV.UK)."""
    length = graphemes(brief.description)
    if not SHORTEST <= length <= LONGEST:
        yield Finding(
            "M1",
            Level.SHOULD,
            "description",
            f"The description has {length} characters",
            span=(0, len(brief.description)),
            fix=f"{SHORTEST} to {LONGEST} are shown whole by search engines",
        )
