"""Many briefs of the library, read page by page."""

from collections.abc import Iterator, Sequence
from typing import Final

from briefdesk.brief.errors import KnownError
from briefdesk.store.library import Kept, Library

_PAGE: Final = 100
"""Briefs that are read together: a statement for each costs more than all the rest of reading it."""


def all_kept(library: Library, ids: Sequence[str]) -> Iterator[tuple[str, Kept | KnownError]]:
    """What the library holds of each brief, in that order; for what it does not give, why."""
    for start in range(0, len(ids), _PAGE):
        page = ids[start : start + _PAGE]
        yield from zip(page, _read(library, page), strict=True)


def _read(library: Library, page: Sequence[str]) -> Sequence[Kept | KnownError]:
    try:
        return library.several(page)
    except KnownError:  # a place in the file that cannot be read costs only the brief that lies there
        return [_one(library, id) for id in page]


def _one(library: Library, id: str) -> Kept | KnownError:
    try:
        return library.get(id)
    except KnownError as error:
        return error
