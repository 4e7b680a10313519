"""Bold, italic, code and links of inline Markdown, shown where they stand; their signs in grey."""

from collections.abc import Iterable, Iterator, Sequence

from briefdesk.brief.spans import spans
from briefdesk.ui.fields.markings import Mark, Remedy, Spot, Style, Writing


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
            continue
        for wanted, style in (
            (span.run.strong, Style.STRONG),
            (span.run.emphasis, Style.EMPHASIS),
            (span.run.code, Style.CODE),
            (bool(span.run.href), Style.LINK),
        ):
            if wanted:
                yield Mark(span.start, span.end, style)
