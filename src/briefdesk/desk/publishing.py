"""Exporting: briefs of the library as files of a channel, told apart from what was written before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Final, Literal, NamedTuple
from urllib.parse import urlsplit

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.brief.text import folded
from briefdesk.brief.url import link
from briefdesk.channels.channel import Artifact, Channel, ChannelContext, settled
from briefdesk.channels.folder import Folder, Staged, sha256
from briefdesk.channels.naming import stems
from briefdesk.channels.timing import held_back
from briefdesk.desk.paging import all_kept
from briefdesk.layouts.context import address_of
from briefdesk.store.library import Library
from briefdesk.store.records import Kept, Written

Action = Literal["created", "updated", "unchanged", "removed", "refused", "left"]

_BATCH: Final = 256
"""Files that are synced to disk together."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What became of one file: `path` is relative to the folder, "" where it did not come to one.

    "refused" says that a brief was not written, or an old file not removed, and `error` why; nothing
    else suffers from it. "left" tells of a file that was written before for a brief under another name
    and stays, because only a complete export removes.
    """

    id: str
    path: str
    action: Action
    error: KnownError | None = None


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
) -> Iterator[Exported]:
    """Write briefs into a folder for a channel; tells of each file when it is durable.

    A file that already holds what it should is not touched; a file that this library did not write
    there is never overwritten or removed. `complete` says that `ids` are all that belong there (the
    whole library, or a query): what we wrote there for other briefs, or under former names, is removed
    where nobody has changed it since. `dry_run` only tells.

    Raises:
        KnownError: a setting or the address is wrong, the folder cannot be written to, the disk is full.
    """
    order = _Order(
        channel, settled(channel, settings), checked_base(base_url), include_drafts, dry_run, complete
    )
    return _Run(library, Folder(folder), order).run(list(dict.fromkeys(ids)))


def checked_base(base_url: str) -> str:
    """The address under which briefs will stand, without the slash at its end.

    Raises:
        KnownError: it is not a whole http or https address that a slug can be added to.
    """
    if not base_url:
        return ""
    parts = urlsplit(base_url) if link(base_url) else None
    if parts is None or parts.scheme not in {"http", "https"} or "?" in base_url or "#" in base_url:
        raise KnownError(
            f"{base_url!r} cannot be the address of briefs",
            todo="Give one such as https://example.org/briefs",
        )
    return link(base_url).rstrip("/")


class _Order(NamedTuple):
    """What was asked for."""

    channel: Channel
    settings: Mapping[str, str]
    base_url: str
    include_drafts: bool
    dry_run: bool
    complete: bool


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
        self._entries: list[tuple[str, Written]] = []
        self._told: list[Exported] = []

    def run(self, ids: Sequence[str]) -> Iterator[Exported]:
        if not self._order.dry_run:
            self._folder.prepare()
        self._ledger = self._library.written(self._order.channel.name, str(self._folder.path))
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
                    yield from channel.write((brief,), self._linked(context, (brief,)))
        else:
            briefs = list(self._briefs(ids))
            context = self._context({brief.id: brief.slug for brief in briefs})
            yield from channel.write(briefs, self._linked(context, briefs))

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
        held = {id: [_stem(each.path) for each in entries] for id, entries in self._ledger.items()}
        others = () if self._order.complete else (id for id in held if id not in slugs)
        reserved = [stem for id in others for stem in held[id]]
        base_url = self._order.base_url
        addresses = {id: address_of(base_url, slug) for id, slug in slugs.items()} if base_url else {}
        return ChannelContext(
            stems=stems(slugs, held, reserved),
            settings=self._order.settings,
            base_url=base_url,
            addresses=addresses,
        )

    def _linked(self, context: ChannelContext, briefs: Sequence[Brief]) -> ChannelContext:
        """The context with the addresses of related briefs that an earlier export put there."""
        missing = {
            entry.id
            for brief in briefs
            for entry in brief.related
            if context.base_url and entry.id in self._ledger and entry.id not in context.addresses
        }
        found: dict[str, str] = {}
        for id in missing:
            try:
                found[id] = address_of(context.base_url, self._library.get(id).brief.slug)
            except KnownError:
                continue  # gone since: the entry stays without a link
        if not found:
            return context
        return ChannelContext(
            stems=context.stems,
            settings=context.settings,
            base_url=context.base_url,
            addresses={**context.addresses, **found},
        )

    def _decide(self, artifact: Artifact) -> None:
        """Compare a file with what stands in its place, and stage it if it is to be written."""
        path = artifact.path
        self._targets.add(folded(path))
        self._made.add(artifact.brief_id)
        try:
            action = self._action(artifact)
        except KnownError as error:
            self._told.append(Exported(artifact.brief_id, path, "refused", error))
            return
        if action != "unchanged" and not self._order.dry_run:
            self._staged.append(self._folder.stage(path, artifact.data))
        digest = sha256(artifact.data)
        if self._ours.get(path) != digest:
            self._entries.append((artifact.brief_id, Written(path, digest)))
        self._told.append(Exported(artifact.brief_id, path, action))

    def _action(self, artifact: Artifact) -> Action:
        """What writing this file would be.

        Raises:
            KnownError: in its place stands something that is not ours.
        """
        present = self._folder.read(artifact.path)
        if present is None:
            return "created"
        if present == artifact.data:
            return "unchanged"
        if artifact.path in self._ours:
            return "updated"
        raise KnownError(
            f"{artifact.path} is there already, and this library did not write it",
            safe="It was left alone",
            todo="Move it away, or choose another folder",
        )

    def _flush(self) -> Iterator[Exported]:
        """Make what is staged durable, and tell of it.

        The ledger comes before the names: after a power cut a file of ours may be missing, which the
        next run mends, but never be one that we do not know of.
        """
        if self._staged:
            self._folder.sync(self._staged)
        if self._entries and self._keeps_ledger():
            self._library.record_written(self._order.channel.name, str(self._folder.path), self._entries)
        if self._staged:
            self._folder.put(self._staged)
        told, self._told, self._staged, self._entries = self._told, [], [], []
        yield from told

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
            present = self._folder.read(entry.path)
            if present is not None and sha256(present) != entry.sha256:
                error = KnownError(f"{entry.path} was changed since it was written", safe="It was left there")
                yield Exported(id, entry.path, "refused", error)
            elif present is not None:
                if not self._order.dry_run:
                    self._folder.remove(entry.path)
                yield Exported(id, entry.path, "removed")
        except KnownError as error:
            yield Exported(id, entry.path, "refused", error)
            return
        if self._keeps_ledger():
            self._library.forget_written(self._order.channel.name, str(self._folder.path), [entry.path])

    def _keeps_ledger(self) -> bool:
        return not self._order.dry_run and self._library.state.kind != "readonly"


def _stem(path: str) -> str:
    return PurePosixPath(path).stem
