"""A page of text as the fields of the brief that is being written; no brief of the library is made by it."""

from collections.abc import Mapping
from dataclasses import replace

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief, Related
from briefdesk.importers.page import read_page
from briefdesk.store.library import Library

_NOT_OF_A_PAGE = frozenset({"id", "slug", "status", "created_at", "updated_at", "published_at", "extra"})
_EMPTY = Brief()


def page_fields(text: str, library: Library | None = None) -> Mapping[str, object]:
    """The fields that the text of a page fills, by name.

    A related entry is linked to the brief of the library that has its headline; others stay external,
    with headline and summary as the page has them.

    Raises:
        InvalidBrief: the text is no brief.
    """
    (item,) = read_page(text.encode("utf-8", "surrogatepass"))
    draft = item.draft  # pyright: ignore[reportAttributeAccessIssue]
    found: dict[str, object] = {
        name: getattr(draft, name)
        for name in Brief.__dataclass_fields__
        if name not in _NOT_OF_A_PAGE and getattr(draft, name) != getattr(_EMPTY, name)
    }
    if draft.related and library is not None:
        found["related"] = tuple(_linked(entry, library) for entry in draft.related)
    return found


def _linked(entry: Related, library: Library) -> Related:
    id = library.by_headline(entry.headline)
    if not id:
        return entry
    try:
        brief = library.get(id).brief
    except KnownError:
        return entry
    return replace(entry, id=id, summary=entry.summary or brief.summary)
