"""Turns a word of the command line into the brief of the library that it names."""

from briefdesk.brief.model import Brief
from briefdesk.cli.documents import is_there, names_a_file
from briefdesk.cli.work import Work
from briefdesk.store.library import NoSuchBrief


def brief_of(work: Work, word: str) -> Brief:
    """The brief of the library that goes by an id, a slug or the beginning of an id.

    Raises:
        NoSuchBrief: there is none, or more than one.
        DamagedBrief: what is stored of it is not what was saved.
    """
    return work.library.get(work.library.find(word)).brief


def is_document(work: Work, word: str) -> bool:
    """Tell whether a word is a file and not a brief of the library; a brief's name comes first."""
    if names_a_file(word):
        return True
    try:
        work.library.find(word)
    except NoSuchBrief:
        return is_there(word)
    return False
