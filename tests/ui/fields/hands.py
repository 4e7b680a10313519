"""A writer's hands: keys, pastes and compositions given to a widget as Qt would give them."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.desk.session import Change, Session

ENTER, BACKSPACE, DELETE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab
UP, DOWN, LEFT, RIGHT, HOME, END = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
NONE = Qt.KeyboardModifier.NoModifier
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

Part = TypeVar("Part", bound=QWidget)


class Listener:
    """Remembers what a session announced."""

    def __init__(self, session: Session) -> None:
        self.changes: list[Change] = []
        session.watch(self.changes.append)

    def count(self) -> int:
        """How many changes there were since the last count."""
        count = len(self.changes)
        self.changes.clear()
        return count


def shown(qtbot: QtBot, widget: QWidget, width: int = 560) -> QWidget:
    """Put a widget on the screen, in a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, 600)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def editor(widget: QWidget, name: str) -> QTextEdit:
    """The text widget of that object name."""
    found = widget.findChild(QTextEdit, name)
    assert found is not None, f"there is no {name}"
    return found


def part(widget: QWidget, kind: type[Part], name: str) -> Part:
    """The part of a widget that is of that kind and has that object name."""
    found = widget.findChild(kind, name)
    assert isinstance(found, kind), f"there is no {name}"
    return found


def write(widget: QWidget, text: str) -> None:
    """Type a text, a key at a time; a line feed is the Enter key."""
    for char in text:
        if char == "\n":
            QTest.keyClick(widget, ENTER)
        else:
            QTest.keyClicks(widget, char)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press one key."""
    QTest.keyClick(widget, key, modifiers)


def press_many(widget: QWidget, key: Qt.Key, times: int) -> None:
    """Press one key several times."""
    for _ in range(times):
        QTest.keyClick(widget, key)


def copy_to_clipboard(text: str = "", html: str = "") -> None:
    """Put a text on the clipboard, as another program would."""
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    QApplication.clipboard().setMimeData(mime)


def paste(widget: QWidget, text: str = "", html: str = "", *, as_one: bool = False) -> None:
    """Paste what another program has copied, with Ctrl+V or Ctrl+Shift+V."""
    copy_to_clipboard(text, html)
    press(widget, Qt.Key.Key_V, CTRL | SHIFT if as_one else CTRL)


def compose(widget: QWidget, text: str) -> None:
    """Have an input method show a text that is not decided yet."""
    QCoreApplication.sendEvent(widget, QInputMethodEvent(text, []))


def decide(widget: QWidget, text: str) -> None:
    """Have an input method put a text in."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def put_caret(widget: QTextEdit, row: int, place: int) -> None:
    """Put the caret into a paragraph, counted in UTF-16 units."""
    cursor = widget.textCursor()
    cursor.setPosition(widget.document().findBlockByNumber(row).position() + place)
    widget.setTextCursor(cursor)


def caret(widget: QTextEdit) -> tuple[int, int]:
    """Paragraph and place of the caret, counted in UTF-16 units."""
    cursor = widget.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


def paragraphs(widget: QTextEdit) -> Sequence[str]:
    """The texts of all paragraphs, with their no-break spaces."""
    block, found = widget.document().firstBlock(), []
    while block.isValid():
        found.append(block.text())
        block = block.next()
    return found
