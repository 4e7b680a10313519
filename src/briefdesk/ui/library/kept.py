"""What the library list keeps while its rows become others: selected briefs, the current one, the top row."""

from PySide6.QtCore import QItemSelectionModel

from briefdesk.ui.library.model import BriefModel
from briefdesk.ui.library.sight import Anchor

Flag = QItemSelectionModel.SelectionFlag


class Kept:
    """Briefs by their ids: rows do not outlast a reset of the model."""

    def __init__(self, model: BriefModel) -> None:
        self._model = model
        self._chosen: list[str] = []
        self._current = ""
        self._top = ""
        self._above = 0

    def note(self, chosen: list[str], current: int, anchor: Anchor) -> None:
        """Keep the ids of what is selected, and which briefs the current row and the top one are."""
        row, self._above = anchor
        self._chosen = chosen
        self._current = self._id(current)
        self._top = self._id(row) if row >= 0 else ""

    @property
    def anchor(self) -> Anchor:
        """Where the brief is now that was at the top."""
        return self._model.row_of(self._top), self._above

    def select(self, selection: QItemSelectionModel) -> None:
        """Select the same briefs again as far as they are loaded."""
        if (row := self._model.row_of(self._current)) >= 0:
            selection.setCurrentIndex(self._model.index(row), Flag.NoUpdate)
        for id in self._chosen:
            if (row := self._model.row_of(id)) >= 0:
                selection.select(self._model.index(row), Flag.Select)

    def _id(self, row: int) -> str:
        entry = self._model.entry(row)
        return entry.id if entry else ""
