"""The words of the library list: states of a brief, and how long ago something was."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from briefdesk.brief import moments
from briefdesk.brief.fields import QT_TRANSLATE_NOOP
from briefdesk.brief.model import Status

CONTEXT = "Library"

STATES: Mapping[Status, str] = {
    Status.DRAFT: QT_TRANSLATE_NOOP("Library", "Draft"),
    Status.REVIEW: QT_TRANSLATE_NOOP("Library", "In review"),
    Status.READY: QT_TRANSLATE_NOOP("Library", "Ready"),
    Status.PUBLISHED: QT_TRANSLATE_NOOP("Library", "Published"),
}
"""The word for each state, in the order in which a brief comes through them."""

DOTS: Mapping[Status, str] = {
    Status.DRAFT: "draft",
    Status.REVIEW: "review",
    Status.READY: "ready",
    Status.PUBLISHED: "publ",
}
"""The colour role of each state's dot."""


def state(status: Status) -> str:
    """The state in words."""
    return _tr(STATES[status])


def age(moment: str, now: datetime) -> str:
    """How long before `now` (aware, in the reader's zone) an RFC 3339 moment was; empty for none.

    Up to a minute is "just now"; then minutes, hours of today, "yesterday", days of a week, and a date.
    A moment to come is shown as its date: a clock was wrong, and no age can be told.
    """
    if not moment:
        return ""
    then = moments.read(moment).astimezone(now.tzinfo)
    gone = now - then
    days = (now.date() - then.date()).days
    if gone < timedelta(minutes=-1) or days > 6:
        form = "d MMM" if then.year == now.year else "d MMM yyyy"
        return QLocale().toString(QDate(then.year, then.month, then.day), form)
    if gone < timedelta(minutes=1):
        return _tr("just now")
    if gone < timedelta(hours=1):
        return _tr("{n} min ago").format(n=int(gone.total_seconds() // 60))
    if days == 0:
        return _tr("{n} h ago").format(n=int(gone.total_seconds() // 3600))
    return _tr("yesterday") if days == 1 else _tr("{n} days ago").format(n=days)


def edited_now() -> str:
    """That a brief is being written at this moment."""
    return _tr("edited now")


def sample() -> str:
    """What the sample brief is for."""
    return _tr("Sample · try anything")


def new() -> str:
    """That a brief has not been kept yet."""
    return _tr("new")


def trashed() -> str:
    """That a brief lies in the trash."""
    return _tr("in the trash")


def count(number: int) -> str:
    """A number as the reader's language groups it."""
    return QLocale().toString(number)


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
