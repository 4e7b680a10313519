"""What an importer gives: briefs that were read, and places that could not be."""

from dataclasses import dataclass

from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.model import Brief, Related


@dataclass(frozen=True, slots=True)
class Imported:
    """A brief that was read.

    `related` are the briefs to make from its entries of More briefs that have headline and summary,
    in order. `linked` says that entries are to be linked to briefs of the library by their headline
    (documents for readers name no ids). `line` is where it begins in the file, from 1; None where a
    document holds one brief. `given` names the keys that JSON has, empty ones too; None for other
    documents, which show only what is filled.
    """

    draft: Brief
    related: tuple[Brief, ...] = ()
    line: int | None = None
    linked: bool = False
    given: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A place of a document that is no brief, with the line where it begins and the reason."""

    line: int | None
    error: InvalidBrief


Item = Imported | Refused


def from_page(draft: Brief) -> Imported:
    """What a document for readers gives: its brief, and the briefs that its related entries tell."""
    told = (each for each in draft.related if each.headline.strip() and each.summary.strip())
    return Imported(draft, tuple(_brief_of(each, draft.language) for each in told), linked=True)


def _brief_of(entry: Related, language: str) -> Brief:
    return Brief(headline=entry.headline, summary=entry.summary, language=language)
