"""What the window's commands do to briefs; says what was done, and offers to take it back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Status
from briefdesk.checks import check
from briefdesk.desk.desk import Desk
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.notices import NoticeBar, Offer
from briefdesk.ui.questions import Questions

if TYPE_CHECKING:
    from briefdesk.desk.importing import Outcome
    from briefdesk.store.library import Library

Imported = list[tuple[str, "Outcome | KnownError"]]


class Acts(QObject):
    """New briefs, imports, trash, status and undo, on the desk's brief or on briefs of the library."""

    stored = Signal()
    briefWanted = Signal(str)
    newWanted = Signal()
    reviewWanted = Signal()

    def __init__(
        self, desk: Desk, jobs: Jobs, notices: NoticeBar, questions: Questions, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._notices = notices
        self._questions = questions
        self._library: Library | None = None

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "new-brief": self.newWanted.emit,
            "import": self.ask_and_import,
            "undo": self._desk.session.undo,
            "redo": self._desk.session.redo,
            "mark-ready": self.mark_ready,
            "trash": self._on_trash,
        }

    def set_library(self, library: "Library | None") -> None:
        """Act on this library from now on."""
        self._library = library

    def ask_and_import(self) -> None:
        """Ask which documents to import, and import them."""
        self.import_files(self._questions.files_to_import())

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import documents on a worker and open the first brief that came of them."""
        if self._library is not None and paths:
            self._jobs.run(
                partial(_import_files, self._library, tuple(paths)), self._on_imported, key="import"
            )

    def import_text(self, text: str) -> None:
        """Import a pasted page of text."""
        if self._library is not None and text.strip():
            self._jobs.run(partial(_import_text, self._library, text), self._on_imported, key="import")

    def trash(self, ids: Iterable[str]) -> None:
        """Move briefs to the trash; ten seconds long it can be taken back with one click."""
        library = self._library
        if library is None:
            return
        self._desk.autosave.flush()
        moved = tuple(ids)
        for id in moved:
            library.trash(id)
        if moved:
            self.stored.emit()
            self._notices.show_done(
                self.tr("Moved to the trash")
                if len(moved) == 1
                else self.tr("{count} briefs moved to the trash").format(count=len(moved)),
                offers=(Offer(self.tr("Undo"), partial(self.untrash, moved)),),
            )
            if self._desk.brief.id in moved:
                self.newWanted.emit()

    def untrash(self, ids: Iterable[str]) -> None:
        """Take briefs out of the trash."""
        if self._library is None:
            return
        back = tuple(ids)
        for id in back:
            self._library.untrash(id)
        self._notices.hide()
        self.stored.emit()
        if back:
            self.briefWanted.emit(back[0])

    def mark_ready(self) -> None:
        """Mark the brief ready, or show what must be fixed before."""
        must_fix = sum(each.level == "must" for each in check(self._desk.brief).findings)
        if must_fix:
            self.reviewWanted.emit()
            self._notices.show_done(
                self.tr("Not ready yet: one thing must be fixed")
                if must_fix == 1
                else self.tr("Not ready yet: {count} things must be fixed").format(count=must_fix),
                self.tr("The review shows what."),
            )
        elif self._desk.brief.status in (Status.DRAFT, Status.REVIEW):
            self._desk.session.edit("status", Status.READY)
            self._notices.show_done(
                self.tr("Marked ready"), offers=(Offer(self.tr("Undo"), self._on_undo_ready),)
            )

    def _on_undo_ready(self) -> None:
        self._desk.session.undo()
        self._notices.hide()

    def _on_trash(self) -> None:
        if self._desk.autosave.counter(self._desk.brief.id) is not None:
            self.trash((self._desk.brief.id,))

    def _on_imported(self, outcomes: Imported) -> None:
        done = [each for _, each in outcomes if not isinstance(each, KnownError) and not each.error]
        wrong = [
            f"{name}: {each if isinstance(each, KnownError) else each.error}"
            for name, each in outcomes
            if isinstance(each, KnownError) or each.error
        ]
        self.stored.emit()
        if done:
            self.briefWanted.emit(done[0].id)
        if wrong:
            several = len(wrong) > 1
            more = self.tr(" (and {count} more)").format(count=len(wrong) - 1) if several else ""
            what = self.tr("Not everything could be imported") if done else self.tr("Nothing was imported")
            self._notices.show_trouble(what, wrong[0] + more, details=wrong if several else ())
        elif done:
            made = sum(each.action == "created" for each in done)
            changed = sum(each.action == "updated" for each in done)
            words = self.tr("Imported: {made} new, {changed} changed, {same} as they were")
            self._notices.show_done(words.format(made=made, changed=changed, same=len(done) - made - changed))


def _import_files(library: "Library", paths: tuple[Path, ...], progress: Progress) -> Imported:
    found: Imported = []
    for number, path in enumerate(paths):
        progress.say(number, len(paths))
        try:
            found += _import_data(library, path.read_bytes(), path.name)
        except OSError as error:
            found.append((path.name, KnownError(f"cannot be read: {error.strerror}")))
    return found


def _import_text(library: "Library", text: str, _progress: Progress) -> Imported:
    return _import_data(library, text.encode("utf-8", "surrogatepass"), "clipboard")


def _import_data(library: "Library", data: bytes, name: str) -> Imported:
    # Here and not above: they bring YAML, HTML and SQL with them, which the first paint does not need.
    from briefdesk.desk.importing import import_items
    from briefdesk.importers import read

    try:
        return [(name, outcome) for outcome in import_items(library, read(data, name=name))]
    except KnownError as error:
        return [(name, error)]
