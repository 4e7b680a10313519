"""Between a place in a brief and the editor that shows it: names, carets and selections."""

from typing import Final

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.naming import object_name
from briefdesk.ui.fields.units import from_units, to_units

_PARTS: Final = {"url": "Url", "publisher": "Publisher", "title": "Title", "citation": "Citation"}


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


def _first(editor: Editor, row: int) -> int:
    """Where a text begins in its editor: only the bullets share one."""
    if row < 0 or editor.objectName() != object_name("bullets"):
        return 0
    return editor.document().findBlockByNumber(row).position()
