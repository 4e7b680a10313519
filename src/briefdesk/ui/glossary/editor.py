"""The middle of the glossary: one term, its house wording to be written, and the wordings in use."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.hygiene import LONGEST, SHORTEST
from briefdesk.brief.inline import plain
from briefdesk.brief.wording import word_count
from briefdesk.store.records import Entry, Wording
from briefdesk.ui.fields.ring import RING, FocusRing
from briefdesk.ui.glossary.wordings import WordingRows
from briefdesk.ui.library.flow import FlowLayout
from briefdesk.ui.theme import Look
from briefdesk.ui.wearing import wear

REST_MS = 600
"""How long after the last key the house wording is kept."""


class TermEditor(QScrollArea):
    """Edits the house wording of a term.

    `edited` carries what is typed, at once; `written` the wording to be kept, after a rest and before
    another term is shown, with the draft that it takes the place of.
    """

    edited = Signal(str)
    written = Signal(str, str, str)
    chosen = Signal(str)
    forgotten = Signal(str)
    renameRequested = Signal()
    mergeRequested = Signal()
    partRequested = Signal(str)
    deleteRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entry: Entry | None = None
        self._draft = ""
        self._is_showing = False
        self.setObjectName("glossaryEditor")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._inside.setProperty("look", "form")
        self.setWidget(self._inside)
        self._labels = [QLabel(words) for words in (self.tr("Term"), self.tr("House definition"))]
        self._labels.append(QLabel(self.tr("Wordings in use")))
        self._used, self._words, self._count = QLabel(), QLabel(), QLabel()
        self._term = QLabel()
        self._also = QFrame()
        self._also_row = QHBoxLayout(self._also)
        self.definition = QPlainTextEdit()
        self._wordings = WordingRows(look)
        self._rename = self._button("glossaryRename", self.tr("Rename everywhere…"))
        self._merge = self._button("glossaryMerge", self.tr("Merge into another term…"))
        self._delete = self._button("glossaryDelete", self.tr("Delete"))
        self._delete.setProperty("look", "danger")
        self._why = QLabel()
        self._why.setObjectName("glossaryDeleteWhy")
        self._why.setProperty("look", "small")
        self._why.setWordWrap(True)
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.write)
        self.definition.textChanged.connect(self._on_text_changed)
        self._wordings.chosen.connect(self.chosen)
        self._wordings.forgotten.connect(self.forgotten)
        self._wordings.remade.connect(self._order_stops)
        self._rename.clicked.connect(self.renameRequested)
        self._merge.clicked.connect(self.mergeRequested)
        self._delete.clicked.connect(self.deleteRequested)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @property
    def text(self) -> str:
        """The definition as it stands in the field."""
        return self.definition.toPlainText().strip()

    def show_term(self, entry: Entry, wordings: Sequence[Wording]) -> None:
        """Show a term; the text that is being typed for the same one stays."""
        is_same = self._entry is not None and self._entry.key == entry.key
        self._entry = entry
        self._term.setText(entry.term)
        one = self.tr("used in 1 brief")
        self._used.setText(one if entry.uses == 1 else self.tr("used in {n} briefs").format(n=entry.uses))
        several = self.tr("{n} wordings").format(n=entry.wordings)
        self._count.setText("" if not wordings else self.tr("1 wording") if entry.wordings == 1 else several)
        self._wordings.show_wordings(wordings)
        self._labels[2].setVisible(bool(wordings))
        self._show_also(entry.also)
        self._delete.setEnabled(not entry.uses)
        why = self.tr("Briefs use this term: it cannot be deleted") if entry.uses else ""
        self._delete.setToolTip(why)
        self._delete.setAccessibleDescription(why)
        self._why.setText(why)
        if not is_same or (not self._rest.isActive() and self.text != entry.definition):
            self._rest.stop()
            self._draft = ""
            self._is_showing = True
            self.definition.setPlainText(entry.definition)
            self._is_showing = False
        self._show_count()

    def undo(self) -> bool:
        """Take back the last of what was typed into the definition; tells whether there was anything."""
        if not self.definition.document().isUndoAvailable():
            return False
        self.definition.setFocus()
        self.definition.undo()
        return True

    def write(self) -> None:
        """Have what was typed kept now."""
        if self._rest.isActive():
            self._rest.stop()
        if self._entry is None or self.text == self._entry.definition:
            return
        text, draft = self.text, self._draft
        self._draft = text
        self.written.emit(self._entry.term, text, draft)

    def forget(self) -> None:
        """Show no term."""
        self._rest.stop()
        self._entry, self._draft = None, ""

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self._rest.start()
            self._show_count()
            self.edited.emit(self.text)

    def _show_count(self) -> None:
        count = word_count(plain(self.text))
        ideal = self.tr("{n} words · ideal {least} to {most}")
        self._words.setText(ideal.format(n=count, least=SHORTEST, most=LONGEST))
        wear(self._words, "small" if SHORTEST <= count <= LONGEST or not count else "warn")

    def _show_also(self, also: Sequence[str]) -> None:
        while item := self._also_row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, term in enumerate(also):
            button = QPushButton(f"{term}  ×")
            button.setObjectName(f"glossaryPart{number + 1}")
            button.setProperty("look", "chip")
            words = self.tr("Part “{term}” from this term").format(term=term)
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.clicked.connect(self._parter(term))
            self._also_row.addWidget(button)
        self._also_row.addStretch(1)
        self._also.setVisible(bool(also))

    def _parter(self, term: str) -> object:
        def part() -> None:
            self.partRequested.emit(term)

        return part

    def _lay_out(self) -> None:
        outer = QHBoxLayout(self._inside)
        outer.setContentsMargins(23, 18, 23, 26)
        column = QVBoxLayout()
        column.setSpacing(5)
        outer.addLayout(column)
        column.addLayout(_head(self._labels[0], self._used))
        card = QFrame()
        card.setProperty("look", "card")
        self._term.setObjectName("glossaryTerm")
        self._term.setProperty("look", "figure")
        self._term.setTextFormat(Qt.TextFormat.PlainText)
        self._term.setWordWrap(True)
        self._term.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(14, 9, 14, 9)
        inner.addWidget(self._term)
        column.addLayout(_inset(card))
        self._also_row.setContentsMargins(0, 4, 0, 0)
        self._also_row.setSpacing(6)
        column.addWidget(self._also)
        column.addSpacing(10)
        column.addLayout(_head(self._labels[1], self._words))
        self.definition.setObjectName("glossaryDefinition")
        self.definition.setAccessibleName(self.tr("House definition"))
        self.definition.setTabChangesFocus(True)
        self.definition.setMinimumHeight(90)
        self.definition.setMaximumHeight(110)
        self.definition.setPlaceholderText(self.tr("Explain it in 8 to 45 words"))
        self.definition.document().setDocumentMargin(9)
        column.addWidget(FocusRing(self._look, self.definition))
        column.addSpacing(10)
        column.addLayout(_head(self._labels[2], self._count))
        column.addLayout(_inset(self._wordings))
        column.addSpacing(14)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        for button in (self._rename, self._merge, self._delete):
            flow.addWidget(button)
        column.addLayout(_inset(buttons))
        column.addLayout(_inset(self._why))
        column.addStretch(1)

    def _order_stops(self) -> None:
        """Let Tab go on from the definition to its wordings, and then to what is done with the term."""
        stops = [self.definition, *self._wordings.stops, self._rename, self._merge, self._delete]
        for stop, following in pairwise(stops):
            QWidget.setTabOrder(stop, following)

    def _button(self, name: str, words: str) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName(name)
        return made

    def _on_look_changed(self) -> None:
        for label in self._labels:
            label.setProperty("look", "label")
            label.setFont(self._look.theme.font("label"))
        for label in (self._used, self._count):
            wear(label, "small")


def _inset(card: QWidget) -> QHBoxLayout:
    """A card in line with one that has a ring around it."""
    made = QHBoxLayout()
    made.setContentsMargins(RING, 0, RING, 0)
    made.addWidget(card)
    return made


def _head(label: QLabel, note: QLabel) -> QHBoxLayout:
    made = QHBoxLayout()
    made.setContentsMargins(RING, 0, RING, 0)
    made.addWidget(label)
    note.setWordWrap(True)
    note.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
    made.addWidget(note, 1)
    return made
