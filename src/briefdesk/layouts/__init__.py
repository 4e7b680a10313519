"""Layouts: a brief as a page. Pure functions from a brief and a context to text."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Layout:
    """One way a brief can look: its name, what it makes ("page" or "text"), and a line of description."""

    name: str
    kind: str
    description: str


LAYOUTS: Final = (
    Layout("article", "page", "Web article: one self-contained page, light and dark, for screen and print"),
    Layout("markdown", "text", "Markdown with front matter that every common reader shows alike"),
    Layout("text", "text", "Plain text, line by line, as the page is read aloud or pasted into a mail"),
)
"""The layouts that are installed, the default one first."""
