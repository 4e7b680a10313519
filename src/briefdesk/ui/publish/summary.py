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
        (outcome.count("changed"), _tr("{n} changed by someone else and left")),
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
    """Say what is there besides what was published, and what can be done about it; "" for nothing."""
    return " ".join(filter(None, (_former(outcome), _changed(outcome))))


def _former(outcome: Outcome) -> str:
    paths = [each.path for each in outcome.files if each.action == "left"]
    if not paths:
        return ""
    return _tr(
        "{paths} stays there from before, under another name. Publish all with “Remove old files”"
        " to remove it."
    ).format(paths=", ".join(paths))


def _changed(outcome: Outcome) -> str:
    paths = [each.path for each in outcome.files if each.action == "changed"]
    if not paths:
        return ""
    return _tr("{paths} was changed by someone else. Publish… can overwrite it and keep a copy.").format(
        paths=", ".join(paths)
    )


def _published(order: Order) -> str:
    if order.which is not Which.ALL:
        return _tr("Published")
    return _tr("Published all, drafts too,") if order.drafts else _tr("Published all")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PublishDialog", text)
