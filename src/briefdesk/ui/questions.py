"""Questions to the user, as something that is handed in, so that tests can script the answers."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from briefdesk.ui.settings.settings import SettingsFile


class Questions(Protocol):
    """What the window may ask. Every answer may be "no": an empty list, or `None`."""

    def files_to_import(self) -> list[Path]:
        """Which documents to import."""
        ...

    def library_to_open(self) -> Path | None:
        """Which library to open."""
        ...

    def library_to_make(self) -> Path | None:
        """Where to make a new library."""
        ...

    def may_leave_unsaved(self, why: str) -> bool:
        """Whether to quit although something could not be saved."""
        ...


def _tr(text: str) -> str:
    return QCoreApplication.translate("Questions", text)


class Dialogs:
    """Asks with the system's dialogs, which begin in the home folder or where they were last."""

    def __init__(self, parent: QWidget, settings: SettingsFile) -> None:
        self._parent = parent
        self._settings = settings

    def files_to_import(self) -> list[Path]:
        """Which documents to import; none when the dialog is left."""
        last = self._settings.settings.import_folder
        start = Path(last)
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            _tr("Import briefs"),
            str(start if last and start.is_dir() else Path.home()),
            _tr("Briefs (*.txt *.md *.markdown *.html *.htm *.json *.jsonl);;All files (*)"),
        )
        paths = [Path(name) for name in names]
        if paths:
            self._settings.change(import_folder=str(paths[0].parent))
        return paths

    def library_to_open(self) -> Path | None:
        """Which library to open; none when the dialog is left."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent,
            _tr("Open library"),
            str(Path.home()),
            _tr("Libraries (*.briefdesk *.db *.sqlite);;All files (*)"),
        )
        return Path(name) if name else None

    def library_to_make(self) -> Path | None:
        """Where to make a new library; a file that exists is opened, never replaced."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent,
            _tr("New library"),
            str(Path.home() / _tr("My desk.briefdesk")),
            _tr("Libraries (*.briefdesk)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def may_leave_unsaved(self, why: str) -> bool:
        """Whether to quit although something could not be saved; no is the answer at hand."""
        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(_tr("Not everything is saved."))
        box.setInformativeText(why)
        stay = box.addButton(_tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(_tr("Quit all the same"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave
