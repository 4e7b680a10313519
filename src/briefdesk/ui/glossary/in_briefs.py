"""What the glossary window changes in briefs: a term by another name, or by one wording everywhere."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.desk.desk import Desk
from briefdesk.ui.fields.naming import counted
from briefdesk.ui.glossary import work
from briefdesk.ui.glossary.briefs import BriefChange, Task
from briefdesk.ui.glossary.rename import RenameDialog
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.desk.replacing import Proposal
    from briefdesk.store.library import Library


class BriefChanges(QObject):
    """Renames and unifies terms in the briefs of a library; nothing while there is none.

    `stored` follows changed briefs; `renamed` carries the term that is to be shown anew, whatever was shown,
    `unified` the one whose definitions are alike now.
    """

    stored = Signal()
    renamed = Signal(str)
    unified = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, look: Look, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._jobs = jobs
        self._look = look
        self._notices = notices
        self._window = window
        self._library: Library | None = None

    def set_library(self, library: "Library | None") -> None:
        """Change the briefs of this library."""
        self._library = library

    def rename(self, term: str) -> None:
        """Ask for a new name of a term, and give it that in every brief."""
        if self._library is not None:
            begin = partial(self._change, self._library, term)
            dialog = RenameDialog(self._library, term, self._jobs, self._look, begin, self._window)
            dialog.renamed.connect(self.renamed)
            dialog.open()

    def unify(self, term: str, wording: str) -> None:
        """Explain a term by this wording in every brief that has it."""
        if self._library is not None:
            task = partial(work.unlike, self._library, term, wording)
            then = partial(self._on_unlike, self._library, term)
            self._jobs.run(task, then, "glossary-unlike", failed=self._on_failed)

    def _on_unlike(self, library: "Library", term: str, chosen: "list[Proposal]") -> None:
        one, many = self.tr("House wording used in 1 brief"), self.tr("House wording used in {n} briefs")
        task = Task(chosen, "house wording", partial(counted, one=one, many=many))
        change = self._change(library, term, task)
        change.done.connect(partial(self.unified.emit, term))
        change.broke.connect(self._on_failed)
        change.begin()

    def _change(self, library: "Library", term: str, task: Task) -> BriefChange:
        """Have briefs changed; should it be taken back, the term is shown again."""
        change = BriefChange(task, library, self._desk, self._jobs, self._notices, self)
        change.stored.connect(self.stored)
        change.takenBack.connect(partial(self.renamed.emit, term))
        return change

    def _on_failed(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)
