"""The text widget inside the fields: plain text that grows with what is in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from briefdesk.desk.history import COMPOSING
from briefdesk.ui.fields.keys import OneUndo, cuts, is_typing, pastes_as_one, word_at
from briefdesk.ui.fields.settling import settle
from briefdesk.ui.theme import BASE_SIZE, Look

if TYPE_CHECKING:
    # Each of these is made known to Python when it is asked for, which the first paint need not wait for.
    from PySide6.QtCore import QMargins, QMimeData, QPoint, QSizeF, SignalInstance
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QInputMethodEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QMenu

    from briefdesk.ui.fields.held import Held
    from briefdesk.ui.fields.markings import Markings, Remedy, Spot, Writing
    from briefdesk.ui.fields.styling import Styling

_LINES = {"headline": 26, "body": 19, "row": 19}
_PASSING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
_TABBING = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Habits(NamedTuple):
    """What a field does with its editor's keys and clipboard.

    `key` tells whether it took the key; `paste` is told whether all is to be one row; `copy` gives
    the selection as it goes to the clipboard. `claims` tells whether a key is the field's although a
    command of the window has it. `over` puts a text in the place of what a cursor has
    selected, and tells whether it did.
    `reads` reads what `paste` will ask of a long paste, on a worker.
    """

    key: Callable[[QKeyEvent], bool]
    paste: Callable[[QMimeData, bool], None]
    copy: Callable[[QTextCursor], QMimeData]
    claims: Callable[[QKeyEvent], bool] | None = None
    over: Callable[[str, QTextCursor], bool] | None = None
    reads: Callable[[QMimeData], Iterator[int]] | None = None


class Editor(QTextEdit):
    """Plain text without a scroll bar, an undo or a format of its own.

    With `selects_all_on_tab`, what one types after Tab takes the place of the text, as in a short field.
    `padding` is the room around the text, `gap` that between two paragraphs, in pixels.

    `left` is emitted when the keyboard goes elsewhere within the window, not when a menu opens or
    another program comes to the front.
    """

    entered = Signal()
    left = Signal()

    def __init__(
        self,
        look: Look,
        habits: Habits,
        *,
        style: str = "body",
        padding: QMargins,
        gap: int = 0,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._habits = habits
        self._style = style
        self._padding = padding
        self._gap = gap
        self._below = 0
        self._mirrored = False
        self._hint = hint
        self._composed = ""
        self.typing = ""
        """What the key or the input method that is being heard puts in; "" at other times."""
        self._is_resizing = False
        self._markings: Markings | None = None
        self._styling: Styling | None = None
        self.writing: Writing | None = None
        self.held: Held | None = None
        self.selects_all_on_tab = False
        self._undo_filter = OneUndo(self, habits.claims)
        self.installEventFilter(self._undo_filter)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        surface = _surface(self)
        self.setViewport(surface)
        self.document().documentLayout().setPaintDevice(surface)
        self.document().setDocumentMargin(0)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds text that is not in the document yet."""
        return bool(self._composed)

    @property
    def line_height(self) -> int:
        """Height of a line in pixels at the present size of text."""
        return round(_LINES[self._style] * self._look.theme.base_size / BASE_SIZE)

    def mark(self, markings: Markings, writing: Writing) -> None:
        """Show these marks from now on, and offer in the menu what can be done about them."""
        # Not above: nothing is marked before the first paint.
        from briefdesk.ui.fields.held import Held
        from briefdesk.ui.fields.styling import Styling

        self._markings = markings
        self.writing = writing
        self._styling = Styling(self, self._look, markings, writing)
        self.held = Held(self)
        markings.repaint.connect(self.viewport().update)

    def spot(self, cursor: QTextCursor) -> Spot:
        """The place of a cursor, for those who know what can be done there."""
        from briefdesk.ui.fields import spots  # nobody asks before the first paint

        return spots.spot(self, cursor)

    def remedies(self, cursor: QTextCursor) -> list[Remedy]:
        """What can be done about the marks where a cursor is."""
        return self._markings.remedies(self.spot(cursor)) if self._markings else []

    @property
    def remedied(self) -> SignalInstance:
        """Emitted when more can be done about the marks than was said."""
        assert self._markings is not None, "something is marked"
        return self._markings.remedied

    def set_hint(self, hint: str) -> None:
        """Show these words while the text is empty."""
        self._hint = hint
        self.viewport().update()

    def commit(self) -> None:
        """Take what an input method is composing into the text."""
        if self._composed:
            QGuiApplication.inputMethod().commit()
        if self._composed:  # no input method answered
            from PySide6.QtGui import QInputMethodEvent

            event = QInputMethodEvent()
            event.setCommitString(self._composed)
            QCoreApplication.sendEvent(self, event)

    def take_composed(self) -> str:
        """End a composition without taking it into the text; gives what was composed."""
        composed = self._composed
        if composed:
            from PySide6.QtGui import QInputMethodEvent

            QGuiApplication.inputMethod().reset()
            QCoreApplication.sendEvent(self, QInputMethodEvent())
        return composed

    def set_room_below(self, pixels: int) -> None:
        """Keep so much room below the text."""
        if pixels != self._below:
            self._below = pixels
            self._fit()

    def set_mirrored(self, mirrored: bool) -> None:
        """Have the room at the left of the text at its right, and the other way round."""
        if mirrored is not self._mirrored:
            self._mirrored = mirrored
            self._set_room()
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the field the first word on a key; while something is composed, Enter only ends that."""
        if is_typing(event):
            self.typing = event.text()
            if not self._puts_over(self.typing):
                super().keyPressEvent(event)
            self.typing = ""
            if self._markings is not None:
                self._tell_typed(event.text())
        elif self._composed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
        elif pastes_as_one(event):
            self.paste_as_one()
        elif cuts(event):
            self.cut()
        elif not self._habits.key(event) and not self._erases(event):
            super().keyPressEvent(event)

    def cut(self) -> None:
        """Take the selection to the clipboard."""
        self.copy()
        if not self._puts_over(""):
            self.textCursor().removeSelectedText()

    def _puts_over(self, text: str) -> bool:
        """Whether the field itself put a text in the place of the selection."""
        over = self._habits.over
        return over is not None and self.textCursor().hasSelection() and over(text, self.textCursor())

    def _erases(self, event: QKeyEvent) -> bool:
        """Whether the field itself took out what a key takes out: the selection, or a word."""
        over = self._habits.over
        if over is None or event.key() not in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            return False
        if self.textCursor().hasSelection():
            return over("", self.textCursor())
        word = word_at(event, self.textCursor())
        return word is not None and over("", word)

    def paste_as_one(self) -> None:
        """Paste the clipboard as one row."""
        self._paste(QGuiApplication.clipboard().mimeData(), as_one=True)

    def put(self, mime: QMimeData, as_one: bool) -> None:
        """Put in what is pasted, the way the field wants it, at once."""
        self._habits.paste(mime, as_one)

    def reads(self, mime: QMimeData) -> Iterator[int]:
        """Read what is pasted, for `put` to come; may be gone through on a worker."""
        return self._habits.reads(mime) if self._habits.reads else iter(())

    def _paste(self, mime: QMimeData, *, as_one: bool) -> None:
        taker = self._markings.long_paste if self._markings is not None else None
        if taker is None or not taker(self, mime, as_one):
            self.put(mime, as_one)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed; what was selected gives way to it as to a key."""
        self._composed, decided = event.preeditString(), event.commitString()
        self.typing = decided or (COMPOSING if self._composed else "")
        if self.typing and self._puts_over(decided):
            event.setCommitString("")
        super().inputMethodEvent(event)
        self.typing = ""
        if self._markings is not None and not self._composed:
            self._tell_typed(decided)  # a quotation mark by a dead key comes this way
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave nothing uncommitted behind."""
        self.commit()
        super().focusOutEvent(event)
        self.viewport().update()
        if event.reason() not in _PASSING:
            self.left.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        if self.selects_all_on_tab and event.reason() in _TABBING:
            self.selectAll()
        self.viewport().update()
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, or the hint in its place."""
        super().paintEvent(event)
        if self._hint and not self._composed and self.document().isEmpty():
            self.paint_hint(self._hint)
        if self._markings is not None and self._markings.over is not None:
            self._markings.over(self, event.rect())

    def _tell_typed(self, text: str) -> None:
        from briefdesk.ui.fields.markings import MAY_BE_MEANT_OTHERWISE

        if self._markings is not None and text in MAY_BE_MEANT_OTHERWISE and not self.isReadOnly():
            self._markings.typed.emit(self)

    def paint_hint(self, hint: str) -> None:
        """Paint words in the place of the first line, in one line."""
        painter = QPainter(self.viewport())
        painter.setPen(self._look.theme.colour("mut"))
        painter.setFont(self._look.theme.font("body" if self._style == "row" else self._style))
        line = self.cursorRect(QTextCursor(self.document().firstBlock()))
        width = self.viewport().width() - self._padding.left() - self._padding.right()
        words = painter.fontMetrics().elidedText(hint, Qt.TextElideMode.ElideRight, width)
        place = QRect(self._padding.left(), line.top(), width, line.height())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text anew; whoever resizes lays out what is around."""
        self._is_resizing = True
        super().resizeEvent(event)
        self._is_resizing = False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll: this widget is as high as its text."""
        event.ignore()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the clipboard the selection the way the field wants it."""
        return self._habits.copy(self.textCursor())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take texts; a file that is dropped is for the window."""
        return not any(url.isLocalFile() for url in source.urls()) and (source.hasText() or source.hasHtml())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop the way the field wants it."""
        self._paste(source, as_one=False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu where the mouse is, or by key beside the line of the caret."""
        from briefdesk.ui.fields import spots  # no menu opens before the first paint

        spots.open_menu(self, event, self.menu)

    def menu(self, place: QPoint) -> QMenu:
        """What the widget does itself at that place, and what can be done about a mark there."""
        from briefdesk.ui.fields import spots

        return spots.menu(self, place, self._markings, self.remedies)

    def _on_document_size_changed(self, _size: QSizeF) -> None:
        self._fit()

    def _fit(self) -> None:
        height = ceil(self.document().size().height()) + self._below
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)
            if not self._is_resizing:
                settle(self)

    def _on_look_changed(self) -> None:
        self.setFont(self._look.theme.font(self._style))
        self._set_room()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        paragraph = QTextBlockFormat()
        kinds = QTextBlockFormat.LineHeightTypes
        # A taller letter of another script makes its line higher, unless the font itself is too tall.
        kind = kinds.MinimumHeight if self.fontMetrics().height() <= self.line_height else kinds.FixedHeight
        paragraph.setLineHeight(self.line_height, kind.value)
        paragraph.setBottomMargin(self._gap)
        cursor.mergeBlockFormat(paragraph)

    def _set_room(self) -> None:
        # A line is higher than its letters; the document puts all of that above them.
        above = max(0, self.line_height - self.fontMetrics().height())
        left, right = self._padding.left(), self._padding.right()
        frame = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(right if self._mirrored else left)
        frame.setRightMargin(left if self._mirrored else right)
        frame.setTopMargin(self._padding.top() - above // 2)
        frame.setBottomMargin(self._padding.bottom() + above // 2)
        self.document().rootFrame().setFrameFormat(frame)


def _surface(editor: QTextEdit) -> QWidget:
    """What the text is painted on, as Qt makes it, but made here.

    For a widget that Qt made, PySide looks up what kind it is, and to that end makes all kinds of widgets
    there are known to Python: a tenth of the time until the first paint.
    """
    made = QWidget(editor)
    made.setCursor(Qt.CursorShape.IBeamCursor)
    return made
