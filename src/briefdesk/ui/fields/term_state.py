"""How the terms of a brief stand: which are one, circular, or mentioned nowhere; without Qt, for the note."""

from collections.abc import Sequence
from typing import NamedTuple

from briefdesk.brief.hygiene import is_circular
from briefdesk.brief.inline import plain
from briefdesk.brief.mentions import mentions
from briefdesk.brief.model import Brief
from briefdesk.brief.naming import twin_of
from briefdesk.brief.usage import used_terms


class TermState(NamedTuple):
    """Numbers of the terms that want attention; a double is told with the row that came first."""

    defined: int
    doubles: tuple[tuple[int, int], ...]
    circular: tuple[int, ...]
    unused: tuple[int, ...]


def state_of(brief: Brief) -> TermState:
    """How the terms of a brief stand."""
    spelled = [term.term.strip() for term in brief.terms]
    doubles = ((number, twin_of(spelled, number)) for number in range(len(spelled)))
    used = used_terms(brief)
    return TermState(
        defined=sum(bool(term.term.strip() and term.definition.strip()) for term in brief.terms),
        doubles=tuple((number, twin) for number, twin in doubles if 0 <= twin < number),
        circular=tuple(
            number for number, each in enumerate(brief.terms) if is_circular(each.term, each.definition)
        ),
        unused=tuple(
            number for number, name in enumerate(spelled) if name and number not in used and _has_text(brief)
        ),
    )


def replaced_by(old: Sequence[str], new: Sequence[str], term: str) -> str:
    """The words that stand where a term stood before an edit; "" where nothing does, or too much."""
    before, after = [plain(each) for each in old], [plain(each) for each in new]
    if len(before) != len(after):
        return ""
    for was, now in zip(before, after, strict=True):
        for start, end in mentions(term, was):
            left, right = was[:start], was[end:]
            if now.startswith(left) and now.endswith(right) and len(now) > len(left) + len(right):
                words = now[len(left) : len(now) - len(right)].strip()
                return words if 0 < len(words.split()) <= len(term.split()) + 2 else ""
    return ""


def _has_text(brief: Brief) -> bool:
    return any(bullet.strip() for bullet in brief.bullets)
