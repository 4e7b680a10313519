"""What the preview shows of a brief: its sections as safe HTML, and how they are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefdesk.brief.model import Brief
from briefdesk.layouts.context import PageContext, direction
from briefdesk.layouts.page import render_sections
from briefdesk.ui.preview.sanitise import sanitised


@dataclass(frozen=True, slots=True)
class Shown:
    """A brief as the preview shows it: HTML by part of the page, language, and writing direction."""

    brief_id: str
    parts: Mapping[str, str]
    language: str = "en"
    direction: str = "ltr"

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read yet."""
        return not any(self.parts.values())


class Renderer:
    """Makes what is shown out of briefs, and cleans only the sections that came out different."""

    def __init__(self) -> None:
        self._context = PageContext(linked_data=False)
        self._made: dict[str, tuple[str, str]] = {}

    def render(self, brief: Brief) -> Shown:
        """The brief as the preview shows it."""
        sections = render_sections(brief, self._context)
        parts = {part: self._clean(part, html) for part, html in sections.items()}
        return Shown(brief.id, parts, brief.language, direction(brief.language))

    def _clean(self, part: str, html: str) -> str:
        before = self._made.get(part)
        if before is None or before[0] != html:
            before = self._made[part] = (html, sanitised(html))
        return before[1]
