"""The bar above the glossary, and the line below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefdesk.ui.theme import Look

HEIGHT, FOOT = 44, 30


class GlossaryTools(QFrame):
    """Counts the terms, and holds what can be done to all of them."""

    newRequested = Signal()
    importRequested = Signal()
    exportRequested = Signal()
    closeRequested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "bar")
        self.setMinimumHeight(HEIGHT)
        self._title = QLabel(self.tr("Glossary"))
        self._title.setProperty("look", "strong")
        self._count = QLabel()
        self._count.setProperty("look", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._count)
        row.addStretch(1)
        for name, words, keys, signal in (
            ("glossaryNew", self.tr("New term"), "Ctrl+N", self.newRequested),
            ("glossaryImport", self.tr("Import list…"), "", self.importRequested),
            ("glossaryExport", self.tr("Export…"), "", self.exportRequested),
            ("glossaryClose", self.tr("Close"), "Esc", self.closeRequested),
        ):
            button = QPushButton(words)
            button.setObjectName(name)
            button.setAutoDefault(False)
            button.setToolTip(f"{words} ({keys})" if keys else words)
            button.clicked.connect(signal)
            row.addWidget(button)

    def show_count(self, number: int) -> None:
        """Say how many terms there are."""
        self._count.setText(self.tr("1 term") if number == 1 else self.tr("{n} terms").format(n=number))

    def foot(self, state: QLabel) -> QFrame:
        """The line below the glossary, with what it says."""
        made = QFrame()
        made.setProperty("look", "status")
        made.setMinimumHeight(FOOT)
        state.setProperty("look", "small")
        row = QHBoxLayout(made)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(state)
        row.addStretch(1)
        return made
