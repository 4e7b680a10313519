"""The bullets: an outliner in one editor, a paragraph for each bullet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from briefdesk.brief.fields import Field
from briefdesk.desk.history import Place
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.bullet_geometry import ABOVE, BELOW, COUNT, GAP, SIDE, START, BulletGeometry
from briefdesk.ui.fields.bullet_margin import BulletMargin, words_of
from briefdesk.ui.fields.counting import with_hidden
from briefdesk.ui.fields.editor import Editor, Habits
from briefdesk.ui.fields.keys import (
    is_backspace,
    is_delete,
    is_enter,
    is_escape,
    moves_row,
    removes_row,
    splits_sentences,
)
from briefdesk.ui.fields.naming import counted, hint_of, label_of, object_name
from briefdesk.ui.fields.note import Note
from briefdesk.ui.fields.ring import FocusRing
from briefdesk.ui.fields.rows import Rows
from briefdesk.ui.fields.tidying import tidied
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

if TYPE_CHECKING:
    from briefdesk.ui.fields.articles import Article
    from briefdesk.ui.fields.markings import Markings
    from briefdesk.ui.fields.pasting import Pasting
    from briefdesk.ui.fields.source_house import SourceHouse

COUNTED = 200
"""Bullets up to which the words of all are counted at every key."""


class BulletsField(QWidget):
    """Edits the bullets of the brief.

    Enter splits a bullet, and on an empty last one goes on to the next field; Backspace and Delete
    join; Alt+Up and Alt+Down move the selected bullets; Ctrl+Shift+Backspace removes them. A whole
    brief that is pasted into an empty one is not put in here: `pagePasted` carries it, and `articlePasted` an
    article. `filling` is told again and again while very many are put in.
    """

    noteChanged = Signal(Note)
    onwardRequested = Signal()
    told = Signal(str)
    pagePasted = Signal(str)
    articlePasted = Signal(object)
    filling = Signal()

    def __init__(
        self, field: Field, signals: SessionSignals, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._signals = signals
        self.note = Note()
        self._active = -1
        self._look = look
        self._pasting: Pasting | None = None
        self._house: SourceHouse | None = None
        self._editor = Editor(
            look,
            Habits(self._on_key, self._on_paste, self._copied, self._claims, self._put_over, self._reads),
            padding=QMargins(START, ABOVE, SIDE + COUNT, BELOW),
            gap=GAP,
        )
        self._editor.setObjectName(object_name(field.name))
        self._editor.setAccessibleName(label_of(field))
        self._editor.setAccessibleDescription(hint_of(field))
        self._rows = Rows(self._editor)
        self._geometry = BulletGeometry(self._editor)
        self._margin = BulletMargin(self._editor, self._geometry, look, hint_of(field))
        self._rows.jumped.connect(signals.pause)
        self._rows.edited.connect(self._on_edited)
        self._rows.filled.connect(self._on_filled)
        self._editor.cursorPositionChanged.connect(self._on_caret_moved)
        self._editor.left.connect(self._on_left)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(FocusRing(look, self._editor))
        self.setFocusProxy(self._editor)
        signals.changed.connect(self._on_changed)
        self._rows.show(getattr(signals.brief, field.name))
        self._settle()

    def furnish(self, markings: "Markings") -> None:
        """Put in what the first paint does not wait for: what the mouse does, and marks in the text."""
        from briefdesk.ui.fields.bullet_drag import BulletDrag
        from briefdesk.ui.fields.markings import Writing

        drag = BulletDrag(self._editor, self._geometry, self._margin)
        drag.addRequested.connect(self._on_add_requested)
        drag.moved.connect(self._on_dragged)
        self._editor.mark(markings, Writing.INLINE)

    def follow_house(self, house: "SourceHouse") -> None:
        """Clean pasted links by what the library has settled about addresses."""
        self._house = house

    def go_to(self, place: Place) -> None:
        """Put the caret into the bullet that the place names; where it was when it names none."""
        self._editor.setFocus()
        if place.row >= 0:
            self._rows.go_to(place.row, place.caret, place.anchor)

    def held(self, _editor: Editor) -> Place | None:
        """Where the caret was before the edit that comes in."""
        held = self._editor.held
        return (
            held.in_rows(self._field.name, getattr(self._signals.brief, self._field.name)) if held else None
        )

    def commit(self) -> None:
        """Take what is being composed into the brief."""
        self._editor.commit()

    def withdraw(self) -> bool:
        """Take back a paste that waits for an answer; tells whether one did."""
        return self._pasting is not None and self._pasting.is_asking and self._pasting.close()

    def _on_key(self, event: QKeyEvent) -> bool:
        cursor = self._editor.textCursor()
        if is_escape(event):
            return self._pasting is not None and self._pasting.close()
        if self._rows.is_filling:
            return False  # the editor itself takes no edits now
        if is_enter(event) and self._pasting is not None and self._pasting.is_asking:
            self._pasting.agree()
        elif is_enter(event):
            self._enter(cursor)
        elif step := moves_row(event):
            if self._rows.move(step):
                self._say_place()
        elif removes_row(event) or (is_backspace(event) and self._is_in_empty_first(cursor)):
            self._rows.remove_selected()
        elif splits_sentences(event) and not (self._pasting is not None and self._pasting.is_open):
            return self._split_sentences()
        else:
            return self._joins(event)
        return True

    def _claims(self, event: QKeyEvent) -> bool:
        """Whether a key that is a command's is for the bullet: Ctrl+. in a long one of several sentences."""
        if not splits_sentences(event) or (self._pasting is not None and self._pasting.is_open):
            return False  # what the strip offers is offered with it
        from briefdesk.brief.splitting import by_sentence, is_long

        bullet = self._rows.texts[self._rows.row]
        return is_long(bullet) and len(by_sentence(bullet)) > 1

    def _split_sentences(self) -> bool:
        from briefdesk.ui.fields.long_bullets import split

        return split(self._editor.spot(self._editor.textCursor()))

    def _is_in_empty_first(self, cursor: QTextCursor) -> bool:
        """Whether Backspace, which has nothing before it to join, is to remove the row."""
        return cursor.atStart() and not cursor.hasSelection() and not self._rows.texts[0]

    def _enter(self, cursor: QTextCursor) -> None:
        if not cursor.hasSelection() and cursor.atEnd() and not self._rows.texts[-1].strip():
            if len(self._rows.texts) > 1:
                self._rows.remove_last()
            self.onwardRequested.emit()
            return
        self._rows.insert(("", ""))

    def _joins(self, event: QKeyEvent) -> bool:
        """Join two bullets whose marks become one; others are joined by the editor itself."""
        cursor = self._editor.textCursor()
        if cursor.hasSelection():
            return False
        if event.key() == Qt.Key.Key_Backspace and (cursor.atBlockStart() or self._rows.is_before_words):
            return self._rows.join(cursor.blockNumber())
        if is_delete(event) and cursor.atBlockEnd():
            return self._rows.join(cursor.blockNumber() + 1)
        return False

    def _put_over(self, text: str, cursor: QTextCursor) -> bool:
        return self._rows.put_over(text, cursor)

    def _on_paste(self, mime: QMimeData, as_one: bool) -> None:
        if self._rows.is_filling:
            return
        # Here and not above: the first paint does not need them.
        from briefdesk.ui.fields.pages import page_from
        from briefdesk.ui.fields.pasting import Pasting

        page = page_from(mime, self._signals.brief)
        if page and not as_one:
            self.pagePasted.emit(page)
            return
        if not as_one and (article := self._article(mime)):
            self.articlePasted.emit(article)
            return
        if self._pasting is None:
            self._pasting = Pasting(self._editor, self._rows, self._signals, self._look, self._column)
            self._pasting.told.connect(self.told)
            self._pasting.house = self._house
        self._pasting.paste(mime, as_one=as_one)

    def _reads(self, mime: QMimeData) -> Iterator[int]:
        from briefdesk.ui.fields.pages import is_empty
        from briefdesk.ui.fields.reading_ahead import read_ahead

        return read_ahead(mime, self._house, rows=True, article=is_empty(self._signals.brief))

    def _article(self, mime: QMimeData) -> "Article | None":
        """The article that is pasted into an empty brief; points that are pasted are none."""
        from briefdesk.ui.fields.pages import is_empty

        if not is_empty(self._signals.brief):
            return None
        from briefdesk.ui.fields.articles import whole_article_from

        return whole_article_from(mime, self._house)

    def _copied(self, cursor: QTextCursor) -> QMimeData:
        from briefdesk.ui.fields.clipboard import rows_mime, text_mime

        parts = self._rows.selected_texts(cursor)
        return rows_mime([part for part in parts if part.strip()]) if len(parts) > 1 else text_mime(parts[0])

    def _on_edited(self, rows: tuple[str, ...], row: int, typed: str | None) -> None:
        self._signals.edit(self._field.name, rows, row=row, typed=typed)
        self._settle()
        if row < 0:
            self._editor.viewport().update()
        else:
            self._margin.update_row(row)

    def _on_changed(self, change: Change) -> None:
        if self._field.name in change.fields:
            rows = getattr(change.brief, self._field.name)
            if rows != self._rows.rows:
                self._rows.show(rows, afresh=change.origin is Origin.OPEN)
                self._settle()
                self._editor.viewport().update()
        if "terms" in change.fields:
            self._settle()

    def _on_filled(self, there: int, wanted: int) -> None:
        self.filling.emit()
        if there == wanted:
            self._settle()
            self._editor.viewport().update()

    def _on_add_requested(self) -> None:
        self._editor.setFocus()
        self._rows.append_empty()

    def _on_dragged(self, rows: range, gap: int) -> None:
        self._editor.setFocus()
        if len(rows) == 1:
            self._rows.go_to(rows.start, 0)
        self._rows.move_to(rows, gap)
        self._say_place()

    def _on_caret_moved(self) -> None:
        row = self._rows.row
        if row != self._active:
            self._margin.update_row(self._active)
            self._margin.update_row(row)
            self._active = row

    def _on_left(self) -> None:
        focus = QApplication.focusWidget()
        if self._rows.is_filling or (focus is not None and self.isAncestorOf(focus)):
            return
        rows = self._rows.rows
        kept = tuple(text for text in map(tidied, rows) if text.strip())
        if kept != rows:
            self._signals.tidy(self._field.name, kept)

    def _say_place(self) -> None:
        """Tell those who hear the form where the bullet is now."""
        from PySide6.QtGui import (  # nothing moves before the first paint
            QAccessible,
            QAccessibleAnnouncementEvent,
        )

        words = self.tr("moved to {place} of {all}")
        place = words.format(place=self._rows.selected.start + 1, all=len(self._rows.texts))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, place))

    def _settle(self) -> None:
        """Bring what stands around the text up to date with it."""
        texts = self._rows.texts
        self._editor.set_mirrored(self._geometry.is_mirrored)
        self._editor.set_room_below(self._geometry.waiting_height if texts[-1] else 0)
        if len(texts) <= COUNTED:
            self._margin.show_mentions(texts, [term.term for term in self._signals.brief.terms])
        bullets = sum(1 for text in texts if text.strip())
        parts = [counted(bullets, self.tr("1 bullet"), self.tr("{n} bullets"))] if bullets else []
        if 0 < len(texts) <= COUNTED and bullets:
            parts.append(counted(sum(map(words_of, texts)), self.tr("1 word"), self.tr("{n} words")))
        if bullets > 1:
            parts.append(self.tr("drag or Alt ↑ ↓"))
        note = with_hidden(Note(" · ".join(parts)), *texts)
        if note != self.note:
            self.note = note
            self.noteChanged.emit(note)
