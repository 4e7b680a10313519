"""Quotation marks, apostrophes and dashes as a typesetter puts them, while they are typed."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from briefdesk.brief.quotes import better
from briefdesk.brief.spans import spans
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Writing
from briefdesk.ui.fields.units import kept, shown, to_units
from briefdesk.ui.signals import SessionSignals


class SmartTyping(QObject):
    """Changes what was just typed, as a step of its own: undo gives the typed character back."""

    def __init__(self, signals: SessionSignals, parent: QObject) -> None:
        super().__init__(parent)
        self._signals = signals
        self.on = True

    def look_at(self, editor: Editor) -> None:
        """A character was typed in this editor."""
        cursor = editor.textCursor()
        if not self.on or cursor.hasSelection() or editor.writing in (None, Writing.CODE):
            return
        block, place = cursor.block(), cursor.positionInBlock()
        text = kept(block.text())
        if not text.isascii():
            from briefdesk.ui.fields.units import from_units

            place = from_units(text, place)
        before = text[:place]
        found = better(before, self._signals.brief.language)
        if found is None or found.words == before[-found.back :]:
            return
        if editor.writing is Writing.INLINE and _is_code(text, place):
            return
        self._signals.pause()
        end = cursor.position()
        cursor.setPosition(end - to_units(before[-found.back :], found.back))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown(found.words))
        self._signals.pause()


def _is_code(text: str, place: int) -> bool:
    """Whether a place is in code or in the address of a link, be it closed already or not."""
    for span in spans(text):
        if span.start < place < span.end and (span.is_sign or span.run.code):
            return True
        if span.start < place <= span.end and span.run.code:
            return True
    before = text[:place]
    if any(not each.is_sign and "`" in each.run.text for each in spans(before) if not each.run.code):
        return True
    opened = before.rfind("](")
    return opened >= 0 and ")" not in before[opened:]
