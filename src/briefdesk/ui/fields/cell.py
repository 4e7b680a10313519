"""One text in a field: its editor, what is pasted into it and copied from it, and the text as a value."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QMimeData, QObject, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from briefdesk.ui.fields.editor import Editor, Habits
from briefdesk.ui.fields.units import kept, shown
from briefdesk.ui.fields.whole import WholeText
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.markings import Markings

PADDING = QMargins(11, 6, 11, 5)


class Cell(QObject):
    """An editor of one text: a line that wraps, or with `lines` a text that may hold line breaks.

    `inline` says that the text is inline Markdown.

    `key` and `taker` have the first word on a key and on a paste, but one that is to be a line, and tell
    whether they took it.
    `edited` carries the text and what was put in; `jumped` says before it that the caret had been
    moved; `pasted` follows a paste; `told` carries what a person should know of it.
    """

    edited = Signal(str, object)
    jumped = Signal()
    pasted = Signal()
    told = Signal(str)

    def __init__(
        self,
        look: Look,
        *,
        name: str,
        label: str,
        key: Callable[[QKeyEvent], bool] | None = None,
        taker: Callable[[QMimeData], bool] | None = None,
        reader: Callable[[QMimeData], Iterator[int]] | None = None,
        lines: bool = False,
        inline: bool = False,
        style: str = "body",
        padding: QMargins = PADDING,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.editor = Editor(
            look,
            Habits(
                key or _takes_no_key,
                self._on_paste,
                _copied,
                over=self._put_over if inline else None,
                reads=reader or _reads,
            ),
            style=style,
            padding=padding,
            hint=hint,
            parent=parent,
        )
        super().__init__(self.editor)
        self._lines = lines
        self._inline = inline
        self._taker = taker
        self.editor.setObjectName(name)
        self.editor.setAccessibleName(label)
        self._whole = WholeText(self.editor, lines=lines)
        self._whole.jumped.connect(self.jumped)
        self._whole.edited.connect(self.edited)

    @property
    def text(self) -> str:
        """The text as the brief holds it."""
        return self._whole.text

    @property
    def caret(self) -> int:
        """Where the caret is, in code points."""
        return self._whole.caret

    def show(self, text: str, *, afresh: bool = False) -> None:
        """Show a text that came from elsewhere; see `WholeText.show`."""
        self._whole.show(text, afresh=afresh)

    def mark(self, markings: "Markings", *, code: bool = False) -> None:
        """Show marks in the text from now on; `code` says that it is no text that is read as a sentence."""
        from briefdesk.ui.fields.markings import Writing  # nothing is marked before the first paint

        written = Writing.CODE if code else Writing.INLINE if self._inline else Writing.PLAIN
        self.editor.mark(markings, written)

    def go_to(self, caret: int, anchor: tuple[int, int] | None = None) -> None:
        """Put the keyboard here, the caret before the character of that number; select from the anchor."""
        self.editor.setFocus()
        self._whole.go_to(caret, None if anchor is None else anchor[1])

    def _put_over(self, text: str, cursor: QTextCursor) -> bool:
        return self._whole.put_over(text, cursor)

    def _on_paste(self, mime: QMimeData, as_one: bool) -> None:
        if self._taker and not as_one and self._taker(mime):
            return
        # Here and not above: the first paint does not need them.
        from briefdesk.ui.fields.clipboard import line_from, text_from
        from briefdesk.ui.fields.left_out import left_out

        clip = text_from(mime) if self._lines and not as_one else line_from(mime)
        cursor = self.editor.textCursor()
        if not (self._inline and cursor.hasSelection() and self._put_over(clip.text, cursor)):
            cursor.insertText(shown(clip.text))
        self.editor.ensureCursorVisible()
        if words := left_out(clip):
            self.told.emit(words)
        self.pasted.emit()


def _reads(mime: QMimeData) -> Iterator[int]:
    from briefdesk.ui.fields.reading_ahead import read_ahead

    return read_ahead(mime, None, rows=False, article=False)


def _takes_no_key(_event: QKeyEvent) -> bool:
    return False


def _copied(cursor: QTextCursor) -> QMimeData:
    """The selection as plain text, with its no-break spaces."""
    from briefdesk.ui.fields.clipboard import text_mime

    return text_mime(kept(cursor.selectedText().replace("\u2029", "\n")))
