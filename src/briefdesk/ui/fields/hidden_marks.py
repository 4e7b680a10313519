"""Characters that nobody sees and that turn the direction of text: shown, and taken out on demand."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.text import hidden_marks
from briefdesk.ui.fields.markings import Mark, Remedy, Spot, Style, Writing


class HiddenMarks:
    """Marks the place of each; the menu takes all of a paragraph out."""

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """The marks of one paragraph; what has no width is painted by `Invisibles`."""
        return [Mark(place, place + 1, Style.HIDDEN) for place in hidden_marks(text)]

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """To take them out, anywhere in a paragraph that has one."""
        places = hidden_marks(spot.text)
        if not places:
            return ()
        words = QCoreApplication.translate("Field", "Remove hidden marks")
        return (Remedy(words, partial(_remove, spot, places)),)


def _remove(spot: Spot, places: Sequence[int]) -> None:
    start, end = places[0], places[-1] + 1
    without = set(places)
    spot.replace(start, end, "".join(spot.text[place] for place in range(start, end) if place not in without))
