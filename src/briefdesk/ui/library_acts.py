"""The commands that change which library is open, and those that tell of the program."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from briefdesk.ui.crash.versions import versions
from briefdesk.ui.door import LibraryDoor
from briefdesk.ui.questions import Questions
from briefdesk.ui.settings.settings import SettingsFile


class LibraryActs(QObject):
    """Opens another library, a new or a recent one, once the window has let go of the present one."""

    def __init__(
        self, parent: QWidget, door: LibraryDoor, settings: SettingsFile, questions: Questions
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._door = door
        self._settings = settings
        self._questions = questions
        self._leave: Callable[[], bool] = _always
        self._recent = QMenu(self.tr("Open &recent"), parent)
        self._recent.aboutToShow.connect(self._on_recent_about_to_show)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {"new-library": self._on_new, "open-library": self._on_open, "about": self._on_about}

    def set_leave(self, leave: Callable[[], bool]) -> None:
        """Ask this before the present library is closed: it saves, and tells whether it may be left."""
        self._leave = leave

    def recent_menu(self) -> QMenu:
        """The menu of the libraries that were open before."""
        return self._recent

    def go_to(self, path: Path) -> None:
        """Close the present library and open the one at this path."""
        if self._leave():
            self._door.close()
            self._door.open(path)

    def again(self) -> None:
        """Try once more to open the library that was refused."""
        self._door.open()

    def ask_and_open(self) -> None:
        """Ask which library to open, and open it."""
        if path := self._questions.library_to_open():
            self.go_to(path)

    def _on_open(self) -> None:
        self.ask_and_open()

    def _on_new(self) -> None:
        if path := self._questions.library_to_make():
            self.go_to(path if path.suffix else path.with_suffix(".briefdesk"))

    def _on_recent_about_to_show(self) -> None:
        self._recent.clear()
        for name in self._settings.settings.recent:
            action = self._recent.addAction(Path(name).stem)
            action.setToolTip(name)
            action.setStatusTip(name)
            action.triggered.connect(partial(self.go_to, Path(name)))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("None yet")).setEnabled(False)

    def _on_about(self) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("About BriefDesk"))
        box.setText(self.tr("BriefDesk"))
        box.setInformativeText(self.tr("A desk for people who write and edit briefs.") + "\n\n" + versions())
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.open()


def _always() -> bool:
    return True
