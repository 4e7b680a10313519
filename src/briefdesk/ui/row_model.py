"""Rows of a list for a view: values that do not change, and what each of them says in a role."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW = Qt.ItemDataRole.UserRole
"""The row itself, as a painter wants it."""
NO_PARENT = QModelIndex()


class RowModel(QAbstractListModel, Generic[Row]):
    """Rows of one kind, in the order of the list.

    `says` gives for each role what a row says in it; `is_choice` tells a row that can be chosen from one
    that cannot, a heading: without it all can be.
    """

    def __init__(
        self,
        says: Mapping[Qt.ItemDataRole, Callable[[Row], str | None]],
        parent: QObject | None = None,
        *,
        is_choice: Callable[[Row], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self._says: Mapping[int, Callable[[Row], str | None]] = {int(role): say for role, say in says.items()}
        self._is_choice = is_choice

    def show(self, rows: Sequence[Row]) -> None:
        """Show these rows in place of those before; the view forgets which was the current one."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        say = self._says.get(role)
        return say(row) if say else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._is_choice is None or (
            0 <= index.row() < len(self.rows) and self._is_choice(self.rows[index.row()])
        ):
            return super().flags(index)
        return Qt.ItemFlag.NoItemFlags
