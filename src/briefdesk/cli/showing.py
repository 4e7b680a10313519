"""`show`: one brief on standard output."""

from briefdesk.brief.interchange import to_json
from briefdesk.brief.model import Brief
from briefdesk.brief.straight import straightened
from briefdesk.cli.choosing import brief_of
from briefdesk.cli.errors import Exit, Usage
from briefdesk.cli.work import Work
from briefdesk.layouts import LAYOUTS
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.markdown import render_markdown
from briefdesk.layouts.page import render_page
from briefdesk.layouts.text import render_text


def show(work: Work) -> int:
    """Print one brief: as JSON, Markdown, a whole page, or text."""
    options = work.options
    layout = options.layout
    if layout and layout not in [each.name for each in LAYOUTS]:
        raise Usage(f"There is no layout {layout!r}", todo="briefdesk layouts lists them")
    format = options.format or ("json" if work.out.as_json else "text")
    if layout:
        format = _format_of(layout, format if options.format else "")
    if options.straight_quotes and format not in ("text", "markdown"):
        raise Usage(f"--straight-quotes is for text and markdown, not {format}", todo="Leave it out")
    brief = brief_of(work, work.words[0])
    if format == "json":
        work.out.json(to_json(brief))
        return Exit.DONE
    text = _rendered(straightened(brief) if options.straight_quotes else brief, format)
    if work.out.as_json:
        work.out.row({"id": brief.id, "format": format, "text": text})
    else:
        work.out.text(text)
    return Exit.DONE


def _format_of(layout: str, format: str) -> str:
    """The format that a layout makes.

    Raises:
        Usage: another one was asked for.
    """
    made = layout if layout in ("markdown", "text") else "html"
    if format and format != made:
        raise Usage(f"The layout {layout} makes {made}, not {format}", todo="Leave --format or --layout out")
    return made


def _rendered(brief: Brief, format: str) -> str:
    context = PageContext()
    match format:
        case "html":
            return render_page(brief, context=context)
        case "markdown":
            return render_markdown(brief, context=context)
        case _:
            return render_text(brief, context=context)
