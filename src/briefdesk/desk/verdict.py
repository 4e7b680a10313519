"""The verdict on one file of an export: what writing it would be, where there may be another in its place."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from briefdesk.brief.errors import KnownError
from briefdesk.channels.channel import Artifact
from briefdesk.channels.folder import Folder, sha256
from briefdesk.store.records import Written

Action = Literal["created", "updated", "unchanged", "removed", "refused", "changed", "left"]


class Changed(KnownError):
    """A file of ours was changed by someone else."""


class Verdict(NamedTuple):
    """What writing a file is, and what somebody else wrote there that is to be kept beside it, if any."""

    action: Action
    theirs: bytes | None = None


def verdict(folder: Folder, artifact: Artifact, ours: Mapping[str, str], *, overwrite: bool) -> Verdict:
    """Compare a file with what stands in its place; `ours` are the sums of what we wrote, by path.

    Raises:
        Changed: somebody else changed it, and it is not to be written over.
        KnownError: what stands there is not ours, or cannot be read.
    """
    path = artifact.path
    present = folder.read(path)
    if present is None:
        if obstacle := folder.obstacle(path):
            raise KnownError(
                f"{path} cannot be written: {obstacle} is a file, no folder",
                safe="It was left alone",
                todo="Move it away, or choose another folder",
            )
        return Verdict("created")
    if present == artifact.data:
        return Verdict("unchanged")
    if path not in ours:
        raise KnownError(
            f"{path} is there already, and this library did not write it",
            safe="It was left alone",
            todo="Move it away, or choose another folder",
        )
    if sha256(present) == ours[path]:
        return Verdict("updated")
    if not overwrite:
        raise Changed(
            f"{path} was changed by someone else since this library wrote it",
            safe="It was left as it is",
            todo="Overwrite it, which keeps a copy, or take the change over by an import",
        )
    return Verdict("updated", present)


def is_there(folder: Folder, entry: Written) -> bool:
    """Whether a file of ours that is to be removed is still there.

    Raises:
        Changed: somebody else changed it.
        KnownError: it cannot be read.
    """
    present = folder.read(entry.path)
    if present is not None and sha256(present) != entry.sha256:
        raise Changed(f"{entry.path} was changed since it was written", safe="It was left there")
    return present is not None
