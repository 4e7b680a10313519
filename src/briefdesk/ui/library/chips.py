"""The chips above the library list: one for each state of a brief, with how many there are."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QPushButton, QWidget

from briefdesk.brief.model import Status
from briefdesk.ui.library import words
from briefdesk.ui.library.flow import FlowLayout
from briefdesk.ui.library.listing import TRASH


class StatusChips(QWidget):
    """Chooses which briefs are listed; the chip of the trash is there while something is in it."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryChips")
        self.setAccessibleName(self.tr("Which briefs are listed"))
        self._chips: dict[Status | str, QPushButton] = {}
        self._names: dict[Status | str, str] = {"": self.tr("All")}
        self._names |= {status: words.state(status) for status in Status}
        self._names |= {Status.REVIEW: self.tr("Review"), TRASH: self.tr("Trash")}
        self._group = QButtonGroup(self)
        row = FlowLayout(self)
        for key, name in self._names.items():
            chip = QPushButton(name)
            chip.setProperty("look", "chip")
            chip.setObjectName(f"chip-{key or 'all'}")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self._chips[key] = chip
            row.addWidget(chip)
        self._chips[""].setChecked(True)
        self._chips[TRASH].hide()
        self._group.buttonClicked.connect(self._on_button_clicked)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write how many briefs there are of each state."""
        everything = sum(counts.get(status, 0) for status in Status)
        for key, chip in self._chips.items():
            number = counts.get(str(key), 0) if key else everything
            name = self._names[key]
            chip.setText(f"{name} {words.count(number)}" if number else name)
        self._chips[TRASH].setVisible(bool(counts.get(TRASH)) or self._chips[TRASH].isChecked())
        self.updateGeometry()

    def choose(self, key: Status | str) -> None:
        """Check the chip of a state, of the trash, or (empty) of all; nothing is told."""
        self._chips[key].setChecked(True)

    def _on_button_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(key for key, chip in self._chips.items() if chip is button))
