"""The list of what would change: briefs, and under each its texts, to be chosen one by one."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefdesk.brief.fields import field
from briefdesk.brief.model import Status
from briefdesk.desk.replacing import Proposal, TextChange
from briefdesk.ui.history.saying import part_name, row_name

ROW = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Line(NamedTuple):
    """One row: a brief, or with `change` one of its texts."""

    proposal: Proposal
    change: TextChange | None
    state: Qt.CheckState


class Changes(QAbstractListModel):
    """Holds the proposals and what of them is chosen; `chosenChanged` follows another choice."""

    chosenChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[int, int]] = []
        self._proposals: list[Proposal] = []
        self._without: set[tuple[int, int]] = set()
        self._firsts: list[int] = []
        self._places = self._briefs = 0

    def clear(self) -> None:
        """Hold nothing."""
        self.beginResetModel()
        self._rows, self._proposals, self._without, self._firsts = [], [], set(), []
        self._places = self._briefs = 0
        self.endResetModel()
        self.chosenChanged.emit()

    def append(self, proposals: Sequence[Proposal]) -> None:
        """Take more proposals in, all of them chosen but what would put words there twice."""
        rows = list[tuple[int, int]]()
        at = len(self._rows)
        for number, each in enumerate(proposals, len(self._proposals)):
            self._firsts.append(at + len(rows))
            rows += [(number, change) for change in range(-1, len(each.changes))]
            self._without |= {(number, n) for n, change in enumerate(each.changes) if change.doubled}
        if rows:
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._proposals += proposals
            chosen = [
                self._chosen_of(number)
                for number in range(len(self._firsts) - len(proposals), len(self._firsts))
            ]
            self._places += sum(_places(each) for each in chosen)
            self._briefs += sum(bool(each.changes) for each in chosen)
            self._rows += rows
            self.endInsertRows()
            self.chosenChanged.emit()

    def chosen(self) -> list[Proposal]:
        """The proposals with those of their changes that are chosen."""
        chosen = (self._chosen_of(number) for number in range(len(self._proposals)))
        return [each for each in chosen if each.changes]

    def _chosen_of(self, number: int) -> Proposal:
        each = self._proposals[number]
        kept = (c for n, c in enumerate(each.changes) if (number, n) not in self._without)
        return Proposal(each.brief, tuple(kept))

    def counts(self) -> tuple[int, int, int]:
        """How many places in how many briefs are chosen, and how many briefs there are."""
        return self._places, self._briefs, len(self._proposals)

    def line(self, row: int) -> Line:
        """What a row shows."""
        number, change = self._rows[row]
        proposal = self._proposals[number]
        without = sum((number, n) in self._without for n in range(len(proposal.changes)))
        if change >= 0:
            is_out = (number, change) in self._without
            state = Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked
            return Line(proposal, proposal.changes[change], state)
        if not without:
            return Line(proposal, None, Qt.CheckState.Checked)
        all_out = without == len(proposal.changes)
        return Line(proposal, None, Qt.CheckState.Unchecked if all_out else Qt.CheckState.PartiallyChecked)

    def toggle(self, row: int) -> None:
        """Choose a change or a whole brief, or no longer."""
        number, change = self._rows[row]
        every = range(len(self._proposals[number].changes))
        picked = {(number, n) for n in (every if change < 0 else (change,))}
        before = self._chosen_of(number)
        if self.line(row).state is Qt.CheckState.Checked:
            self._without |= picked
        else:
            self._without -= picked
        after = self._chosen_of(number)
        self._places += _places(after) - _places(before)
        self._briefs += bool(after.changes) - bool(before.changes)
        first = self._firsts[number]
        self.dataChanged.emit(self.index(first), self.index(first + len(every)))
        self.chosenChanged.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself, and its words for those who hear it."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        if role == ROW:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            chosen = {
                Qt.CheckState.Checked: self.tr("chosen"),
                Qt.CheckState.PartiallyChecked: self.tr("chosen in part"),
                Qt.CheckState.Unchecked: self.tr("not chosen"),
            }[line.state]
            if line.change is None:
                published = ", " + self.tr("published") if is_published(line.proposal) else ""
                return f"{title(line.proposal)}{published}, {chosen}"
            words = self.tr("{place}: {before}; then: {after}, {chosen}")
            place = place_of(line)
            said = words.format(
                place=place, before=line.change.before, after=line.change.after, chosen=chosen
            )
            return f"{said}: {already()}" if line.change.doubled else said
        if role == Qt.ItemDataRole.ToolTipRole and line.change is not None:
            return f"{line.change.after}\n{already()}" if line.change.doubled else line.change.after
        return None


def _places(proposal: Proposal) -> int:
    return sum(len(each.puts) for each in proposal.changes)


def already() -> str:
    """Why a change is left out unless it is chosen."""
    return QCoreApplication.translate("Changes", "the new words stand there already")


def is_published(proposal: Proposal) -> bool:
    """Whether readers have the brief already."""
    return proposal.brief.status is Status.PUBLISHED


def title(proposal: Proposal) -> str:
    """What the brief is called in the list."""
    return proposal.brief.headline or next(iter(proposal.brief.bullets), "") or proposal.brief.id


def place_of(line: Line) -> str:
    """What the text is called in which something changes."""
    assert line.change is not None
    name, row, part = line.change.where
    where = field(name)
    if row >= 0:
        return row_name(where, row + 1, len(getattr(line.proposal.brief, name)))
    return part_name(where, part) if part else row_name(where, 1, 1)
