"""Addresses in pasted bullets, cleaned as the source's is: no tracking parts, no redirector around them."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from briefdesk.brief.inline import Run, merged
from briefdesk.brief.url import as_written
from briefdesk.ui.fields.cleaned import Cleaned
from briefdesk.ui.fields.source_house import SourceHouse

_WEB = re.compile(r"(?i)https?://")
_ADDRESS = re.compile(r"(?i)\bhttps?://[^\s<>]+")


class LinkCleaner:
    """Cleans by the list of the library, without which the shipped one holds; `removed` counts what went.

    An address from which nothing goes stays letter for letter as it is.
    """

    def __init__(self, house: SourceHouse | None = None) -> None:
        self._house = house
        self.removed = 0

    def line(self, runs: Iterable[Run]) -> tuple[Run, ...]:
        """A line with its links cleaned, and the addresses that stand in its text."""
        found: list[Run] = []
        for href, linked in groupby(runs, key=_href):
            address = self.address(href)
            for run in linked:
                text = run.text if run.code or href else self.text(run.text)
                found.append(replace(run, text=address if href and text == href else text, href=address))
        return merged(found)

    def text(self, text: str) -> str:
        """A text with the addresses in it cleaned."""
        return _ADDRESS.sub(self._cleaned, text) if "://" in text else text

    def address(self, href: str) -> str:
        """An address, cleaned."""
        cleaned = Cleaned.of(href, self._house) if _WEB.match(href) else None
        if cleaned is None or not cleaned.is_shortened:
            return href
        self.removed += len(cleaned.address.removed) + bool(cleaned.address.unwrapped)
        return cleaned.address.url

    def _cleaned(self, found: re.Match[str]) -> str:
        """The address in a word of a sentence, without the stop behind it or the bracket around it."""
        address = as_written(f" {found[0]} ,")
        return self.address(address) + found[0].removeprefix(address) if address else found[0]


def _href(run: Run) -> str:
    return run.href
