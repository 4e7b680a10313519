"""What the commands about terms do: define the words at the caret, open the glossary, rename everywhere."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from briefdesk.brief.errors import KnownError
from briefdesk.brief.naming import term_key
from briefdesk.desk.desk import Desk
from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.house_terms import HouseTerms
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.radar import Radar
from briefdesk.ui.fields.terms import TermsField
from briefdesk.ui.fields.units import kept
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library
    from briefdesk.ui.glossary.window import GlossaryWindow


class TermActs(QObject):
    """Joins the terms of the form, the radar and the glossary.

    `briefWanted` carries the id of a brief to open, `stored` says that briefs of the library are others now.
    """

    briefWanted = Signal(str)
    stored = Signal()

    def __init__(
        self,
        window: QWidget,
        form: Form,
        desk: Desk,
        signals: SessionSignals,
        jobs: Jobs,
        look: Look,
        notices: NoticeBar,
        markings: Markings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._form = form
        self._desk = desk
        self._signals = signals
        self._jobs = jobs
        self._look = look
        self._notices = notices
        self._library: Library | None = None
        self._glossary: GlossaryWindow | None = None
        field = form.content("terms")
        assert isinstance(field, TermsField)
        self._field = field
        self.house = HouseTerms(jobs, self)
        self._help = field.help_with(self.house)
        self.radar = Radar(signals, jobs, self.house, markings, self.define, self)
        self.radar.told.connect(self._notices.show_undoable)
        self.radar.found.connect(self._help.show_undefined)
        markings.add(self.radar)
        field.failed.connect(self._on_failed)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {
            "define-term": self.define,
            "rename-term": self._on_rename,
            "glossary": self._on_glossary,
        }

    def set_library(self, library: "Library | None") -> None:
        """Know the terms of this library from now on."""
        self._library = library
        self.house.set_library(library)
        self.radar.set_library(library)
        if self._glossary is not None:
            self._glossary.set_library(library)

    def define(self, word: object = "") -> None:
        """Make a term of a word, or of what is selected, or of what stands at the caret."""
        editor = QApplication.focusWidget()
        if not isinstance(editor, Editor) or not self._form.isAncestorOf(editor):
            self._say_how()
            return
        editor.commit()
        term = word if isinstance(word, str) and word else self._at_caret(editor)
        if not term_key(term):
            self._say_how()
            return
        self._help.define(term, (editor, editor.textCursor()))

    def _at_caret(self, editor: Editor) -> str:
        """What is selected, the term of the house that the caret is in, or the word that it is in."""
        from briefdesk.brief.inline import plain
        from briefdesk.brief.text import one_line

        cursor = editor.textCursor()
        if cursor.hasSelection():
            return _trimmed(plain(one_line(kept(cursor.selectedText()))))
        spot = editor.spot(cursor)
        found = self.radar.word_at(spot.text, spot.place)
        if not found:
            there = QTextCursor(cursor)
            there.select(QTextCursor.SelectionType.WordUnderCursor)
            if not any(map(str.isalnum, there.selectedText())) and not cursor.atBlockStart():
                there.setPosition(cursor.position() - 1)  # right behind a word, which was just typed
                there.select(QTextCursor.SelectionType.WordUnderCursor)
            found = kept(there.selectedText())
        return self._spelled(_trimmed(found))

    def _spelled(self, term: str) -> str:
        """A word as a term: in lower case, where only the beginning of a sentence gave it a capital.

        What is no ordinary word may be a name, which keeps its capital.
        """
        from briefdesk.brief.lexicon import ordinary_words
        from briefdesk.brief.plurals import singular

        small = term[:1].lower() + term[1:]
        if len(term) < 2 or small != term.lower() or not self._begins(term):
            return term
        first = small.split()[0]
        return small if {first, singular(first)} & ordinary_words() else term

    def _begins(self, term: str) -> bool:
        bullets = self._signals.brief.bullets
        return any(bullet.lstrip("*_“\"'‘[( ").startswith(term) for bullet in bullets)

    def _say_how(self) -> None:
        self._notices.show_done(
            self.tr("Put the caret into a word, or select words, to define them as a term")
        )

    def _on_glossary(self) -> None:
        if self._library is not None:
            self._window_of_terms().show_terms(self._term_here())

    def _on_rename(self) -> None:
        if self._library is not None:
            glossary = self._window_of_terms()
            glossary.show_terms(self._term_here())
            glossary.rename()

    def _term_here(self) -> str:
        """The term whose row has the keyboard, or the one at the caret."""
        for row in self._field.rows:
            if row.has_focus():
                return row.term.text.strip()
        editor = QApplication.focusWidget()
        return (
            self._at_caret(editor) if isinstance(editor, Editor) and self._form.isAncestorOf(editor) else ""
        )

    def _window_of_terms(self) -> "GlossaryWindow":
        self._form.commit()
        self._desk.autosave.flush()
        if self._glossary is None:
            from briefdesk.ui.glossary.window import GlossaryWindow

            self._glossary = GlossaryWindow(self._desk, self._jobs, self._look, self._window)
            self._glossary.set_library(self._library)
            self._glossary.briefWanted.connect(self.briefWanted)
            self._glossary.changed.connect(self.house.refresh)
            self._glossary.renamed.connect(self.stored)
        return self._glossary

    def _on_failed(self, error: KnownError) -> None:
        self._notices.show_trouble(error.what, error.more)


def _trimmed(text: str) -> str:
    return text.strip().strip('"“”„‘’«».,;:!?()[]*_`').strip()
