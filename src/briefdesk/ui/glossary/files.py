"""The glossary as files: lists of terms that are read in, and all terms written out."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.ui.glossary import work
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.notices import NoticeBar

if TYPE_CHECKING:
    from briefdesk.store.library import Library


class TermFiles(QObject):
    """Asks for files, reads and writes them on a worker, and tells what was done; `imported` follows it."""

    imported = Signal()

    def __init__(self, jobs: Jobs, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._notices = notices
        self._window = window
        self._library: Library | None = None

    def set_library(self, library: "Library | None") -> None:
        """Read terms into this library, and write those of this one."""
        self._library = library

    def ask_import(self) -> None:
        """Ask for a file with terms, and read it."""
        title, kinds = self.tr("Import a list of terms"), self.tr("Tables (*.csv)")
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(Path.home()), kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Make the terms of a CSV file known."""
        if self._library is not None:
            task = partial(work.import_, self._library, path)
            self._jobs.run(task, self._on_read, "glossary-file", failed=self._on_failed)

    def _on_read(self, counts: tuple[int, int]) -> None:
        words = self.tr("Imported: {new} new wordings, {known} known already")
        self._notices.show_done(words.format(new=counts[0], known=counts[1] - counts[0]))
        self.imported.emit()

    def ask_export(self) -> None:
        """Ask where to, and write all terms there."""
        kinds = self.tr("Table (*.csv);;JSON (*.json);;Markdown (*.md)")
        title, start = self.tr("Export the glossary"), str(Path.home() / "glossary.csv")
        name, kind = QFileDialog.getSaveFileName(self._window, title, start, kinds)
        if name:
            path = Path(name)
            self.write(path if path.suffix else path.with_suffix(kind[kind.rfind(".") : -1]))

    def write(self, path: Path) -> None:
        """Write all terms to a file, by its ending as CSV, JSON or Markdown."""
        if self._library is not None:
            task = partial(work.export, self._library, path)
            self._jobs.run(task, self._on_written, "glossary-file", failed=self._on_failed)

    def _on_written(self, done: tuple[Path, int]) -> None:
        one, many = self.tr("1 term written to {file}"), self.tr("{n} terms written to {file}")
        words = (one if done[1] == 1 else many).format(n=done[1], file=done[0].name)
        self._notices.show_done(words, str(done[0].parent))

    def _on_failed(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)
