"""`list` and `search`: rows of the library."""

from collections.abc import Iterator

from briefdesk.cli.errors import Exit, Usage
from briefdesk.cli.output import one_line, table
from briefdesk.cli.work import Work
from briefdesk.store.library import Hit, Row
from briefdesk.store.query import wrong_dates

_PAGE = 500


def list_(work: Work) -> int:
    """List briefs, newest first."""
    for page in _pages(work, " ".join(work.words), work.options.limit, trashed=work.options.trash):
        for row, text in zip(page, table([_cells(row) for row in page]), strict=True):
            work.out.row(_row(row), text)
    return Exit.DONE


def search(work: Work) -> int:
    """Find briefs, best first."""
    hits = work.library.search(_asked(" ".join(work.words)), limit=work.options.limit)
    if not hits:
        work.out.aside("Nothing found")
    for hit, text in zip(hits, table([_cells(hit) for hit in hits]), strict=True):
        values = _row(hit) | {"score": hit.score, "snippet": hit.snippet}
        work.out.row(values, f"{text}\n    {one_line(hit.snippet)}" if hit.snippet else text)
    return Exit.DONE


def every_row(work: Work, query: str = "") -> Iterator[Row]:
    """Every brief that a query finds, newest first; those in the trash are not there."""
    for page in _pages(work, query, None):
        yield from page


def _pages(work: Work, query: str, limit: int | None, *, trashed: bool = False) -> Iterator[list[Row]]:
    _asked(query)
    last: Row | None = None
    left = limit
    while left is None or left > 0:
        page = work.library.rows(query, limit=min(_PAGE, left or _PAGE), before=last, trashed=trashed)
        if not page:
            return
        yield page
        last = page[-1]
        left = None if left is None else left - len(page)


def _asked(query: str) -> str:
    """A query that can be answered.

    Raises:
        Usage: a date in it is none.
    """
    if wrong := wrong_dates(query):
        raise Usage(f"{wrong[0]}: no date", todo="Write a day, a month or a year, such as after:2026-03-01")
    return query


def _row(row: Row | Hit) -> dict[str, object]:
    return {
        "id": row.id,
        "slug": row.slug,
        "headline": row.headline,
        "status": row.status,
        "updated_at": row.updated_at,
    }


def _cells(row: Row | Hit) -> list[str]:
    headline = one_line(row.headline) or f"Untitled: {one_line(row.first_bullet)[:60]}".removesuffix(": ")
    return [row.id, row.status, row.updated_at[:16].replace("T", " "), headline]
