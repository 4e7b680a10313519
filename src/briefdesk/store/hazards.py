"""Places where a library is not safe: network drives, and folders that a program copies to and fro."""

from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset(
    {"afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)
_SYNCED: Final = (
    "dropbox",
    "google drive",
    "icloud drive",
    "megasync",
    "nextcloud",
    "onedrive",
    "owncloud",
    "pcloud",
)
_MOUNTS = Path("/proc/self/mountinfo")


def hazard_of(library: Path) -> str:
    """What is unsafe about the place of a library, in a sentence for its owner; "" where nothing is.

    The write-ahead log needs memory that all programs share, which no network drive gives; and a
    program that copies the file away while it is written to copies half of a change.
    """
    kind = _file_system(library)
    if kind in _NETWORK:
        return (
            f"the library lies on a network drive ({kind}), which can lose changes: keep it on this computer"
        )
    for folder in library.parents:
        name = folder.name.casefold()
        if any(name == each or name.startswith((f"{each} ", f"{each}-")) for each in _SYNCED):
            return f"the library lies in {folder.name}, which copies it while it changes: keep it elsewhere"
    return ""


def _file_system(path: Path) -> str:
    """The kind of file system that a path is on; "" where the system does not say."""
    try:
        lines = _MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    found, longest = "", -1
    for line in lines:
        left, _, right = line.partition(" - ")
        fields = left.split(" ")
        if len(fields) > 4 and right:
            mount = Path(fields[4].replace("\\040", " "))
            if path.is_relative_to(mount) and len(mount.parts) >= longest:
                found, longest = right.split(" ")[0], len(mount.parts)
    return found
