"""The empty page that the engine loads once, and the few files that it may ask for."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from briefdesk.brief.model import Brief
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.page import page_css, render_article, render_sections
from briefdesk.paths import resources

SCHEME = "briefdesk-preview"
ADDRESS = f"{SCHEME}://page/"
"""Where the page stands; nothing else can be reached."""

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'none'; img-src data:; script-src 'none'; "
    "object-src 'none'; connect-src 'none'; frame-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
"""The content security policy that the page is sent with."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent for an address."""

    kind: str
    data: bytes
    headers: Mapping[str, str]


def answer(path: str, theme: str) -> Answer | None:
    """What stands at a path of the scheme, for the theme "light" or "dark"; `None` where nothing does."""
    if path == "/":
        headers = {"Content-Security-Policy": POLICY, "Referrer-Policy": "no-referrer"}
        return Answer("text/html; charset=utf-8", _document(theme).encode(), headers)
    if path == "/page.css":
        return Answer("text/css; charset=utf-8", page_css().encode(), {})
    if path == "/preview.css":
        return Answer("text/css; charset=utf-8", (_folder() / "preview.css").read_bytes(), {})
    return None


def script() -> str:
    """The script that changes the page, for a world of its own."""
    return (_folder() / "page.js").read_text(encoding="utf-8")


def _document(theme: str) -> str:
    nothing = Brief()
    article = render_article(nothing, render_sections(nothing, PageContext()))
    frame = Template((_folder() / "page.html").read_text(encoding="utf-8"))
    return frame.substitute(theme=escape(theme), article=article)


def _folder() -> Path:
    return resources() / "preview"
