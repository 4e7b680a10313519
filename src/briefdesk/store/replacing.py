"""Another file in the place of a library that cannot be opened, which is kept under another name."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from briefdesk.store.creation import sync


def put_instead(new: Path, real: Path) -> Path:
    """Put a finished file in the place of a library; gives the place where that one is kept with its log."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    kept = real.with_name(f"{real.stem}-damaged-{stamp}{real.suffix}")
    number = 1
    while kept.exists():
        number += 1
        kept = real.with_name(f"{real.stem}-damaged-{stamp}-{number}{real.suffix}")
    try:
        kept.hardlink_to(real)
    except OSError:  # a file system without hard links
        shutil.copy2(real, kept)
    # The log belongs to the old pages: beside the new ones it would spoil them.
    log = Path(f"{real}-wal")
    if log.exists():
        log.replace(f"{kept}-wal")
    Path(f"{real}-shm").unlink(missing_ok=True)
    new.replace(real)
    sync(real.parent)
    return kept
