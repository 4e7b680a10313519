"""Which briefs are looked through in find and replace: those of a state, or those that a search finds."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget


class Scope(QObject):
    """A choice, and a field for a search that shows where it is wanted; `changed` follows another one."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice = QComboBox(parent)
        self._choice.setObjectName("replaceScope")
        self._choice.setAccessibleName(self.tr("Briefs that are looked through"))
        for words, query in (
            (self.tr("All briefs"), ""),
            (self.tr("Drafts"), "status:draft"),
            (self.tr("In review"), "status:review"),
            (self.tr("Ready"), "status:ready"),
            (self.tr("Published"), "status:published"),
            (self.tr("What a search finds"), None),
        ):
            self._choice.addItem(words, query)
        self._search = QLineEdit(parent)
        self._search.setObjectName("replaceQuery")
        self._search.setAccessibleName(self.tr("Search"))
        self._search.setPlaceholderText(self.tr("Search, such as tag:space before:2026-05"))
        self._search.hide()
        self._choice.currentIndexChanged.connect(self._on_chosen)
        self._search.textChanged.connect(self.changed)

    @property
    def query(self) -> str:
        """The query that finds the briefs."""
        query = self._choice.currentData()
        return self._search.text() if query is None else query

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in it."""
        return self._choice, self._search

    def row(self) -> QHBoxLayout:
        """Both side by side."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._choice)
        row.addWidget(self._search, 1)
        row.addStretch(0)
        return row

    def set_enabled(self, is_enabled: bool) -> None:
        """Take another choice, or keep to the one that is there."""
        for part in (self._choice, self._search):
            part.setEnabled(is_enabled)

    def _on_chosen(self) -> None:
        self._search.setVisible(self._choice.currentData() is None)
        self.changed.emit()
