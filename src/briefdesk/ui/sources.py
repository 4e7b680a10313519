"""The source of the form joined to the library: what it has settled, who else is on the story."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefdesk.ui.fields.source import SourceField
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.same_story import SameStory
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.fields.tracking_dialog import TrackingDialog


class Sources(QObject):
    """Brings the library to the source field, and its list of tracking parts to whoever edits it.

    `openRequested` names another brief on the same story; `failed` carries the `KnownError` of what the
    library could not keep.
    """

    openRequested = Signal(str)
    failed = Signal(object)

    def __init__(
        self, window: QWidget, source: SourceField, signals: SessionSignals, jobs: Jobs, look: Look
    ) -> None:
        super().__init__(window)
        self._window = window
        self._house = SourceHouse(jobs, self)
        self._house.failed.connect(self.failed)
        self._same_story = SameStory(signals, jobs, look)
        self._same_story.openRequested.connect(self.openRequested)
        self._dialog: TrackingDialog | None = None
        source.furnish_house(self._house)
        source.put_below(self._same_story, self._same_story.stops)

    @property
    def house(self) -> SourceHouse:
        """What the library has settled about sources."""
        return self._house

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {"tracking": self._on_tracking}

    def set_library(self, library: "Library | None") -> None:
        """Go by this library from now on."""
        self._house.set_library(library)
        self._same_story.set_library(library)

    def refresh(self) -> None:
        """Look again for other briefs on the story: briefs have come or gone."""
        self._same_story.refresh()

    def _on_tracking(self) -> None:
        if self._dialog is None:
            from briefdesk.ui.fields.tracking_dialog import TrackingDialog

            self._dialog = TrackingDialog(self._window)
            self._dialog.changed.connect(self._house.set_tracking)
        self._dialog.show_names(self._house.tracking)
        self._dialog.open()
