"""`backup`, `restore-backup` and `verify`: that the library is whole, and a copy of it."""

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
        from briefdesk.store import backups

        kept = backups.put_back(work.library_path, copy)
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
        return _refused(work, refused)
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


def _refused(work: Work, refused: LibraryRefused) -> int:
    """Tell of a library that is too damaged to be opened; with `--repair`, save what can be read of it."""
    if not work.options.repair:
        work.out.row({"ok": False, "problems": [refused.what]}, one_line(told(refused)))
        return Exit.ATTENTION

    from briefdesk.store import salvaging

    try:
        salvage = salvaging.salvage(work.library_path)
    except LibraryRefused as hopeless:
        values = {"ok": False, "problems": [hopeless.what], "repaired": []}
        work.out.row(values, one_line(told(hopeless)))
        return Exit.ATTENTION
    left = [f"brief {id} could not be read" for id in salvage.lost]
    saved = f"{salvage.saved:,} {'brief' if salvage.saved == 1 else 'briefs'}"
    said = f"Repaired: {saved} could be read and {'is' if salvage.saved == 1 else 'are'} in a new library."
    values = {"ok": not left, "problems": left, "repaired": [refused.what], "kept": str(salvage.kept)}
    work.out.row(values, "\n".join([*left, f"{said} What it was is kept in {salvage.kept}"]))
    return Exit.ATTENTION if left else Exit.DONE
