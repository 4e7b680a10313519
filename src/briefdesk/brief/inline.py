"""Inline Markdown, the language of bullets and definitions: one door to reading and writing it."""

from briefdesk.brief.marks import Run, merged, parse, plain
from briefdesk.brief.spelling import escape, spell

__all__ = ["Run", "escape", "merged", "parse", "plain", "spell"]
