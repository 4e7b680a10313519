"""`backup`, `restore-backup` and `verify`: that the library is whole, and a copy of it."""

from datetime import UTC, datetime
from pathlib import Path

from briefdesk.cli.errors import Exit, told
from briefdesk.cli.output import one_line
from briefdesk.cli.work import Work
from briefdesk.store.errors import LibraryRefused


def backup(work: Work) -> int:
    """Write a verified copy of the library."""
    to = Path(work.options.to).absolute() if work.options.to else None
    made = work.library.backup(to)
    work.out.row({"ok": True, "problems": [], "path": str(made)}, f"Copied to {made}", done=True)
    return Exit.DONE


def restore_backup(work: Work) -> int:
    """Go back to a copy; the present library is kept beside it, also one too damaged to be opened."""
    copy = Path(work.words[0]).absolute()
    try:
        library = work.library
    except LibraryRefused as refused:
        if refused.code != "damaged":
            raise
        kept = _replaced(work.library_path.absolute(), copy)
    else:
        kept = library.restore_backup(copy)
    text = f"The library is the copy now. What it was is kept in {kept}"
    work.out.row({"ok": True, "problems": [], "kept": str(kept)}, text, done=True)
    return Exit.DONE


def verify(work: Work) -> int:
    """Test library, index and revisions."""
    try:
        library = work.library
    except LibraryRefused as refused:
        if refused.code != "damaged":
            raise
        work.out.row({"ok": False, "problems": [refused.what]}, one_line(told(refused)))
        return Exit.ATTENTION
    problems = library.verify(repair=work.options.repair)
    left = library.verify() if problems and work.options.repair else problems
    sound = "The library is whole"
    if problems and not left:
        sound = "Repaired; the library is whole now"
    text = "\n".join(one_line(problem) for problem in left) or sound
    values: dict[str, object] = {"ok": not left, "problems": left}
    if work.options.repair:
        values["repaired"] = [problem for problem in problems if problem not in left]
    work.out.row(values, text)
    return Exit.ATTENTION if left else Exit.DONE


def _replaced(library: Path, copy: Path) -> Path:
    """Put a copy in the place of a library that cannot be opened; gives the name that the old one has now.

    Raises:
        LibraryRefused: the copy is no library, or is damaged; nothing has been changed.
        NotSaved: it could not be written.
    """
    from briefdesk.store.library import Library

    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    new = library.with_name(f"{library.name}.new-{stamp}")
    with Library.open(copy, readonly=True) as opened:
        opened.backup(new)  # whole and on disk before anything is moved
    kept = library.with_name(f"{library.name}.damaged-{stamp}")
    for ending in ("-wal", "-shm", ""):
        old = Path(f"{library}{ending}")
        if old.exists():
            old.rename(f"{kept}{ending}")
    new.rename(library)
    return kept
