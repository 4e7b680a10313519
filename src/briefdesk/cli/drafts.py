"""Reads the briefs of a file that a word of the command line names."""

from collections.abc import Iterator
from dataclasses import replace

from briefdesk.brief.model import Brief, Related
from briefdesk.cli.choosing import brief_of, is_document
from briefdesk.cli.documents import read_document
from briefdesk.cli.errors import Missing
from briefdesk.cli.work import Work
from briefdesk.importers import Imported, Refused, read


def document_or_brief(work: Work, word: str) -> tuple[Brief, tuple[Related, ...]]:
    """One brief, and what else its document lists under More briefs.

    A document's brief takes the id of the brief of the library that it would update, if any.

    Raises:
        NoSuchBrief, InvalidBrief, Missing: there is none to be had by that word.
    """
    if not is_document(work, word):
        return brief_of(work, word), ()
    for item in documents(word):
        known = work.library.match(item.draft) or item.draft.id
        listed = tuple(Related(headline=each.headline) for each in item.related)
        return replace(item.draft, id=known), listed
    raise Missing(f"{word}: there is no brief in it")


def documents(word: str) -> Iterator[Imported]:
    """The briefs of a file.

    Raises:
        InvalidBrief, Missing: one of them, or all, cannot be read.
    """
    for item in read(read_document(word), name=word):
        if isinstance(item, Refused):
            raise item.error
        yield item
