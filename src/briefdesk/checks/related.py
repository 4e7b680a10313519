"""Checks on More briefs."""

from collections.abc import Iterator

from briefdesk.brief.model import Brief
from briefdesk.brief.wording import sentences, word_count
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings

FEWEST, MOST = 2, 5
SHORTEST, LONGEST = 40, 120
MOST_SENTENCES = 8


def has_related(brief: Brief) -> bool:
    """Whether any other brief is listed."""
    return bool(brief.related)


def related_count(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """R1: two to five other briefs to go on with."""
    count = len(brief.related)
    if not FEWEST <= count <= MOST:
        message = {0: "No other brief is listed", 1: "Only one other brief is listed"}
        yield Finding(
            "R1",
            Level.SHOULD,
            "related",
            message.get(count, f"{count} other briefs are listed"),
            fix=f"List {FEWEST} to {MOST} that a reader would go on with",
        )


def related_summaries(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """R3: the paragraph of a listed brief has 40 to 120 words in at most eight sentences."""
    for index, entry in enumerate(brief.related):
        count, parts = word_count(entry.summary), len(sentences(entry.summary))
        said = []
        if not SHORTEST <= count <= LONGEST:
            said.append(f"{count} word{'s' if count != 1 else ''}")
        if parts > MOST_SENTENCES:
            said.append(f"{parts} sentences")
        if said:
            yield Finding(
                "R3",
                Level.SHOULD,
                "related",
                f"The summary of “{entry.headline}” has {' and '.join(said)}"
                if count
                else f"“{entry.headline}” has no summary",
                index,
                "summary",
                span=(0, len(entry.summary)) if count else None,
                fix=f"{SHORTEST} to {LONGEST} words, at most {MOST_SENTENCES} sentences",
            )
