"""The window of the words that a library has taken as right, and of the dictionaries."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.errors import KnownError
from briefdesk.brief.text import cleaned, one_line
from briefdesk.desk.alarms import never_jargon, settle_known, unsettle_known
from briefdesk.ui.jobs import Jobs, Progress
from briefdesk.ui.spelling.accepted import KIND, Accepted
from briefdesk.ui.spelling.languages_line import LanguagesLine
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.store.library import Library

SIZE = (440, 520)
KEY = Qt.ItemDataRole.UserRole


class WordsWindow(QDialog):
    """Lists the words, takes new ones, removes those that are selected, and takes the last act back.

    Under them are the words that are never jargon, where there are any; `jargonChanged` follows a change.
    """

    englishChosen = Signal(str)
    jargonChanged = Signal()

    def __init__(
        self, library: "Library", accepted: Accepted, jobs: Jobs, look: Look, english: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._accepted = accepted
        self._jobs = jobs
        self._last: tuple[tuple[str, ...], bool] | None = None
        self._last_jargon: dict[str, str] = {}
        self._is_read = False
        self.setObjectName("wordsWindow")
        self.setWindowTitle(self.tr("Words of this library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*SIZE)
        self._new = QLineEdit()
        self._new.setObjectName("newWordEdit")
        self._new.setAccessibleName(self.tr("New word"))
        self._new.setPlaceholderText(self.tr("A name or word that is right"))
        self._add = _button(self.tr("Add"), "addWord")
        self._add.setEnabled(False)
        self._list = _word_list(self.tr("Words that are not marked"), "wordList")
        self._jargon = _word_list(self.tr("Words that are never jargon"), "jargonList")
        self._jargon_label = QLabel(self.tr("Never jargon: no brief has to explain these."))
        self._jargon_label.setWordWrap(True)
        self._jargon_label.setBuddy(self._jargon)
        self._said = QLabel()
        self._said.setObjectName("wordsSaid")
        self._said.setProperty("look", "muted")
        self._said.setWordWrap(True)
        self._remove = _button(self.tr("Remove"), "removeWords")
        self._undo = _button(self.tr("Undo"), "undoWords")
        self._close = _button(self.tr("Close"), "closeWords")
        self._languages = LanguagesLine(english)
        self._lay_out()
        self._show_jargon({})
        self._connect()
        jobs.run(partial(_read, library), self._on_read, key="words-read")
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the selected words, Ctrl+Z takes the last act back."""
        if event.key() == Qt.Key.Key_Delete and (self._list.hasFocus() or self._jargon.hasFocus()):
            self._on_remove()
        elif event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._on_undo()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self._new.textChanged.connect(self._on_typed)
        self._new.returnPressed.connect(self._on_add)
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._undo.clicked.connect(self._on_undo)
        self._list.itemSelectionChanged.connect(self._on_word_chosen)
        self._jargon.itemSelectionChanged.connect(self._on_jargon_chosen)
        self._languages.englishChosen.connect(self.englishChosen)
        self._languages.told.connect(self._say)
        self._close.clicked.connect(self.close)

    def _lay_out(self) -> None:
        about = QLabel(self.tr("These words are not marked in any brief of this library."))
        about.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self._new, 1)
        top.addWidget(self._add)
        under = QHBoxLayout()
        under.addWidget(self._said, 1)
        under.addWidget(self._undo)
        under.addWidget(self._remove)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(about)
        column.addLayout(top)
        column.addWidget(self._list, 2)
        column.addWidget(self._jargon_label)
        column.addWidget(self._jargon, 1)
        column.addLayout(under)
        column.addWidget(self._languages)
        column.addLayout(foot)

    def _on_read(self, words: tuple[list[str], dict[str, str]]) -> None:
        self._is_read = True
        self._list.addItems(words[0])
        self._show_jargon(words[1])
        self._show_state()

    def _show_jargon(self, words: dict[str, str]) -> None:
        for key, word in words.items():
            item = QListWidgetItem(word)
            item.setData(KEY, key)
            self._jargon.addItem(item)
        self._jargon.sortItems()
        self._jargon.setVisible(self._jargon.count() > 0)
        self._jargon_label.setVisible(self._jargon.count() > 0)

    def _on_word_chosen(self) -> None:
        if self._list.selectedItems():
            self._jargon.clearSelection()
        self._show_state()

    def _on_jargon_chosen(self) -> None:
        if self._jargon.selectedItems():
            self._list.clearSelection()
        self._show_state()

    def _on_typed(self, text: str) -> None:
        self._add.setEnabled(bool(text.strip()))

    def _on_add(self) -> None:
        word = one_line(cleaned(self._new.text())[0]).strip()
        if not word:
            return
        self._new.clear()
        if self._list.findItems(word, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive):
            self._say(self.tr("“{word}” is in the list already").format(word=word))
            return
        self._change((word,), add=True)
        self._last, self._last_jargon = ((word,), True), {}
        self._say(self.tr("Added “{word}”").format(word=word))

    def _on_remove(self) -> None:
        words = tuple(item.text() for item in (*self._list.selectedItems(), *self._jargon.selectedItems()))
        if not words:
            return
        if jargon := {item.data(KEY): item.text() for item in self._jargon.selectedItems()}:
            self._keep_jargon(partial(_take_away, self._library, tuple(jargon)))
            for item in self._jargon.selectedItems():
                self._jargon.takeItem(self._jargon.row(item))
            self._show_jargon({})
            self._last, self._last_jargon = None, jargon
        else:
            self._change(words, add=False)
            self._last, self._last_jargon = (words, False), {}
        one, many = self.tr("Removed “{word}”"), self.tr("Removed {n} words")
        self._say(one.format(word=words[0]) if len(words) == 1 else many.format(n=len(words)))

    def _keep_jargon(self, task: Callable[..., object]) -> None:
        self._jobs.run(task, self._on_jargon_kept, key="words-jargon", failed=self._on_not_kept)

    def _on_jargon_kept(self, _nothing: object) -> None:
        self.jargonChanged.emit()

    def _on_not_kept(self, error: KnownError) -> None:
        self._say(str(error))

    def _on_undo(self) -> None:
        if self._last_jargon:
            self._keep_jargon(partial(_put_back, self._library, self._last_jargon))
            self._show_jargon(self._last_jargon)
            self._last_jargon = {}
            self._say(self.tr("Taken back"))
            return
        if self._last is not None:
            words, added = self._last
            self._last = None
            self._change(words, add=not added)
            self._say(self.tr("Taken back"))

    def _change(self, words: tuple[str, ...], *, add: bool) -> None:
        for word in words:
            if add:
                self._accepted.add(word)
                self._list.addItem(word)
            else:
                self._accepted.remove(word)
                for item in self._list.findItems(
                    word, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive
                ):
                    self._list.takeItem(self._list.row(item))
        self._list.sortItems()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._show_state()

    def _show_state(self) -> None:
        nothing = self.tr("No words yet")
        if self._list.count() or self._jargon.count():
            if self._said.text() == nothing:
                self._said.clear()
        elif not self._said.text() and self._is_read:
            self._said.setText(nothing)
        self._remove.setEnabled(bool(self._list.selectedItems() or self._jargon.selectedItems()))
        self._undo.setEnabled(self._last is not None or bool(self._last_jargon))


def _button(words: str, name: str) -> QPushButton:
    made = QPushButton(words)
    made.setObjectName(name)
    made.setAutoDefault(False)
    return made


def _word_list(words: str, name: str) -> QListWidget:
    made = QListWidget()
    made.setObjectName(name)
    made.setAccessibleName(words)
    made.setProperty("look", "card")
    made.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
    return made


def _read(library: "Library", _progress: Progress) -> tuple[list[str], dict[str, str]]:
    return sorted(library.house(KIND), key=str.casefold), never_jargon(library)


def _take_away(library: "Library", keys: tuple[str, ...], _progress: Progress) -> None:
    unsettle_known(library, keys)


def _put_back(library: "Library", words: Mapping[str, str], _progress: Progress) -> None:
    for key, word in words.items():
        settle_known(library, key, word=word)
