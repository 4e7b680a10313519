"""What is found in the open brief, where, and which of it is looked at; marks it in the form."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPalette
from shiboken6 import isValid

from briefdesk.brief.model import Brief
from briefdesk.brief.seeking import BadPattern, Sought, Span, fitting
from briefdesk.desk.replacing import LINES
from briefdesk.desk.session import Change
from briefdesk.desk.texts import Text, rank, texts, with_texts
from briefdesk.ui.fields.aim import editor_name, editor_of, select, selected_in
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Mark, Markings, Remedy, Spot, Style, Writing
from briefdesk.ui.signals import SessionSignals

REST_MS = 60

Begin = tuple[int, int, int, int]
"""A place in the order of all texts, in code points within its text."""
_START: Final[Begin] = (-1, -1, -1, 0)


class Find(NamedTuple):
    """One place where the sought words stand."""

    text: Text
    span: Span


class Finds(QObject):
    """Looks for words in all texts of the brief, again with each of its changes.

    `changed` follows new finds or another one that is looked at; `error` then holds what is wrong with
    what is looked for.
    """

    changed = Signal()

    def __init__(self, form: QObject, signals: SessionSignals, markings: Markings) -> None:
        super().__init__(form)
        self._form = form
        self.signals = signals
        self._markings = markings
        self._sought = Sought("")
        self._finds: tuple[Find, ...] = ()
        self._at = -1
        self._shown: Editor | None = None
        self._begin = _START
        self.error = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST_MS)
        self._soon.timeout.connect(self._look_again)
        signals.changed.connect(self._on_changed)
        markings.add(self)

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self._finds)

    @property
    def at(self) -> int:
        """Which of them is looked at, counted from 0; -1 for none."""
        return self._at

    @property
    def now(self) -> Find | None:
        """The one that is looked at."""
        return self._finds[self._at] if 0 <= self._at < len(self._finds) else None

    def seek(self, sought: Sought, near: Editor | None) -> None:
        """Look for words; the first find at or after the place where the search begins is looked at.

        It begins at the selection of an editor, or where the one before began.
        """
        if near is not None:
            self.begin_at(near)
        elif sought == self._sought and not self.error:
            return
        self._sought, self.error = sought, ""
        self._look()
        self._at = self._first_from(self._begin)
        self._markings.changed.emit(None)
        self.changed.emit()

    def begin_at(self, editor: Editor) -> None:
        """What is sought first is that which comes after the caret of this editor."""
        self._shown = editor
        if selected := selected_in(editor):
            self._begin = (*rank(selected[0]), selected[1])

    def fail(self, error: str) -> None:
        """What is looked for cannot be: say why, and find nothing."""
        self._sought, self.error = Sought(""), error
        self._finds, self._at = (), -1
        self._markings.changed.emit(None)
        self.changed.emit()

    def end(self) -> None:
        """Look for nothing any more."""
        self.seek(Sought(""), None)
        if self._shown is not None and isValid(self._shown):
            self._shown.setPalette(QPalette())
        self._shown, self._begin = None, _START

    def step(self, by: int, near: Editor | None = None) -> None:
        """Look at the next find, or with -1 at the one before; after the last comes the first.

        With an editor, that is the next to its selection.
        """
        self.settle()
        if not self._finds:
            return
        selected = selected_in(near) if near is not None else None
        if selected is None:
            self._at = (self._at + by) % len(self._finds)
        elif by > 0:
            self._at = self._first_from((*rank(selected[0]), selected[2]))
        else:
            after = self._first_from((*rank(selected[0]), selected[1]), len(self._finds))
            self._at = (after - 1) % len(self._finds)
        self._begin = _key(self._finds[self._at])
        self._markings.changed.emit(None)
        self.changed.emit()

    def settle(self) -> None:
        """Look now, if the brief has changed since the last look."""
        if self._soon.isActive():
            self._soon.stop()
            self._look_again()

    def select_now(self) -> Editor | None:
        """Select the find that is looked at in its editor, and there alone; gives the editor."""
        if (now := self.now) is None:
            return None
        field, row, part = now.text.where
        editor = editor_of(self._form, field, row, part)  # pyright: ignore[reportArgumentType]
        if self._shown is not None and self._shown is not editor and isValid(self._shown):
            cursor = self._shown.textCursor()
            cursor.clearSelection()
            self._shown.setTextCursor(cursor)
            self._shown.setPalette(QPalette())
        self._shown = editor
        if editor is not None:
            select(editor, row, now.text.text, *now.span)
            editor.setPalette(_as_if_active(editor.palette()))
        return editor

    def replace_now(self, words: str) -> bool:
        """Put words in the place that is looked at, and look at the next one; tells whether it could be.

        Raises:
            BadPattern: the words name a group that the pattern does not have.
        """
        self.settle()
        now = self.now
        if now is None:
            return False
        after = self._after(now.text, (now.span,), words)
        if after == now.text.text:
            self.step(1)
            return False
        behind = now.span.end + len(after) - len(now.text.text)
        where = now.text.where
        self.signals.edit_all(with_texts(self.signals.brief, {where: after}))
        self._soon.stop()
        self._look()
        self._begin = (*rank(where), behind)
        self._at = self._first_from(self._begin)
        self._markings.changed.emit(None)
        self.changed.emit()
        return True

    def replace_all(self, words: str) -> tuple[int, int]:
        """Put words in all places, as one step of undo; gives how many were changed and how many left.

        Raises:
            BadPattern: the words name a group that the pattern does not have.
        """
        self.settle()
        brief, before = self.signals.brief, len(self._finds)
        changed, left = replaced(brief, self._sought, words)
        if changed:
            self.signals.edit_all(changed)
        self._soon.stop()
        self._look_again()
        return before - left, left

    def marks(self, field: str, text: str, writing: Writing) -> Iterable[Mark]:
        """What was found in a paragraph."""
        if not self._sought.words or self.error:
            return
        now = self.now
        # Two rows with the same words: which of them is looked at, its selection says.
        is_now = (
            now is not None
            and editor_name(*now.text.where) == field
            and now.text.text == text
            and sum(each.text.text == text and each.span == now.span for each in self._finds) == 1
        )
        try:
            spans = self._sought.spans(text, inline=writing is Writing.INLINE)
        except BadPattern:
            return  # told when the whole brief is looked through
        for span in spans:
            yield Mark(span.start, span.end, Style.FOUND)
            if is_now and now is not None and span == now.span:
                yield Mark(span.start, span.end, Style.FOUND_NOW)

    def remedies(self, spot: Spot) -> Sequence[Remedy]:
        """Nothing is wrong with what was found."""
        return ()

    def _after(self, text: Text, spans: tuple[Span, ...], words: str) -> str:
        after = self._sought.replaced(text.text, spans, words, inline=text.inline)
        return fitting(after, lines=text.where[0] in LINES)

    def _on_changed(self, change: Change) -> None:
        if self._sought.words and (change.fields or change.before.id != change.brief.id):
            self._soon.start()

    def _look_again(self) -> None:
        now = self.now
        self._look()
        if now in self._finds:
            self._at = self._finds.index(now)
        else:
            self._at = min(max(self._at, 0), len(self._finds) - 1)
        self._markings.changed.emit(None)
        self.changed.emit()

    def _look(self) -> None:
        try:
            self._finds = tuple(
                Find(text, span)
                for text in texts(self.signals.brief)
                for span in self._sought.spans(text.text, inline=text.inline)
            )
        except BadPattern as error:
            self._finds, self._at, self.error = (), -1, error.what

    def _first_from(self, begin: Begin, otherwise: int = 0) -> int:
        """The first find at or after a place; `otherwise` where there is none; -1 without finds."""
        if not self._finds:
            return -1
        return next((n for n, each in enumerate(self._finds) if _key(each) >= begin), otherwise)


def _key(find: Find) -> Begin:
    return *rank(find.text.where), find.span.start


def replaced(brief: Brief, sought: Sought, words: str) -> tuple[dict[str, object], int]:
    """The fields of a brief with words in all places, and how many places had to be left as they are.

    Raises:
        BadPattern: the pattern takes too long, or has no such group.
    """
    changed: dict[tuple[str, int, str], str] = {}
    left = 0
    for text in texts(brief):
        spans = sought.spans(text.text, inline=text.inline)
        if not spans:
            continue
        after = fitting(
            sought.replaced(text.text, spans, words, inline=text.inline), lines=text.where[0] in LINES
        )
        if after != text.text:
            changed[text.where] = after
        else:
            left += len(spans)
    return with_texts(brief, changed), left


def _as_if_active(palette: QPalette) -> QPalette:
    """With selections as where the keyboard is: what is looked at is what is worked on, from the bar."""
    made = QPalette(palette)
    for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText):
        made.setColor(QPalette.ColorGroup.Inactive, role, palette.color(QPalette.ColorGroup.Active, role))
    return made
