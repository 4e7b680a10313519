"""Bold, italic, code and links of inline Markdown, shown where they stand; their signs in grey."""

import re
from collections.abc import Iterable, Iterator, Sequence

from briefdesk.brief.spans import spans
from briefdesk.ui.fields.markings import Mark, Remedy, Spot, Style, Writing

_SLANTED = re.compile("[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+")
"""All but Hebrew, Arabic and the scripts beside them."""

_LONG_ADDRESS = re.compile(r"\]\(<?https?://[^/\s)]+/([^\s)>]{16,})")
"""Of the address of a link, what stands behind the host, where it is long enough to be in the way."""


class InlineMarks:
    """Marks what a reader will see as bold, italic, code or a link, and the signs that make it so."""

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """The marks of one paragraph."""
        if writing is not Writing.INLINE:
            return ()
        found = spans(text)
        return _marks(text) if len(found) > 1 else ()

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """Nothing is wrong with a mark."""
        return ()


def _marks(text: str) -> Iterator[Mark]:
    for span in spans(text):
        if span.is_sign:
            yield Mark(span.start, span.end, Style.SIGN)
            if found := _LONG_ADDRESS.match(text, span.start, span.end):
                yield Mark(found.start(1), found.end(1), Style.FOLDED)
            continue
        for wanted, style in (
            (span.run.strong, Style.STRONG),
            (span.run.emphasis, Style.EMPHASIS),
            (span.run.code, Style.CODE),
            (bool(span.run.href), Style.LINK),
        ):
            if not wanted:
                continue
            if style is Style.EMPHASIS:
                yield from _slanted(text, span.start, span.end)
            else:
                yield Mark(span.start, span.end, style)


def _slanted(text: str, start: int, end: int) -> Iterator[Mark]:
    """Emphasis without letters that have no italics: in a slanted font, Qt shows boxes in their place."""
    for found in _SLANTED.finditer(text, start, end):
        yield Mark(found.start(), found.end(), Style.EMPHASIS)
