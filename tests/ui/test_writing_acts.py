"""Focus mode, scan test, targets, full screen and undo of what was removed, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Brief, Term
from briefdesk.desk.history import Place
from briefdesk.ui.compose.form import Form
from briefdesk.ui.notices import NoticeBar
from briefdesk.ui.target_popover import TargetPopover
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import CTRL, ENTER, SHIFT, press, write

BULLETS = ("This is one of 7", "Rain in Oslo fell", "These are two of them")
AROUND = ("topBar", "statusLine", "libraryPanel", "libraryStrip", "previewPane", "checksPanel")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "desk.briefdesk")
    made.resize(1440, 900)
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    assert made.library
    brief = Brief(headline="Anthropic Embraces Rain", bullets=BULLETS, terms=(Term(term="rain"),))
    made.open_brief(made.library.save(brief).brief.id)
    made.furniture.panel.refresh()
    with qtbot.waitActive(made):
        made.activateWindow()
    text(made, "bulletsEdit").setFocus()
    yield made
    put_away(made)


def act(window: MainWindow, name: str) -> QAction:
    return window.findChild(QAction, f"action-{name}")


def text(window: MainWindow, name: str) -> QTextEdit:
    return window.findChild(QTextEdit, name)


def shown(window: MainWindow) -> dict[str, bool]:
    """Which of the parts around the form are on screen."""
    found = {name: window.findChild(QWidget, name) for name in AROUND}
    return {name: each.isVisible() for name, each in found.items() if each is not None}


def pale(window: MainWindow, name: str) -> list[str]:
    """The paled parts of each paragraph."""
    wanted = QColor(window.look.theme.colour("edge"))
    found, block = [], text(window, name).document().firstBlock()
    while block.isValid():
        formats = block.layout().formats()
        parts = [f for f in formats if f.format.foreground().color() == wanted]
        found.append("|".join(block.text()[f.start : f.start + f.length] for f in parts))
        block = block.next()
    return found


def notices(window: MainWindow) -> NoticeBar:
    return window.furniture.notices


def said(window: MainWindow) -> list[str]:
    """What the notice bar says, and what it offers."""
    QApplication.processEvents()  # a new button is shown when the layout has taken it in
    bar = notices(window)
    parts = [*bar.findChildren(QLabel), *bar.findChildren(QPushButton)]
    return [each.text() for each in parts if each.isVisible() and each.text()]


def test_focus_mode_leaves_the_form_alone_and_everything_comes_back(window: MainWindow) -> None:
    act(window, "review").trigger()
    QApplication.processEvents()
    text(window, "bulletsEdit").setFocus()
    before = shown(window)
    sizes = window._shell.panes.sizes()
    assert before["checksPanel"]
    act(window, "focus-mode").trigger()
    assert not any(shown(window).values())
    assert text(window, "bulletsEdit").isVisible()
    assert text(window, "bulletsEdit").hasFocus()
    press(text(window, "bulletsEdit"), Qt.Key.Key_Escape)
    assert shown(window) == before
    assert window._shell.panes.sizes() == sizes
    assert not act(window, "focus-mode").isChecked()
    assert text(window, "bulletsEdit").hasFocus()


def test_focus_mode_ends_with_its_own_keys_and_with_a_command_that_shows_a_pane(window: MainWindow) -> None:
    press(text(window, "bulletsEdit"), Qt.Key.Key_F11, SHIFT)
    assert act(window, "focus-mode").isChecked()
    press(text(window, "bulletsEdit"), Qt.Key.Key_F11, SHIFT)
    assert shown(window)["topBar"]
    act(window, "focus-mode").trigger()
    act(window, "history").trigger()
    assert shown(window)["topBar"]
    assert not act(window, "focus-mode").isChecked()


def test_in_focus_mode_only_the_paragraph_with_the_caret_is_in_ink(window: MainWindow) -> None:
    window._shell.form.go_to(Place("bullets", row=1))
    act(window, "focus-mode").trigger()
    assert pale(window, "bulletsEdit") == [BULLETS[0], "", BULLETS[2]]
    assert pale(window, "headlineEdit") == ["Anthropic Embraces Rain"]
    press(text(window, "bulletsEdit"), Qt.Key.Key_Down)
    assert pale(window, "bulletsEdit") == [BULLETS[0], BULLETS[1], ""]
    write(text(window, "bulletsEdit"), "x")
    assert pale(window, "bulletsEdit") == [BULLETS[0], BULLETS[1], ""]
    window._shell.form.focus_headline()
    assert pale(window, "headlineEdit") == [""]
    assert all(pale(window, "bulletsEdit"))
    act(window, "mute-others").trigger()
    assert not any(pale(window, "bulletsEdit"))
    act(window, "focus-mode").trigger()


def test_muting_is_remembered(window: MainWindow) -> None:
    assert act(window, "mute-others").isChecked()
    act(window, "mute-others").trigger()
    assert not window._settings.settings.mute_others


def test_trouble_is_told_in_focus_mode_too(window: MainWindow) -> None:
    act(window, "focus-mode").trigger()
    notices(window).show_trouble("The disk is full")
    assert notices(window).isVisible()


def test_the_scan_test_pales_what_is_passed_over_and_names_bullets_that_open_alike(
    window: MainWindow,
) -> None:
    press(text(window, "bulletsEdit"), Qt.Key.Key_F7)
    assert pale(window, "headlineEdit") == [" Rain"]
    assert pale(window, "bulletsEdit") == [" of ", "o fell", "wo of them"]
    assert pale(window, "termEdit1") == ["rain"]
    note = window._shell.form.row("bullets")._note
    assert note.accessibleName() == "Bullets 1 and 3 open alike: “This”, “These”"


@pytest.mark.parametrize("first", ["focus-mode", "scan-test"])
def test_the_scan_test_is_of_all_bullets_in_focus_mode_too(window: MainWindow, first: str) -> None:
    window._shell.form.go_to(Place("bullets", row=1))
    if first == "focus-mode":
        act(window, "focus-mode").trigger()
        press(text(window, "bulletsEdit"), Qt.Key.Key_F7)
    else:
        press(text(window, "bulletsEdit"), Qt.Key.Key_F7)
        act(window, "focus-mode").trigger()
    assert pale(window, "bulletsEdit") == [" of ", "o fell", "wo of them"]
    assert pale(window, "headlineEdit") == [" Rain"]
    act(window, "mute-others").trigger()
    act(window, "mute-others").trigger()
    assert pale(window, "bulletsEdit") == [" of ", "o fell", "wo of them"]
    press(text(window, "bulletsEdit"), Qt.Key.Key_F7)
    assert pale(window, "bulletsEdit") == [BULLETS[0], "", BULLETS[2]]
    act(window, "focus-mode").trigger()


@pytest.mark.parametrize("key", [Qt.Key.Key_F7, Qt.Key.Key_Escape, Qt.Key.Key_X])
def test_the_scan_test_ends_with_its_key_with_escape_and_with_typing(window: MainWindow, key: Qt.Key) -> None:
    act(window, "scan-test").trigger()
    press(text(window, "bulletsEdit"), key)
    assert not act(window, "scan-test").isChecked()
    assert not any(pale(window, "bulletsEdit"))
    assert "bullets" in window._shell.form.row("bullets")._note.accessibleName()


def test_escape_leaves_one_mode_after_the_other(window: MainWindow) -> None:
    act(window, "focus-mode").trigger()
    act(window, "scan-test").trigger()
    press(text(window, "bulletsEdit"), Qt.Key.Key_Escape)
    assert act(window, "focus-mode").isChecked()
    assert not act(window, "scan-test").isChecked()
    press(text(window, "bulletsEdit"), Qt.Key.Key_Escape)
    assert not act(window, "focus-mode").isChecked()


def counts(window: MainWindow) -> QLabel:
    return window.findChild(QLabel, "counts")


def set_target(window: MainWindow, words: str, *, for_all: bool = False) -> None:
    act(window, "target").trigger()
    popover = window.findChild(TargetPopover)
    edit = popover.findChild(QLineEdit, "targetEdit")
    assert edit.hasFocus()
    edit.setText(words)
    (popover._all if for_all else popover._one).setChecked(True)
    press(edit, ENTER)


def test_a_target_is_counted_against_and_turns_to_warning_in_words(window: MainWindow) -> None:
    set_target(window, "14 words")
    assert counts(window).text().startswith("14 of 14 words")
    assert counts(window).property("look") == "small"
    assert text(window, "bulletsEdit").hasFocus()
    set_target(window, "10")
    assert counts(window).text().startswith("14 of 10 words: 4 over")
    assert counts(window).property("look") == "warn"
    set_target(window, "45 s")
    assert counts(window).text().startswith("4 of 45 s")


def test_a_target_holds_for_one_brief_or_for_the_library_and_is_kept(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.library
    mine = window.desk.brief.id
    set_target(window, "150", for_all=True)
    qtbot.waitUntil(lambda: not window.furniture.jobs.busy("target-kept"))
    set_target(window, "20")
    qtbot.waitUntil(lambda: not window.furniture.jobs.busy("target-kept"))
    window.new_brief()
    qtbot.waitUntil(lambda: counts(window).text().startswith("0 of 150 words"))
    window.open_brief(mine)
    qtbot.waitUntil(lambda: counts(window).text().startswith("14 of 20 words"))
    act(window, "target").trigger()
    window.findChild(QPushButton, "targetNone").click()
    assert counts(window).text().startswith("14 words")
    qtbot.waitUntil(lambda: not window.furniture.jobs.busy("target-kept"))
    assert window.library.house("target", brief=mine) == {"length": "none"}


def test_what_is_no_target_is_told_in_one_line_and_escape_closes(window: MainWindow) -> None:
    act(window, "target").trigger()
    popover = window.findChild(TargetPopover)
    edit = popover.findChild(QLineEdit, "targetEdit")
    write(edit, "lots")
    assert "150 words" in popover.findChild(QLabel, "targetSaid").text()
    assert not popover.findChild(QPushButton, "targetSet").isEnabled()
    press(edit, ENTER)
    assert popover.isVisible()
    press(edit, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert text(window, "bulletsEdit").hasFocus()


def test_full_screen_goes_back_to_what_the_window_was(window: MainWindow, qtbot: QtBot) -> None:
    window.showMaximized()
    act(window, "full-screen").trigger()
    qtbot.waitUntil(window.isFullScreen)
    act(window, "full-screen").trigger()
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert window.isMaximized()
    window.showFullScreen()
    qtbot.waitUntil(act(window, "full-screen").isChecked)


def test_a_removed_term_comes_back_with_the_button_and_with_the_keys(window: MainWindow) -> None:
    for way in ("button", "keys"):
        window.desk.session.edit("terms", ())
        assert said(window) == ["Term “rain” removed", "Undo"]
        if way == "button":
            offer(window, "Undo").click()
        else:
            press(text(window, "bulletsEdit"), Qt.Key.Key_Z, CTRL)
        assert window.desk.brief.terms == (Term(term="rain"),)
        assert not notices(window).isVisible()


def test_a_removed_bullet_comes_back_after_something_else_was_typed(window: MainWindow) -> None:
    window._shell.form.go_to(Place("bullets", row=1))
    press(text(window, "bulletsEdit"), Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert "Bullet removed" in said(window)
    write(text(window, "bulletsEdit"), "x")
    offer(window, "Undo").click()
    assert window.desk.brief.bullets == (BULLETS[0], BULLETS[1], "x" + BULLETS[2])


def test_an_undo_stays_offered_while_something_else_is_said(window: MainWindow) -> None:
    window.desk.session.edit("terms", ())
    notices(window).show_done("Copied")
    assert said(window) == ["Copied", "Undo: Term “rain” removed"]
    offer(window, "Undo: Term “rain” removed").click()
    assert window.desk.brief.terms == (Term(term="rain"),)


def test_the_keys_of_undo_take_a_brief_out_of_the_trash_until_something_is_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    gone = window.desk.brief.id
    act(window, "trash").trigger()
    assert window.desk.brief.id != gone
    assert act(window, "undo").isEnabled()
    act(window, "undo").trigger()
    assert window.desk.brief.id == gone
    act(window, "trash").trigger()
    window.desk.session.edit("headline", "Snow")
    act(window, "undo").trigger()
    assert window.desk.brief.headline == ""
    assert "Moved to the trash" in said(window)
    offer(window, "Undo").click()
    assert window.desk.brief.id == gone


def offer(window: MainWindow, words: str) -> QPushButton:
    QApplication.processEvents()
    found = [each for each in notices(window).findChildren(QPushButton) if each.isVisible()]
    return next(each for each in found if each.text() == words)


def test_the_language_at_the_foot_and_in_the_palette_leads_to_its_field(window: MainWindow, qtbot: QtBot):
    button = window.findChild(QPushButton, "languageLabel")
    assert button is not None
    qtbot.waitUntil(lambda: button.accessibleName() == "Language of the brief: English")
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    found = QApplication.focusWidget()
    assert found is not None
    form = window.findChild(Form)
    assert form is not None
    assert form.field_of(found) == "language"
