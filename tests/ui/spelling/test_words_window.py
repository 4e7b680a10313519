"""The window of the words of a library: added, removed, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.store.library import Library
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.spelling.accepted import Accepted
from briefdesk.ui.spelling.words_window import WordsWindow
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import CTRL, ENTER, part, press, write


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def window(
    qtbot: QtBot, around: QWidget, library: Library, signals: SessionSignals, jobs: Jobs, look: Look
) -> WordsWindow:
    library.settle("word", {"Zyphrion": "", "moonshot": ""})
    library.settle("alarm", {"jargon:pbx": "PBX", "jargon:codec": "no"})
    accepted = Accepted(signals, jobs, around)
    accepted.set_library(library)
    made = WordsWindow(library, accepted, jobs, look, "en_US", around)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    qtbot.waitUntil(lambda: words(made) == ["moonshot", "Zyphrion"])
    return made


def words(window: WordsWindow) -> list[str]:
    found = part(window, QListWidget, "wordList")
    return [found.item(n).text() for n in range(found.count())]


def test_a_word_is_added_by_enter(qtbot: QtBot, window: WordsWindow, library: Library):
    new = part(window, QLineEdit, "newWordEdit")
    write(new, "  pretraining ")
    press(new, ENTER)
    assert "pretraining" in words(window)
    qtbot.waitUntil(lambda: "pretraining" in library.house("word"))
    assert new.text() == ""


def test_a_word_is_added_once(window: WordsWindow):
    new = part(window, QLineEdit, "newWordEdit")
    write(new, "Zyphrion")
    press(new, ENTER)
    assert words(window).count("Zyphrion") == 1
    assert "already" in part(window, QLabel, "wordsSaid").text()


def test_selected_words_are_removed_by_a_key_and_taken_back_by_another(
    qtbot: QtBot, window: WordsWindow, library: Library
):
    found = part(window, QListWidget, "wordList")
    found.setFocus()
    found.selectAll()
    press(found, Qt.Key.Key_Delete)
    assert words(window) == []
    qtbot.waitUntil(lambda: not library.house("word"))
    press(window, Qt.Key.Key_Z, CTRL)
    assert sorted(words(window)) == ["Zyphrion", "moonshot"]
    qtbot.waitUntil(lambda: set(library.house("word")) == {"Zyphrion", "moonshot"})


def test_there_is_nothing_to_undo_before_something_was_done(window: WordsWindow):
    assert not part(window, QPushButton, "undoWords").isEnabled()


def test_plain_english_can_be_british(qtbot: QtBot, window: WordsWindow):
    with qtbot.waitSignal(window.englishChosen) as chosen:
        part(window, QComboBox, "englishChoice").setCurrentIndex(1)
    assert chosen.args == ["en_GB"]


def test_a_word_that_is_never_jargon_is_removed_and_taken_back(
    qtbot: QtBot, window: WordsWindow, library: Library
):
    found = part(window, QListWidget, "jargonList")
    assert [found.item(n).text() for n in range(found.count())] == ["PBX", "codec"]
    found.setFocus()
    found.setCurrentRow(0)
    with qtbot.waitSignal(window.jargonChanged):
        press(found, Qt.Key.Key_Delete)
    assert set(library.house("alarm")) == {"jargon:codec"}
    assert words(window) == ["moonshot", "Zyphrion"]
    with qtbot.waitSignal(window.jargonChanged):
        press(window, Qt.Key.Key_Z, CTRL)
    assert library.house("alarm") == {"jargon:pbx": "PBX", "jargon:codec": "no"}
    assert found.count() == 2


def test_it_says_that_there_is_nothing_only_when_there_is_nothing(qtbot: QtBot, window: WordsWindow):
    said = part(window, QLabel, "wordsSaid")
    assert said.text() == ""
    for name in ("wordList", "jargonList"):
        found = part(window, QListWidget, name)
        found.setFocus()
        found.selectAll()
        press(found, Qt.Key.Key_Delete)
    assert words(window) == []
    window._say("")
    assert said.text() == "No words yet"
    write(part(window, QLineEdit, "newWordEdit"), "pretraining")
    press(part(window, QLineEdit, "newWordEdit"), ENTER)
    assert "No words" not in said.text()
