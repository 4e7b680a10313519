"""Shows marks in an editor, paragraph by paragraph, as they are typed."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from briefdesk.ui.fields.markings import Mark, Markings, Style, Writing
from briefdesk.ui.fields.units import kept, to_units
from briefdesk.ui.theme import MONO, Look, Theme


class Styling(QSyntaxHighlighter):
    """Gives the paragraphs of an editor the looks of their marks; only what changed is looked at."""

    def __init__(self, editor: QTextEdit, look: Look, markings: Markings, writing: Writing) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._look = look
        self._markings = markings
        self._writing = writing
        self._formats = _formats(look.theme)
        look.changed.connect(self._on_look_changed)
        markings.changed.connect(self._on_marks_changed)

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        text = kept(text)
        for start, end, styles in _parts(
            self._markings.marks(self._editor.objectName(), text, self._writing), len(text)
        ):
            first = to_units(text, start)
            self.setFormat(first, to_units(text, end) - first, self._format(styles))

    def _format(self, styles: frozenset[Style]) -> QTextCharFormat:
        merged = QTextCharFormat()
        for style in Style:  # the later ones have the last word
            if style in styles:
                merged.merge(self._formats[style])
        return merged

    def _on_look_changed(self) -> None:
        self._formats = _formats(self._look.theme)
        self.rehighlight()

    def _on_marks_changed(self, words: frozenset[str] | None) -> None:
        if words is None:
            self.rehighlight()
            return
        block = self.document().firstBlock()
        while block.isValid():
            text = block.text()
            if any(word in text for word in words):
                self.rehighlightBlock(block)
            block = block.next()


def _parts(marks: Iterable[Mark], length: int) -> Iterator[tuple[int, int, frozenset[Style]]]:
    """The marks of a text as parts that do not overlap, each with all of its styles."""
    found = [each for each in marks if 0 <= each.start < each.end <= length]
    edges = sorted({edge for each in found for edge in (each.start, each.end)})
    for start, end in pairwise(edges):
        styles = frozenset(each.style for each in found if each.start <= start and end <= each.end)
        if styles:
            yield start, end, styles


def _formats(theme: Theme) -> dict[Style, QTextCharFormat]:
    made = {style: QTextCharFormat() for style in Style}
    made[Style.STRONG].setFontWeight(QFont.Weight.DemiBold)
    made[Style.EMPHASIS].setFontItalic(True)
    made[Style.CODE].setFontFamilies(list(MONO))
    made[Style.CODE].setBackground(theme.colour("chip"))
    made[Style.LINK].setForeground(theme.colour("acc"))
    made[Style.SIGN].setForeground(theme.colour("mut"))
    _underline(made[Style.MISSPELT], QTextCharFormat.UnderlineStyle.WaveUnderline, theme, "err")
    _underline(made[Style.JARGON], QTextCharFormat.UnderlineStyle.DotLine, theme, "warn")
    made[Style.HIDDEN].setBackground(theme.colour("warnbg"))
    made[Style.FOUND].setBackground(theme.colour("accbg"))
    made[Style.FOUND_NOW].setBackground(theme.colour("acc"))
    made[Style.FOUND_NOW].setForeground(theme.colour("pane"))
    made[Style.PALE].setForeground(theme.colour("edge"))
    return made


def _underline(made: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, theme: Theme, role: str) -> None:
    made.setUnderlineStyle(style)
    made.setUnderlineColor(theme.colour(role))
