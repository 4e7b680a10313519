"""Where a key leads in the library list, and how far it is scrolled for a row."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractItemView

from briefdesk.ui.library.places import Places

Action = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint


def step(places: Places, row: int, action: Action, page: int) -> int:
    """The row that a key leads to from a row (-1: none); `page` is that many pixels. -1 in an empty list."""
    count = len(places)
    if not count:
        return -1
    if row < 0:
        target = count - 1 if action == Action.MoveEnd else 0
    elif action in (Action.MoveDown, Action.MoveNext, Action.MoveRight):
        target = row + 1
    elif action in (Action.MoveUp, Action.MovePrevious, Action.MoveLeft):
        target = row - 1
    elif action == Action.MovePageDown:
        target = places.row_at(places.rect(row, 1).top() + page)
    elif action == Action.MovePageUp:
        target = places.row_at(places.rect(row, 1).top() - page)
    else:
        target = 0 if action == Action.MoveHome else count - 1
    return min(count - 1, max(0, target))


def way_to(rect: QRect, room: int, hint: Hint) -> int:
    """How many pixels further down the list has to stand for a row, which is at `rect` in `room` now."""
    if hint == Hint.PositionAtTop or rect.top() < 0:
        return rect.top()
    if hint == Hint.PositionAtCenter:
        return rect.top() - (room - rect.height()) // 2
    if rect.bottom() > room or hint == Hint.PositionAtBottom:
        return min(rect.bottom() + 1 - room, rect.top())
    return 0
