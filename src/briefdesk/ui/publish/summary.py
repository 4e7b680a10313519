"""What publishing did, in a line, and what it left."""

from PySide6.QtCore import QCoreApplication

from briefdesk.ui.publish.order import Order, Which
from briefdesk.ui.publish.work import Outcome


def summary(order: Order, outcome: Outcome) -> str:
    """Say in one line how many files became what, and where."""
    parts: list[str] = []
    for number, words in (
        (outcome.count("created"), _tr("{n} created")),
        (outcome.count("updated"), _tr("{n} updated")),
        (outcome.count("removed"), _tr("{n} removed")),
        (outcome.count("unchanged"), _tr("{n} unchanged")),
        (outcome.count("refused"), _tr("{n} blocked")),
    ):
        if number:
            parts.append(words.format(n=number))
    start = _tr("Stopped") if outcome.stopped else _published(order)
    done = ", ".join(parts) or _tr("nothing")
    return _tr("{start} to {folder}: {done}").format(
        start=start, folder=outcome.folder.name or str(outcome.folder), done=done
    )


def left(outcome: Outcome) -> str:
    """Say that files of former names are still there, and what removes them; "" when there are none."""
    paths = [each.path for each in outcome.files if each.action == "left"]
    if not paths:
        return ""
    return _tr(
        "{paths} stays there from before, under another name. Publish all with “Remove old files”"
        " to remove it."
    ).format(paths=", ".join(paths))


def _published(order: Order) -> str:
    if order.which is not Which.ALL:
        return _tr("Published")
    return _tr("Published all, drafts too,") if order.drafts else _tr("Published all")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PublishDialog", text)
