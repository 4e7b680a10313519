"""`related`: suggestions for More briefs."""

from briefdesk.brief.text import folded
from briefdesk.cli.drafts import document_or_brief
from briefdesk.cli.errors import Exit
from briefdesk.cli.output import one_line, table
from briefdesk.cli.work import Work


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
