"""Checks on the bullets."""

from collections.abc import Iterator

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief
from briefdesk.brief.wording import sentences, word_count
from briefdesk.checks.finding import Finding, Level
from briefdesk.checks.surroundings import Surroundings

FEWEST, MOST = 3, 8
IDEAL_WORDS = 20
LONG = 25
TOO_LONG = 40
MOST_SENTENCES = 2
SHORTEST_TOTAL, LONGEST_TOTAL = 60, 180


def has_bullets(brief: Brief) -> bool:
    """Whether a bullet holds any text; empty ones are not counted (they are not published either)."""
    return any(True for _ in _filled(brief))


def bullet_count(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """B1: three to eight bullets, five to seven are best; none is no brief (Smart Brevity lists)."""
    count = sum(1 for _ in _filled(brief))
    if not count:
        yield Finding(
            "B1", Level.MUST, "bullets", "There are no bullets", fix="Say in 5 to 7 points what happened"
        )
    elif not FEWEST <= count <= MOST:
        what = "only 1 bullet" if count == 1 else f"{'only ' if count < FEWEST else ''}{count} bullets"
        is_ = "is" if count == 1 else "are"
        yield Finding(
            "B1",
            Level.SHOULD,
            "bullets",
            f"There {is_} {what}",
            fix=f"{FEWEST} to {MOST} hold, 5 to 7 are best",
        )


def bullet_length(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """B2: a bullet of more than 25 words is hard to take in at once (GOV.UK), 40 is the end (Oxford)."""
    for index, text, shown in _filled(brief):
        count = word_count(shown)
        if count > LONG:
            yield Finding(
                "B2",
                Level.MUST if count > TOO_LONG else Level.SHOULD,
                "bullets",
                f"Bullet {index + 1} has {count} words",
                index,
                span=(0, len(text)),
                fix=f"Aim for {IDEAL_WORDS} or fewer, {LONG} at most: cut, or make two bullets",
            )


def bullet_sentences(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """B3: one sentence a bullet, two at most (ONS)."""
    for index, text, shown in _filled(brief):
        count = len(sentences(shown))
        if count > MOST_SENTENCES:
            yield Finding(
                "B3",
                Level.SHOULD,
                "bullets",
                f"Bullet {index + 1} has {count} sentences",
                index,
                span=(0, len(text)),
                fix="One sentence a bullet, two at most: make several bullets",
            )


def bullets_total(brief: Brief, around: Surroundings) -> Iterator[Finding]:
    """B4: 60 to 180 words in all bullets, so that they are read within a minute (Axios)."""
    total = sum(word_count(shown) for _, _, shown in _filled(brief))
    if total < SHORTEST_TOTAL:
        yield Finding(
            "B4",
            Level.SHOULD,
            "bullets",
            f"All bullets together have {total} word{'s' if total != 1 else ''}",
            fix=f"Fewer than {SHORTEST_TOTAL} leave questions open: add what a reader needs",
        )
    elif total > LONGEST_TOTAL:
        yield Finding(
            "B4",
            Level.SHOULD,
            "bullets",
            f"All bullets together have {total} words",
            fix=f"More than {LONGEST_TOTAL} are not read to the end: cut {total - LONGEST_TOTAL}",
        )


def _filled(brief: Brief) -> Iterator[tuple[int, str, str]]:
    """Row, stored text and shown text of each bullet that holds any."""
    for index, text in enumerate(brief.bullets):
        shown = plain(text)
        if shown.strip():
            yield index, text, shown
