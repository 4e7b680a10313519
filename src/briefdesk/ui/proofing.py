"""Spelling, find and replace: made when they are first asked for, or when the window has come to rest."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.desk.desk import Desk
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.shell import Shell
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.find.bar import FindBar
    from briefdesk.ui.find.window import ReplaceWindow
    from briefdesk.ui.spelling.next_word import NextWord
    from briefdesk.ui.spelling.spelling import Spelling

REST_MS = 1500
"""How long after the library is open the dictionary is read: the engine of the preview starts before."""


class Proofing(QObject):
    """The commands of spelling, and of find and replace in one brief or in all.

    `stored` follows changes of briefs that are not open, `jargonChanged` of what is never jargon. `wordAdded`
    and `wordRemoved` carry a word that somebody accepted, or no longer does.
    """

    stored = Signal()
    jargonChanged = Signal()
    wordAdded = Signal(str)
    wordRemoved = Signal(str)

    def __init__(
        self,
        window: QWidget,
        desk: Desk,
        shell: Shell,
        notices: NoticeBar,
        markings: Markings,
        parts: tuple[SessionSignals, Jobs, Look, SettingsFile],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._shell = shell
        self._notices = notices
        self._markings = markings
        self._signals, self._jobs, self._look, self._settings = parts
        self._library: Library | None = None
        self._spelling: Spelling | None = None
        self._next_word: NextWord | None = None
        self._bar: FindBar | None = None
        self._everywhere: ReplaceWindow | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rest)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "find": self._on_find,
            "replace": self._on_replace,
            "find-next": self._on_find_next,
            "find-previous": self._on_find_previous,
            "replace-everywhere": self._on_everywhere,
            "check-spelling": self._on_check_spelling,
            "next-misspelling": self._on_next_misspelling,
            "words": self._on_words,
        }

    def show_in(self, actions: Mapping[str, QAction]) -> None:
        """Check the command of spelling, when it is on."""
        self._check = actions["check-spelling"]
        self._check.setChecked(self._settings.settings.spelling)

    def set_library(self, library: "Library | None") -> None:
        """Go by this library from now on; the dictionary is read when the window has come to rest."""
        self._library = library
        if self._spelling is not None:
            self._spelling.set_library(library)
        elif self._settings.settings.spelling:
            self._rest.start()
        if self._everywhere is not None:
            self._everywhere.close()
            self._everywhere = None  # it goes on to live for what takes its changes back

    # Spelling

    @property
    def spelling(self) -> "Spelling":
        """The spelling of the form; made now, if it was not yet."""
        if self._spelling is None:
            from briefdesk.ui.spelling.spelling import Spelling

            english = self._settings.settings.english
            made = Spelling(self._shell.form, self._signals, self._jobs, self._markings, english)
            made.told.connect(self._on_told)
            made.noteChanged.connect(self._shell.status.show_language_note)
            made.verdicts.refused.connect(self._on_trouble)
            made.accepted.failed.connect(self._on_trouble)
            made.accepted.added.connect(self.wordAdded)
            made.accepted.removed.connect(self.wordRemoved)
            made.accepted.kept.connect(self.jargonChanged)
            made.set_library(self._library)
            self._spelling = made
        return self._spelling

    def _on_rest(self) -> None:
        if self._settings.settings.spelling:
            self.spelling.set_on(True)

    def _on_check_spelling(self, is_on: bool) -> None:
        self._rest.stop()
        self._settings.change(spelling=is_on)
        self.spelling.set_on(is_on)

    def _on_next_misspelling(self) -> None:
        self._check.setChecked(True)
        self._on_check_spelling(True)
        self._shell.panes.show_work()
        spelling = self.spelling
        if self._next_word is None:
            from briefdesk.ui.spelling.next_word import NextWord

            self._next_word = NextWord(spelling, self._signals)
            self._next_word.told.connect(self._notices.show_passing)
            self._next_word.gone.connect(self._notices.clear_passing)
        self._next_word.go()

    def _on_words(self) -> None:
        if self._library is None:
            return
        from briefdesk.ui.spelling.words_window import WordsWindow

        made = WordsWindow(
            self._library,
            self.spelling.accepted,
            self._jobs,
            self._look,
            self._settings.settings.english,
            self._window,
        )
        made.englishChosen.connect(self._on_english)
        made.jargonChanged.connect(self.jargonChanged)
        made.open()

    def _on_english(self, english: str) -> None:
        self._settings.change(english=english)
        self.spelling.set_english(english)

    # Find and replace

    def _on_find(self) -> None:
        self._shell.panes.show_work()
        self._find_bar().enter(replace=False)

    def _on_replace(self) -> None:
        self._shell.panes.show_work()
        self._find_bar().enter(replace=True)

    def _on_find_next(self) -> None:
        self._shell.panes.show_work()
        self._find_bar().next()

    def _on_find_previous(self) -> None:
        self._shell.panes.show_work()
        self._find_bar().previous()

    def _find_bar(self) -> "FindBar":
        if self._bar is None:
            from briefdesk.ui.find.bar import FindBar
            from briefdesk.ui.find.finds import Finds

            form = self._shell.form
            self._bar = FindBar(form, Finds(form, self._signals, self._markings), self._look)
            self._bar.told.connect(self._notices.show_done)
        return self._bar

    def _on_everywhere(self) -> None:
        if self._library is None:
            return
        self._shell.form.commit()
        self._desk.autosave.flush()
        if self._everywhere is None:
            from briefdesk.ui.find.window import ReplaceWindow

            made = ReplaceWindow(self._library, self._desk, self._jobs, self._look, self._window)
            made.stored.connect(self.stored)
            made.told.connect(self._on_told)
            made.failed.connect(self._on_failed)
            self._everywhere = made
        if self._everywhere.isVisible():
            self._everywhere.raise_()
            self._everywhere.activateWindow()
        self._everywhere.show()

    def _on_told(self, words: str, undo: Callable[[], object]) -> None:
        self._notices.show_undoable(words, undo)

    def _on_failed(self, what: str, details: list[str]) -> None:
        self._notices.show_trouble(what, details[0] if details else "", details=details)

    def _on_trouble(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)
