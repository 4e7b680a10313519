"""Spelling, find and replace by their keys, in the whole window."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Brief
from briefdesk.desk import dictionaries
from briefdesk.store.library import Library
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Style, Writing
from briefdesk.ui.window import MainWindow
from tests.desk.dictionary import make
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import CTRL, NONE, SHIFT, editor, press, put_caret, write


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    make()
    with Library.open(tmp_path / "x.briefdesk") as library:
        library.save(Brief(id="one", headline="the model", bullets=("teh modle",)))
    made = build(tmp_path / "x.briefdesk")
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000), qtbot.waitActive(made, timeout=20_000):
        made.show()
        made.activateWindow()
    yield made
    put_away(made)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_the_keys_of_finding_are_two_and_do_two_things(window: MainWindow):
    press(focus(), Qt.Key.Key_F, CTRL)
    assert focus().objectName() == "barFindEdit"
    press(focus(), Qt.Key.Key_F, CTRL | SHIFT)
    assert focus().objectName() not in ("barFindEdit", "headlineEdit")


def test_find_next_works_from_the_form_and_from_the_bar(window: MainWindow):
    press(focus(), Qt.Key.Key_F, CTRL)
    write(focus(), "mod")
    for _ in range(2):
        press(focus(), Qt.Key.Key_F3, NONE)
    press(focus(), Qt.Key.Key_Escape, NONE)
    found = focus()
    assert isinstance(found, Editor)
    assert (found.objectName(), found.textCursor().selectedText()) == ("bulletsEdit", "mod")


def test_no_dictionary_is_read_before_the_window_rests_or_when_spelling_is_off(
    qtbot: QtBot, window: MainWindow
):
    proofing = window.furniture.proofing
    assert proofing._spelling is None
    window.furniture._actions["check-spelling"].trigger()
    assert not proofing.spelling.is_on
    assert not window._settings.settings.spelling
    assert not proofing._rest.isActive()
    assert not proofing.spelling.verdicts.has_dictionary


def test_the_next_misspelling_is_a_key_away(qtbot: QtBot, window: MainWindow):
    proofing = window.furniture.proofing
    proofing._on_rest()
    qtbot.waitUntil(lambda: proofing.spelling.verdicts.known("teh") is False)
    press(focus(), Qt.Key.Key_F7, SHIFT)
    found = focus()
    assert isinstance(found, Editor)
    assert found.textCursor().selectedText() == "teh"


@pytest.fixture
def waiting(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The dictionary is read when this is set, and not before; Shift+F7 has been pressed."""
    go_on = threading.Event()
    read = dictionaries.read

    def wait_and_read(*args: Any) -> Any:
        assert go_on.wait(20)
        return read(*args)

    monkeypatch.setattr(dictionaries, "read", wait_and_read)
    press(focus(), Qt.Key.Key_F7, SHIFT)
    yield go_on
    go_on.set()


def is_told(window: MainWindow) -> bool:
    notices = window.furniture.notices
    return any("still being read" in each.text() for each in notices.findChildren(QLabel) if each.isVisible())


def test_a_misspelling_asked_for_too_early_is_gone_to_when_the_dictionary_is_there(
    qtbot: QtBot, window: MainWindow, waiting: threading.Event
):
    assert is_told(window)
    waiting.set()
    qtbot.waitUntil(lambda: focus().objectName() == "bulletsEdit")
    found = focus()
    assert isinstance(found, Editor)
    assert found.textCursor().selectedText() == "teh"
    assert not is_told(window)


def test_a_language_without_a_dictionary_is_told_with_where_one_goes(qtbot: QtBot, window: MainWindow):
    window.desk.session.edit("language", "eu")
    press(focus(), Qt.Key.Key_F7, SHIFT)
    labels = window.furniture.notices.findChildren(QLabel)
    said = [each.accessibleName() for each in labels if each.isVisible() and "dictionary" in each.text()]
    assert said == [f"There is no dictionary for Basque: add one to {dictionaries.own_folder()}"]


def test_who_types_on_meanwhile_is_not_fetched_back(
    qtbot: QtBot, window: MainWindow, waiting: threading.Event
):
    write(focus(), "x")
    name = focus().objectName()
    waiting.set()
    spelling = window.furniture.proofing.spelling
    qtbot.waitUntil(lambda: spelling.verdicts.known("teh") is False and spelling.verdicts.is_settled)
    QApplication.processEvents()
    assert focus().objectName() == name != "bulletsEdit"


def test_who_goes_elsewhere_meanwhile_is_not_fetched_back(
    qtbot: QtBot, window: MainWindow, waiting: threading.Event
):
    press(focus(), Qt.Key.Key_4, CTRL)
    waiting.set()
    spelling = window.furniture.proofing.spelling
    qtbot.waitUntil(lambda: spelling.verdicts.known("teh") is False and spelling.verdicts.is_settled)
    QApplication.processEvents()
    assert focus().objectName() == "sourceUrlEdit"


def test_everything_in_the_windows_made_late_has_a_name(qtbot: QtBot, window: MainWindow):
    for command in ("replace", "replace-everywhere", "words"):
        window.furniture._actions[command].trigger()
    tops = [window, *window.findChildren(QDialog)]
    controls = [each for top in tops for each in top.findChildren(QLineEdit)]
    assert {"barReplaceEdit", "everywhereFindEdit", "newWordEdit"} <= {e.objectName() for e in controls}
    assert all(each.accessibleName() for each in controls)
    for dialog in window.findChildren(QDialog):
        dialog.close()


def marked(window: MainWindow, field: str, text: str, word: str = "zyphrex") -> dict[str, set[Style]]:
    """Whether a word of a text is marked, and how: the little dictionary of the tests knows no others."""
    found: dict[str, set[Style]] = {}
    for each in window.furniture.markings.marks(field, text, Writing.INLINE):
        if each.style in (Style.MISSPELT, Style.JARGON) and text[each.start : each.end] == word:
            found.setdefault(text[each.start : each.end], set()).add(each.style)
    return found


def test_a_word_added_from_the_menu_has_no_mark_left_in_any_field(qtbot: QtBot, window: MainWindow):
    bullet, summary = "The zyphrex rang.", "A zyphrex and a zyphrex."
    window.desk.session.edit("bullets", (bullet,))
    window.desk.session.edit("summary", summary)
    window.furniture.proofing._on_rest()
    radar = window.furniture._terms.radar
    radar._verdicts["zyphrex"] = True  # a rare word that is no slip of an ordinary one
    radar._follow()
    both = {Style.MISSPELT, Style.JARGON}
    qtbot.waitUntil(lambda: marked(window, "bulletsEdit", bullet) == {"zyphrex": both})
    qtbot.waitUntil(lambda: marked(window, "summaryEdit", summary) == {"zyphrex": {Style.MISSPELT}})
    bullets = editor(window, "bulletsEdit")
    bullets.setFocus()
    put_caret(bullets, 0, 6)
    remedies = bullets.remedies(bullets.textCursor())  # type: ignore[attr-defined]
    add = next(each for each in remedies if "to the dictionary" in each.words)
    assert add.act is not None
    add.act()
    assert marked(window, "bulletsEdit", bullet) == {}
    assert marked(window, "summaryEdit", summary) == {}
    qtbot.waitUntil(lambda: not window.furniture.jobs.busy("spell-keep True zyphrex"))
    window.furniture.proofing.jargonChanged.emit()
    qtbot.waitUntil(lambda: not radar._timer.isActive() and not window.furniture.jobs.busy("radar"))
    assert marked(window, "bulletsEdit", bullet) == {}
    window.furniture.notices.undo()
    assert Style.JARGON in marked(window, "bulletsEdit", bullet)["zyphrex"]
    assert marked(window, "summaryEdit", summary) == {"zyphrex": {Style.MISSPELT}}
