"""The brief that is being written: one door in for every edit, one announcement out."""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from briefdesk.brief.model import Brief
from briefdesk.desk.history import History, Place, Step, place_of
from briefdesk.desk.status import after_edit

OWNED_BY_LIBRARY = ("id", "slug", "created_at", "updated_at")
"""What the library fills in when it saves; no step of undo brings an older one back."""


class Origin(Enum):
    """Why the brief is another one now."""

    OPEN = auto()
    EDIT = auto()
    UNDO = auto()
    REDO = auto()
    REFRESH = auto()


class Change(NamedTuple):
    """What changed, told once: the brief before and now, the fields that differ, and why.

    `place` is where the eye should go after undo and redo; `None` where the caret is right already.
    """

    before: Brief
    brief: Brief
    fields: frozenset[str]
    origin: Origin
    place: Place | None = None

    @classmethod
    def none(cls, brief: Brief) -> "Change":
        """No change at all: how things stand, for one who begins to listen."""
        return cls(brief, brief, frozenset(), Origin.OPEN)


Listener = Callable[[Change], None]


class Session:
    """Holds the brief in the form, its undo line, and those who want to know of changes."""

    def __init__(self, brief: Brief | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._brief = brief or Brief()
        self._clock = clock
        self._histories: dict[str, History] = {}
        self._history = self._histories.setdefault(self._brief.id, History())
        self._listeners: list[Listener] = []

    @property
    def brief(self) -> Brief:
        """The brief as it is now."""
        return self._brief

    @property
    def can_undo(self) -> bool:
        """Whether this brief has an edit to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether this brief has an edit to do again."""
        return self._history.can_redo

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener of every change from now on; gives the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def open(self, brief: Brief) -> None:
        """Put another brief in the form; the undo line it had before goes on."""
        self._history.pause()
        before, self._brief = self._brief, brief
        self._history = self._histories.setdefault(brief.id, History())
        self._announce(before, Origin.OPEN, None)

    def edit(
        self,
        field: str,
        value: object,
        *,
        row: int = -1,
        part: str = "",
        typed: str | None = None,
        held: Place | None = None,
    ) -> None:
        """Give a field a new value: the one door in.

        `typed` is what was typed or, empty, that something was deleted: such edits of one place join
        into one step of undo. Without it the edit is a step of its own. `held` is where the caret was
        before, and what was selected: undo brings that back too.
        """
        if getattr(self._brief, field) != value:
            self._take({field: value}, (field, row, part), typed, held)

    def edit_all(self, changes: Mapping[str, object]) -> None:
        """Give several fields new values at once, as one step of undo."""
        changed = {name: value for name, value in changes.items() if getattr(self._brief, name) != value}
        if changed:
            self._take(changed, (next(iter(changed)), -1, ""), None)

    def note_elsewhere(self, before: Brief, after: Brief) -> None:
        """A brief that is not in the form was changed in the library: its undo line keeps that as a step."""
        history = self._histories.setdefault(after.id, History())
        history.record(Step(before, after, ("", -1, ""), None, self._clock()))

    def tidy(self, field: str, value: object) -> None:
        """Put right what a field was left with, if nothing could be done again.

        In the middle of the undo line a text stays as it is: an edit there, which nobody asked for, would
        cut off what comes after.
        """
        if not self.can_redo:
            self.edit(field, value)

    def pause(self) -> None:
        """End the present stretch of typing, so that what comes next is its own step of undo."""
        self._history.pause()

    def undo(self) -> bool:
        """Take the last step back; tells whether there was one."""
        step = self._history.undo()
        if step:
            self._go_to(step.before, step.where[0], Origin.UNDO, step.held)
        return step is not None

    def undo_if(self, field: str, value: object) -> bool:
        """Take the last step back if it gives a field this value again; tells whether it did."""
        last = self._history.last
        return last is not None and getattr(last.before, field) == value and self.undo()

    def redo(self) -> bool:
        """Do the step again that was taken back last; tells whether there was one."""
        step = self._history.redo()
        if step:
            self._go_to(step.after, step.where[0], Origin.REDO)
        return step is not None

    def adopt(self, stored: Brief) -> None:
        """Take over what the library filled in for this brief: slug and dates, never a text."""
        if stored.id != self._brief.id:
            return
        before = self._brief
        # A slug that was made for a headline that has been typed on since is not this brief's.
        fits = not before.slug and stored.headline == before.headline
        slug = stored.slug if fits else before.slug
        after = replace(before, slug=slug, created_at=stored.created_at, updated_at=stored.updated_at)
        self._brief = after
        # The time of a save changes with every key and nobody shows it: no reason to call all widgets.
        if differing(before, after) - {"updated_at"}:
            self._announce(before, Origin.REFRESH, None)

    def refresh(self, brief: Brief) -> None:
        """Take over what another program changed in this brief; the undo line keeps it as a step."""
        before = self._brief
        if brief.id != before.id or brief == before:
            return
        self._brief = brief
        self._history.record(Step(before, brief, ("", -1, ""), None, self._clock()))
        self._announce(before, Origin.REFRESH, None)

    def _take(
        self,
        values: Mapping[str, object],
        where: tuple[str, int, str],
        typed: str | None,
        held: Place | None = None,
    ) -> None:
        before = self._brief
        after = replace(before, **values)
        if "headline" in values and before.slug and before.published_at is None:
            after = slug_following(before, after)
        self._brief = after_edit(before, after)
        self._history.record(Step(before, self._brief, where, typed, self._clock(), held))
        self._announce(before, Origin.EDIT, None)

    def _go_to(self, brief: Brief, field: str, origin: Origin, held: Place | None = None) -> None:
        before = self._brief
        kept = {name: getattr(before, name) for name in OWNED_BY_LIBRARY}
        if brief.headline != before.headline:
            kept["slug"] = brief.slug if before.published_at is None else before.slug
        self._brief = replace(brief, **kept)
        changed = differing(before, self._brief)
        where = field if field in changed else next(iter(sorted(changed)), field)
        if held is not None and (held.field == where or _is_shorter(before, self._brief, where)):
            place = held  # where an entry is gone again, there is nothing to see but what led to it
        else:
            place = place_of(before, self._brief, where) if where else None
        self._announce(before, origin, place)

    def _announce(self, before: Brief, origin: Origin, place: Place | None) -> None:
        change = Change(before, self._brief, differing(before, self._brief), origin, place)
        for listener in tuple(self._listeners):
            listener(change)


def slug_following(before: Brief, after: Brief) -> Brief:
    """Let an automatic slug be made anew for a new headline; one that was chosen stays."""
    from briefdesk.brief.slug import is_automatic  # not above: the first paint does not need it

    return replace(after, slug="") if is_automatic(before) else after


def _is_shorter(before: Brief, after: Brief, field: str) -> bool:
    """Whether a field has fewer entries than it had."""
    old, new = getattr(before, field, None), getattr(after, field, None)
    return isinstance(old, tuple) and isinstance(new, tuple) and len(new) < len(old)


def differing(one: Brief, other: Brief) -> frozenset[str]:
    """Names of the fields in which two briefs differ."""
    names = Brief.__dataclass_fields__
    return frozenset(n for n in names if (a := getattr(one, n)) is not (b := getattr(other, n)) and a != b)
