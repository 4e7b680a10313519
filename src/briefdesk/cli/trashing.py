"""`trash` and `untrash`: to the trash and back."""

from briefdesk.brief.errors import KnownError
from briefdesk.cli.work import Work


def trash(work: Work) -> int:
    """Move briefs to the trash."""
    return _move(work, to_trash=True)


def untrash(work: Work) -> int:
    """Take briefs out of the trash."""
    return _move(work, to_trash=False)


def _move(work: Work, *, to_trash: bool) -> int:
    for word in work.words:
        try:
            id = work.library.find(word)
            moves = work.library.get(id).trashed is not to_trash
            if moves:
                (work.library.trash if to_trash else work.library.untrash)(id)
        except KnownError as error:
            work.failed(error, id=word)
            continue
        action = ("trashed" if to_trash else "untrashed") if moves else "unchanged"
        work.did()
        work.out.row({"id": id, "action": action}, f"{action:<9}  {id}", done=True)
    return work.ended()
