"""`history` and `restore`: the kept states of a brief."""

from briefdesk.brief.fields import FIELDS
from briefdesk.cli.errors import Exit, Missing, Usage
from briefdesk.cli.output import one_line, table
from briefdesk.cli.work import Work
from briefdesk.store.library import Revision


def history(work: Work) -> int:
    """List the kept states of a brief, newest first."""
    revisions = work.library.revisions(work.library.find(work.words[0]))
    for revision, text in zip(revisions, table([_cells(each) for each in revisions]), strict=True):
        work.out.row(_json(revision), text)
    return Exit.DONE


def restore(work: Work) -> int:
    """Bring a kept state back, as a new one; or one field of it."""
    word, number = work.words
    field = work.options.field
    if not (number.isascii() and number.isdecimal()):
        raise Usage(f"{number!r} is not the number of a revision", todo="briefdesk history lists them")
    if field and field not in [each.name for each in FIELDS]:
        raise Usage(f"There is no field {field!r}", todo="briefdesk history names the fields that changed")
    id = work.library.find(word)
    if int(number) not in [each.number for each in work.library.revisions(id)]:
        raise Missing(f"{word} has no revision {number}", todo="briefdesk history lists them")
    saved = work.library.restore(id, int(number), field=field)
    values: dict[str, object] = {"id": id, "action": saved.action}
    if newest := work.library.revisions(id)[:1]:
        values |= _json(newest[0])
    work.out.row(values, f"{saved.action:<9}  {id}", done=True)
    return Exit.DONE


def _json(revision: Revision) -> dict[str, object]:
    return {
        "revision": revision.number,
        "at": revision.at,
        "author": revision.author,
        "reason": revision.reason,
        "changed": list(revision.changed),
    }


def _cells(revision: Revision) -> list[str]:
    changed = ", ".join(revision.changed)
    at = revision.at[:19].replace("T", " ")
    return [f"{revision.number:>4}", at, revision.reason, one_line(revision.author), changed]
