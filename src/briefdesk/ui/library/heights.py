"""Where the rows of a long list are, when some take one line of title and some two."""

from array import array

_BLOCK = 256


class Heights:
    """Heights of many rows, of two kinds only, with sums kept for blocks of rows.

    A row's kind follows from how wide its title is on one line. Rows not measured yet count as tall,
    as most are. All measures are pixels.
    """

    def __init__(self, low: int, tall: int) -> None:
        self._low = low
        self._tall = tall
        self._room = 0.0
        self._wide = array("f")
        self._rows = array("H")
        self._blocks: list[int] = []

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return sum(self._blocks)

    def reset(self, count: int) -> None:
        """Begin again with that many rows, none of them measured."""
        self._wide = array("f", [-1.0]) * count
        self._lay()

    def resize(self, count: int) -> None:
        """Have more or fewer rows at the end; what is measured stays."""
        have = len(self._wide)
        if count > have:
            self._wide.extend(array("f", [-1.0]) * (count - have))
        else:
            del self._wide[count:]
        self._lay()

    def fit(self, low: int, tall: int, room: float) -> None:
        """Take other heights, or another width that one line of title has."""
        if (low, tall, room) != (self._low, self._tall, self._room):
            self._low, self._tall, self._room = low, tall, room
            self._lay()

    def measure(self, row: int, wide: float) -> None:
        """Note how wide the title of a row is on one line."""
        self._wide[row] = wide
        height = self._height(wide)
        self._blocks[row // _BLOCK] += height - self._rows[row]
        self._rows[row] = height

    def is_measured(self, row: int) -> bool:
        """Whether it is known how wide the title of a row is."""
        return self._wide[row] >= 0

    def height(self, row: int) -> int:
        """The height of a row."""
        return self._rows[row]

    def top(self, row: int) -> int:
        """Where a row begins, counted from the first one."""
        block = row // _BLOCK
        return sum(self._blocks[:block]) + sum(self._rows[block * _BLOCK : row])

    def row_at(self, y: int) -> int:
        """The row at that height, the last one below the end, -1 where there is none."""
        if not self._rows:
            return -1
        left = max(0, y)
        for block, height in enumerate(self._blocks):
            if left < height:
                for row in range(block * _BLOCK, len(self._rows)):
                    left -= self._rows[row]
                    if left < 0:
                        return row
            left -= height
        return len(self._rows) - 1

    def _height(self, wide: float) -> int:
        return self._low if 0 <= wide <= self._room else self._tall

    def _lay(self) -> None:
        low, tall, room = self._low, self._tall, self._room
        self._rows = array("H", [low if 0 <= wide <= room else tall for wide in self._wide])
        self._blocks = [sum(self._rows[n : n + _BLOCK]) for n in range(0, len(self._rows), _BLOCK)]
