"""Shows marks in an editor, paragraph by paragraph, as they are typed."""

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QTextEdit

from briefdesk.ui.fields.markings import Mark, Markings, Style, Writing
from briefdesk.ui.fields.spots import block_at
from briefdesk.ui.fields.units import from_units, kept, to_units
from briefdesk.ui.theme import MONO, Look, Theme

MOST = 60
"""Paragraphs up to which all are kept marked; of more, those that are seen."""
REST_MS = 30
"""How long after it was painted a long text is looked at: once for all that a turn of the wheel shows."""
_MAY_FOLD = "]("
"""What stands in every text in which something is folded."""


class Styling(QSyntaxHighlighter):
    """Gives the paragraphs of an editor the looks of their marks; only what changed is looked at.

    In a very long text to find all marks, and for Qt to lay out what bears them, would take seconds at
    each change: there a paragraph is marked when it comes into view.
    """

    def __init__(self, editor: QTextEdit, look: Look, markings: Markings, writing: Writing) -> None:
        super().__init__(editor.document())
        self._editor = editor
        self._look = look
        self._markings = markings
        self._writing = writing
        self._formats = _formats(look.theme)
        self._is_long = False
        self._marked: tuple[range, int, int] | None = None
        self._generation = 0
        self._unfolded: tuple[int, int] | None = None
        self._rest = _timer(self, REST_MS, self._mark_seen)
        self._turn = _timer(self, 0, self._take_turn)
        look.changed.connect(self._on_look_changed)
        editor.cursorPositionChanged.connect(self._on_caret_moved)
        markings.changed.connect(self._on_marks_changed)
        editor.document().blockCountChanged.connect(self._on_count_changed)
        self._on_count_changed(editor.document().blockCount())

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        if self.document().blockCount() > MOST:
            return  # it has just become long
        for each in self._ranges(self.currentBlock()):
            self.setFormat(each.start, each.length, each.format)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See to it that what is painted of a long text gets its marks."""
        if event.type() == QEvent.Type.Paint and not self._rest.isActive():
            self._rest.start()
        return False

    def _ranges(self, block: QTextBlock) -> list[QTextLayout.FormatRange]:
        """The parts of a paragraph that look otherwise, as Qt counts."""
        text = kept(block.text())
        ranges: list[QTextLayout.FormatRange] = []
        marks = self._markings.marks(self._editor.objectName(), text, self._writing)
        if _MAY_FOLD in text:
            place = self._place_in(block, text)
            marks = [each for each in marks if not _opens(each, place)]
        for start, end, styles in _parts(marks, len(text)):
            made = QTextLayout.FormatRange()
            made.start = to_units(text, start)
            made.length = to_units(text, end) - made.start
            made.format = self._format(styles)
            ranges.append(made)
        return ranges

    def _format(self, styles: frozenset[Style]) -> QTextCharFormat:
        merged = QTextCharFormat()
        for style in Style:  # the later ones have the last word
            if style is Style.JARGON and Style.MISSPELT in styles:
                continue  # a slip is no word to be explained
            if style in styles:
                merged.merge(self._formats[style])
        if Style.STRONG in styles and Style.EMPHASIS in styles:
            merged.setFontWeight(QFont.Weight.Bold)  # no face is half bold and italic: Qt makes one of bold
        return merged

    def _mark_seen(self) -> None:
        """Mark what is seen of a long text, and have Qt lay it out anew but once."""
        if not self._is_long:
            return
        seen, document = self._in_view(), self._editor.document()
        state = (seen, document.revision(), self._generation)
        if state == self._marked or getattr(self._editor, "is_composing", False):
            return
        self._marked = state
        block = document.findBlockByNumber(seen.start)
        first = last = None
        while block.isValid() and block.blockNumber() in seen:
            ranges = self._ranges(block)
            if ranges != block.layout().formats():
                block.layout().setFormats(ranges)
                first, last = first or block, block
            block = block.next()
        if first is not None and last is not None:
            start = first.position()
            document.markContentsDirty(start, last.position() + last.length() - start)

    def _in_view(self) -> range:
        """Numbers of the paragraphs of which something is seen."""
        area = self._editor.viewport().visibleRegion().boundingRect()
        if area.isEmpty():
            return range(0)
        top, bottom = (
            block_at(self._editor, QPoint(0, y)).blockNumber() for y in (area.top(), area.bottom())
        )
        return range(top, bottom + 1)

    def _place_in(self, block: QTextBlock, text: str) -> int:
        """Where the caret is in a paragraph, in code points; -1 where it is in another."""
        cursor = self._editor.textCursor()
        return from_units(text, cursor.positionInBlock()) if cursor.block() == block else -1

    def _on_caret_moved(self) -> None:
        """Unfold the address that the caret has come into, and fold the one that it has left."""
        block = self._editor.textCursor().block()
        now: tuple[int, int] | None = None
        if _MAY_FOLD in block.text():
            text = kept(block.text())
            place = self._place_in(block, text)
            marks = self._markings.marks(self._editor.objectName(), text, self._writing)
            now = next(((block.blockNumber(), each.start) for each in marks if _opens(each, place)), None)
        if now == self._unfolded:
            return
        before, self._unfolded = self._unfolded, now
        if self._is_long:
            self._generation += 1
            self._rest.start()
            return
        for number in {each[0] for each in (before, now) if each is not None}:
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def _on_count_changed(self, count: int) -> None:
        if (count > MOST) is not self._is_long:
            self._is_long = count > MOST
            self._generation += 1
            # Not now: the document is in the middle of a change.
            self._turn.start()

    def _take_turn(self) -> None:
        """Leave a document that has become long, which then has no marks, or come back to it."""
        document = self._editor.document()
        if self._is_long and self.document() is document:
            self.setDocument(None)
            self._editor.viewport().installEventFilter(self)
            self._rest.start()
        elif not self._is_long and self.document() is not document:
            self._editor.viewport().removeEventFilter(self)
            self.setDocument(document)
            self.rehighlight()

    def _on_look_changed(self) -> None:
        self._formats = _formats(self._look.theme)
        self._on_marks_changed(None)

    def _on_marks_changed(self, words: frozenset[str] | None) -> None:
        if self._is_long:
            self._generation += 1
            self._rest.start()
            return
        if words is None:
            self.rehighlight()
            return
        if self.document().isEmpty():
            return
        block = self.document().firstBlock()
        while block.isValid():
            text = block.text()
            if any(word in text for word in words):
                self.rehighlightBlock(block)
            block = block.next()


def _opens(mark: Mark, place: int) -> bool:
    """Whether a mark folds what the caret is in."""
    return mark.style is Style.FOLDED and mark.start <= place <= mark.end


def _timer(owner: QObject, milliseconds: int, slot: Callable[[], None]) -> QTimer:
    made = QTimer(owner)
    made.setSingleShot(True)
    made.setInterval(milliseconds)
    made.timeout.connect(slot)
    return made


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
    _fold(made[Style.FOLDED])
    _underline(made[Style.MISSPELT], QTextCharFormat.UnderlineStyle.WaveUnderline, theme, "err")
    _underline(made[Style.JARGON], QTextCharFormat.UnderlineStyle.DotLine, theme, "warn")
    made[Style.HIDDEN].setBackground(theme.colour("warnbg"))
    made[Style.FOUND].setBackground(theme.colour("accbg"))
    made[Style.FOUND_NOW].setBackground(theme.colour("acc"))
    made[Style.FOUND_NOW].setForeground(theme.colour("pane"))
    made[Style.PALE].setForeground(theme.colour("edge"))
    return made


def _fold(made: QTextCharFormat) -> None:
    """Take no room: the characters stay where they are, for the caret, a copy and a reader of the screen."""
    made.setProperty(QTextFormat.Property.FontPixelSize, 1)
    made.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
    made.setFontLetterSpacing(1)
    made.setForeground(QColor(0, 0, 0, 0))


def _underline(made: QTextCharFormat, style: QTextCharFormat.UnderlineStyle, theme: Theme, role: str) -> None:
    made.setUnderlineStyle(style)
    made.setUnderlineColor(theme.colour(role))
