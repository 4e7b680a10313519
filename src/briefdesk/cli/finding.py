"""`list`, `search` and `related`: rows of the library."""

from collections.abc import Iterator

from briefdesk.brief.text import folded
from briefdesk.cli.choosing import document_or_brief
from briefdesk.cli.errors import Exit
from briefdesk.cli.output import one_line, table
from briefdesk.cli.work import Work
from briefdesk.store.library import Hit, Row

_PAGE = 500


def list_(work: Work) -> int:
    """List briefs, newest first."""
    for page in _pages(work, " ".join(work.words), work.options.limit):
        for row, text in zip(page, table([_cells(row) for row in page]), strict=True):
            work.out.row(_row(row), text)
    return Exit.DONE


def search(work: Work) -> int:
    """Find briefs, best first."""
    hits = work.library.search(" ".join(work.words), limit=work.options.limit)
    for hit, text in zip(hits, table([_cells(hit) for hit in hits]), strict=True):
        values = _row(hit) | {"score": hit.score, "snippet": hit.snippet}
        work.out.row(values, f"{text}\n    {one_line(hit.snippet)}" if hit.snippet else text)
    return Exit.DONE


def related(work: Work) -> int:
    """Suggest briefs for More briefs, also those that are chosen already, never the brief itself."""
    brief, listed = document_or_brief(work, work.words[0])
    ids = {entry.id for entry in brief.related if entry.id}
    headlines = {folded(entry.headline) for entry in (*brief.related, *listed) if entry.headline}
    lines: list[tuple[dict[str, object], list[str]]] = []
    for each in work.library.related(brief, limit=work.options.limit):
        chosen = each.id in ids or folded(each.headline) in headlines
        why = list(each.why)
        values = {"id": each.id, "headline": each.headline, "score": each.score, "chosen": chosen, "why": why}
        lines.append((values, [each.id, "chosen" if chosen else "", one_line(each.headline), ", ".join(why)]))
    for (values, _), text in zip(lines, table([cells for _, cells in lines]), strict=True):
        work.out.row(values, text)
    return Exit.DONE


def every_row(work: Work, query: str = "") -> Iterator[Row]:
    """Every brief that a query finds, newest first; those in the trash are not there."""
    for page in _pages(work, query, None):
        yield from page


def _pages(work: Work, query: str, limit: int | None) -> Iterator[list[Row]]:
    last: Row | None = None
    left = limit
    while left is None or left > 0:
        page = work.library.rows(query, limit=min(_PAGE, left or _PAGE), before=last)
        if not page:
            return
        yield page
        last = page[-1]
        left = None if left is None else left - len(page)


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
