"""Undo as a line of frozen briefs: one line over all fields, for each brief its own."""

from typing import NamedTuple

from briefdesk.brief.model import Brief

JOIN_SECONDS = 1.0
"""Typing that goes on within this many seconds of the last key is the same step."""

LONGEST = 5_000
"""Steps kept for a brief; the oldest leave first. A step is a few references, not a copy."""


COMPOSING = "\ufffc"
"""What is typed while an input method composes: whatever that becomes belongs to the same step."""


class Place(NamedTuple):
    """Where in the form something happened: field, row within it, part of the row, caret.

    `caret` counts code points within the text of that place. `anchor` is the other end of what is
    selected there, as row and place in it; `None` where nothing is.
    """

    field: str
    row: int = -1
    part: str = ""
    caret: int = 0
    anchor: tuple[int, int] | None = None


class Step(NamedTuple):
    """One step of undo: the brief before and after, where it happened, and what was typed.

    `typed` is `None` for a change of structure, which is always a step of its own; for typing it is
    the text put in, empty where something was taken out. `held` is where the caret was before, and what
    was selected; `None` where nobody knows.
    """

    before: Brief
    after: Brief
    where: tuple[str, int, str]
    typed: str | None
    at: float
    held: Place | None = None


class History:
    """The steps of one brief, and how far back of them we are."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._next = 0

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._next > 0

    @property
    def can_redo(self) -> bool:
        """Whether there is a taken-back step to do again."""
        return self._next < len(self._steps)

    @property
    def last(self) -> Step | None:
        """The step that undo would take back."""
        return self._steps[self._next - 1] if self._next else None

    def record(self, step: Step) -> None:
        """Add a step, or join it to the last one when it is the same stretch of typing."""
        del self._steps[self._next :]
        if self._steps and _joins(self._steps[-1], step):
            last = self._steps[-1]
            self._steps[-1] = step._replace(before=last.before, held=last.held)
        else:
            self._steps.append(step)
            if len(self._steps) > LONGEST:
                del self._steps[0]
        self._next = len(self._steps)

    def pause(self) -> None:
        """End the present stretch of typing: what comes next is a new step."""
        if self._next and self._next == len(self._steps):
            self._steps[-1] = self._steps[-1]._replace(at=float("-inf"))

    def undo(self) -> Step | None:
        """Take a step back; gives the step whose `before` is now in force, or `None`."""
        if not self.can_undo:
            return None
        self._next -= 1
        return self._steps[self._next]

    def redo(self) -> Step | None:
        """Do a step again; gives the step whose `after` is now in force, or `None`."""
        if not self.can_redo:
            return None
        self._next += 1
        return self._steps[self._next - 1]


def _joins(last: Step, step: Step) -> bool:
    if last.typed is None or step.typed is None or last.where != step.where:
        return False
    if last.typed == COMPOSING:
        return bool(step.typed) and last.at > float("-inf")  # who chooses among characters may take long
    if step.at - last.at > JOIN_SECONDS or len(step.typed) > 1:
        return False
    if bool(last.typed) != bool(step.typed):
        return False
    return not (last.typed[-1:].isspace() and step.typed and not step.typed.isspace())


def place_of(before: Brief, after: Brief, field: str) -> Place:
    """Where the two briefs differ in a field, with the caret behind what `after` has there."""
    old, new = getattr(before, field), getattr(after, field)
    if isinstance(new, str):
        return Place(field, caret=_end_of_change(old if isinstance(old, str) else "", new))
    if isinstance(new, tuple):
        return _place_in_rows(field, old, new)
    for part in getattr(type(new), "__dataclass_fields__", ()):
        was, now = getattr(old, part, ""), getattr(new, part)
        if was != now and isinstance(now, str):
            return Place(field, part=part, caret=_end_of_change(was, now))
    return Place(field)


def _place_in_rows(field: str, old: tuple[object, ...], new: tuple[object, ...]) -> Place:
    row = next(
        (n for n, (was, now) in enumerate(zip(old, new, strict=False)) if was != now), min(len(old), len(new))
    )
    if row >= len(new):
        row = len(new) - 1
        last = new[row] if row >= 0 else None
        return Place(field, row=row, caret=len(last) if isinstance(last, str) else 0)
    if len(new) > len(old) and isinstance(new[row], str):
        return _behind_rows(field, row, old, new)
    was, now = (old[row] if row < len(old) else None), new[row]
    if isinstance(now, str):
        return Place(field, row=row, caret=_end_of_change(was if isinstance(was, str) else "", now))
    for part in getattr(type(now), "__dataclass_fields__", ()):
        text = getattr(now, part)
        if isinstance(text, str) and text != getattr(was, part, None):
            return Place(field, row=row, part=part, caret=_end_of_change(getattr(was, part, ""), text))
    return Place(field, row=row)


def _behind_rows(field: str, first: int, old: tuple[object, ...], new: tuple[object, ...]) -> Place:
    """The place behind the texts that came in from row `first` on, as a paste leaves the caret."""
    most = min(len(old), len(new)) - first
    same = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    row, before = len(new) - same - 1, len(old) - same - 1
    was = old[before] if before >= first else ""
    return Place(field, row=row, caret=_end_of_change(str(was), str(new[row])))


def _end_of_change(old: str, new: str) -> int:
    """How far into `new` the text reaches that `old` does not have."""
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    same = next((n for n in range(shorter - start) if old[-1 - n] != new[-1 - n]), shorter - start)
    return len(new) - same
