"""Marks misspelt words in the form, leads from one to the next, and says what may have been meant."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefdesk.brief.spellable import WordAt, normal, spellable
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change
from briefdesk.desk.texts import Text, texts
from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.aim import caret_in, editor_name, editor_of, select
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Mark, Markings, Remedy, Spot, Style, Writing
from briefdesk.ui.fields.units import from_units, kept
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.spelling.accepted import Accepted
from briefdesk.ui.spelling.verdicts import Verdicts

if TYPE_CHECKING:
    from briefdesk.store.library import Library

NAMES_ONLY: Final = frozenset(
    editor_name(*where)
    for where in (("byline", -1, ""), ("timezone", -1, ""), ("slug", -1, ""), ("tags", -1, ""))
) | {"sourcePublisherEdit", "sourceUrlEdit"}
"""Editors of names and short signs, in which nothing is spelled."""


class Spelling(QObject):
    """The marking of misspelt words, for the language of the brief.

    The word at the caret is not marked while it is being written. `told` carries what was done and
    what takes it back; `noteChanged` what is not done for this language.
    """

    told = Signal(str, object)
    noteChanged = Signal(str)

    def __init__(
        self, form: Form, signals: SessionSignals, jobs: Jobs, markings: Markings, english: str
    ) -> None:
        super().__init__(form)
        self._form = form
        self._signals = signals
        self._markings = markings
        self._english = english
        self._is_on = False
        self._is_telling = False
        self._held: tuple[Editor, str, bool] | None = None
        self._watched: Editor | None = None
        self.verdicts = Verdicts(jobs, self)
        self.verdicts.ready.connect(self._on_ready)
        self.verdicts.judged.connect(self._on_judged)
        self.verdicts.suggested.connect(self._on_suggested)
        self.accepted = Accepted(signals, jobs, self)
        self.accepted.changed.connect(self._on_accepted_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self._on_focus_changed(None, QApplication.focusWidget())
        signals.changed.connect(self._on_changed)
        markings.add(self, foremost=True)  # the suggestions for a slip, before its meaning

    @property
    def is_on(self) -> bool:
        """Whether misspelt words are marked."""
        return self._is_on

    def set_on(self, is_on: bool) -> None:
        """Mark misspelt words, or no longer."""
        if is_on != self._is_on:
            self._is_on = is_on
            self._choose()
            self._tell(None)

    def set_english(self, english: str) -> None:
        """Use this dictionary where the language is plain English."""
        self._english = english
        self._choose()

    def set_library(self, library: "Library | None") -> None:
        """Go by the names and words of this library."""
        self.accepted.set_library(library)

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """The misspelt words of a paragraph, as far as they are known."""
        if self._is_on and writing is not Writing.CODE and field not in NAMES_ONLY:
            for word in self._misspelt(text, inline=writing is Writing.INLINE, field=field):
                yield Mark(word.start, word.end, Style.MISSPELT)

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """Up to six words that may have been meant, and two ways to accept the word as it is."""
        word = self._word_at(spot)
        if word is None:
            return ()
        surface = spot.text[word.start : word.end]
        found = self.verdicts.suggestions(word.word)
        if found is None:
            offers = [Remedy(self.tr("Looking for suggestions…"), None, waits=True)]
        elif not found:
            offers = [Remedy(self.tr("No suggestions"), None)]
        else:
            offers = [
                Remedy(each, partial(self._replace, spot, word, each)) for each in _like(found, surface)
            ]
        lexical = normal(word.word).removesuffix("'s")
        return (
            *offers,
            Remedy(
                self.tr("Add “{word}” to the dictionary").format(word=lexical), partial(self._add, lexical)
            ),
            Remedy(self.tr("Ignore in this brief"), partial(self._ignore, lexical)),
        )

    def go_to_next(self) -> bool:
        """Select the next misspelt word after the caret, or else the first; tells whether there is one."""
        places = [(each, word) for each in texts(self._signals.brief) for word in self._wrong_in(each)]
        if not places:
            return False
        text, word = next((each for each in places if self._is_after_caret(*each)), places[0])
        field, row, part = text.where
        self._form.go_to(Place(field, row, part, word.end))
        if editor := editor_of(self._form, field, row, part):
            select(editor, row, text.text, word.start, word.end)
        self.verdicts.suggestions(word.word)
        return True

    # Which words

    def _misspelt(self, text: str, *, inline: bool, field: str = "") -> Iterator[WordAt]:
        for word in spellable(text, inline=inline):
            known = self.verdicts.known(word.word)
            if known or self.accepted.holds(word.word):
                continue
            if field and self._is_written(field, text, word, inline):
                continue
            if known is False or self.verdicts.verdict(word.word) is False:
                yield word

    def _wrong_in(self, text: Text) -> Iterator[WordAt]:
        if self._is_on and editor_name(*text.where) not in NAMES_ONLY:
            yield from self._misspelt(text.text, inline=text.inline)

    def _is_written(self, field: str, text: str, word: WordAt, inline: bool) -> bool:
        """Whether the word is being written: then it is not marked before the caret has left it."""
        editor = self._watched
        if editor is None or editor.objectName() != field or not _has_caret(editor, text, word):
            return False
        surface = text[word.start : word.end]
        if self._is_telling and (self._held is None or self._held[1] != surface):
            return False
        self._held = (editor, surface, inline)
        return True

    def _word_at(self, spot: Spot) -> WordAt | None:
        if not self._is_on or spot.field in NAMES_ONLY:
            return None
        inline = spot.field == editor_name("bullets", 0, "") or spot.field.startswith("definitionEdit")
        for word in self._misspelt(spot.text, inline=inline):
            if word.start <= spot.place <= word.end:
                return word
        return None

    def _is_after_caret(self, text: Text, word: WordAt) -> bool:
        order = [each.where for each in texts(self._signals.brief)]
        for at, where in enumerate(order):
            editor = self._watched
            if editor is not None and editor.objectName() == editor_name(*where):
                whole = next(each.text for each in texts(self._signals.brief) if each.where == where)
                caret = caret_in(editor, where[1], whole)
                if caret is not None:
                    here = order.index(text.where)
                    return here > at or (here == at and word.end > caret)
        return True

    # What is done

    def _replace(self, spot: Spot, word: WordAt, words: str) -> None:
        self._signals.pause()
        spot.replace(word.start, word.end, words)
        self._signals.pause()

    def _add(self, word: str) -> None:
        self.accepted.add(word)
        undo = partial(self.accepted.remove, word)
        self.told.emit(self.tr("“{word}” is in the dictionary of this library").format(word=word), undo)

    def _ignore(self, word: str) -> None:
        id = self._signals.brief.id
        self.accepted.add(word, brief=id)
        undo = partial(self.accepted.remove, word, brief=id)
        self.told.emit(self.tr("“{word}” is not marked in this brief").format(word=word), undo)

    # What happens

    def _choose(self) -> None:
        if self._is_on:
            self.verdicts.use(self._signals.brief.language, self._english)

    def _tell(self, words: frozenset[str] | None) -> None:
        self._is_telling = True
        self._markings.changed.emit(words)
        self._is_telling = False

    def _on_changed(self, change: Change) -> None:
        if "language" in change.fields:
            self._choose()

    def _on_ready(self) -> None:
        lacks = self._is_on and not self.verdicts.has_dictionary
        note = self.tr("Spelling is not checked: there is no dictionary for this language") if lacks else ""
        self.noteChanged.emit(note)
        self._tell(None)

    def _on_judged(self, wrong: frozenset[str]) -> None:
        if any("'" in each or not each.isascii() for each in wrong):
            self._tell(None)  # they may be written otherwise in the text
        elif wrong:
            self._tell(wrong)

    def _on_accepted_changed(self) -> None:
        if self._is_on:
            self._tell(None)

    def _on_suggested(self, _word: str) -> None:
        self._markings.remedied.emit()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        editor = now if isinstance(now, Editor) and self._form.isAncestorOf(now) else None
        if editor is self._watched:
            return
        if self._watched is not None:
            self._watched.cursorPositionChanged.disconnect(self._on_caret_moved)
        self._watched = editor
        if editor is not None:
            editor.cursorPositionChanged.connect(self._on_caret_moved)
        self._let_go()

    def _on_caret_moved(self) -> None:
        if self._held is None:
            return
        editor, surface, inline = self._held
        text = kept(editor.textCursor().block().text())
        words = spellable(text, inline=inline)
        if not any(text[w.start : w.end] == surface and _has_caret(editor, text, w) for w in words):
            self._let_go()

    def _let_go(self) -> None:
        """The caret has left the word that was being written: now it may be marked."""
        if self._held is not None:
            surface, self._held = self._held[1], None
            self._tell(frozenset({surface}))


def _has_caret(editor: Editor, text: str, word: WordAt) -> bool:
    cursor = editor.textCursor()
    if cursor.hasSelection() or kept(cursor.block().text()) != text:
        return False
    return word.start < from_units(text, cursor.positionInBlock()) <= word.end


def _like(words: Iterable[str], surface: str) -> list[str]:
    """Words with the apostrophe that the misspelt one has."""
    curly = "’" in surface or "'" not in surface
    return [word.replace("'", "’") if curly else word for word in words]
