"""The glossary window: terms at the left, the chosen one in the middle, its hygiene at the right."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QInputDialog, QPushButton, QVBoxLayout, QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.brief.hygiene import remarks
from briefdesk.brief.naming import term_key
from briefdesk.desk.desk import Desk
from briefdesk.store.records import Entry
from briefdesk.ui.glossary import work
from briefdesk.ui.glossary.body import GlossaryBody
from briefdesk.ui.glossary.changes import TermChanges
from briefdesk.ui.glossary.choosing import TermChooser
from briefdesk.ui.glossary.editor import TermEditor
from briefdesk.ui.glossary.files import TermFiles
from briefdesk.ui.glossary.hygiene import HygienePane
from briefdesk.ui.glossary.in_briefs import BriefChanges
from briefdesk.ui.glossary.side import TermSide
from briefdesk.ui.glossary.state_line import StateLine
from briefdesk.ui.glossary.tools import GlossaryTools
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.same_place import SamePlace
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

SIZE = QSize(1380, 840)
REST_MS = 150


class GlossaryWindow(QDialog):
    """Edits the house glossary. What is typed is kept by itself.

    `changed` says that terms are others now, `renamed` that briefs are; `briefWanted` carries an id.
    """

    changed = Signal()
    renamed = Signal()
    briefWanted = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._look = look
        self._library: Library | None = None
        self._listing = work.Listing((), (), {}, {})
        self._wanted = ""
        self._key = ""
        self._wordings: work.Detail | None = None
        self._wants_rename = False
        self.setObjectName("glossaryWindow")
        SamePlace(self)
        self.setWindowTitle(self.tr("Glossary"))
        self.setAccessibleName(self.tr("Glossary"))
        self.setWindowFlags(Qt.WindowType.Window)
        self.setMinimumSize(640, 480)
        self.resize(SIZE.boundedTo((parent.size() - QSize(40, 60)).expandedTo(QSize(640, 480))))
        self._tools = GlossaryTools(look)
        self._notices = NoticeBar(look)
        self._changes = TermChanges(jobs, self._notices, self)
        self._in_briefs = BriefChanges(desk, jobs, look, self._notices, self)
        self.files = TermFiles(jobs, self._notices, self)
        self._side = TermSide(look)
        self._editor = TermEditor(look)
        self._hygiene = HygienePane(look)
        self._body = GlossaryBody(self._side, self._editor, self._hygiene, self.width())
        self._state = StateLine()
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._read)
        self._live = QTimer(self)
        self._live.setSingleShot(True)
        self._live.setInterval(REST_MS)
        self._live.timeout.connect(self._say_hygiene)
        self._connect()

    def set_library(self, library: "Library | None") -> None:
        """Edit the terms of this library."""
        self._library = library
        self._changes.set_library(library)
        self._in_briefs.set_library(library)
        self.files.set_library(library)
        self._key = ""
        self._editor.forget()
        if self.isVisible():
            self._read()

    def show_terms(self, term: str = "") -> None:
        """Come to the front, at a term if it is known."""
        self._wanted = term_key(term)
        self._read()
        self.show()
        self.activateWindow()
        self._side.focus_search()

    def rename(self) -> None:
        """Ask for a new name of the chosen term, as soon as it is shown."""
        self._wants_rename = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps what was typed, and closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._editor.undo()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):  # and no other is meant by Enter here
            button.click()

    def done(self, result: int) -> None:
        """Keep what was typed before going."""
        self._editor.write()
        super().done(result)

    # Reading

    def _read(self) -> None:
        self._rest.stop()
        if self._library is not None:
            task = partial(work.listing, self._library, self._side.query)
            self._jobs.run(task, self._on_listed, "glossary-list", failed=self._on_failed)

    def _on_listed(self, listing: work.Listing) -> None:
        self._listing = listing
        self._side.show_listing(listing, self._wanted or self._key)
        every = listing.every
        self._tools.show_count(len(every))
        self._state.show_listing(listing)
        self._wanted = ""
        has = self._side.current is not None
        self._body.show_term(has, any_terms=bool(every))
        if not has:
            self._key = ""
            self._editor.forget()
            self._wants_rename = False

    def _on_chosen(self, entry: Entry) -> None:
        if entry.key != self._key:
            self._editor.write()
        self._key = entry.key
        self._wordings = None
        if self._library is not None:
            task = partial(work.detail, self._library, entry)
            self._jobs.run(task, self._on_detail, "glossary-term", failed=self._on_failed)

    def _on_detail(self, detail: work.Detail) -> None:
        entry = self._side.current
        if entry is None or entry.key != detail.key:
            return
        self._wordings = detail
        self._editor.show_term(entry, detail.wordings)
        self._hygiene.show_uses(detail.uses)
        self._say_hygiene()
        if self._wants_rename:
            self._wants_rename = False
            self._on_rename()

    def _say_hygiene(self) -> None:
        entry = self._side.current
        if entry is None or self._wordings is None:
            return
        text = self._editor.text
        others = sum(len(each.uses) for each in self._wordings.wordings if each.text != text)
        self._hygiene.show_remarks(remarks(entry.term, text, self._listing.house, others=others))
        self._hygiene.show_reading(entry.term, text)

    def _on_edited(self, _text: str) -> None:
        self._live.start()

    # Writing

    def _on_chosen_wording(self, wording: str) -> None:
        if entry := self._side.current:
            self._editor.forget()
            self._changes.keep(entry.term, wording, "")

    def _on_forgotten(self, wording: str) -> None:
        if entry := self._side.current:
            self._changes.forget(entry.term, wording)

    def _on_delete(self) -> None:
        if entry := self._side.current:
            self._editor.forget()
            self._changes.delete(entry.term)

    def _on_new(self) -> None:
        self._editor.write()
        title, words = self.tr("New term"), self.tr("Term")
        term, is_meant = QInputDialog.getText(self, title, words)
        if is_meant and term_key(term):
            self.add(term)

    def add(self, term: str) -> None:
        """Make a term known, and show it to be explained; one that is there is shown."""
        self._wanted = term_key(term)
        self._side.clear()
        if self._library is None or any(each.key == self._wanted for each in self._listing.every):
            self._read()
        else:
            self._changes.add(term)

    def _on_merge(self) -> None:
        entry = self._side.current
        if entry is not None:
            self._editor.write()
            others = [each for each in self._listing.every if each.key != entry.key]
            chooser = TermChooser(entry.term, others, self._look, self)
            chooser.chosen.connect(partial(self._on_merge_chosen, entry.term))
            chooser.open()

    def _on_merge_chosen(self, term: str, into: str) -> None:
        self._editor.forget()
        self._changes.merge(term, into)

    def _on_rename(self) -> None:
        entry = self._side.current
        if entry is not None and self._library is not None:
            self._editor.write()
            self._in_briefs.rename(entry.term)

    def _on_unify(self) -> None:
        entry, wording = self._side.current, self._editor.text
        if entry is not None and self._library is not None and wording:
            self._editor.write()
            self._in_briefs.unify(entry.term, wording)

    def _show_changed(self, term: str) -> None:
        self._side.clear()
        self._key = ""
        self._editor.forget()
        self._on_changed(term)

    def _on_export(self) -> None:
        self._editor.write()
        self.files.ask_export()

    # What they have in common

    def _on_changed(self, term: str = "") -> None:
        if term:
            self._wanted = term_key(term)
        self.changed.emit()
        self._read()

    def _on_erased(self) -> None:
        self._key = ""

    def _on_failed(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)

    def _on_brief_wanted(self, id: str) -> None:
        self._editor.write()
        self.briefWanted.emit(id)
        self.close()

    def _connect(self) -> None:
        self._tools.newRequested.connect(self._on_new)
        self._tools.importRequested.connect(self.files.ask_import)
        self._tools.exportRequested.connect(self._on_export)
        self._changes.changed.connect(self._on_changed)
        self._changes.erased.connect(self._on_erased)
        self._in_briefs.stored.connect(self.renamed)
        self._in_briefs.renamed.connect(self._show_changed)
        self._in_briefs.unified.connect(self._on_changed)
        self.files.imported.connect(self._on_changed)
        self._tools.closeRequested.connect(self.close)
        self._side.searched.connect(self._rest.start)
        self._side.chosen.connect(self._on_chosen)
        self._editor.edited.connect(self._on_edited)
        self._editor.written.connect(self._changes.keep)
        self._editor.chosen.connect(self._on_chosen_wording)
        self._editor.forgotten.connect(self._on_forgotten)
        self._editor.renameRequested.connect(self._on_rename)
        self._editor.mergeRequested.connect(self._on_merge)
        self._editor.partRequested.connect(self._changes.part)
        self._editor.deleteRequested.connect(self._on_delete)
        self._hygiene.briefWanted.connect(self._on_brief_wanted)
        self._hygiene.unifyRequested.connect(self._on_unify)
        for keys, act in (("Ctrl+N", self._on_new), ("Ctrl+F", self._side.focus_search)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(self._notices)
        column.addWidget(self._body, 1)
        column.addWidget(self._tools.foot(self._state))
