"""What helps a writer to look at the text alone: focus mode, scan test, a target for the length."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.leaving import Leaving
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.shell import Shell
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.targets import Targets

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.focus_mode import FocusMode
    from briefdesk.ui.scan_test import ScanTest


class WritingActs(QObject):
    """Makes the modes of the form when they are first entered, and keeps their commands checked."""

    failed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        shell: Shell,
        signals: SessionSignals,
        markings: Markings,
        jobs: Jobs,
        settings: SettingsFile,
    ) -> None:
        super().__init__(window)
        self._shell = shell
        self._signals = signals
        self._markings = markings
        self._settings = settings
        self._leaving = Leaving(window)
        self._targets = Targets(window, shell.status, signals, jobs)
        self._targets.failed.connect(self.failed)
        self._focus: FocusMode | None = None
        self._scan: ScanTest | None = None
        self._is_scanning = False
        self._actions: Mapping[str, QAction] = {}

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "focus-mode": self._on_focus,
            "mute-others": self._on_mute,
            "scan-test": self._on_scan,
            "target": self._targets.ask,
        }

    def show_state(self, actions: Mapping[str, QAction]) -> None:
        """Check the actions of what is in force, now and from now on."""
        self._actions = actions
        actions["mute-others"].setChecked(self._settings.settings.mute_others)

    def set_library(self, library: "Library | None") -> None:
        """Take targets from this library from now on."""
        self._targets.set_library(library)

    def _on_focus(self, on: bool) -> None:
        if self._focus is None:
            from briefdesk.ui.focus_mode import FocusMode

            self._focus = FocusMode(self._shell, self._markings, self._leaving, self)
            self._mute()
            self._focus.changed.connect(self._actions["focus-mode"].setChecked)
        self._focus.set_on(on)

    def _on_mute(self, on: bool) -> None:
        self._settings.change(mute_others=on)
        self._mute()

    def _mute(self) -> None:
        """Mute the other paragraphs in focus mode where that is set; the scan test is of all of them."""
        if self._focus is not None:
            self._focus.set_muting(self._settings.settings.mute_others and not self._is_scanning)

    def _on_scan(self, on: bool) -> None:
        if self._scan is None:
            from briefdesk.ui.scan_test import ScanTest

            self._scan = ScanTest(self._shell.form, self._signals, self._markings, self._leaving, self)
            self._scan.changed.connect(self._on_scan_changed)
        self._scan.set_on(on)

    def _on_scan_changed(self, on: bool) -> None:
        self._is_scanning = on
        self._actions["scan-test"].setChecked(on)
        self._mute()
