"""Parts of the window that are made when they are first asked for: the start is too short for the unseen."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.desk.desk import Desk
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.panes import Panes
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.history.panel import HistoryPanel
    from briefdesk.ui.publish.dialog import PublishDialog


class OnDemand(QObject):
    """The history, which takes the place of form and preview, and the Publish dialog."""

    historyLeft = Signal()
    restored = Signal()
    published = Signal()

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        panes: Panes,
        panel: LibraryPanel,
        notices: NoticeBar,
        parts: tuple[SessionSignals, Jobs, Look, SettingsFile],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._panes = panes
        self._panel = panel
        self._notices = notices
        self._signals, self._jobs, self._look, self._settings = parts
        self._library: Library | None = None
        self._history: HistoryPanel | None = None
        self._publish: PublishDialog | None = None

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "history": self._on_history,
            "publish": self._on_publish,
            "publish-again": self._on_publish_again,
        }

    def set_library(self, library: "Library | None") -> None:
        """Show and publish briefs of this library from now on."""
        self._library = library
        for part in (self._history, self._publish):
            if part is not None:
                part.set_library(library)

    def _on_history(self, shown: bool) -> None:
        if not shown:
            self._panes.show_work()
            return
        self._desk.autosave.flush()
        if self._history is None:
            from briefdesk.ui.history.panel import HistoryPanel

            self._history = HistoryPanel(self._signals, self._jobs, self._look)
            self._history.set_library(self._library)
            self._history.left.connect(self.historyLeft)
            self._history.restored.connect(self.restored)
        self._panes.take_place(self._history)
        self._history.stop.setFocus()

    def _on_publish(self) -> None:
        if self._library is not None:
            self._desk.autosave.flush()
            dialog = self._dialog()
            dialog.set_selection(self._panel.selected)
            dialog.open()

    def _on_publish_again(self) -> None:
        if self._library is not None:
            self._desk.autosave.flush()
            self._dialog().repeat_last()

    def _dialog(self) -> "PublishDialog":
        if self._publish is None:
            from briefdesk.ui.publish.dialog import PublishDialog

            self._publish = PublishDialog(self._signals, self._jobs, self._look, self._settings, self._window)
            self._publish.set_library(self._library)
            self._publish.told.connect(self._on_told)
            self._publish.failed.connect(self._on_failed)
        return self._publish

    def _on_told(self, words: str, more: str) -> None:
        self._notices.show_done(words, more)
        self.published.emit()

    def _on_failed(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)
