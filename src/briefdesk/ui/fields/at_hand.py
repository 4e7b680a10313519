"""What can be done in the strips and notes beside a field, for the menu of the quick fix."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from briefdesk.ui.fields.markings import Remedy


@runtime_checkable
class AtHand(Protocol):
    """A part of the form that says something and has buttons for it."""

    def at_hand(self, focus: QWidget) -> Sequence[Remedy]:
        """What its buttons do, after its words; nothing while it is hidden, or for another's keyboard."""
        ...


def at_hand(row: QWidget, focus: QWidget) -> list[Remedy]:
    """All that can be done beside the widget with the keyboard, in a row of the form."""
    parts = (row, *row.findChildren(QWidget))
    return [remedy for each in parts if isinstance(each, AtHand) for remedy in each.at_hand(focus)]
