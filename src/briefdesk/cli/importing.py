"""`import`: adds briefs from files; again updates them."""

from pathlib import Path

from briefdesk.brief.errors import InvalidBrief, KnownError
from briefdesk.cli.documents import read_document
from briefdesk.cli.errors import told
from briefdesk.cli.output import one_line
from briefdesk.cli.work import Work
from briefdesk.desk.importing import Outcome, import_items
from briefdesk.importers import read
from briefdesk.importers.items import Item, Refused


def import_(work: Work) -> int:
    """Add the briefs of every file; what is bad is told, and the rest is in."""
    for word in work.words:
        try:
            items = read(read_document(word), name=Path(word).name, format=work.options.format)
        except KnownError as error:
            _tell_bad(work, word, error, None)
            continue
        if items:
            _import(work, word, items)
        else:
            _tell_bad(work, word, InvalidBrief("", "there is no brief in it"), None)
    return work.ended()


def _import(work: Work, word: str, items: list[Item]) -> None:
    if not any(not isinstance(item, Refused) for item in items):
        outcomes = (Outcome(error=item.error, line=item.line) for item in items if isinstance(item, Refused))
    else:
        outcomes = import_items(work.library, items)
    for count, outcome in enumerate(outcomes, 1):
        _tell(work, word, outcome)
        work.out.progress(count, len(items), word)


def _tell(work: Work, word: str, outcome: Outcome) -> None:
    if outcome.error is not None:
        _tell_bad(work, word, outcome.error, outcome.line)
        return
    work.did()
    headline = one_line(outcome.headline) or "Untitled"
    values = {"id": outcome.id, "headline": outcome.headline, "action": outcome.action, "file": word}
    work.out.row(values, f"{outcome.action:<9}  {outcome.id}  {headline}", done=True)
    if outcome.slug_changed:
        work.out.remark(f"{word}: the slug of “{headline}” is taken; it is {outcome.slug} now")


def _tell_bad(work: Work, word: str, error: KnownError, line: int | None) -> None:
    where = "standard input" if word == "-" else word
    place = f"{where}, line {line}" if line is not None else where
    text = told(error)
    # An error of reading the file names it already.
    if isinstance(error, InvalidBrief) or line is not None:
        text = f"{place}: {text}"
    field = {"field": error.field} if isinstance(error, InvalidBrief) and error.field else {}
    work.failed(error, text, file=word, line=line, **field)
