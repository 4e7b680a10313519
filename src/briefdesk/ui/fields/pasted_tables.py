"""Rows of pasted tables as lines: "Turnover: €1.2bn" of two columns, cells with commas of more."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefdesk.brief.inline import Run, merged
from briefdesk.ui.fields.page_parts import Around
from briefdesk.ui.fields.pasted_runs import closed_up, without_look

MOST_IN_CELL = 3
"""Lines of a cell past which its table is none of values."""


@dataclass(slots=True)
class Line:
    """A line that is being read; `around` tells whether it is part of the page and none of its text."""

    runs: list[Run] = field(default_factory=list[Run])
    is_item: bool = False
    around: Around = Around.NOTHING
    is_title: bool = False
    is_heading: bool = False

    @property
    def text(self) -> str:
        """Its text, with the blanks as they stand in the source."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Table:
    """A table that is being read: rows of cells of lines; `is_layout` says that it only places things."""

    rows: list[list[list[Line]]] = field(default_factory=list[list[list[Line]]])
    is_layout: bool = False
    heads: list[bool] = field(default_factory=list[bool])
    """Of each row, whether it has cells that are heads and no other."""

    def add_row(self) -> None:
        """Begin a row."""
        self.rows.append([])
        self.heads.append(True)

    @property
    def headed(self) -> int:
        """How many rows only say what stands in the columns below them; they are no lines."""
        if self.is_layout or all(self.heads):
            return 0
        return sum(map(self._is_head, range(len(self.rows))))

    def _is_head(self, row: int) -> bool:
        return self.heads[row] and sum(map(bool, map(_filled, self.rows[row]))) > 1

    def lines(self) -> Iterator[Line]:
        """A line for each row but heads; every line by itself where a table only places things on a page."""
        filled = [[_filled(cell) for cell in row] for row in self.rows]
        number = columns([[bool(cell) for cell in row] for row in filled])
        is_headed = self.headed > 0
        rows = [row for n, row in enumerate(filled) if not (is_headed and self._is_head(n))]
        for row in rows:
            cells = [cell for cell in row if cell]
            if self.is_layout or len(cells) < 2 or any(len(cell) > MOST_IN_CELL for cell in cells):
                yield from (line for cell in cells for line in cell)
            else:
                yield _line_of(cells, number)


def columns(rows: Sequence[Sequence[bool]]) -> int:
    """How many columns rows of cells have that hold something; each cell tells whether it does."""
    return max((max((n for n, filled in enumerate(row, 1) if filled), default=0) for row in rows), default=0)


def separator(number: int, cell: str) -> str:
    """What stands after a cell when the next one follows on the same line; `number` counts the columns."""
    if cell.endswith(":"):
        return " "
    return ": " if number == 2 else ", "


def joined_cells(lines: Sequence[str]) -> list[str]:
    """Lines of a spreadsheet, with tabs between their cells, as lines of text; other lines as they are."""
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    number = columns([[bool(cell) for cell in row] for row in rows])
    return [
        _joined([cell for cell in row if cell], number) if sum(map(bool, row)) > 1 else line
        for row, line in zip(rows, lines, strict=True)
    ]


def _joined(cells: Sequence[str], number: int) -> str:
    *before, last = cells
    return "".join(cell + separator(number, cell) for cell in before) + last


def _filled(lines: list[Line]) -> list[Line]:
    return [line for line in lines if line.text.strip()]


def _line_of(cells: list[list[Line]], number: int) -> Line:
    """The cells of a row in one line; a cell that is bold or italic as a whole has the look of a head."""
    found = Line(is_item=True, around=cells[0][0].around)
    for place, cell in enumerate(cells):
        runs = [run for line in cell for run in (*line.runs, Run(" "))]
        whole = without_look(merged(closed_up(runs)))
        found.runs += whole
        if place < len(cells) - 1:
            found.runs.append(Run(separator(number, "".join(run.text for run in whole))))
    return found
