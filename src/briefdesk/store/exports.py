"""The files that channels have written from a library, and where."""

from collections.abc import Iterable, Mapping
from functools import partial

from briefdesk.store import ledger
from briefdesk.store.access import Access
from briefdesk.store.records import Written


class Exports:
    """Reads and keeps the ledger of written files, from any thread."""

    def __init__(self, access: Access) -> None:
        self._access = access

    def listed(self, channel: str, folder: str) -> Mapping[str, list[Written]]:
        """Files a channel wrote into a folder, by the id of their brief."""
        with self._access.reading() as connection:
            return ledger.listed(connection, channel, folder)

    def record(self, channel: str, folder: str, entries: Iterable[tuple[str, Written]]) -> None:
        """Note files that a channel has written, each with the id of its brief. Raises NotSaved."""
        note = partial(ledger.record, channel=channel, folder=folder, entries=list(entries))
        self._access.submit(note).result()

    def forget(self, channel: str, folder: str, paths: Iterable[str]) -> None:
        """Strike out files that are not there any more, or not ours. Raises NotSaved."""
        strike = partial(ledger.forget, channel=channel, folder=folder, paths=list(paths))
        self._access.submit(strike).result()
