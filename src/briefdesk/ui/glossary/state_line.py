"""The line under the glossary: how many terms there are, and how many want work."""

from PySide6.QtWidgets import QLabel

from briefdesk.ui.fields.naming import counted
from briefdesk.ui.glossary.work import Listing


class StateLine(QLabel):
    """Counts what a listing knows of the whole glossary, whatever is searched for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("glossaryState")

    def show_listing(self, listing: Listing) -> None:
        """Tell the numbers of this listing."""
        every = listing.every
        undefined = sum(not each.definition for each in every)
        to_check = sum(
            bool(each.definition) and any(not said.well for said in listing.said.get(each.key, ()))
            for each in every
        )
        terms = counted(len(every), self.tr("1 term"), self.tr("{n} terms"))
        words = self.tr("{terms} · {undefined} used but not defined · {check} to check")
        self.setText(words.format(terms=terms, undefined=undefined, check=to_check))
