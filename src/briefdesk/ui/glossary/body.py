"""The parts of the glossary beside each other, or the hygiene under the editor where there is little room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

TERMS, HYGIENE = 300, 460
TERMS_LEAST, EDITOR_LEAST, HYGIENE_LEAST = 240, 420, 340
STACKED_AT = TERMS_LEAST + EDITOR_LEAST + HYGIENE_LEAST + 120
"""Width in pixels under which the hygiene stands under the editor."""


class GlossaryBody(QSplitter):
    """The terms at the left; at the right what belongs to the chosen one, or words where none is."""

    def __init__(self, side: QWidget, editor: QWidget, hygiene: QWidget, width: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._editor = editor
        self._hygiene = hygiene
        self._right = QSplitter(Qt.Orientation.Horizontal)
        self._empty = QLabel()
        self._empty.setObjectName("glossaryEmpty")
        self._empty.setProperty("look", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.hide()
        for splitter in (self, self._right):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        side.setMinimumWidth(TERMS_LEAST)
        self._set_least(stacked=False)
        self._right.addWidget(editor)
        self._right.addWidget(hygiene)
        self._right.setStretchFactor(0, 1)
        self._right.setStretchFactor(1, 0)
        for number, widget in enumerate((side, self._right, self._empty)):
            self.addWidget(widget)
            self.setStretchFactor(number, int(number > 0))
        self.setSizes([TERMS, width - TERMS, 0])
        self._right.setSizes([width - TERMS - HYGIENE, HYGIENE])

    def show_term(self, has: bool, *, any_terms: bool) -> None:
        """Show what belongs to a term, or in its place why there is none."""
        self._right.setVisible(has)
        self._empty.setVisible(not has)
        self._empty.setText(
            self.tr("No term is found. Clear the search box, or choose All.")
            if any_terms
            else self.tr(
                "No terms yet. A definition in a brief comes here by itself: Ctrl+T makes a term of a word.\n"
                "Or make a new term, or import a list."
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the hygiene under the editor where there is no room beside it."""
        super().resizeEvent(event)
        stacked = self.width() < STACKED_AT
        way = Qt.Orientation.Vertical if stacked else Qt.Orientation.Horizontal
        if self._right.orientation() is not way:
            self._right.setOrientation(way)
            whole = self._right.height() if stacked else self._right.width()
            first = whole * 3 // 5 if stacked else max(EDITOR_LEAST, whole - HYGIENE)
            self._right.setSizes([first, max(1, whole - first)])
            self._set_least(stacked=stacked)

    def _set_least(self, *, stacked: bool) -> None:
        self._editor.setMinimumSize(0 if stacked else EDITOR_LEAST, 200 if stacked else 0)
        self._hygiene.setMinimumSize(0 if stacked else HYGIENE_LEAST, 120 if stacked else 0)
