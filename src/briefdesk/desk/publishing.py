"""Exporting: briefs of the library as files of a channel, told apart from what was written before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.brief.text import folded
from briefdesk.channels.channel import Artifact, Channel, ChannelContext, settled
from briefdesk.channels.folder import Folder, Staged, sha256
from briefdesk.channels.timing import held_back
from briefdesk.desk.contexts import checked_base, linked, named
from briefdesk.desk.paging import all_kept
from briefdesk.desk.verdict import Action, Changed, is_there, verdict
from briefdesk.store.library import Library
from briefdesk.store.records import Kept, Written

_BATCH: Final = 256
"""Files that are synced to disk together."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of one file: `path` is relative to the folder, "" where it did not come to one.

    "refused" says that a brief was not written, or an old file not removed, and `error` why; nothing
    else suffers from it. "changed" says that it was not written because somebody changed the file since
    this library wrote it, with an `error` too; where it was to be overwritten all the same, `kept` is the
    path of the copy of what stood there. "left" tells of a file that was written before for a brief
    under another name and stays, because only a complete export removes.
    """

    id: str
    path: str
    action: Action
    error: KnownError | None = None
    kept: str = ""


def export(
    library: Library,
    ids: Sequence[str],
    channel: Channel,
    folder: Path,
    settings: Mapping[str, str],
    *,
    base_url: str = "",
    include_drafts: bool = False,
    dry_run: bool = False,
    complete: bool = False,
    overwrite: bool = False,
) -> Iterator[Exported]:
    """Write briefs into a folder for a channel; tells of each file when it is durable.

    A file that already holds what it should is not touched; a file that this library did not write
    there is never overwritten or removed. `complete` says that `ids` are all that belong there (the
    whole library, or a query): what we wrote there for other briefs, or under former names, is removed
    where nobody has changed it since. A file of ours that somebody has changed stays as it is, unless
    `overwrite` says otherwise: then a copy of it is kept beside. `dry_run` only tells.

    Raises:
        KnownError: a setting or the address is wrong, the folder cannot be written to, the disk is full.
    """
    order = _Order(
        channel,
        settled(channel, settings),
        checked_base(base_url),
        include_drafts,
        dry_run,
        complete,
        overwrite,
    )
    return _Run(library, Folder(folder), order).run(list(dict.fromkeys(ids)))


class _Order(NamedTuple):
    """What was asked for."""

    channel: Channel
    settings: Mapping[str, str]
    base_url: str
    include_drafts: bool
    dry_run: bool
    complete: bool
    overwrite: bool


class _Run:
    """One export: decides file by file, stages what is new, and keeps the ledger in step."""

    def __init__(self, library: Library, folder: Folder, order: _Order) -> None:
        self._library = library
        self._folder = folder
        self._order = order
        self._ledger: Mapping[str, Sequence[Written]] = {}
        self._ours: dict[str, str] = {}  # path -> sha256
        self._targets: set[str] = set()
        self._made: set[str] = set()
        self._spared: set[str] = set()
        self._staged: list[Staged] = []
        self._entries: list[tuple[str, Written]] = []  # for the ledger, before the files have their names
        self._later: list[tuple[str, Written]] = []  # and after that
        self._told: list[Exported] = []

    def run(self, ids: Sequence[str]) -> Iterator[Exported]:
        if self._order.dry_run:
            self._folder.examine()
        else:
            self._folder.prepare()
        self._ledger = self._library.exports.listed(self._order.channel.name, str(self._folder.path))
        self._ours = {each.path: each.sha256 for entries in self._ledger.values() for each in entries}
        try:
            for artifact in self._artifacts(ids):
                self._decide(artifact)
                if len(self._staged) >= _BATCH:
                    yield from self._flush()
            yield from self._flush()
        finally:
            self._folder.discard(self._staged)
        yield from self._clear() if self._order.complete else self._left(ids)

    def _artifacts(self, ids: Sequence[str]) -> Iterator[Artifact]:
        """What the channel makes of the briefs: one by one where each is a file of its own."""
        channel = self._order.channel
        if channel.kind == "file":
            context = self._context(self._slugs(ids))
            for brief in self._briefs(ids):
                if brief.id in context.stems:
                    yield from channel.write((brief,), linked(context, (brief,), self._ledger, self._library))
        else:
            briefs = list(self._briefs(ids))
            context = self._context({brief.id: brief.slug for brief in briefs})
            yield from channel.write(briefs, linked(context, briefs, self._ledger, self._library))

    def _slugs(self, ids: Sequence[str]) -> dict[str, str]:
        """The slug of each brief; of a whole library from its list: names come before briefs are read."""
        if self._order.complete:
            wanted = set(ids)
            listed = {row.id: row.slug for row in self._library.rows() if row.id in wanted}
            return {id: listed[id] for id in ids if id in listed}
        # What is not there is told when it is its turn.
        return {id: kept.brief.slug for id, kept in all_kept(self._library, ids) if isinstance(kept, Kept)}

    def _briefs(self, ids: Sequence[str]) -> Iterator[Brief]:
        """The briefs that the channel gets now; of the others it is told why, where they were named."""
        for id, kept in all_kept(self._library, ids):
            if isinstance(kept, KnownError):
                self._spared.add(id)
                self._told.append(Exported(id, "", "refused", kept))
            elif self._is_due(id, kept):
                yield kept.brief

    def _is_due(self, id: str, kept: Kept) -> bool:
        named = not self._order.complete
        reason = (
            "it is in the trash"
            if kept.trashed
            else held_back(
                kept.brief,
                self._order.channel.kind,
                datetime.now(UTC),
                named=named,
                include_drafts=self._order.include_drafts,
            )
        )
        if reason and named:
            error = KnownError(f"{kept.brief.headline or id} was not written: {reason}")
            self._told.append(Exported(id, "", "refused", error))
        return not reason

    def _context(self, slugs: Mapping[str, str]) -> ChannelContext:
        order = self._order
        return named(slugs, self._ledger, order.settings, order.base_url, complete=order.complete)

    def _decide(self, artifact: Artifact) -> None:
        """Compare a file with what stands in its place, and stage it if it is to be written."""
        path = artifact.path
        self._targets.add(folded(path))
        self._made.add(artifact.brief_id)
        try:
            action, theirs = verdict(self._folder, artifact, self._ours, overwrite=self._order.overwrite)
            kept = self._keep(path, theirs) if theirs is not None else ""
        except Changed as error:
            self._told.append(Exported(artifact.brief_id, path, "changed", error))
            return
        except KnownError as error:
            self._told.append(Exported(artifact.brief_id, path, "refused", error))
            return
        if action != "unchanged" and not self._order.dry_run:
            self._staged.append(self._folder.stage(path, artifact.data))
        digest = sha256(artifact.data)
        if self._ours.get(path) != digest:
            entries = self._later if action == "updated" else self._entries
            entries.append((artifact.brief_id, Written(path, digest)))
        self._told.append(Exported(artifact.brief_id, path, action, kept=kept))

    def _keep(self, path: str, present: bytes) -> str:
        """Stage a copy of what somebody else wrote, to get its name before that is written over."""
        kept = self._folder.spare_name(path, present)
        if not self._order.dry_run and self._folder.read(kept) is None:
            self._staged.append(self._folder.stage(kept, present))
        return kept

    def _flush(self) -> Iterator[Exported]:
        """Make what is staged durable, and tell of it.

        For new files the ledger comes before the names: after a power cut a file of ours may be missing,
        which the next run mends, but never be one that we do not know of. For those that are there it
        comes after, or an old version of ours would be taken for somebody else's.
        """
        if self._staged:
            self._folder.sync(self._staged)
        self._record(self._entries)
        if self._staged:
            self._folder.put(self._staged)
        self._record(self._later)
        told, self._told, self._staged, self._entries, self._later = self._told, [], [], [], []
        yield from told

    def _record(self, entries: Sequence[tuple[str, Written]]) -> None:
        if entries and self._keeps_ledger():
            self._library.exports.record(self._order.channel.name, str(self._folder.path), entries)

    def _clear(self) -> Iterator[Exported]:
        """Remove files of ours that belong to nothing that was asked for."""
        for id, entries in self._ledger.items():
            for entry in entries:
                if id not in self._spared and folded(entry.path) not in self._targets:
                    yield from self._removed(id, entry)

    def _left(self, ids: Sequence[str]) -> Iterator[Exported]:
        """Tell of the files of ours that these briefs had there under former names."""
        for id in (each for each in ids if each in self._made):
            for entry in self._ledger.get(id, ()):
                if folded(entry.path) not in self._targets and self._folder.holds(entry.path):
                    yield Exported(id, entry.path, "left")

    def _removed(self, id: str, entry: Written) -> Iterator[Exported]:
        try:
            if is_there(self._folder, entry):
                if not self._order.dry_run:
                    self._folder.remove(entry.path)
                yield Exported(id, entry.path, "removed")
        except Changed as error:
            yield Exported(id, entry.path, "refused", error)  # and it is ours no longer
        except KnownError as error:
            yield Exported(id, entry.path, "refused", error)
            return
        if self._keeps_ledger():
            self._library.exports.forget(self._order.channel.name, str(self._folder.path), [entry.path])

    def _keeps_ledger(self) -> bool:
        return not self._order.dry_run and self._library.state.kind != "readonly"
