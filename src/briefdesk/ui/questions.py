"""Questions to the user, as something that is handed in, so that tests can script the answers."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


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
    """Asks with the system's dialogs."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def files_to_import(self) -> list[Path]:
        """Which documents to import; none when the dialog is left."""
        names, _ = QFileDialog.getOpenFileNames(
            self._parent,
            _tr("Import briefs"),
            "",
            _tr("Briefs (*.txt *.md *.markdown *.html *.htm *.json *.jsonl);;All files (*)"),
        )
        return [Path(name) for name in names]

    def library_to_open(self) -> Path | None:
        """Which library to open; none when the dialog is left."""
        name, _ = QFileDialog.getOpenFileName(
            self._parent, _tr("Open library"), "", _tr("Libraries (*.briefdesk *.db *.sqlite);;All files (*)")
        )
        return Path(name) if name else None

    def library_to_make(self) -> Path | None:
        """Where to make a new library; a file that exists is opened, never replaced."""
        name, _ = QFileDialog.getSaveFileName(
            self._parent,
            _tr("New library"),
            _tr("My desk.briefdesk"),
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
