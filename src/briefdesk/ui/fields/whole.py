"""One text in an editor: told as it is typed, and changed from outside without moving the caret."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from briefdesk.ui.fields.difference import Difference, as_typed, difference
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.units import from_units, kept, shown, to_units


class WholeText(QObject):
    """Reads and writes the text of an editor as one value, in code points.

    `edited` carries the new text and what was put in, "" for a deletion, `None` where marks were mended.
    `jumped` is emitted before it when the caret had been moved since the last edit, so that this one is
    its own stretch of typing.
    """

    edited = Signal(str, object)
    jumped = Signal()

    def __init__(self, editor: Editor, *, lines: bool) -> None:
        super().__init__(editor)
        self._editor = editor
        self._lines = lines
        self._text = ""
        self._end = 0
        self._showing = False
        self._putting: str | None = None
        editor.document().contentsChanged.connect(self._on_contents_changed)

    @property
    def text(self) -> str:
        """The text as the brief holds it."""
        return self._text

    @property
    def caret(self) -> int:
        """Where the caret is, in code points."""
        return from_units(self._text, self._editor.textCursor().position())

    def show(self, text: str, *, afresh: bool = False) -> None:
        """Show a text that came from elsewhere; the caret stays with the words it is in.

        What an input method was composing is put in after that. `afresh` it is the text of another
        brief: the caret goes to its start, and what was composed is dropped.
        """
        if text == self._text:
            return
        composed = self._editor.take_composed()
        found = difference(self._text, text)
        first, last = to_units(self._text, found.start), to_units(self._text, found.start + found.removed)
        if to_units(self._text, len(self._text)) != self._length():
            # Half a character stands in it, which Qt does not hand out: all of it is put in anew.
            found, first, last = Difference(0, len(self._text), len(text)), 0, self._length()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self._showing = True
        cursor.insertText(shown(text[found.start : found.start + found.added]))
        self._showing = False
        self._text = text
        self._end = -1
        if composed and not afresh:
            self._editor.textCursor().insertText(composed)
        if afresh:
            self.go_to(0)

    def go_to(self, caret: int, anchor: int | None = None) -> None:
        """Put the caret before the character of that number; select from the anchor to there."""
        cursor = self._editor.textCursor()
        if anchor is not None:
            cursor.setPosition(min(to_units(self._text, anchor), self._length()))
        held = QTextCursor.MoveMode.MoveAnchor if anchor is None else QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(min(to_units(self._text, caret), self._length()), held)
        self._editor.setTextCursor(cursor)

    def put_over(self, text: str, cursor: QTextCursor) -> bool:
        """Put a text in the place of what is selected where that cuts marks; tells whether it did."""
        from briefdesk.ui.fields.row_edits import put_over  # the first paint does not need it

        start, end = (
            from_units(self._text, each) for each in (cursor.selectionStart(), cursor.selectionEnd())
        )
        if (found := put_over((self._text,), (0, start), (0, end), text)) is None:
            return False
        change = difference(self._text, found[0])
        edit = QTextCursor(self._editor.document())
        edit.setPosition(to_units(self._text, change.start))
        edit.setPosition(to_units(self._text, change.start + change.removed), QTextCursor.MoveMode.KeepAnchor)
        self._putting = text
        edit.insertText(shown(found[0][change.start : change.start + change.added]))
        self._putting = None
        self.go_to(found[1])
        self._end = self._editor.textCursor().position()
        return True

    def _length(self) -> int:
        return self._editor.document().characterCount() - 1

    def _on_contents_changed(self) -> None:
        if self._showing:
            return
        before, text = self._text, self._read()
        if not text.isascii() and not self._editor.is_composing:
            text = self._composed(text)
        if text == before:
            return
        self._text = text
        if self._putting is not None:
            self.jumped.emit()
            self.edited.emit(text, self._editor.typing or self._putting or None)
            return
        found = difference(before, text)
        added = text[found.start : found.start + found.added]
        removed, added = as_typed(found, added, self._editor.typing)
        place = self._editor.textCursor().position()
        if not self._goes_on(place, removed, len(added)):
            self.jumped.emit()
        self._end = place
        self.edited.emit(text, added)

    def _goes_on(self, place: int, removed: int, added: int) -> bool:
        """Whether a key was pressed where the last one had left the caret; Delete leaves it in place."""
        if removed and added:
            return False
        return self._end in ((place - added,) if added else (place + removed, place))

    def _read(self) -> str:
        block, found = self._editor.document().firstBlock(), []
        while block.isValid():
            found.append(block.text())
            block = block.next()
        text = kept("\n".join(found))
        return text if self._lines or len(found) == 1 else self._joined(text)

    def _composed(self, text: str) -> str:
        """The text in normal form C, put in the place of what was typed or dropped in another form."""
        from briefdesk.brief.text import composed  # the first paint does not need it

        normal = composed(text)
        if normal != text:
            found = difference(text, normal)
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(to_units(text, found.start))
            cursor.setPosition(to_units(text, found.start + found.removed), QTextCursor.MoveMode.KeepAnchor)
            self._showing = True
            cursor.insertText(shown(normal[found.start : found.start + found.added]))
            self._showing = False
        return normal

    def _joined(self, text: str) -> str:
        """One line out of several that something other than a key has put in."""
        from briefdesk.brief.text import one_line  # the first paint does not need it

        line = one_line(text)
        cursor = QTextCursor(self._editor.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._showing = True
        cursor.insertText(shown(line))
        self._showing = False
        return line
