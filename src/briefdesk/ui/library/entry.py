"""One row of the library list as it is shown, whether it comes from the store or from the form."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from briefdesk.brief.inline import plain
from briefdesk.brief.model import Brief, Status
from briefdesk.store.records import Hit, Row

MOST_OF_A_BULLET = 120
"""Characters of the first bullet that stand in for a headline; two lines show fewer."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A brief in the list: what it is called, its state, and when it was changed last.

    `editing` says that it is the brief in the form, changed in the last minute; `sample` that it is
    the brief that came with the program.
    """

    id: str
    title: str
    status: Status
    updated_at: str = ""
    trashed: bool = False
    editing: bool = False
    sample: bool = False


def stored_entry(row: Row | Hit) -> Entry:
    """The entry of a row of the library."""
    title = row.headline or untitled(row.first_bullet)
    return Entry(row.id, title, Status(row.status), row.updated_at, row.trashed)


def live_entry(brief: Brief, *, editing: bool) -> Entry:
    """The entry of the brief in the form, as it is now."""
    title = brief.headline.strip() or untitled(next((b for b in brief.bullets if b.strip()), ""))
    return Entry(brief.id, title, brief.status, brief.updated_at, editing=editing)


def untitled(first_bullet: str) -> str:
    """What a brief without a headline is called: by the first words of its first bullet."""
    words = plain(first_bullet[: 2 * MOST_OF_A_BULLET]).strip()[:MOST_OF_A_BULLET].strip()
    if not words:
        return QCoreApplication.translate("Library", "Untitled")
    return QCoreApplication.translate("Library", "Untitled: {words}").format(words=words)


def begun(brief: Brief) -> bool:
    """Whether something was written in a brief."""
    return bool(brief.headline or brief.bullets or brief.terms or brief.source.url or brief.summary)
