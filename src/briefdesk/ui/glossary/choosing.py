"""Choosing a term of the house by a few letters: into which one another is merged."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListView, QVBoxLayout, QWidget

from briefdesk.brief.text import folded
from briefdesk.store.records import Entry
from briefdesk.ui.glossary.side import SearchBox
from briefdesk.ui.glossary.term_list import TermPainter, TermRow, term_model
from briefdesk.ui.theme import Look

SIZE = QSize(440, 460)


class TermChooser(QDialog):
    """Lists terms; `chosen` carries the term that was."""

    chosen = Signal(str)

    def __init__(self, term: str, entries: Sequence[Entry], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._entries = list(entries)
        self.setObjectName("mergeTerm")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge “{term}” into").format(term=term))
        self.setAccessibleName(self.windowTitle())
        self.resize(SIZE)
        self._search = SearchBox()
        self._search.setObjectName("mergeTermSearch")
        self._search.setAccessibleName(self.tr("Search terms"))
        self._search.setPlaceholderText(self.tr("Search terms"))
        self._model = term_model(self)
        self._list = QListView()
        self._list.setObjectName("mergeTermList")
        self._list.setAccessibleName(self.tr("Terms"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(TermPainter(look))
        self._list.setUniformItemSizes(True)
        said = QLabel(self.tr("Both count as one term then. No brief is changed; it can be undone."))
        said.setProperty("look", "small")
        said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setIcon(QIcon())  # as in every other dialog
        merge = buttons.addButton(self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole)
        merge.setObjectName("mergeTermNow")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for widget in (self._search, said, self._list, buttons):
            column.addWidget(widget)
        self._search.textChanged.connect(self._on_search)
        self._search.downPressed.connect(self._on_down)
        self._list.activated.connect(self._on_activated)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._on_search("")

    def _on_search(self, text: str) -> None:
        asked = folded(text).split()
        fitting = (e for e in self._entries if all(word in folded(e.term) for word in asked))
        self._model.show([TermRow(each) for each in fitting])
        self._list.setCurrentIndex(self._model.index(0))

    def _on_down(self) -> None:
        """The first hit is chosen already: the key goes on to the next."""
        self._list.setFocus()
        after = min(self._list.currentIndex().row() + 1, len(self._model.rows) - 1)
        self._list.setCurrentIndex(self._model.index(after))

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_accepted()

    def _on_accepted(self) -> None:
        row = self._list.currentIndex().row()
        if row >= 0:
            self.chosen.emit(self._model.rows[row].entry.term)
            self.accept()
