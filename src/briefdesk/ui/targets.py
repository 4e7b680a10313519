"""The length that a brief, or every brief of a library, should have; kept in the library."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefdesk.brief.target import Target, read_target
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.statusbar import StatusBar

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.target_popover import TargetPopover

KIND, LENGTH, NONE = "target", "length", "none"
"""What is settled: under `length` a target as text, or `none` where a brief does without the library's."""


class Settled(NamedTuple):
    """The texts of the targets for all briefs and for one; empty where nothing is settled."""

    brief: str
    all_briefs: str
    own: str


class Targets(QObject):
    """Shows the target of the brief in the status line, and lets it be set in a popover there.

    `failed` carries the `KnownError` of a target that could not be kept.
    """

    failed = Signal(object)

    def __init__(self, window: QWidget, status: StatusBar, signals: SessionSignals, jobs: Jobs) -> None:
        super().__init__(window)
        self._window = window
        self._status = status
        self._signals = signals
        self._jobs = jobs
        self._library: Library | None = None
        self._settled = Settled("", "", "")
        self._popover: TargetPopover | None = None
        signals.changed.connect(self._on_changed)
        status.targetWanted.connect(self.ask)

    def set_library(self, library: "Library | None") -> None:
        """Go by what this library has settled from now on."""
        self._library = library
        self._look_up()

    def ask(self) -> None:
        """Open the popover beside the counter."""
        if self._popover is None:
            from briefdesk.ui.target_popover import TargetPopover

            self._popover = TargetPopover(self._window)
            self._popover.chosen.connect(self._on_chosen)
        has_own = bool(self._settled.own)
        text = self._settled.own if has_own else self._settled.all_briefs
        self._popover.open_at(self._status.counts, "" if text == NONE else text, for_all=not has_own)

    def _on_changed(self, change: Change) -> None:
        if change.origin is Origin.OPEN:
            self._look_up()

    def _look_up(self) -> None:
        if self._library is None:
            self._on_found(Settled(self._signals.brief.id, "", ""))
            return
        find = partial(_find, self._library, self._signals.brief.id)
        self._jobs.run(find, self._on_found, KIND, failed=self.failed.emit)

    def _on_found(self, settled: Settled) -> None:
        if settled.brief == self._signals.brief.id:
            self._settled = settled
            text = settled.own or settled.all_briefs
            self._status.set_target(read_target(text) if text and text != NONE else None)

    def _on_chosen(self, target: Target | None, for_all: bool) -> None:
        self._jobs.cancel(KIND)  # what is chosen now comes after what was being looked up
        brief, text = self._signals.brief.id, target.text if target else ""
        orders: list[tuple[str, str]] = []
        if for_all:
            self._settled = Settled(brief, text, "")
            orders.append(("", text))
        else:
            own = text or (NONE if self._settled.all_briefs else "")
            self._settled = self._settled._replace(brief=brief, own=own)
        orders.append((brief, self._settled.own))
        self._status.set_target(target)
        if self._library is not None:
            keep = partial(_keep, self._library, tuple(orders))
            self._jobs.run(keep, self._on_kept, "target-kept", failed=self.failed.emit)

    def _on_kept(self, _done: None) -> None:
        return None


def _find(library: "Library", brief: str, _progress: Progress) -> Settled:
    all_briefs = library.house(KIND).get(LENGTH, "")
    mine = library.house(KIND, brief=brief).get(LENGTH, "")
    return Settled(brief, all_briefs, mine if mine != all_briefs else "")


def _keep(library: "Library", orders: tuple[tuple[str, str], ...], _progress: Progress) -> None:
    for brief, text in orders:
        if text:
            library.settle(KIND, {LENGTH: text}, brief=brief)
        else:
            library.unsettle(KIND, (LENGTH,), brief=brief)
