"""An address before and after it was cleaned, and how to know that this was taken back."""

from typing import NamedTuple

from briefdesk.brief.tracking import SHIPPED
from briefdesk.brief.url import Address, as_written, canonical
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.source_house import SourceHouse


class Cleaned(NamedTuple):
    """What was pasted, the address in it letter for letter and whole, and the address that is kept."""

    pasted: str
    written: str
    whole: str
    address: Address

    @classmethod
    def of(cls, pasted: str, house: SourceHouse | None, brief: str = "") -> "Cleaned | None":
        """Clean an address by the list of the library; None for no address.

        In the brief of that id, one that is to be kept whole there stays whole.
        """
        whole = canonical(pasted, None)
        if whole is None:
            return None
        if house is not None and house.keeps(whole.url, brief):
            return cls(pasted, as_written(pasted), whole.url, whole)
        address = canonical(pasted, house.tracking if house else SHIPPED)
        return cls(pasted, as_written(pasted), whole.url, address) if address else None

    @property
    def is_shortened(self) -> bool:
        """Whether parts of the address were taken out."""
        return bool(self.address.removed or self.address.unwrapped)

    def is_taken_back(self, change: Change) -> bool:
        """Whether an undo has brought back what was pasted."""
        before, now = change.before.source.url, change.brief.source.url
        return change.origin is Origin.UNDO and before == self.address.url and now == self.pasted != before
