"""The tail of a headline that the readers of one channel lose, paled in the headline itself."""

from collections.abc import Iterable, Sequence

from briefdesk.ui.fields.markings import Mark, Remedy, Spot, Style, Writing


class Tail:
    """The part of the headline that one channel does not show."""

    def __init__(self, field: str) -> None:
        self._field = field
        self.shown: tuple[str, int] = ("", 0)

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """Pale the tail, as long as it is that of this very text."""
        whole, at = self.shown
        return (Mark(at, len(text), Style.PALE),) if field == self._field and whole and text == whole else ()

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """None: it is shown, not wrong."""
        return ()
