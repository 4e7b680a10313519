"""What the commands do to briefs, on a real library, with the notices that tell of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from briefdesk import __version__
from briefdesk.app import build
from briefdesk.brief.model import Brief, Status
from briefdesk.paths import resources
from briefdesk.store.library import Library
from briefdesk.ui.library.view import BriefList
from briefdesk.ui.notice_words import NoticeWords
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import editor, paste


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "desk.briefdesk")
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    yield made
    put_away(made)


def fill(window: MainWindow, qtbot: QtBot, *headlines: str) -> list[str]:
    """Save briefs, the first headline the newest, and open that one."""
    library = window.library
    assert library
    ids = [library.save(Brief(headline=each, bullets=("b",))).brief.id for each in reversed(headlines)][::-1]
    window.open_brief(ids[0])
    window.furniture.panel.refresh()
    rows = window.findChild(BriefList, "libraryList")
    qtbot.waitUntil(lambda: rows.model().rowCount() == len(ids))
    return ids


def offered(window: MainWindow) -> str:
    """Which of the two the Edit menu offers."""
    actions = (window.findChild(QAction, f"action-{name}") for name in ("trash", "put-back"))
    (shown,) = (each.objectName() for each in actions if each.isVisible())
    return shown


def said(window: MainWindow) -> set[str]:
    """What the notice bar says, if it is shown."""
    notices = window.furniture.notices
    return {label.words for label in notices.findChildren(NoticeWords)} if notices.isVisible() else set()


IN_TRASH = "This brief is in the trash"


def test_after_the_open_brief_is_trashed_the_next_one_is_open_and_undo_brings_it_back(
    window: MainWindow, qtbot: QtBot
):
    ids = fill(window, qtbot, "First", "Second", "Third")
    for gone, now in ((0, 1), (1, 2)):
        window.findChild(QAction, "action-trash").trigger()
        assert window.desk.brief.id == ids[now]
        assert "Moved to the trash" in said(window)
        qtbot.waitUntil(lambda gone=gone: window.furniture.panel.trashed == gone + 1)
    offer(window, "Undo").click()
    assert window.desk.brief.id == ids[1]
    assert IN_TRASH not in said(window)
    assert offered(window) == "action-trash"


def test_a_trashed_brief_that_is_open_says_so_and_can_be_put_back(window: MainWindow, qtbot: QtBot):
    ids = fill(window, qtbot, "First", "Second")
    library = window.library
    assert library
    library.trash(ids[1])
    window.furniture.panel.refresh()
    qtbot.waitUntil(lambda: window.furniture.panel.trashed == 1)
    assert offered(window) == "action-trash"
    window.open_brief(ids[1])
    assert IN_TRASH in said(window)
    assert offered(window) == "action-put-back"
    window.furniture.notices.show_done("Something else")
    assert IN_TRASH not in said(window)
    window.furniture.notices.end()
    assert IN_TRASH in said(window)
    window.open_brief(ids[0])
    assert not said(window)
    assert offered(window) == "action-trash"
    window.open_brief(ids[1])
    offer(window, "Put back").click()
    assert not library.get(ids[1]).trashed
    assert not said(window)
    assert offered(window) == "action-trash"


def test_a_brief_that_another_program_trashes_while_it_is_open_says_so(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    ids = fill(window, qtbot, "First", "Second")
    with Library.open(tmp_path / "desk.briefdesk") as other:
        other.trash(ids[0])
    qtbot.waitUntil(lambda: IN_TRASH in said(window), timeout=5000)
    window.findChild(QAction, "action-put-back").trigger()
    assert not said(window)


def test_while_the_keyboard_is_in_the_list_the_selected_briefs_are_meant(window: MainWindow, qtbot: QtBot):
    ids = fill(window, qtbot, "First", "Second", "Third")
    library = window.library
    assert library
    rows = window.findChild(BriefList, "libraryList")
    window.activateWindow()
    window.furniture.panel.focus_list()
    qtbot.waitUntil(rows.hasFocus)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    window.findChild(QAction, "action-trash").trigger()
    assert [library.get(id).trashed for id in ids] == [False, True, False]
    assert window.desk.brief.id == ids[0]
    window.furniture.panel.show_filter("trash")
    qtbot.waitUntil(lambda: rows.model().rowCount() == 1)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert offered(window) == "action-put-back"
    window.findChild(QAction, "action-put-back").trigger()
    assert window.desk.brief.id == ids[1]
    assert not library.get(ids[1]).trashed


def offer(window: MainWindow, text: str) -> QPushButton:
    """The button of the notice that is shown."""
    buttons = window.furniture.notices.findChildren(QPushButton)
    (found,) = (each for each in buttons if each.text() == text and each.isVisible())
    return found


def test_an_import_names_every_file_that_could_not_be_read(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    files = [tmp_path / f"{name}.json" for name in ("one", "two", "three")]
    for file in files:
        file.write_text("{", encoding="utf-8")
    notices = window.furniture.notices
    window.import_files([*files, tmp_path / "missing.txt"])
    qtbot.waitUntil(notices.isVisible)
    labels = notices.findChildren(QLabel)
    assert "Nothing was imported" in {label.text() for label in labels}
    (tip,) = {label.toolTip() for label in labels if label.toolTip()}
    assert [line.partition(":")[0] for line in tip.splitlines()] == [
        "one.json",
        "two.json",
        "three.json",
        "missing.txt",
    ]
    offer(window, "Show all").click()
    box = window.findChild(QMessageBox, "noticeDetails")
    assert box.informativeText() == tip
    box.close()


def test_about_says_the_version_once(window: MainWindow):
    window.findChild(QAction, "action-about").trigger()
    (box,) = window.findChildren(QMessageBox)
    assert (box.text() + box.informativeText()).count(__version__) == 1
    box.close()


def test_a_page_pasted_into_an_empty_brief_fills_that_one_and_makes_no_other(
    window: MainWindow, qtbot: QtBot
):
    text = (resources() / "samples" / "brief-page.txt").read_text(encoding="utf-8")
    id = window.new_brief()
    first = window.desk.brief
    paste(editor(window, "headlineEdit"), text)
    qtbot.waitUntil(lambda: len(window.desk.brief.bullets) == 7)
    assert window.desk.brief.id == id
    assert "Filled in from the pasted page" in said(window)
    assert window.desk.autosave.flush()
    assert window.library
    assert [row.id for row in window.library.rows()] == [id]
    window.findChild(QAction, "action-undo").trigger()
    owned = {"slug": "", "created_at": "", "updated_at": ""}
    assert replace(window.desk.brief, **owned) == replace(first, **owned)


def notice(window: MainWindow) -> str:
    """What the notice bar says; empty while it is hidden."""
    bar = window.furniture.notices
    return "" if bar.isHidden() else bar.findChildren(QLabel)[1].text()


def test_what_was_done_in_one_brief_is_not_said_of_the_next(window: MainWindow, qtbot: QtBot) -> None:
    ids = fill(window, qtbot, "One", "Two")
    window._shell.form.told.emit("Pasted as 3 bullets")
    assert notice(window) == "Pasted as 3 bullets"
    window.open_brief(ids[1])
    assert notice(window) == ""
    window.furniture.notices.show_done("Moved to the trash")
    window.open_brief(ids[0])
    assert notice(window) == "Moved to the trash", "what can be taken back stays for its ten seconds"


def test_a_ready_brief_that_is_edited_says_that_it_is_in_review_again(
    window: MainWindow, qtbot: QtBot
) -> None:
    fill(window, qtbot, "One")
    window.desk.session.edit("status", Status.READY)
    window.desk.session.edit("headline", "Another one")
    assert notice(window) == "Changed since it was marked ready: in review again"


def test_a_brief_that_is_gone_from_the_library_stays_in_the_window_and_is_stored_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    [old] = fill(window, qtbot, "Kept")
    assert window.library
    copy = window.library.backup(tmp_path / "copy.briefdesk")
    id = window.new_brief()
    window.desk.session.edit("headline", "Written since")
    qtbot.waitUntil(lambda: window.desk.autosave.flush())
    window.library.restore_backup(copy)
    window._on_changed_elsewhere()
    assert notice(window) == "This brief was taken out of the library elsewhere"
    window.desk.session.edit("headline", "Written since, and on")
    qtbot.waitUntil(lambda: window.desk.autosave.flush())
    assert window.library.get(id).brief.headline == "Written since, and on"
    assert window.library.get(old).brief.headline == "Kept"


def test_a_command_is_done_where_a_search_box_has_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    fill(window, qtbot, "One")
    search = window.findChild(QLineEdit, "librarySearch")
    search.setFocus()
    QTest.keyClicks(search, "One")
    for key in (Qt.Key.Key_E, Qt.Key.Key_A):
        claim = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
        claim.ignore()
        QApplication.sendEvent(search, claim)
        assert claim.isAccepted() is (key == Qt.Key.Key_A)


def test_a_new_brief_is_among_those_that_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    fill(window, qtbot, "One", "Two")
    search = window.findChild(QLineEdit, "librarySearch")
    QTest.keyClicks(search, "nothing like it")
    rows = window.findChild(BriefList, "libraryList")
    qtbot.waitUntil(lambda: rows.model().rowCount() == 0)
    window.new_brief()
    window.desk.session.edit("headline", "Three")
    qtbot.waitUntil(lambda: rows.model().rowCount() == 3)
    assert search.text() == ""


def refused(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """Import a file that is refused, and see it said."""
    file = tmp_path / "one.json"
    file.write_text("{", encoding="utf-8")
    window.import_files([file])
    qtbot.waitUntil(lambda: "Nothing was imported" in said(window))


def test_a_refused_import_is_told_until_the_writer_types(window: MainWindow, tmp_path: Path, qtbot: QtBot):
    refused(window, tmp_path, qtbot)
    window.desk.session.pause()
    assert "Nothing was imported" in said(window)
    QTest.keyClicks(editor(window, "headlineEdit"), "R")
    assert not said(window)


def test_a_refused_import_is_told_until_another_brief_is_open(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
):
    ids = fill(window, qtbot, "First", "Second")
    refused(window, tmp_path, qtbot)
    window.open_brief(ids[1])
    assert not said(window)
    refused(window, tmp_path, qtbot)
    window.new_brief()
    assert not said(window)


def test_other_trouble_stays_while_the_writer_types(window: MainWindow):
    window.furniture.notices.show_trouble("The disk is full")
    QTest.keyClicks(editor(window, "headlineEdit"), "R")
    assert "The disk is full" in said(window)
    window.new_brief()
    assert "The disk is full" in said(window)


def test_a_brief_that_is_not_ready_is_reviewed_from_its_gravest_finding(window: MainWindow, qtbot: QtBot):
    fill(window, qtbot, "")
    window.desk.session.edit("bullets", ("Rain rain falls", "Snow snow falls"))
    window.findChild(QAction, "action-review").trigger()
    found = window.findChild(QListView, "findingsList")
    qtbot.waitUntil(lambda: found.model().rowCount() > 2)
    found.setCurrentIndex(found.model().index(2, 0))
    window.findChild(QAction, "action-mark-ready").trigger()
    assert found.currentIndex().row() == 0
