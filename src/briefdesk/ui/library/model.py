"""The rows of the library list: as many as there are, of which only the first ones are loaded."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefdesk.ui.library import words
from briefdesk.ui.library.entry import Entry

ENTRY = Qt.ItemDataRole.UserRole
"""The `Entry` of a row, `None` while it is not loaded."""

NO_PARENT = QModelIndex()


class BriefModel(QAbstractListModel):
    """Entries in the order of the list; the brief in the form lies over its stored entry.

    `live` is that brief. It stands first, before the store knows it, when `lead` says so.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored: list[Entry] = []
        self._total = 0
        self._live: Entry | None = None
        self._sample = ""
        self._wants_lead = False
        self._leads = False
        self._rows: dict[str, int] = {}

    @property
    def loaded(self) -> int:
        """How many rows are loaded, from the first one on."""
        return len(self._stored) + self._leads

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else self._total + self._leads

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        entry = self.entry(index.row())
        if role == ENTRY or entry is None:
            return entry if role == ENTRY else None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.title}, {meta(entry)}"
        return None

    def entry(self, row: int) -> Entry | None:
        """The entry of a row, `None` while it is not loaded."""
        if self._leads:
            row -= 1
            if row < 0:
                return self._live
        if not 0 <= row < len(self._stored):
            return None
        found = self._stored[row]
        if self._live and found.id == self._live.id:
            found = self._over(found)
        return replace(found, sample=True) if found.id == self._sample and not found.trashed else found

    def row_of(self, id: str) -> int:
        """The row of a brief among those that are loaded, else -1."""
        if self._leads and self._live and self._live.id == id:
            return 0
        row = self._rows.get(id, -1)
        return row + self._leads if row >= 0 else -1

    def following(self, ids: Collection[str]) -> str:
        """The brief that follows these among those that are loaded, else the one before; "" for none."""
        rows = sorted(row for id in ids if (row := self.row_of(id)) >= 0)
        if not rows:
            return ""
        for row in (*range(rows[-1] + 1, self.loaded), *range(rows[-1] - 1, -1, -1)):
            entry = self.entry(row)
            if entry and entry.id not in ids:
                return entry.id
        return ""

    def show(self, entries: Sequence[Entry], total: int, *, keep: bool = False) -> bool:
        """Show these as the first entries of `total`; tells whether those behind them stay loaded.

        With `keep` they stay where the new entries join them without a gap.
        """
        first = {entry.id: row for row, entry in enumerate(entries)}
        behind = self._behind(entries, first) if keep else []
        if len(first) + len(behind) > total:
            behind = []
        leads = self._should_lead(first)
        in_place = all(self._rows.get(id) == row for id, row in first.items())
        if in_place and leads == self._leads and total == self._total and self._is_whole(first, behind):
            for row, (old, new) in enumerate(zip(self._stored, entries, strict=False)):
                if old != new:
                    self._stored[row] = new
                    self._tell(row + leads)
            return True
        self.beginResetModel()
        self._stored, self._total, self._leads = [*entries, *behind], total, leads
        self._rows = {entry.id: row for row, entry in enumerate(self._stored)}
        self.endResetModel()
        return bool(behind)

    def _behind(self, entries: Sequence[Entry], first: Mapping[str, int]) -> list[Entry]:
        """The entries loaded before that come after the new ones."""
        if not entries or entries[-1].id not in self._rows:
            return []
        rest = self._stored[self._rows[entries[-1].id] + 1 :]
        return [entry for entry in rest if entry.id not in first]

    def _is_whole(self, first: Mapping[str, int], behind: Sequence[Entry]) -> bool:
        return len(first) + len(behind) == len(self._stored)

    def append(self, entries: Sequence[Entry]) -> None:
        """Take more entries behind those that are loaded; an entry that is there already is left out."""
        fresh = [entry for entry in entries if entry.id not in self._rows]
        first = len(self._stored)
        self._rows |= {entry.id: first + n for n, entry in enumerate(fresh)}
        self._stored += fresh
        if fresh:
            self.dataChanged.emit(self.index(first + self._leads), self.index(self.loaded - 1))

    def cut(self) -> None:
        """The list ends with what is loaded: the store has no more."""
        if self._total != len(self._stored):
            self.beginResetModel()
            self._total = len(self._stored)
            self.endResetModel()

    def set_live(self, entry: Entry | None, *, lead: bool) -> None:
        """Lay the brief in the form over its row; with `lead`, put it first while the store lacks it."""
        if entry == self._live and lead == self._wants_lead:
            return
        rows = {row for each in (self._live, entry) if each and (row := self.row_of(each.id)) >= 0}
        before = {row: self.entry(row) for row in rows}
        self._live = entry
        self._wants_lead = lead
        if self._should_lead(self._rows) != self._leads:
            self.beginResetModel()
            self._leads = not self._leads
            self.endResetModel()
            return
        # A key in the form changes the brief, but seldom what its row shows.
        for row, shown in before.items():
            if self.entry(row) != shown:
                self._tell(row)

    def set_sample(self, id: str) -> None:
        """Know which brief came with the program."""
        self._sample = id
        if (row := self.row_of(id)) >= 0:
            self._tell(row)

    def _should_lead(self, stored: Mapping[str, int]) -> bool:
        return self._wants_lead and self._live is not None and self._live.id not in stored

    def _over(self, stored: Entry) -> Entry:
        assert self._live is not None
        live = self._live
        if stored.trashed or (
            live.title == stored.title and live.status is stored.status and not live.editing
        ):
            return stored
        return replace(stored, title=live.title, status=live.status, editing=live.editing)

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))


def meta(entry: Entry) -> str:
    """The second line of an entry: its state, and when it was changed last."""
    if entry.sample:
        return words.sample()
    parts = [words.state(entry.status)]
    if entry.trashed:
        parts.append(words.trashed())
    elif entry.editing:
        parts.append(words.edited_now())
    elif entry.updated_at:
        parts.append(words.age(entry.updated_at, datetime.now().astimezone()))
    else:
        parts.append(words.new())
    return " · ".join(parts)
