"""The right side of the history: what differs between a kept state and now, a card for each field."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from briefdesk.brief.fields import FIELDS
from briefdesk.brief.model import Brief
from briefdesk.ui.history.cards import FieldCard, Legend, cards_column
from briefdesk.ui.history.saying import label, rows_of
from briefdesk.ui.theme import Look

LEAST = 400
"""Pixels that a card needs at least."""


class DifferenceSide(QScrollArea):
    """Shows a difference; `restoreRequested` carries the name of a field, "" for the whole brief."""

    restoreRequested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._from = QLabel()
        self._legend = Legend(look.theme)
        self._whole = QPushButton(self.tr("Restore whole brief"))
        self._unchanged = QLabel()
        self._cards = cards_column()
        self._whole.setObjectName("restoreWhole")
        self._whole.setProperty("look", "small")
        self._whole.setToolTip(self.tr("Bring every field back; a published brief stays published"))
        self._unchanged.setProperty("look", "small")
        self._unchanged.setWordWrap(True)
        self._from.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._from, 1)
        head.addWidget(self._legend)
        head.addWidget(self._whole)
        page = QWidget()
        page.setProperty("look", "form")
        column = QVBoxLayout(page)
        column.setContentsMargins(22, 14, 22, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._cards)
        column.addWidget(self._unchanged)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(LEAST)
        self.setWidget(page)
        self._whole.clicked.connect(self._on_whole_clicked)
        look.changed.connect(self._on_look_changed)

    def fold(self, *, stacked: bool) -> None:
        """Leave out what there is no room for under the list of kept states."""
        self._legend.setVisible(self._whole.isEnabled() and not stacked)

    def show_origin(self, words: str) -> None:
        """Say which states are compared."""
        self._from.setText(words)

    def show_difference(self, was: Brief, now: Brief, *, everything: bool, beside: bool) -> None:
        """Show what differs, or `everything`; old and new text `beside` each other, or in one."""
        self.clear()
        same: list[str] = []
        differs = False
        for field in FIELDS:
            changed = getattr(was, field.name) != getattr(now, field.name)
            differs = differs or changed
            said = bool(rows_of(was, field) or rows_of(now, field))
            if said and not changed:
                same.append(label(field.name))
            if changed or (said and everything):
                card = FieldCard(field, was, now, self._look.theme, beside=beside)
                card.restoreRequested.connect(self.restoreRequested)
                self._cards.addWidget(card)
        self._whole.setEnabled(differs)
        nothing = self.tr("This is the brief as it is now.")
        self._unchanged.setText(
            self.tr("Unchanged: {names}").format(names=", ".join(same)) if differs else nothing
        )
        self._unchanged.setVisible(not everything or not differs)

    def clear(self) -> None:
        """Show no difference."""
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _on_whole_clicked(self) -> None:
        self.restoreRequested.emit("")

    def _on_look_changed(self) -> None:
        self._legend.show_theme(self._look.theme)
