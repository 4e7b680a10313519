"""A writer before the whole window: what is in it, and what hands can do to it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief
from briefdesk.channels import ChannelContext
from briefdesk.channels.channel import Channel, settled
from briefdesk.store.library import Library
from briefdesk.ui.window import MainWindow
from tests.ui.fields import hands
from tests.ui.fields.hands import CTRL, NONE


class Writer:
    """One window with an empty brief in it; keys go where the keyboard is."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    @property
    def brief(self) -> Brief:
        """The brief in the form."""
        return self.window.desk.brief

    @property
    def library(self) -> Library:
        """The library that is open."""
        assert self.window.library is not None
        return self.window.library

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def open(self, **values: Any) -> str:
        """Open a stored brief that holds these values; gives its id."""
        id = self.library.save(Brief(**values)).brief.id
        self.window.open_brief(id)
        return id

    def at(self, name: str, row: int = 0, place: int | None = None, to: int | None = None) -> QTextEdit:
        """Go to a text: into a paragraph, by default behind it; with `to`, select up to there."""
        found = hands.editor(self.window, name)
        found.setFocus()
        end = len(found.document().findBlockByNumber(row).text())
        hands.put_caret(found, row, end if place is None else place)
        if to is not None:
            cursor = found.textCursor()
            cursor.setPosition(cursor.block().position() + to, QTextCursor.MoveMode.KeepAnchor)
            found.setTextCursor(cursor)
        return found

    def write(self, text: str) -> None:
        """Type, a key at a time."""
        for char in text:
            if char.isascii():
                hands.write(self.focus, char)
            else:  # QTest knows no key for it; a keyboard has one
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QCoreApplication.sendEvent(self.focus, QKeyEvent(kind, 0, NONE, char))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press one key."""
        hands.press(self.focus, key, modifiers)

    def undo(self) -> None:
        """Ctrl+Z."""
        self.press(Qt.Key.Key_Z, CTRL)

    def paste(self, text: str = "", html: str = "") -> None:
        """Ctrl+V of what another program has copied."""
        hands.paste(self.focus, text, html)

    def act(self, name: str) -> None:
        """Choose a command."""
        found = self.window.findChild(QAction, f"action-{name}")
        assert isinstance(found, QAction)
        assert found.isEnabled(), name
        found.trigger()

    def notice(self) -> str:
        """What the notice bar says, with its buttons; "" while there is none."""
        return _said(self.window.furniture.notices)

    def strip(self) -> str:
        """What the strip of a paste says, with its buttons; "" while there is none."""
        return _said(self.window.findChild(QWidget, "pasteStrip"))

    def about_term(self, number: int = 1) -> str:
        """What the strip under a term says; "" while there is none."""
        label = self.window.findChild(QLabel, f"termStripWords{number}")
        return label.accessibleName() if label is not None and label.isVisible() else ""

    def note(self, name: str) -> str:
        """What a field says about itself, with its links."""
        note = self.window._shell.form.content(name).note  # pyright: ignore[reportAttributeAccessIssue]
        return " | ".join((note.text, *(act.words for act in note.acts)))

    def click(self, words: str) -> None:
        """Press the one visible button of these words."""
        QApplication.processEvents()
        found = [each for each in self.window.findChildren(QPushButton) if each.text() == words]
        (button,) = [each for each in found if each.isVisible()]
        button.click()

    def published(self, channel: Channel) -> str:
        """What a channel makes of the brief."""
        context = ChannelContext(stems={self.brief.id: "x"}, settings=settled(channel, {}))
        (artifact,) = channel.write((self.brief,), context)
        return artifact.data.decode()

    def titles(self) -> Sequence[str]:
        """The titles of the library's list, as they are shown."""
        model = self.window.findChild(QListView, "libraryList").model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]


def _said(bar: QWidget | None) -> str:
    QApplication.processEvents()  # a new button is shown when the layout has taken it in
    if bar is None or not bar.isVisible():
        return ""
    parts = [*bar.findChildren(QLabel), *bar.findChildren(QPushButton)]
    return " | ".join(each.text() for each in parts if each.isVisible() and each.text())
