"""The list of tracking parts that are taken out of addresses, to be changed for this library."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefdesk.brief.tracking import SHIPPED, refused_name
from briefdesk.ui.wearing import wear


class TrackingDialog(QDialog):
    """A name in each line; what is written there goes from addresses, and nothing else does."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trackingDialog")
        self.setWindowTitle(self.tr("Tracking parts of addresses"))
        self.resize(440, 480)
        about = QLabel(
            self.tr(
                "These parts are taken out of an address when it is pasted into Source. "
                "One name in a line; * at the end stands for any ending. They hold for this library."
            )
        )
        about.setWordWrap(True)
        self._names = QPlainTextEdit()
        self._names.setObjectName("trackingNames")
        self._names.setAccessibleName(self.tr("Names of tracking parts, one in a line"))
        self._names.setTabChangesFocus(True)
        self._names.textChanged.connect(self._on_edited)
        card = QFrame()
        card.setProperty("look", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(10, 8, 10, 8)
        inside.addWidget(self._names)
        self._said = QLabel()
        self._said.setObjectName("trackingSaid")
        self._said.setWordWrap(True)
        self._shipped = QPushButton(self.tr("Bring back the list as shipped"))
        self._shipped.setObjectName("trackingShipped")
        self._shipped.setAutoDefault(False)
        self._shipped.clicked.connect(self._on_shipped)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # the system's coloured ones are not of our kind
        self._buttons.addButton(self._shipped, QDialogButtonBox.ButtonRole.ResetRole)
        self._buttons.accepted.connect(self._on_saved)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        for widget in (about, card, self._said, self._buttons):
            column.addWidget(widget)
        column.setStretchFactor(card, 1)

    def show_names(self, names: Sequence[str]) -> None:
        """Show the list that is in force."""
        self._names.setPlainText("\n".join(names))
        self._names.setFocus()

    @property
    def _lines(self) -> list[str]:
        return [line.strip() for line in self._names.toPlainText().split("\n") if line.strip()]

    def _on_edited(self) -> None:
        wrong = next((line for line in self._lines if refused_name(line)), "")
        saves = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        saves.setEnabled(not wrong)
        if wrong:
            words = self.tr("“{name}” is no name of a part: write only what stands before the =").format(
                name=wrong
            )
        else:
            words = self.tr("{n} names").format(n=len(self._lines))
        self._said.setText(words)
        wear(self._said, "warn" if wrong else "small")

    def _on_shipped(self) -> None:
        self.show_names(SHIPPED)

    def _on_saved(self) -> None:
        self.changed.emit(tuple(self._lines))
        self.accept()
