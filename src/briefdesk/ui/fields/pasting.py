"""Pasting into the bullets: what was done is said in a strip below them, where it can be done otherwise."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout

from briefdesk.desk.session import Change
from briefdesk.ui.fields.clipboard import Clip, is_sure, rows_from
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.left_out import left_out
from briefdesk.ui.fields.naming import counted
from briefdesk.ui.fields.row_edits import apart, around
from briefdesk.ui.fields.rows import Rows
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.fields.strip import Choice, Strip, beside_ring
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

ASKED_OVER = 30
"""Lines past which it is asked before they become bullets."""
SHOWN_MS = 10_000
"""How long it is offered to do otherwise."""


class _Shape(Enum):
    """What a paste becomes."""

    ROWS = auto()
    ONE = auto()
    LINES = auto()


class _Paste(NamedTuple):
    """What is pasted, and the selection that it replaces: anchor and caret as row and place in it."""

    clip: Clip
    anchor: tuple[int, int]
    caret: tuple[int, int]

    def rows(self, shape: _Shape) -> Sequence[str]:
        """The bullets in one shape."""
        if shape is _Shape.ONE:
            return (self.clip.text,) if self.clip.rows else ()
        return self.clip.lines if shape is _Shape.LINES else self.clip.rows


class Pasting(QObject):
    """Puts the clipboard into the rows; whatever is chosen in the strip, it is one step of undo.

    `told` carries what is worth a line and no strip.
    """

    told = Signal(str)

    def __init__(
        self, editor: Editor, rows: Rows, signals: SessionSignals, look: Look, column: QVBoxLayout
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._rows = rows
        self._signals = signals
        self._paste: _Paste | None = None
        self._done: _Shape | None = None
        self._acting = False
        self.house: SourceHouse | None = None
        """What the library has settled about addresses."""
        self.strip = Strip(look, "pasteStrip")
        self.strip.closed.connect(self._on_closed)
        column.addLayout(beside_ring(self.strip))
        self.strip.before_buttons = editor
        rows.filled.connect(self._on_filled)
        signals.changed.connect(self._on_changed)

    @property
    def is_open(self) -> bool:
        """Whether the strip is there."""
        return not self.strip.isHidden()

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer before it pastes."""
        return self.is_open and self._paste is not None and self._done is None

    def agree(self) -> None:
        """Paste what it was asked about, as bullets."""
        self._put(_Shape.ROWS)

    def paste(self, mime: QMimeData, *, as_one: bool) -> None:
        """Paste, or ask first; the same again answers what the strip asks or offers."""
        clip = rows_from(mime, self.house)
        asked = self._paste is not None and self.is_open and self._paste.clip == clip
        if asked and self._done is None:
            self._put(_Shape.ONE if as_one else _Shape.ROWS)
            return
        if asked and as_one and self._done is not _Shape.ONE:
            self._put(_Shape.ONE)
            return
        cursor = self._editor.textCursor()
        place = self._rows.place_of
        self._paste = _Paste(clip, place(cursor.anchor()), place(cursor.position()))
        self._done = None
        if as_one or max(len(clip.rows), len(clip.lines)) <= 1:
            self.strip.put_away()
            self._insert(_Shape.ONE if as_one else _Shape.ROWS)
            if words := left_out(clip):
                self.told.emit(words)
        elif max(len(clip.rows), len(clip.lines)) > ASKED_OVER and not is_sure(mime):
            self._ask(len(clip.rows))
        else:
            self._put(_Shape.ROWS)

    def close(self) -> bool:
        """Close the strip as Esc does; tells whether there was one."""
        if not self.is_open:
            return False
        self.strip.close_unanswered()
        return True

    def _ask(self, lines: int) -> None:
        words = self.tr("Paste {n} lines as bullets? Enter pastes them, Esc does not").format(n=f"{lines:,}")
        self.strip.say(
            words,
            (
                Choice("pasteRows", self.tr("Paste"), self._on_rows, "Ctrl+V"),
                Choice("pasteAsOne", self.tr("As one"), self._on_one, "Ctrl+Shift+V"),
                Choice("pasteCancel", self.tr("Cancel"), self.strip.close_unanswered, self.tr("Esc")),
            ),
        )

    def _put(self, shape: _Shape) -> None:
        """Put it in, in the place of what it has been put in as before."""
        paste = self._paste
        if paste is None:
            return
        if self._done is not None:
            self._take_back()
            self._select(paste)
        self._insert(shape)
        if not self._rows.is_filling:
            self._say_done()

    def _insert(self, shape: _Shape) -> None:
        assert self._paste is not None, "there is something to paste"
        self._acting, self._done = True, shape
        self._signals.pause()
        if rows := self._paste.rows(shape):
            first, last = sorted((self._paste.anchor, self._paste.caret))
            before, after, _ = around(self._rows.texts, first, last)
            is_list, as_one = self._paste.clip.is_list, shape is _Shape.ONE
            self._rows.insert(apart(rows, before, after, is_list=is_list, as_one=as_one))
        self._editor.ensureCursorVisible()
        self._acting = False

    def _take_back(self) -> None:
        self._acting = True
        self._signals.undo()
        self._acting = False

    def _select(self, paste: _Paste) -> None:
        cursor = self._editor.textCursor()
        cursor.setPosition(self._rows.position_of(*paste.anchor))
        cursor.setPosition(self._rows.position_of(*paste.caret), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)

    def _say_done(self) -> None:
        paste, shape = self._paste, self._done
        if paste is None or shape is None:
            return
        number = len(paste.rows(shape))
        words = counted(number, self.tr("Pasted as one bullet"), self.tr("Pasted as {n} bullets"))
        if paste.clip.lines and shape is _Shape.ROWS:
            words = counted(
                number,
                self.tr("Pasted as one bullet, wrapped lines joined"),
                self.tr("Pasted as {n} bullets, wrapped lines joined"),
            )
        if missing := left_out(paste.clip):
            words = f"{words}. {missing}"
        choices = [Choice("pasteUndo", self.tr("Undo"), self._on_undo, "Ctrl+Z")]
        if shape is not _Shape.ONE and number > 1:
            choices.append(Choice("pasteAsOne", self.tr("Paste as one"), self._on_one, "Ctrl+Shift+V"))
        if shape is _Shape.ONE:
            choices.append(Choice("pasteRows", self.tr("Paste as bullets"), self._on_rows))
        elif paste.clip.lines and shape is _Shape.ROWS:
            choices.append(Choice("pasteLines", self.tr("Keep lines"), self._on_lines))
        elif paste.clip.lines:
            choices.append(Choice("pasteRows", self.tr("Join wrapped lines"), self._on_rows))
        self.strip.say(words, tuple(choices), milliseconds=SHOWN_MS)

    def _on_rows(self) -> None:
        self._editor.setFocus()
        self._put(_Shape.ROWS)

    def _on_one(self) -> None:
        self._editor.setFocus()
        self._put(_Shape.ONE)

    def _on_lines(self) -> None:
        self._editor.setFocus()
        self._put(_Shape.LINES)

    def _on_undo(self) -> None:
        """Take it back; while it is still being put in, that is Cancel."""
        self._editor.setFocus()
        self._take_back()
        if self._paste is not None and not self._rows.is_filling:
            self._select(self._paste)
        self._forget()

    def _on_closed(self) -> None:
        self._editor.setFocus()
        if self._rows.is_filling and self._done is not None:
            self._on_undo()
        self._paste = self._done = None

    def _forget(self) -> None:
        self.strip.put_away()
        self._paste = self._done = None

    def _on_filled(self, there: int, wanted: int) -> None:
        if self._paste is None or self._done is None:
            return
        if there == wanted and not self._rows.is_filling:
            self._say_done()
            return
        words = self.tr("Pasting {n} bullets: {done} are there").format(n=f"{wanted:,}", done=f"{there:,}")
        if self.is_open and self.strip.is_telling:
            self.strip.tell_progress(words)
        else:
            self.strip.say(words, (Choice("pasteCancel", self.tr("Cancel"), self._on_undo, self.tr("Esc")),))
            self.strip.is_telling = True

    def _on_changed(self, change: Change) -> None:
        """Any edit but our own ends the offer."""
        if not self._acting and self.is_open and change.fields - {"slug", "created_at", "updated_at"}:
            self._forget()
