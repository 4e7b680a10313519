"""Where the caret of an editor was before the edit that is being told."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextEdit

from briefdesk.desk.history import Place
from briefdesk.ui.fields.units import from_units


class End(NamedTuple):
    """One end of a selection: its paragraph, the place in it and that in the whole text, in UTF-16 units."""

    row: int
    place: int
    position: int


class Held(QObject):
    """Remembers the caret and what was selected: Qt moves both before it tells of an edit.

    It has to be made after those who read the document when it changes: it is the last to hear of that.
    """

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._now = self._before = self._read()
        self._is_changing = False
        document = editor.document()
        document.contentsChange.connect(self._on_contents_change)
        document.contentsChanged.connect(self._on_contents_changed)
        editor.cursorPositionChanged.connect(self._on_moved)
        editor.selectionChanged.connect(self._on_moved)

    def in_rows(self, field: str, texts: Sequence[str]) -> Place:
        """The place, where each paragraph is a row and these were the rows before the edit."""
        caret, anchor = self._ends
        at = _in_text(texts, caret)
        return Place(
            field, caret.row, "", at, (anchor.row, _in_text(texts, anchor)) if anchor != caret else None
        )

    def in_text(self, field: str, text: str, row: int = -1, part: str = "") -> Place:
        """The place in the one text that was in the editor before the edit."""
        caret, anchor = self._ends
        selected = (row, from_units(text, anchor.position)) if anchor != caret else None
        return Place(field, row, part, from_units(text, caret.position), selected)

    @property
    def _ends(self) -> tuple[End, End]:
        return self._before if self._is_changing else self._now

    def _read(self) -> tuple[End, End]:
        cursor = self._editor.textCursor()
        caret = End(cursor.blockNumber(), cursor.positionInBlock(), cursor.position())
        return caret, _end(self._editor.document(), cursor.anchor()) if cursor.hasSelection() else caret

    def _on_moved(self) -> None:
        self._now = self._read()

    def _on_contents_change(self, _position: int, _removed: int, _added: int) -> None:
        if not self._is_changing:
            self._before, self._is_changing = self._now, True

    def _on_contents_changed(self) -> None:
        self._is_changing = False
        self._now = self._read()


def _end(document: QTextDocument, position: int) -> End:
    block = document.findBlock(position)
    return End(block.blockNumber(), position - block.position(), position)


def _in_text(texts: Sequence[str], end: End) -> int:
    return from_units(texts[end.row], end.place) if end.row < len(texts) else 0
