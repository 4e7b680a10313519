"""`backup`, `restore-backup` and `verify`: that the library is whole, and a copy of it."""

from pathlib import Path

from briefdesk.cli.errors import Exit
from briefdesk.cli.output import one_line
from briefdesk.cli.work import Work


def backup(work: Work) -> int:
    """Write a verified copy of the library."""
    to = Path(work.options.to).absolute() if work.options.to else None
    made = work.library.backup(to)
    work.out.row({"ok": True, "problems": [], "path": str(made)}, f"Copied to {made}", done=True)
    return Exit.DONE


def restore_backup(work: Work) -> int:
    """Go back to a copy; the present library is kept beside it."""
    kept = work.library.restore_backup(Path(work.words[0]).absolute())
    text = f"The library is the copy now. What it was is kept in {kept}"
    work.out.row({"ok": True, "problems": [], "kept": str(kept)}, text, done=True)
    return Exit.DONE


def verify(work: Work) -> int:
    """Test library, index and revisions."""
    problems = work.library.verify(repair=work.options.repair)
    left = work.library.verify() if problems and work.options.repair else problems
    sound = "The library is whole"
    if problems and not left:
        sound = "Repaired; the library is whole now"
    text = "\n".join(one_line(problem) for problem in left) or sound
    values: dict[str, object] = {"ok": not left, "problems": left}
    if work.options.repair:
        values["repaired"] = [problem for problem in problems if problem not in left]
    work.out.row(values, text)
    return Exit.ATTENTION if left else Exit.DONE
