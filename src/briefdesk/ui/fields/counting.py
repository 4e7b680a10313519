"""What a field says about its text: how long it is, or that it is not known."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from briefdesk.ui.fields.naming import counted
from briefdesk.ui.fields.note import Note

Counter = Callable[[str], Note]


def silent(_text: str) -> Note:
    """Nothing."""
    return Note()


def with_hidden(note: Note, *texts: str) -> Note:
    """The note, or in its place that there are characters which nobody sees."""
    if all(map(str.isascii, texts)):
        return note
    from briefdesk.brief.text import hidden_marks  # the first paint does not need it

    count = sum(len(hidden_marks(text)) for text in texts)
    if not count:
        return note
    translate = QCoreApplication.translate
    words = counted(count, translate("Field", "1 hidden mark"), translate("Field", "{n} hidden marks"))
    return Note(f"{words} · {note.text}" if note.text else words, warn=True)


def words(text: str) -> Note:
    """How many words."""
    if not text:
        return Note()
    # Here and not above: the first paint does not need it, and it takes its time to read.
    from briefdesk.brief.wording import word_count

    count = word_count(text)
    translate = QCoreApplication.translate
    return Note(
        counted(count, translate("Field", "1 word"), translate("Field", "{n} words")) if count else ""
    )


def up_to(limit: int) -> Counter:
    """How many characters of those that are advised; more are told, never cut."""
    return partial(_characters, limit)


def time_zone(name: str) -> Note:
    """That no time zone of this name is known."""
    if not name:
        return Note()
    from briefdesk.ui.fields.moment_text import zone_of

    if zone_of(name) is not None:
        return Note()
    return Note(QCoreApplication.translate("Field", "Not a time zone, such as Europe/Oslo"), warn=True)


def _characters(limit: int, text: str) -> Note:
    if not text:
        return Note()
    # Here and not above: the first paint does not need it, and it takes its time to read.
    from briefdesk.brief.wording import graphemes

    count = graphemes(text)
    if count <= limit:
        return Note(f"{count} / {limit}" if count else "")
    over = QCoreApplication.translate("Field", "{count} / {limit}, {over} too many")
    return Note(over.format(count=count, limit=limit, over=count - limit), warn=True)
