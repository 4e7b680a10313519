"""Offers to split a bullet that is too long to be read at a glance."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.splitting import by_sentence, is_long
from briefdesk.ui.fields.markings import Mark, Remedy, Spot, Writing

BULLETS = "bulletsEdit"


class LongBullets:
    """Marks nothing, its count of words does that; the menu splits it, as Ctrl+. does."""

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """None."""
        return ()

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """To make a bullet of each sentence, where a long one has several."""
        if spot.field != BULLETS or not is_long(spot.text) or len(by_sentence(spot.text)) < 2:
            return ()
        words = QCoreApplication.translate("Field", "Split into sentences (Ctrl+.)")
        return (Remedy(words, partial(split, spot)),)


def split(spot: Spot) -> bool:
    """Make a bullet of each sentence, as one edit; tells whether there were several."""
    parts = by_sentence(spot.text)
    if len(parts) < 2:
        return False
    spot.replace(0, len(spot.text), "\n".join(parts))
    return True
