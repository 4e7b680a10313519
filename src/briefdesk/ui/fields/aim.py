"""Between a place in a brief and the editor that shows it: names, carets and selections."""

import re
from typing import Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from briefdesk.brief.fields import FIELDS
from briefdesk.desk.texts import Where
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.naming import object_name
from briefdesk.ui.fields.units import from_units, kept, to_units

_PARTS: Final = {"url": "Url", "publisher": "Publisher", "title": "Title", "citation": "Citation"}
_TERM: Final = re.compile(r"(term|definition)Edit(\d+)")


def editor_name(field: str, row: int, part: str) -> str:
    """The object name of the editor in which a text of the brief stands."""
    if field == "terms":
        return f"{part}Edit{row + 1}"
    return f"source{_PARTS[part]}Edit" if field == "source" else object_name(field)


def editor_of(form: QWidget, field: str, row: int, part: str) -> Editor | None:
    """That editor; None where the form has none for it."""
    found = form.findChild(Editor, editor_name(field, row, part))
    return found if isinstance(found, Editor) else None


def select(editor: Editor, row: int, text: str, start: int, end: int) -> None:
    """Select a part of a text, in code points; the caret stands behind it."""
    first = _first(editor, row)
    last = editor.document().characterCount() - 1
    cursor = editor.textCursor()
    cursor.setPosition(min(first + to_units(text, start), last))
    cursor.setPosition(min(first + to_units(text, end), last), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def caret_in(editor: Editor, row: int, text: str) -> int | None:
    """Where the caret is in a text of the editor, in code points; None where it is in another row."""
    cursor = editor.textCursor()
    if row >= 0 and editor.objectName() == object_name("bullets") and cursor.blockNumber() != row:
        return None
    return from_units(text, cursor.position() - _first(editor, row))


def selected_in(editor: Editor) -> tuple[Where, int, int] | None:
    """In which text of the brief the selection of an editor begins, and its ends there, in code points.

    A selection that goes on in another bullet ends where it begins; `None` for an editor of no such text.
    """
    where = _where(editor.objectName(), editor.textCursor())
    if where is None:
        return None
    cursor, first = editor.textCursor(), _first(editor, where[1])
    is_bullet = where[0] == "bullets"
    block = editor.document().findBlock(cursor.selectionStart())
    text = kept(block.text() if is_bullet else editor.toPlainText())
    start, end = cursor.selectionStart() - first, cursor.selectionEnd() - first
    if is_bullet and cursor.selectionEnd() > block.position() + block.length() - 1:
        end = start
    return where, from_units(text, start), from_units(text, end)


def _where(name: str, cursor: QTextCursor) -> Where | None:
    """The text that an editor of that name edits, at a cursor."""
    if name == object_name("bullets"):
        return "bullets", cursor.document().findBlock(cursor.selectionStart()).blockNumber(), ""
    if found := _TERM.fullmatch(name):
        return "terms", int(found[2]) - 1, found[1]
    for part in _PARTS:
        if name == editor_name("source", -1, part):
            return "source", -1, part
    field = next((each.name for each in FIELDS if object_name(each.name) == name), "")
    return (field, -1, "") if field else None


def _first(editor: Editor, row: int) -> int:
    """Where a text begins in its editor: only the bullets share one."""
    if row < 0 or editor.objectName() != object_name("bullets"):
        return 0
    return editor.document().findBlockByNumber(row).position()
