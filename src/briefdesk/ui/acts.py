"""What the window's commands do to briefs; says what was done, and offers to take it back."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Status
from briefdesk.checks import check
from briefdesk.desk.desk import Desk
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.library.panel import LibraryPanel
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.questions import Questions
from briefdesk.ui.removals import Removal, removal
from briefdesk.ui.trash import Trash

if TYPE_CHECKING:
    from briefdesk.desk.importing import Outcome
    from briefdesk.store.library import Library
    from briefdesk.ui.fields.source_house import SourceHouse

Imported = list[tuple[str, "Outcome | KnownError"]]


class Acts(QObject):
    """New briefs, imports, status, undo and the trash, on the desk's brief or on briefs of the library."""

    stored = Signal()
    briefWanted = Signal(str)
    newWanted = Signal()
    reviewWanted = Signal()

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        notices: NoticeBar,
        questions: Questions,
        panel: LibraryPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._notices = notices
        self._questions = questions
        self._library: Library | None = None
        self.cancels: Sequence[Callable[[], bool]] = ()
        """Each drops what is still to be pasted, and tells whether there was anything."""
        self.house: SourceHouse | None = None
        """What the library has settled about addresses."""
        self.trash = Trash(desk, notices, panel, self)
        self.trash.stored.connect(self.stored)
        self.trash.briefWanted.connect(self.briefWanted)
        self.trash.newWanted.connect(self.newWanted)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "new-brief": self.newWanted.emit,
            "import": self.ask_and_import,
            "undo": self.undo,
            "redo": self._desk.session.redo,
            "mark-ready": self.mark_ready,
            **self.trash.handlers(),
        }

    def set_library(self, library: "Library | None") -> None:
        """Act on this library from now on."""
        self._library = library
        self.trash.set_library(library)

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

    def fill_from_page(self, text: str) -> None:
        """Fill the empty brief in the form from a pasted page, as one edit."""
        work = partial(_page_fields, self._desk.brief.id, text, self._library)
        self._jobs.run(work, self._on_page_read, key="page", failed=self._on_page_refused)

    def _on_page_read(self, read: tuple[str, Mapping[str, object]]) -> None:
        id, fields = read
        if id != self._desk.brief.id:
            return  # another brief was opened meanwhile; the page is still on the clipboard
        # Here and not above: the first paint does not need them.
        from briefdesk.ui.fields.clipboard import Clip
        from briefdesk.ui.fields.left_out import left_out
        from briefdesk.ui.fields.pages import cleaned_fields

        fields, gone = cleaned_fields(fields, self.house)
        self._desk.session.edit_all(fields)
        words = self.tr("Filled in from the pasted page")
        if gone:
            words = f"{words}. {left_out(Clip((), tracking=gone))}"
        self._notices.show_undoable(words, self._on_undo, in_brief=True)

    def _on_page_refused(self, error: KnownError) -> None:
        self._notices.show_refusal(
            self.tr("The pasted page cannot be read as a brief"),
            f"{error}. " + self.tr("Ctrl+Shift+V pastes it as one bullet"),
        )

    def mark_ready(self) -> None:
        """Mark the brief ready, or show what must be fixed before."""
        must_fix = sum(each.level == "must" for each in check(self._desk.brief).findings)
        if must_fix:
            self.reviewWanted.emit()
            self._notices.show_done(
                self.tr("Not ready yet: one thing must be fixed")
                if must_fix == 1
                else self.tr("Not ready yet: {count} things must be fixed").format(count=must_fix),
                self.tr("The review lists them: Enter goes to the place of one."),
            )
        elif self._desk.brief.status in (Status.DRAFT, Status.REVIEW):
            before = self._desk.brief.status
            self._desk.session.edit("status", Status.READY)
            undo = partial(self._bring_back_status, self._desk.brief.id, before)
            self._notices.show_undoable(self.tr("Marked ready"), undo, in_brief=True)
        elif self._desk.brief.status is Status.PUBLISHED:
            self._notices.show_done(self.tr("This brief is published already"))
        else:
            self._notices.show_done(self.tr("This brief is ready already"))

    def _on_undo(self) -> None:
        self._desk.session.undo()
        self._notices.end()

    def undo(self) -> None:
        """Take back what was done last: an act on the library that is still offered, or an edit."""
        if any(cancel() for cancel in self.cancels):
            return
        if self._notices.is_undone_by_key:
            self._notices.undo()
        else:
            self._desk.session.undo()

    def note(self, change: Change) -> None:
        """Offer to bring back what an edit has removed; after any other one, undo means that one."""
        if change.origin is not Origin.EDIT:
            return
        self._notices.note_edit()
        if found := removal(change):
            self._notices.show_undoable(found.words, partial(self._put_back, found), in_brief=True)

    def _put_back(self, found: Removal) -> None:
        """Bring back what was removed: as a step of undo where it was the last one, else as an edit."""
        session = self._desk.session
        if session.brief.id != found.brief:
            self.briefWanted.emit(found.brief)
        entries = getattr(session.brief, found.field)
        if session.brief.id == found.brief and not session.undo_if(found.field, found.put_back(entries)):
            session.edit(found.field, found.put_back(entries))

    def _bring_back_status(self, id: str, status: Status) -> None:
        session = self._desk.session
        if session.brief.id != id:
            self.briefWanted.emit(id)
        if session.brief.id == id and not session.undo_if("status", status):
            session.edit("status", status)

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
            self._notices.show_refusal(what, wrong[0] + more, details=wrong if several else ())
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


def _page_fields(
    id: str, text: str, library: "Library | None", _progress: Progress
) -> tuple[str, Mapping[str, object]]:
    from briefdesk.desk.filling import page_fields  # not above: it brings the importers with it

    return id, page_fields(text, library)


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
