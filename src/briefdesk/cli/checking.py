"""`check`: holds briefs to the rubric."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief
from briefdesk.checks import check as check_alone
from briefdesk.checks.criterion import Report
from briefdesk.checks.finding import Finding
from briefdesk.cli.choosing import brief_of, is_document
from briefdesk.cli.errors import Exit, Usage
from briefdesk.cli.finding import every_row
from briefdesk.cli.output import one_line
from briefdesk.cli.work import Work
from briefdesk.desk.finding import checked


def check(work: Work) -> int:
    """Print every finding; the exit code tells whether one of them is a must."""
    if work.options.all is bool(work.words):
        raise Usage("Name briefs, or files, or --all", todo="See briefdesk check --help")
    ready = True
    words = [row.id for row in every_row(work)] if work.options.all else work.words
    terms = work.library.terms.names() if work.options.all else None
    for count, word in enumerate(words, 1):
        try:
            for brief, report in _reports(work, word, terms):
                work.did()
                ready &= report.ready
                work.out.row(_json(brief, report), _text(brief, report))
        except KnownError as error:
            work.failed(error, id=word)
        work.out.progress(count, len(words), "check")
    return work.ended() or (Exit.DONE if ready else Exit.ATTENTION)


def _reports(work: Work, word: str, terms: Mapping[str, str] | None) -> Iterator[tuple[Brief, Report]]:
    """A brief of the library is held against its neighbours, one of a file stands alone."""
    if work.options.all or not is_document(work, word):
        brief = brief_of(work, word)
        yield brief, checked(work.library, brief, terms)
    else:
        from briefdesk.cli.drafts import (
            documents,
        )  # the readers of documents take as long to load as all else

        for item in documents(word):
            yield item.draft, check_alone(item.draft)


def _json(brief: Brief, report: Report) -> dict[str, object]:
    return {
        "id": brief.id,
        "headline": brief.headline,
        "ready": report.ready,
        "score": report.score,
        "met": report.met,
        "applying": report.applying,
        "findings": [asdict(finding) for finding in report.findings],
    }


def _text(brief: Brief, report: Report) -> str:
    headline = one_line(brief.headline) or "Untitled"
    state = "ready" if report.ready else "not ready"
    head = f"{headline}\n  {state}, {report.met} of {report.applying} criteria met, score {report.score}"
    return "\n".join([head, *(_line(finding) for finding in report.findings)])


def _line(finding: Finding) -> str:
    row = "" if finding.index is None else f"[{finding.index + 1}]"
    place = finding.field + row + (f".{finding.part}" if finding.part else "")
    fix = f". {finding.fix}" if finding.fix else ""
    return f"  {finding.level:<6}  {finding.criterion:<2}  {place:<20}  {one_line(finding.message + fix)}"
