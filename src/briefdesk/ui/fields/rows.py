"""Several one-line texts in one editor, a paragraph for each."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextCursor

from briefdesk.ui.fields.difference import as_typed, difference
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.row_edits import (
    around,
    insert,
    is_seen,
    joined_to_last,
    patch,
    put_over,
    remove,
    replace,
)
from briefdesk.ui.fields.units import from_units, kept, shown, to_units

if TYPE_CHECKING:
    from briefdesk.ui.fields.filling import Filling

AT_ONCE = 400
"""Rows up to which all are shown in one turn of the event loop."""


class Rows(QObject):
    """Reads and writes the paragraphs of an editor as a tuple of texts; an empty editor holds none.

    `edited` carries the rows, the row that was typed in (-1 when several changed) and what was typed
    ("" for a deletion, `None` for a change of structure). `jumped` is emitted before it when the
    caret had been moved since the last edit. Only what a key changed is read: the cost of a key does
    not grow with the text.

    Very many rows are shown by portions, in turns of the event loop between which the window lives; so
    long the text cannot be edited. `filled` tells how many rows are there and how many there will be.
    """

    edited = Signal(object, int, object)
    jumped = Signal()
    filled = Signal(int, int)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._document = editor.document()
        self._texts: list[str] = [""]
        self._dirty: tuple[int, int] | None = None
        self._end = -1
        self._showing = False
        self._putting: str | None = None
        self._filling: Filling | None = None
        self._waits = False
        self._caret_at_end: tuple[int, int] | None = None
        self._document.contentsChange.connect(self._on_contents_change)
        self._document.contentsChanged.connect(self._on_contents_changed)

    @property
    def texts(self) -> Sequence[str]:
        """The text of every paragraph, at least one."""
        return self._texts

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows as the brief holds them."""
        return () if self._texts == [""] else tuple(self._texts)

    @property
    def is_filling(self) -> bool:
        """Whether rows are still to come or to go."""
        return self._filling is not None and self._filling.target is not None

    @property
    def row(self) -> int:
        """The row in which the caret is."""
        return self._editor.textCursor().blockNumber()

    @property
    def is_before_words(self) -> bool:
        """Whether nothing stands before the caret in its row but signs of marks."""
        return not is_seen(self._texts[self.row], self.caret)

    @property
    def selected(self) -> range:
        """The rows that the selection touches, or the one in which the caret is."""
        cursor = self._editor.textCursor()
        first = self._document.findBlock(cursor.selectionStart()).blockNumber()
        return range(first, self._document.findBlock(cursor.selectionEnd()).blockNumber() + 1)

    @property
    def caret(self) -> int:
        """Where the caret is in its row, in code points."""
        return from_units(self._texts[self.row], self._editor.textCursor().positionInBlock())

    def go_to(self, row: int, caret: int, anchor: tuple[int, int] | None = None) -> None:
        """Put the caret into a row, before the character of that number; select from the anchor to there."""
        last = len(self._texts) - 1
        cursor = self._editor.textCursor()
        if anchor is not None:
            cursor.setPosition(self.position_of(min(anchor[0], last), anchor[1]))
        held = QTextCursor.MoveMode.MoveAnchor if anchor is None else QTextCursor.MoveMode.KeepAnchor
        cursor.setPosition(self.position_of(min(max(row, 0), last), caret), held)
        self._editor.setTextCursor(cursor)

    def show(self, rows: Sequence[str], *, afresh: bool = False) -> None:
        """Show rows that came from elsewhere, changing only those that differ.

        `afresh` they are those of another brief: the caret goes to the first, and what an input method
        was composing is dropped.
        """
        texts = list(rows) or [""]
        self._caret_at_end = None
        self._end_filling()
        if texts == self._texts:
            return
        found = difference(self._texts, texts)
        if max(found.added, found.removed) > AT_ONCE:
            self._editor.take_composed()
            if afresh:
                self.go_to(0, 0)
            self._begin_filling(texts)
            return
        self._show(texts, afresh=afresh)

    def _show(self, texts: list[str], *, afresh: bool) -> None:
        composed = self._editor.take_composed()
        found = difference(self._texts, texts)
        new = texts[found.start : found.start + found.added]
        cursor = QTextCursor(self._document)
        self._showing = True
        cursor.beginEditBlock()
        common = min(found.removed, found.added)
        for row in range(found.start, found.start + common):
            patch(cursor, row, texts[row])
        if found.added > common:
            insert(cursor, found.start + common, new[common:])
        elif found.removed > common:
            remove(cursor, found.start + common, found.removed - common)
        cursor.endEditBlock()
        self._showing = False
        self._texts = texts
        self._end = -1
        if composed and not afresh:
            self._editor.textCursor().insertText(composed)
        if afresh:
            self.go_to(0, 0)

    def _begin_filling(self, texts: list[str]) -> None:
        from briefdesk.ui.fields.filling import Filling  # not above: nobody begins with so many

        self._editor.setReadOnly(True)
        self._waits = True
        if self._filling is None:
            self._filling = Filling(lambda: self._texts, partial(self._show, afresh=False), self)
            self._filling.stepped.connect(self._on_stepped)
        self._filling.begin(texts)

    def _on_stepped(self, there: int, wanted: int) -> None:
        if not self.is_filling:
            self._end_filling()
        self.filled.emit(there, wanted)

    def _end_filling(self) -> None:
        """Let the text be edited again; what is not shown yet is forgotten."""
        if self._filling is None or not self._waits:
            return
        self._waits = False
        self._filling.end()
        self._editor.setReadOnly(False)
        if self._caret_at_end is not None:
            place, self._caret_at_end = self._caret_at_end, None
            self.go_to(*place)

    def move(self, step: int) -> bool:
        """Move the selected rows up or down by one; tells whether there was room."""
        chosen = self.selected
        return self.move_to(chosen, chosen.start - 1 if step < 0 else chosen.stop + 1)

    def move_to(self, chosen: range, gap: int) -> bool:
        """Move rows into the gap before the row of that number; tells whether that is another place.

        A caret and a selection in them go with them.
        """
        if self.is_filling or chosen.start <= gap <= chosen.stop or not 0 <= gap <= len(self._texts):
            return False
        cursor = self._editor.textCursor()
        held = [self.place_of(cursor.anchor()), self.place_of(cursor.position())]
        moved = self._texts[chosen.start : chosen.stop]
        if gap < chosen.start:
            step = gap - chosen.start
            replace(self._document, gap, moved + self._texts[gap : chosen.start])
        else:
            step = gap - chosen.stop
            replace(self._document, chosen.start, self._texts[chosen.stop : gap] + moved)
        after = self._editor.textCursor()
        after.setPosition(self.position_of(held[0][0] + step, held[0][1]))
        after.setPosition(self.position_of(held[1][0] + step, held[1][1]), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(after)
        return True

    def remove_selected(self) -> None:
        """Take the selected rows out; the caret goes to the start of what comes after them."""
        if self.is_filling:
            return
        chosen = self.selected
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        remove(cursor, chosen.start, len(chosen))
        cursor.endEditBlock()
        self.go_to(min(chosen.start, len(self._texts) - 1), 0)

    def append_empty(self) -> None:
        """Add an empty row at the end and put the caret into it."""
        if self.is_filling:
            return
        cursor = self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock()
        self._editor.setTextCursor(cursor)

    def remove_last(self) -> None:
        """Take the last row out; the caret ends in the row before it."""
        cursor = self._editor.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._editor.setTextCursor(cursor)

    def insert(self, rows: Sequence[str]) -> None:
        """Put texts in at the caret: the first joins its row, what stood behind the caret ends the last.

        Marks that are open at the caret hold on both sides where there are several texts.
        """
        if self.is_filling:
            return
        cursor = self._editor.textCursor()
        if len(rows) <= 1:
            text = "".join(rows)
            if not cursor.hasSelection() or not self.put_over(text, cursor):
                cursor.insertText(shown(text))
            return
        first, last = self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd())
        before, after, is_cut = around(self._texts, first, last)
        new = [before + rows[0], *rows[1:-1], rows[-1] + after]
        caret = (first[0] + len(rows) - 1, len(rows[-1]))
        behind = self._texts[last[0]][last[1] :]
        if is_cut and not rows[-1] and after.endswith(behind):
            caret = (caret[0], len(after) - len(behind))  # in the marks that go on, not before their signs
        if len(rows) > AT_ONCE:
            # The brief has them at once; whoever hears of that shows them here, by portions.
            self.edited.emit((*self._texts[: first[0]], *new, *self._texts[last[0] + 1 :]), -1, None)
            self._caret_at_end = caret
        elif is_cut:
            replace(self._document, first[0], new, last[0] + 1 - first[0])
            self.go_to(*caret)
        else:
            cursor.insertText("\n".join(map(shown, rows)))

    def put_over(self, text: str, cursor: QTextCursor) -> bool:
        """Put a text in the place of what is selected where that cuts marks; tells whether it did."""
        if self.is_filling:
            return False
        first, last = self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd())
        if (found := put_over(self._texts, first, last, text)) is None:
            return False
        self._putting = text
        replace(self._document, first[0], (found[0],), last[0] + 1 - first[0])
        self._putting = None
        self.go_to(first[0], found[1])
        self._end = self._editor.textCursor().position()
        return True

    def join(self, row: int) -> bool:
        """Join a row to the one before it where their marks become one; tells whether they did.

        With the caret behind the signs that begin it, it is joined whatever there is: to the editor itself
        that is a place in the row like any other, where it would take a sign out.
        """
        if self.is_filling or not 0 < row < len(self._texts):
            return False
        inside = self.caret if row == self.row else 0
        found = joined_to_last(self._texts, row)
        if found is None and inside:
            before, text = self._texts[row - 1], self._texts[row]
            found = before + text, len(before) + inside
        if found is None:
            return False
        replace(self._document, row - 1, (found[0],), 2)
        self.go_to(row - 1, found[1])
        return True

    def selected_texts(self, cursor: QTextCursor) -> list[str]:
        """The part of each row that is selected."""
        return [kept(part) for part in cursor.selectedText().split("\u2029")]

    def position_of(self, row: int, caret: int) -> int:
        """Where in the document a place of a row is, both counted as Qt does and as Python does."""
        block = self._document.findBlockByNumber(row)
        return block.position() + min(to_units(kept(block.text()), caret), block.length() - 1)

    def place_of(self, position: int) -> tuple[int, int]:
        """The row of a place of the document, and the place in it in code points."""
        block = self._document.findBlock(position)
        return block.blockNumber(), from_units(self._texts[block.blockNumber()], position - block.position())

    def _on_contents_change(self, position: int, _removed: int, added: int) -> None:
        if not self._showing:
            end = min(position + added, self._document.characterCount() - 1)
            first = self._document.findBlock(position).blockNumber()
            self._dirty = (first, self._document.findBlock(end).blockNumber())

    def _on_contents_changed(self) -> None:
        if self._showing or self._dirty is None:
            return
        first, last = self._dirty
        self._dirty = None
        grown = self._document.blockCount() - len(self._texts)
        new = [kept(block.text()) for block in self._blocks(first, last)]
        if not self._editor.is_composing:
            new = [text if text.isascii() else self._composed(first + n, text) for n, text in enumerate(new)]
        old = self._texts[first : last + 1 - grown]
        if new == old:
            return
        self._texts[first : last + 1 - grown] = new
        if self.is_filling:
            return  # nobody's edit: what is to be shown is known
        found = difference(old, new)
        put = self._putting
        if put is None and self._editor.typing and grown < 0:
            put = self._editor.typing  # several rows gave way to a key; what is typed on belongs to it
        if put is not None:
            self.jumped.emit()
            self._end = self._editor.textCursor().position()
            self.edited.emit(self.rows, first, self._editor.typing or put or None)
            return
        if grown or found.added != 1:
            self._end = self._editor.textCursor().position()
            self.edited.emit(self.rows, -1, None)
            return
        self._tell_typed(first + found.start, old[found.start], new[found.start])

    def _composed(self, row: int, text: str) -> str:
        """The text in normal form C, put in the place of what was typed or dropped in another form."""
        from briefdesk.brief.text import composed  # the first paint does not need it

        normal = composed(text)
        if normal != text:
            self._showing = True
            patch(QTextCursor(self._document), row, normal)
            self._showing = False
        return normal

    def _tell_typed(self, row: int, old: str, new: str) -> None:
        found = difference(old, new)
        place = self._editor.textCursor().position()
        added = new[found.start : found.start + found.added]
        removed, added = as_typed(found, added, self._editor.typing)
        goes_on = (place - len(added),) if added else (place + removed, place)
        if self._end not in goes_on or (added and removed):
            self.jumped.emit()
        self._end = place
        self.edited.emit(self.rows, row, added)

    def _blocks(self, first: int, last: int) -> Iterator[QTextBlock]:
        block = self._document.findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            yield block
            block = block.next()
