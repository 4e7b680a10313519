"""Which keys a line of text may keep from the commands of its window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.ui.commands import COMMANDS
from briefdesk.ui.keys.precedence import Precedence
from briefdesk.ui.keys.shortcuts import Shortcuts
from briefdesk.ui.overlay import Overlay
from briefdesk.ui.platforms import Platform
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import CTRL, shown


class Line(QLineEdit):
    """A line that claims every key, as one does of the keys of Emacs on X11."""

    def event(self, arg__1: QEvent) -> bool:
        if arg__1.type() == QEvent.Type.ShortcutOverride:
            arg__1.accept()
            return True
        return super().event(arg__1)


def claims(line: QLineEdit, key: Qt.Key) -> bool:
    """Whether the line keeps Ctrl with this key for itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
    event.ignore()
    QCoreApplication.sendEvent(line, event)
    return event.isAccepted()


@pytest.fixture
def owner(qapp) -> QObject:
    return QObject()


@pytest.fixture
def shortcuts(owner: QObject, tmp_path: Path) -> Shortcuts:
    actions = {each.id: QAction(each.text, owner) for each in COMMANDS}
    return Shortcuts(actions, SettingsFile(tmp_path / "settings.json"), owner, platform=Platform.LINUX)


@pytest.fixture
def window(qtbot: QtBot, shortcuts: Shortcuts) -> QWidget:
    made = QWidget()
    QVBoxLayout(made).addWidget(Line(made))
    Precedence(shortcuts, made)
    shown(qtbot, made)
    return made


def test_a_key_of_a_command_is_not_the_line_s_but_any_other_is(window: QWidget):
    (line,) = window.findChildren(Line)
    line.setFocus()
    assert not claims(line, Qt.Key.Key_E)
    assert claims(line, Qt.Key.Key_C)


def test_a_key_that_is_given_to_a_command_leaves_the_line_at_once(window: QWidget, shortcuts: Shortcuts):
    (line,) = window.findChildren(Line)
    line.setFocus()
    assert claims(line, Qt.Key.Key_J)
    shortcuts.set_keys("publish", ["Ctrl+J"])
    assert not claims(line, Qt.Key.Key_J)
    assert claims(line, Qt.Key.Key_E)


def test_a_line_on_a_card_has_its_own_undo(window: QWidget, look: Look):
    card = Overlay(look, window, wide=300, least=200, top=20)
    line = Line(card.card)
    card.open(line)
    assert line.hasFocus()
    assert claims(line, Qt.Key.Key_Z)
    assert not claims(line, Qt.Key.Key_E)
