"""The web article: a brief as one self-contained page, and as the sections that the live preview patches."""

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING

from briefdesk.brief.model import Brief
from briefdesk.layouts.context import ENGLISH, PageContext, Theme, Words, direction
from briefdesk.layouts.linked_data import linked_data, social
from briefdesk.layouts.sections import render_article, render_sections
from briefdesk.paths import resources

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = [
    "ENGLISH",
    "PageContext",
    "Theme",
    "Words",
    "page_css",
    "render_article",
    "render_page",
    "render_sections",
]

_LAYOUT = "article"


def render_page(brief: Brief, *, context: PageContext) -> str:
    """The brief as a whole HTML page that needs nothing else: no network, no script, light and dark."""
    css = page_css()
    return _template().render(
        brief=brief,
        theme="" if context.theme == "auto" else context.theme,
        direction=direction(brief.language),
        policy=_policy(css),
        css=css,
        address=context.address(brief),
        social=social(brief, context),
        linked_data=linked_data(brief, context) if context.linked_data else "",
        article=render_article(brief, render_sections(brief, context), with_empty=False),
    )


@cache
def page_css() -> str:
    """The style sheet of the page; colours follow the system, or `data-theme` of the root element."""
    return (resources() / "layouts" / _LAYOUT / "article.css").read_text(encoding="utf-8")


@cache
def _policy(css: str) -> str:
    """The content security policy of a page: nothing is loaded, and only our own style sheet counts."""
    digest = base64.b64encode(hashlib.sha256(f"\n{css}".encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
    )


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # 70 ms that a preview never needs

    loader = FileSystemLoader(resources() / "layouts" / _LAYOUT)
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")
