"""What both ways to find have in common: the field for the words, and what counts as the same."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from briefdesk.brief.seeking import BadPattern, Sought


class Inputs(QObject):
    """Two fields and three switches; `changed` follows another thing to look for or put in its place."""

    changed = Signal()

    def __init__(self, prefix: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.find = QLineEdit(parent)
        self.find.setObjectName(f"{prefix}FindEdit")
        self.find.setAccessibleName(self.tr("Find"))
        self.find.setPlaceholderText(self.tr("Find"))
        self.words = QLineEdit(parent)
        self.words.setObjectName(f"{prefix}ReplaceEdit")
        self.words.setAccessibleName(self.tr("Replace with"))
        self.words.setPlaceholderText(self.tr("Replace with"))
        self._case = _switch("Aa", f"{prefix}Case", self.tr("Match case"), parent)
        self._whole = _switch("|ab|", f"{prefix}Whole", self.tr("Whole words only"), parent)
        self._pattern = _switch(".*", f"{prefix}Pattern", self.tr("Regular expression"), parent)
        self.find.textChanged.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        for switch in (self._case, self._whole, self._pattern):
            switch.toggled.connect(self.changed)

    def set_enabled(self, is_enabled: bool) -> None:
        """Take other words, or keep to those that are there."""
        for part in (self.find, self.words, self._case, self._whole, self._pattern):
            part.setEnabled(is_enabled)

    def fit(self) -> None:
        """Make the fields as high as their text needs.

        A style sheet that gives a field a least height keeps layouts from asking it for a better one.
        """
        for line in (self.find, self.words):
            line.ensurePolished()
            line.setMinimumHeight(line.sizeHint().height())

    def switches(self) -> QHBoxLayout:
        """The switches side by side."""
        row = QHBoxLayout()
        row.setSpacing(4)
        for switch in (self._case, self._whole, self._pattern):
            row.addWidget(switch)
        return row

    def order(self, buttons: Sequence[QWidget], rest: Sequence[QWidget]) -> None:
        """Let Tab go from field to field, then to what replaces, the switches, and the rest."""
        switches = (self._case, self._whole, self._pattern)
        for one, other in pairwise((self.find, self.words, *buttons, *switches, *rest)):
            QWidget.setTabOrder(one, other)

    def sought(self) -> Sought:
        """What is to be looked for.

        Raises:
            BadPattern: the regular expression is none.
        """
        return Sought(
            self.find.text(),
            case=self._case.isChecked(),
            whole=self._whole.isChecked(),
            pattern=self._pattern.isChecked(),
        )

    def sought_or(self, failed: Callable[[str], object]) -> Sought | None:
        """The same; where it is no expression, that is told and there is nothing to look for."""
        try:
            return self.sought()
        except BadPattern as error:
            failed(error.what)
            return None


def _switch(text: str, name: str, label: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setText(text)
    made.setObjectName(name)
    made.setCheckable(True)
    made.setAccessibleName(label)
    made.setToolTip(label)
    made.setProperty("look", "small")
    return made
