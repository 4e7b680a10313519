"""The left of the glossary: search box, chips, and the list of terms."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget

from briefdesk.store.records import Entry
from briefdesk.ui.glossary.term_list import TermPainter, TermRow, Which, fits, term_model
from briefdesk.ui.glossary.work import Listing
from briefdesk.ui.library.flow import FlowLayout
from briefdesk.ui.theme import Look


class TermSide(QFrame):
    """Finds terms. `searched` says that another search is asked for, `chosen` carries the current term."""

    searched = Signal()
    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._which = Which.ALL
        self._listing = Listing((), (), {}, {})
        self.setProperty("look", "rail")
        self._search = SearchBox()
        self._search.setObjectName("glossarySearch")
        self._search.setAccessibleName(self.tr("Search terms and wordings"))
        self._search.setPlaceholderText(self.tr("Search terms and wordings"))
        self._search.setClearButtonEnabled(True)
        self._names = {
            Which.ALL: self.tr("All"),
            Which.UNDEFINED: self.tr("Undefined"),
            Which.CHECK: self.tr("To check"),
            Which.UNUSED: self.tr("Unused"),
        }
        self._chips: dict[Which, QPushButton] = {}
        chips = QWidget()
        flow = FlowLayout(chips)
        self._group = QButtonGroup(self)
        for which, name in self._names.items():
            chip = QPushButton(name)
            chip.setObjectName(f"glossary-{which}")
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.setChecked(which is Which.ALL)
            chip.clicked.connect(partial(self._on_chip, which))
            self._group.addButton(chip)
            self._chips[which] = chip
            flow.addWidget(chip)
        self._model = term_model(self)
        self._list = QListView()
        self._list.setObjectName("glossaryTerms")
        self._list.setAccessibleName(self.tr("Terms"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(TermPainter(look))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 8)
        column.setSpacing(8)
        for widget in (self._search, chips, self._list):
            column.addWidget(widget)
        column.setStretch(2, 1)
        self._search.textChanged.connect(self._on_search)
        self._search.downPressed.connect(self._list.setFocus)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        look.changed.connect(self._list.doItemsLayout)

    @property
    def query(self) -> str:
        """What is searched for."""
        return self._search.text()

    @property
    def current(self) -> Entry | None:
        """The chosen term."""
        row = self._list.currentIndex().row()
        return self._model.rows[row].entry if 0 <= row < len(self._model.rows) else None

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear(self) -> None:
        """List all terms."""
        self._which = Which.ALL
        self._chips[Which.ALL].setChecked(True)
        self._search.clear()

    def show_listing(self, listing: Listing, key: str) -> None:
        """List these; the term of that key is chosen, else the first."""
        self._listing = listing
        for which, chip in self._chips.items():
            number = sum(fits(which, each, listing.said.get(each.key, ())) for each in listing.every)
            chip.setText(f"{self._names[which]} {number}" if number else self._names[which])
        self._show(key)

    def _show(self, key: str) -> None:
        said = self._listing.said
        shown = [each for each in self._listing.entries if fits(self._which, each, said.get(each.key, ()))]
        if key and not any(each.key == key for each in shown):
            merged = next((e.key for e in shown if key in self._keys_of(e)), "")
            key = merged or key
        blocked = self._list.selectionModel().blockSignals(True)
        self._model.show([TermRow(each, said.get(each.key, ())) for each in shown])
        self._list.selectionModel().blockSignals(blocked)
        if shown:
            row = next((number for number, each in enumerate(shown) if each.key == key), 0)
            self._list.setCurrentIndex(self._model.index(row))
            self._list.scrollTo(self._model.index(row))
            self.chosen.emit(shown[row])

    def _keys_of(self, entry: Entry) -> set[str]:
        return {key for key, term in self._listing.house.items() if term == entry.term}

    def _on_chip(self, which: Which, _checked: bool = False) -> None:
        self._which = which
        self._show(self.current.key if self.current else "")
        self.searched.emit()

    def _on_search(self, _text: str) -> None:
        self.searched.emit()

    def _on_current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self._model.rows[now.row()].entry)


class SearchBox(QLineEdit):
    """A line from which Down leads into the list."""

    downPressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Down and Enter for the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.downPressed.emit()
        else:
            super().keyPressEvent(event)
