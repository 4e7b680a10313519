"""Bold, italic, code and links by key, on the words that are selected or around the caret."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from briefdesk.brief.toggling import SIGNS, Mark, Marked, closed, has_mark, link_at, linked, toggled
from briefdesk.desk.session import Change, Origin
from briefdesk.ui.fields.difference import difference
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.link_strip import LinkStrip
from briefdesk.ui.fields.markings import Writing
from briefdesk.ui.fields.passing import is_passing
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.fields.strip import beside_ring
from briefdesk.ui.fields.units import from_units, kept, shown, to_units
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look

MARKS: Mapping[str, Mark] = {"bold": "strong", "italic": "emphasis", "code": "code"}
_MARKED = frozenset(("bullets", "terms"))
"""The fields whose texts can be marked."""


class _Part(NamedTuple):
    """The selected part of one paragraph, in code points."""

    row: int
    text: str
    start: int
    end: int


class Formatting(QObject):
    """Acts on the text of the form that holds inline Markdown and has the keyboard, or had it last.

    While the keyboard is in a bar, a strip, a menu or on a card, that is the text it came from. A
    selection over several bullets is marked in each of them, as one step of undo. `told` carries what
    could not be done.
    """

    told = Signal(str)

    def __init__(self, signals: SessionSignals, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._signals = signals
        self._look = look
        self._actions: Sequence[QAction] = ()
        self._editor: Editor | None = None
        self._lent: Editor | None = None
        """The editor from which a strip has the keyboard: it is not left before the strip is left too."""
        self._begun: list[tuple[Editor, int, Mark]] = []
        """Stretches that were begun with nothing in them, the inner ones last: the same key ends them."""
        self._strips: dict[QWidget, LinkStrip] = {}
        self.house: SourceHouse | None = None
        """What the library has settled about addresses."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        signals.changed.connect(self._on_changed)

    def handlers(self) -> Mapping[str, Callable[..., object]]:
        """The commands that are done here, by id."""
        return {**{id: partial(self._toggle, mark) for id, mark in MARKS.items()}, "link": self._ask_for_link}

    def show_in(self, actions: Mapping[str, QAction]) -> None:
        """Enable these commands where they apply, now and from now on."""
        self._actions = [actions[id] for id in (*MARKS, "link")]
        self._enable(self._editor)

    def _toggle(self, mark: Mark, _checked: bool = False) -> None:
        editor = self._usable()
        if editor is None:
            return
        parts = _parts(editor)
        if marked := self._ended(editor, parts[0], mark):
            self._put(editor, [(parts[0], marked)])
            return
        if len(parts) == 1:
            part = parts[0]
            done = [(part, toggled(part.text, part.start, part.end, mark))]
        else:
            on = not all(has_mark(part.text, part.start, part.end, mark) for part in parts)
            done = [(part, toggled(part.text, part.start, part.end, mark, on=on)) for part in parts]
        if all(part.text == marked.text for part, marked in done):
            self.told.emit(self.tr("Markdown has no way to mark just this part"))
            return
        self._put(editor, done)
        part, marked = done[0]
        if part.start == part.end and _is_begun(part, marked, SIGNS[mark]):
            self._begun.append((editor, part.row, mark))

    def _ended(self, editor: Editor, part: _Part, mark: Mark) -> Marked | None:
        """The text with the stretch ended at whose end the caret is, if that was begun by this key."""
        if part.start != part.end or (editor, part.row, mark) not in self._begun:
            return None
        del self._begun[self._begun.index((editor, part.row, mark)) :]
        return closed(part.text, part.start, mark)

    def _put(self, editor: Editor, done: Sequence[tuple[_Part, Marked]]) -> None:
        """Put the marked texts in the place of the others, as one step of undo, and keep them selected."""
        self._signals.pause()
        cursor = QTextCursor(editor.document())
        cursor.beginEditBlock()
        for part, marked in done:
            found = difference(part.text, marked.text)
            start = editor.document().findBlockByNumber(part.row).position()
            cursor.setPosition(start + to_units(part.text, found.start))
            cursor.setPosition(
                start + to_units(part.text, found.start + found.removed), QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(shown(marked.text[found.start : found.start + found.added]))
        cursor.endEditBlock()
        self._signals.pause()
        had_selection = (
            editor.textCursor().hasSelection() or len(done) > 1 or done[0][0].start < done[0][0].end
        )
        after = editor.textCursor()
        (first, begun), (last, ended) = done[0], done[-1]
        end = _position(editor, last.row, ended.text, ended.end)
        after.setPosition(_position(editor, first.row, begun.text, begun.start) if had_selection else end)
        after.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(after)

    def _ask_for_link(self) -> None:
        editor = self._usable()
        if editor is None:
            return
        strip = self._strip_for(editor)
        if strip is None:
            return
        part = _parts(editor)[0]
        there = link_at(part.text, part.start, part.end)
        self._lent = editor
        strip.house = self.house
        strip.ask(there.href if there else "", partial(self._link, editor, part))

    def _link(self, editor: Editor, part: _Part, href: str) -> None:
        if not isValid(editor):
            return
        block = editor.document().findBlockByNumber(part.row)
        if kept(block.text()) != part.text:
            return
        there = link_at(part.text, part.start, part.end)
        start, end = part.start, part.end
        if there and start == end:
            from briefdesk.brief.spans import source_range

            start, end = source_range(part.text, there.start, there.end)
        marked = linked(part.text, start, end, href)
        if marked.text != part.text:
            behind = _behind_link(marked.text, marked.end)
            self._put(editor, [(part, Marked(marked.text, behind, behind))])
        editor.setFocus()

    def _strip_for(self, editor: Editor) -> LinkStrip | None:
        """The strip below the field in which an editor is."""
        around = editor.parentWidget()
        while around is not None and not hasattr(around, "put_below"):
            around = around.parentWidget()
        if around is None:
            return None
        if around not in self._strips:
            strip = LinkStrip(self._look)
            around.put_below(beside_ring(strip))  # pyright: ignore[reportAttributeAccessIssue]
            strip.left.connect(self._on_strip_left)
            strip.told.connect(self.told)
            self._strips[around] = strip
        return self._strips[around]

    def _usable(self) -> Editor | None:
        editor = self._editor
        if editor is None or not isValid(editor) or editor.isReadOnly():
            return None
        editor.commit()
        return editor

    def _on_strip_left(self) -> None:
        if self._editor is not None and isValid(self._editor):
            self._editor.setFocus()

    def _on_changed(self, change: Change) -> None:
        """Ask no more about a text that may be another one now; the keyboard goes back to it."""
        if change.origin is not Origin.EDIT:
            self._begun.clear()
        if change.before.id == change.brief.id and not change.fields & _MARKED:
            return
        for strip in self._strips.values():
            if not strip.isHidden():
                if _has_keyboard(strip):
                    strip.close_unanswered()
                strip.put_away()

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return  # another window is in front
        if not is_passing(now):
            self._enable(now)
        if self._lent is not None and not is_passing(now):
            lent, self._lent = self._lent, None
            if now is not lent and isValid(lent):
                lent.left.emit()

    def _enable(self, focus: QWidget | None) -> None:
        is_ours = isinstance(focus, Editor) and focus.writing is Writing.INLINE
        if focus is not self._editor:
            self._drop_begun()
        self._editor = focus if is_ours and isinstance(focus, Editor) else None
        for action in self._actions:
            action.setEnabled(is_ours)

    def _drop_begun(self) -> None:
        """Take signs away between which nothing was typed: nobody means them."""
        for editor, row, mark in reversed(self._begun):
            if not isValid(editor) or editor.isReadOnly():
                break
            part = _parts(editor)[0]
            ended = closed(part.text, part.start, mark) if part.row == row else None
            if ended is None or len(part.text) - len(ended.text) != 2 * len(SIGNS[mark]):
                break
            self._put(editor, [(part, ended)])
        self._begun.clear()


def _behind_link(text: str, place: int) -> int:
    """The place behind the address of the link whose words end at a place; that place where none do."""
    from briefdesk.brief.spans import spans

    behind = place
    for each in spans(text):
        if each.start != behind or not each.is_sign or not each.run.href:
            continue
        if text[behind] == "[":
            break
        behind = each.end
        if text[each.start] == "]":
            return behind
    return place


def _has_keyboard(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)


def _parts(editor: Editor) -> list[_Part]:
    """The selected part of each paragraph; those of which nothing is selected are left out of several."""
    cursor = editor.textCursor()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    found = [
        _Part(
            block.blockNumber(),
            text := kept(block.text()),
            from_units(text, max(0, first - block.position())),
            from_units(text, min(block.length() - 1, last - block.position())),
        )
        for block in _blocks(editor, first, last)
    ]
    return [part for part in found if part.start < part.end] or found[:1]


def _is_begun(part: _Part, marked: Marked, sign: str) -> bool:
    """Whether signs with nothing in them were put in."""
    added = len(marked.text) - len(part.text)
    return added == 2 * len(sign) and marked.text.startswith(2 * sign, marked.start - len(sign))


def _blocks(editor: Editor, first: int, last: int) -> Iterator[QTextBlock]:
    block = editor.document().findBlock(first)
    while block.isValid() and block.position() <= last:
        yield block
        block = block.next()


def _position(editor: Editor, row: int, text: str, place: int) -> int:
    return editor.document().findBlockByNumber(row).position() + to_units(text, place)
