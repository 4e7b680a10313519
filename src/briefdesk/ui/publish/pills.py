"""How many files are created, updated, and so on: a pill for each action that there is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from briefdesk.desk.verdict import Action
from briefdesk.ui.library import words
from briefdesk.ui.publish.files import action_words
from briefdesk.ui.publish.work import Outcome

ORDER: tuple[Action, ...] = ("created", "updated", "unchanged", "removed", "left", "changed", "refused")
LOOKS: dict[Action, str] = {
    "created": "pill",
    "updated": "pill-info",
    "unchanged": "pill-plain",
    "removed": "pill-warn",
    "left": "pill-warn",
    "changed": "pill-warn",
    "refused": "pill-err",
}


class PlanPills(QWidget):
    """Shows the counts of an outcome in words and colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publishCounts")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._pills: dict[Action, QLabel] = {}
        for action in ORDER:
            pill = QLabel()
            pill.setProperty("look", LOOKS[action])
            pill.setAlignment(Qt.AlignmentFlag.AlignCenter)
            pill.setMinimumHeight(18)
            pill.hide()
            row.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
            self._pills[action] = pill

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show how many files of each kind there are; nothing for none."""
        said: list[str] = []
        for action, pill in self._pills.items():
            number = outcome.count(action) if outcome else 0
            done = action_words(action, planned=outcome is not None and outcome.planned)
            text = f"{words.count(number)} {done.lower()}"
            pill.setText(text)
            pill.setVisible(number > 0)
            if number:
                said.append(text)
        self.setAccessibleName(", ".join(said))
