"""`export`, `publish`, `layouts` and `channels`: what leaves the library."""

from collections.abc import Mapping
from pathlib import Path

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Status
from briefdesk.channels import CHANNELS, Channel
from briefdesk.channels.channel import settled
from briefdesk.cli.errors import Exit, Missing, Usage
from briefdesk.cli.finding import every_row
from briefdesk.cli.output import one_line, table
from briefdesk.cli.work import Work
from briefdesk.desk.contexts import checked_base
from briefdesk.desk.publishing import Exported
from briefdesk.desk.publishing import export as write
from briefdesk.layouts import LAYOUTS


def export(work: Work) -> int:
    """Write files for a channel."""
    options = work.options
    if (bool(work.words), options.all, options.query is not None).count(True) != 1:
        raise Usage("Name briefs, or --all, or --query QUERY", todo="See briefdesk export --help")
    channel = _channel(options.channel)
    try:
        settings = settled(channel, dict(_setting(word) for word in options.set))
        base_url = checked_base(options.base_url)
    except KnownError as error:
        raise Usage(error.what, todo=error.todo) from None
    complete = not work.words
    statuses = {row.id: row.status for row in every_row(work, options.query or "")} if complete else {}
    ids = list(statuses) if complete else _ids(work)
    written: set[str] = set()
    if not complete and not ids:
        return work.ended()
    exported = write(
        work.library,
        ids,
        channel,
        Path(options.to),
        settings,
        base_url=base_url,
        include_drafts=options.include_drafts,
        dry_run=options.dry_run,
        complete=complete,
        overwrite=options.overwrite_changed,
    )
    for count, each in enumerate(exported, 1):
        work.out.progress(min(count, len(ids)), len(ids), channel.name)
        if each.error is not None:
            work.failed(_advised(each), id=each.id, path=each.path, action=each.action)
            continue
        if each.action == "left":
            _tell_left(work, each.path)
            continue
        work.did()
        if each.action != "removed":
            written.add(each.id)
        values = {"id": each.id, "path": each.path, "action": each.action}
        said = f"{each.action:<9}  {one_line(each.path)}"
        if each.kept:
            values["kept"] = each.kept
            said += f" (what someone else wrote is kept as {one_line(each.kept)})"
        work.out.row(values, said, done=True)
    _tell_drafts(work, channel, written, statuses)
    return work.ended()


def _advised(each: Exported) -> KnownError:
    """The error of a file, with what to do about it here."""
    error = each.error
    assert error is not None
    if each.action != "changed":
        return error
    todo = "Take the change over with briefdesk import, or add --overwrite-changed: a copy is kept"
    return KnownError(error.what, safe=error.safe, todo=todo)


def _tell_left(work: Work, path: str) -> None:
    work.out.aside(f"{path} was written there before, under another name, and stays; export --all removes it")


def _tell_drafts(work: Work, channel: Channel, written: set[str], statuses: Mapping[str, str]) -> None:
    """Say how many drafts went out where nobody asked for them by name, and no channel kept them back."""
    total = len(written)
    drafts = sum(statuses.get(id) in (Status.DRAFT, Status.REVIEW) for id in written)
    if drafts and channel.kind == "file" and not work.options.include_drafts:
        work.out.aside(
            f"{drafts} of these {total} briefs are drafts or in review; {channel.name} writes those too"
        )


def publish(work: Work) -> int:
    """Run a saved channel profile; profiles are set up in the window, and none can be yet."""
    raise Missing(
        f"No channel profile {work.words[0]!r} is set up",
        todo="Write files with briefdesk export --channel NAME --to DIR",
    )


def layouts(work: Work) -> int:
    """List the layouts."""
    lines = table([[each.name, each.kind, each.description] for each in LAYOUTS])
    for each, text in zip(LAYOUTS, lines, strict=True):
        work.out.row({"name": each.name, "kind": each.kind, "description": each.description}, text)
    return Exit.DONE


def channels(work: Work) -> int:
    """List the channels and their settings."""
    lines = table([[each.name, each.kind, each.description] for each in CHANNELS])
    for each, text in zip(CHANNELS, lines, strict=True):
        settings = [
            {"name": setting.name, "default": setting.default, "description": setting.description}
            for setting in each.settings
        ]
        values = {"name": each.name, "kind": each.kind, "description": each.description, "settings": settings}
        work.out.row(values, text)
    return Exit.DONE


def _channel(name: str) -> Channel:
    for each in CHANNELS:
        if each.name == name:
            return each
    raise Usage(
        f"There is no channel {name!r}", todo=f"There are {', '.join(each.name for each in CHANNELS)}"
    )


def _setting(word: str) -> tuple[str, str]:
    name, sign, value = word.partition("=")
    if not sign:
        raise Usage(f"--set {word!r} is not KEY=VALUE", todo="Write for instance --set title=News")
    return name, value


def _ids(work: Work) -> list[str]:
    found: list[str] = []
    for word in work.words:
        try:
            found.append(work.library.find(word))
        except KnownError as error:
            work.failed(error, id=word)
    return list(dict.fromkeys(found))
