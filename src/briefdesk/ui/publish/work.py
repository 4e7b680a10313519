"""The work of publishing, away from the UI thread: the plan without writing, and the writing itself."""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Status
from briefdesk.channels import CHANNELS, Channel
from briefdesk.desk.publishing import Exported, export
from briefdesk.desk.verdict import Action
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Progress
from briefdesk.ui.library.entry import untitled
from briefdesk.ui.publish.order import Order, Which

PUBLISHABLE = (Status.READY, Status.PUBLISHED)

ACTIONS: Sequence[Action] = ("refused", "changed", "created", "updated", "removed", "left", "unchanged")
"""What can become of a file, in the order in which files are listed."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One file: of which brief, where it stands relative to the folder, what became of it, and why not.

    `kept` is the path of the copy of what somebody else had written there.
    """

    id: str
    headline: str
    path: str
    action: Action
    error: str = ""
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What publishing did, or would do where it is only `planned`.

    `stopped` says that it was asked to end before it was through.
    """

    files: tuple[FileRow, ...]
    folder: Path
    stopped: bool = False
    planned: bool = False

    def count(self, action: Action) -> int:
        """How many files an action was, or would be, done to."""
        return sum(each.action == action for each in self.files)

    @property
    def changed(self) -> int:
        """How many files someone else has changed, be they overwritten or not."""
        return sum(each.action == "changed" or bool(each.kept) for each in self.files)

    @property
    def writes(self) -> bool:
        """Whether anything is to be written or removed."""
        return any(each.action in ("created", "updated", "removed") for each in self.files)


def channel_of(order: Order) -> Channel:
    """The channel of an order; the first one where there is none of that name any more."""
    return next((each for each in CHANNELS if each.name == order.channel), CHANNELS[0])


def plan(library: Library, order: Order, named: Sequence[str], progress: Progress) -> Outcome:
    """What the order would do; nothing is written.

    `named` are the ids of the briefs where the order is not for all.

    Raises:
        KnownError: a setting, the address or the folder is wrong.
    """
    files = []
    for row in _run(library, order, named, dry_run=True):
        if progress.cancelled:
            break
        files.append(row)
    return Outcome(_sorted(files), order.path, planned=True)


def publish(
    library: Library, order: Order, named: Sequence[str], stop: threading.Event, progress: Progress
) -> Outcome:
    """Write what the order asks for; ends early, between two files, when `stop` is set.

    Raises:
        KnownError: the folder cannot be written to, the disk is full; what was written before stays.
    """
    files: list[FileRow] = []
    total = len(_ids(library, order, named))
    for row in _run(library, order, named, dry_run=False):
        files.append(row)
        progress.say(len(files), max(total, len(files)))
        if stop.is_set() or progress.cancelled:
            return Outcome(_sorted(files), order.path, stopped=len(files) < total)
    return Outcome(_sorted(files), order.path)


def _run(library: Library, order: Order, named: Sequence[str], *, dry_run: bool) -> Iterator[FileRow]:
    channel = channel_of(order)
    ids = _ids(library, order, named)
    headlines = _headlines(library, ids)
    for told in export(
        library,
        ids,
        channel,
        order.path,
        order.settings.get(channel.name, {}),
        base_url=order.base_url,
        include_drafts=order.drafts or order.which is not Which.ALL,
        dry_run=dry_run,
        complete=order.which is Which.ALL and order.remove,
        overwrite=order.overwrite,
    ):
        yield _row(told, headlines)


def _ids(library: Library, order: Order, named: Sequence[str]) -> list[str]:
    if order.which is not Which.ALL:
        return list(named)
    wanted = set(Status) if order.drafts else set(PUBLISHABLE)
    return [row.id for row in library.rows() if row.status in wanted]


def _headlines(library: Library, ids: Sequence[str]) -> Mapping[str, str]:
    if len(ids) > 20:
        return {row.id: row.headline or untitled(row.first_bullet) for row in library.rows()}
    found: dict[str, str] = {}
    for id in ids:
        try:
            brief = library.get(id).brief
        except KnownError:
            continue  # told as refused by the export
        found[id] = brief.headline or untitled(next(iter(brief.bullets), ""))
    return found


def _row(told: Exported, headlines: Mapping[str, str]) -> FileRow:
    error = str(told.error) if told.error else ""
    return FileRow(
        told.id, headlines.get(told.id, told.path or told.id), told.path, told.action, error, told.kept
    )


def _sorted(files: Sequence[FileRow]) -> tuple[FileRow, ...]:
    return tuple(sorted(files, key=lambda row: ACTIONS.index(row.action)))
