"""Places in an editor that somebody asks about, and the menu that says what can be done there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from briefdesk.ui.fields.markings import Markings, Remedy, Spot
from briefdesk.ui.fields.menu_place import open_at_caret
from briefdesk.ui.fields.remedy_menu import RemedyMenu
from briefdesk.ui.fields.units import from_units, kept, shown, to_units


def spot(editor: QTextEdit, cursor: QTextCursor) -> Spot:
    """The place of a cursor, for those who know what can be done there."""
    block = cursor.block()
    text = kept(block.text())
    place = from_units(text, cursor.positionInBlock())
    replace = partial(_replace, editor, block.blockNumber())
    return Spot(editor.objectName(), block.blockNumber(), text, place, replace)


def block_at(editor: QTextEdit, place: QPoint) -> QTextBlock:
    """The paragraph at a place of the viewport, or the nearest one.

    `QTextEdit.cursorForPosition` warns while an input method composes at the end of a text: Qt finds a
    place among the letters that are not in the document yet.
    """
    document = editor.document()
    across, down = editor.horizontalScrollBar().value(), editor.verticalScrollBar().value()
    there = QPointF(place.x() + across, place.y() + down)
    found = document.documentLayout().hitTest(there, Qt.HitTestAccuracy.FuzzyHit)
    return document.findBlock(min(max(found, 0), document.characterCount() - 1))


def menu(
    editor: QTextEdit,
    place: QPoint,
    markings: Markings | None,
    remedies: Callable[[QTextCursor], Sequence[Remedy]],
) -> QMenu:
    """What the widget does itself at that place: copy, paste and the like; undo is the window's."""
    made = editor.createStandardContextMenu(place)
    for action in made.actions()[:3]:
        if action.isSeparator() or action.objectName() in ("edit-undo", "edit-redo"):
            made.removeAction(action)
    if markings is not None:
        RemedyMenu(made, partial(remedies, editor.cursorForPosition(place)), markings.remedied)
    return made


def open_menu(editor: QTextEdit, event: QContextMenuEvent, menu_at: Callable[[QPoint], QMenu]) -> None:
    """Open the menu where the mouse is, or by key beside the line of the caret."""
    by_key = event.reason() == event.Reason.Keyboard
    made = menu_at(editor.cursorRect().center() if by_key else event.pos())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if by_key:
        open_at_caret(made, editor)
    else:
        made.popup(event.globalPos())


def _replace(editor: QTextEdit, row: int, start: int, end: int, words: str) -> None:
    """Put words in the place of a part of a paragraph; the caret goes behind them."""
    if editor.isReadOnly():
        return
    block = editor.document().findBlockByNumber(row)
    text = kept(block.text())
    cursor = editor.textCursor()
    cursor.setPosition(block.position() + to_units(text, start))
    cursor.setPosition(block.position() + to_units(text, end), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(shown(words))
    editor.setTextCursor(cursor)
