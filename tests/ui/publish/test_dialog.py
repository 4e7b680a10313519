"""The Publish dialog: on a real library, into a real folder."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief, Source, Status
from briefdesk.channels import CHANNELS
from briefdesk.desk.publishing import export
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.publish.dialog import PublishDialog
from briefdesk.ui.publish.scrim import Scrim
from briefdesk.ui.row_model import ROW
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def ids(library: Library, session: Session) -> list[str]:
    """Three briefs: a ready one, which is open, a published one and a draft."""
    made: list[str] = []
    for headline, status in (("Alpha", Status.READY), ("Beta", Status.PUBLISHED), ("Gamma", Status.DRAFT)):
        brief = Brief(
            headline=headline,
            bullets=("A bullet.",),
            status=status,
            source=Source(url="https://example.org/story", publisher="Example"),
        )
        made.append(library.save(brief).brief.id)
    session.open(library.get(made[0]).brief)
    return made


@pytest.fixture
def make(
    qtbot: QtBot,
    signals: SessionSignals,
    jobs: Jobs,
    look: Look,
    library: Library,
    settings: SettingsFile,
    folder: Path,
    ids: list[str],
) -> Callable[[], PublishDialog]:
    def choose(start: Path) -> Path:
        return folder

    windows: list[QMainWindow] = []

    def make_dialog() -> PublishDialog:
        window = QMainWindow()
        window.resize(1200, 800)
        qtbot.addWidget(window)
        window.show()
        dialog = PublishDialog(signals, jobs, look, settings, window, choose=choose)
        windows.append(window)
        dialog.set_library(library)
        return dialog

    return make_dialog


def button(dialog: QWidget, name: str) -> QAbstractButton:
    found = dialog.findChild(QAbstractButton, name)
    assert found, name
    return found


def line(dialog: QWidget, name: str) -> QLineEdit:
    found = dialog.findChild(QLineEdit, name)
    assert found, name
    return found


def words(dialog: QWidget, name: str) -> str:
    found = dialog.findChild(QLabel, name)
    assert found, name
    return found.text()


def files(dialog: PublishDialog) -> dict[str, str]:
    """What is, or would be, done to which path."""
    listed = dialog.findChild(QListView, "publishFiles")
    assert listed
    model = listed.model()
    rows = [model.index(row, 0).data(ROW).file for row in range(model.rowCount())]
    return {row.path: row.action for row in rows}


def planned(dialog: PublishDialog, jobs: Jobs, qtbot: QtBot) -> dict[str, str]:
    qtbot.wait(250)
    qtbot.waitUntil(lambda: not jobs.busy("publish-plan"))
    return files(dialog)


def test_without_a_folder_it_asks_for_one_and_nothing_can_be_pressed(
    make: Callable[[], PublishDialog], qtbot: QtBot
):
    dialog = make()
    dialog.open()
    assert words(dialog, "publishWords") == "Choose the folder that the files go to."
    assert not button(dialog, "publishNow").isEnabled()
    qtbot.waitUntil(line(dialog, "publishFolder").hasFocus)


def test_the_plan_is_shown_before_anything_is_written(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, qtbot: QtBot
):
    dialog = make()
    dialog.open()
    qtbot.mouseClick(button(dialog, "publishBrowse"), Qt.MouseButton.LeftButton)
    assert line(dialog, "publishFolder").text() == str(folder)
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "created"}
    assert not folder.exists()
    assert button(dialog, "publishNow").isEnabled()


def test_publishing_writes_the_files_and_says_so(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, settings: SettingsFile, qtbot: QtBot
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    planned(dialog, jobs, qtbot)
    with qtbot.waitSignal(dialog.told) as told:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert told.args == ["Published to out: 1 created", ""]
    assert [path.name for path in folder.iterdir()] == ["alpha.html"]
    assert "Alpha" in (folder / "alpha.html").read_text(encoding="utf-8")
    assert words(dialog, "publishState") == "Published to out: 1 created"
    assert button(dialog, "publishOpenFolder").isVisible()
    assert not button(dialog, "publishNow").isEnabled()
    assert settings.settings.publish["folder"] == str(folder)


def test_all_publishable_leave_drafts_out_unless_they_are_wanted(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, qtbot: QtBot
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    button(dialog, "publish-all").click()
    assert set(planned(dialog, jobs, qtbot)) == {"alpha.html", "beta.html"}
    button(dialog, "publishDrafts").click()
    assert set(planned(dialog, jobs, qtbot)) == {"alpha.html", "beta.html", "gamma.html"}


def test_the_selection_of_the_library_can_be_published(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, ids: list[str], qtbot: QtBot
):
    dialog = make()
    dialog.set_selection(ids[1:])
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    assert button(dialog, "publish-selection").text() == "The 2 selected in the library"
    button(dialog, "publish-selection").click()
    assert set(planned(dialog, jobs, qtbot)) == {"beta.html", "gamma.html"}


def test_another_channel_has_its_own_settings_and_files(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, settings: SettingsFile, qtbot: QtBot
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    button(dialog, "publishChannel-markdown").click()
    box = dialog.findChild(QComboBox, "publishSetting-front_matter")
    assert box
    box.setCurrentText("toml")
    assert planned(dialog, jobs, qtbot) == {"alpha.md": "created"}
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    assert (folder / "alpha.md").read_text(encoding="utf-8").startswith("+++")
    assert settings.settings.publish["settings"] == {"markdown": {"front_matter": "toml"}}


def test_a_file_that_someone_changed_is_told_kept_or_overwritten_with_a_copy(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    settings: SettingsFile,
    qtbot: QtBot,
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    planned(dialog, jobs, qtbot)
    box = button(dialog, "publishOverwrite")
    assert not box.isVisible()
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    page = (folder / "alpha.html").read_bytes()
    (folder / "alpha.html").write_text("by hand")

    dialog.open()
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "changed"}
    listed = dialog.findChild(QListView, "publishFiles")
    assert listed
    spoken = listed.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    why = "Changed by someone else since it was published; stays as it is"
    assert spoken == f"Alpha, alpha.html: Changed. {why}"
    assert not button(dialog, "publishNow").isEnabled()
    assert words(dialog, "publishState") == "Nothing to write but what someone else has changed."
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isVisible()
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "updated"}
    assert (folder / "alpha.html").read_text() == "by hand"
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    assert (folder / "alpha.html").read_bytes() == page
    assert (folder / "alpha.html.bak").read_text() == "by hand"
    assert "overwrite" not in str(settings.settings.publish)

    (folder / "alpha.html").write_text("again")
    dialog.open()
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "changed"}
    assert not box.isChecked()


def test_what_is_to_be_overwritten_in_one_folder_is_asked_anew_for_another(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    library: Library,
    ids: list[str],
    qtbot: QtBot,
):
    for each in ("one", "two"):
        list(export(library, ids[:1], CHANNELS[0], folder / each, {}))
        (folder / each / "alpha.html").write_text("by hand")
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder / "one"))
    planned(dialog, jobs, qtbot)
    button(dialog, "publishOverwrite").click()
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "updated"}
    line(dialog, "publishFolder").setText(str(folder / "two"))
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "changed"}
    assert not button(dialog, "publishOverwrite").isChecked()


def test_publishing_again_leaves_what_someone_changed_and_says_so(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, qtbot: QtBot
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    planned(dialog, jobs, qtbot)
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    dialog.reject()
    (folder / "alpha.html").write_text("by hand")
    with qtbot.waitSignal(dialog.told) as told:
        dialog.repeat_last()
    assert told.args
    done, besides = told.args
    assert done.endswith("1 changed by someone else and left")
    assert besides.startswith("alpha.html was changed by someone else.")
    assert (folder / "alpha.html").read_text() == "by hand"


def test_a_folder_that_cannot_be_made_is_told_before_anything_is_written(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, qtbot: QtBot
):
    folder.write_text("a file")
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder / "inside"))
    assert planned(dialog, jobs, qtbot) == {}
    assert "is a file, no folder" in words(dialog, "publishWords")
    assert not button(dialog, "publishNow").isEnabled()


def test_straight_quotes_are_a_switch_that_is_remembered(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    library: Library,
    ids: list[str],
    settings: SettingsFile,
    qtbot: QtBot,
):
    library.save(replace(library.get(ids[0]).brief, bullets=("It’s “so”.",)))
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    button(dialog, "publishChannel-txt").click()
    switch = button(dialog, "publishSetting-straight_quotes")
    assert (switch.isChecked(), switch.accessibleName()) == (False, "Straight quotation marks")
    QTest.keyClick(switch, Qt.Key.Key_Space)
    planned(dialog, jobs, qtbot)
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    assert '- It\'s "so".' in (folder / "alpha.txt").read_text(encoding="utf-8")
    assert settings.settings.publish["settings"] == {"txt": {"straight_quotes": "yes"}}
    again = make()
    again.open()
    assert button(again, "publishSetting-straight_quotes").isChecked()


def test_a_wrong_address_is_said_in_words(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, qtbot: QtBot
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    line(dialog, "publishBaseUrl").setText("javascript:alert(1)")
    assert planned(dialog, jobs, qtbot) == {}
    assert "cannot be the address of briefs" in words(dialog, "publishWords")
    assert not button(dialog, "publishNow").isEnabled()


def test_a_file_that_is_not_ours_is_blocked_and_left_alone(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, qtbot: QtBot
):
    folder.mkdir()
    (folder / "alpha.html").write_text("mine", encoding="utf-8")
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "refused"}
    assert not button(dialog, "publishNow").isEnabled()
    assert (folder / "alpha.html").read_text(encoding="utf-8") == "mine"


def test_repeating_the_last_asks_nothing_and_tells_what_was_done(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    session: Session,
    library: Library,
    settings: SettingsFile,
    qtbot: QtBot,
):
    settings.change(publish={"channel": "txt", "folder": str(folder), "which": "this"})
    dialog = make()
    with qtbot.waitSignal(dialog.told) as told:
        dialog.repeat_last()
    assert not dialog.isVisible()
    assert told.args == ["Published to out: 1 created", ""]
    kept = library.get(session.brief.id)
    library.save(replace(kept.brief, bullets=("Another bullet.",)), kept.counter)
    with qtbot.waitSignal(dialog.told) as told:
        dialog.repeat_last()
    assert told.args == ["Published to out: 1 updated", ""]
    with qtbot.waitSignal(dialog.told) as told:
        dialog.repeat_last()
    assert told.args == ["Published to out: 1 unchanged", ""]


def test_every_time_it_begins_with_the_open_brief_alone(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    session: Session,
    library: Library,
    ids: list[str],
    qtbot: QtBot,
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    for name in ("publish-all", "publishDrafts", "publishRemove"):
        button(dialog, name).click()
    planned(dialog, jobs, qtbot)
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    dialog.reject()
    session.open(library.get(ids[2]).brief)
    dialog.open()
    assert button(dialog, "publish-this").isChecked()
    assert not button(dialog, "publishDrafts").isChecked()
    assert not button(dialog, "publishRemove").isChecked()
    assert line(dialog, "publishFolder").text() == str(folder)
    assert planned(dialog, jobs, qtbot) == {"gamma.html": "unchanged"}


def test_all_are_published_again_only_from_where_they_were_and_that_is_told(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    session: Session,
    library: Library,
    ids: list[str],
    qtbot: QtBot,
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    button(dialog, "publish-all").click()
    button(dialog, "publishDrafts").click()
    planned(dialog, jobs, qtbot)
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    dialog.reject()
    with qtbot.waitSignal(dialog.told) as told:
        dialog.repeat_last()
    assert told.args == ["Published all, drafts too, to out: 3 unchanged", ""]
    session.open(library.get(ids[1]).brief)
    with qtbot.waitSignal(dialog.told) as told:
        dialog.repeat_last()
    assert told.args == ["Published to out: 1 unchanged", ""]


def test_a_plan_says_what_will_be_done_and_only_the_end_that_it_was(
    make: Callable[[], PublishDialog], jobs: Jobs, folder: Path, qtbot: QtBot
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    planned(dialog, jobs, qtbot)
    counts = dialog.findChild(QWidget, "publishCounts")
    listed = dialog.findChild(QListView, "publishFiles")
    assert counts
    assert listed
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert counts.accessibleName() == "1 will be created"
    assert "alpha.html: Will be created." in listed.model().index(0, 0).data(spoken)
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    assert counts.accessibleName() == "1 created"
    assert "alpha.html: Created." in listed.model().index(0, 0).data(spoken)


def test_repeating_with_nothing_to_repeat_opens_the_dialog(make: Callable[[], PublishDialog]):
    dialog = make()
    dialog.repeat_last()
    assert dialog.isVisible()


def test_repeating_into_a_folder_that_cannot_be_made_is_told(
    make: Callable[[], PublishDialog], tmp_path: Path, settings: SettingsFile, qtbot: QtBot
):
    (tmp_path / "a-file").write_text("", encoding="utf-8")
    settings.change(publish={"channel": "txt", "folder": str(tmp_path / "a-file" / "out"), "which": "this"})
    dialog = make()
    with qtbot.waitSignal(dialog.failed) as failed:
        dialog.repeat_last()
    assert failed.args is not None
    assert isinstance(failed.args[0], KnownError)


def test_files_of_other_briefs_are_removed_only_when_asked(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    library: Library,
    ids: list[str],
    qtbot: QtBot,
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    button(dialog, "publish-all").click()
    planned(dialog, jobs, qtbot)
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    library.trash(ids[1])
    dialog.reject()
    dialog.open()
    button(dialog, "publish-all").click()
    assert planned(dialog, jobs, qtbot) == {"alpha.html": "unchanged"}
    button(dialog, "publishRemove").click()
    assert planned(dialog, jobs, qtbot) == {"beta.html": "removed", "alpha.html": "unchanged"}


def test_a_file_under_a_former_name_is_told_of_and_what_removes_it(
    make: Callable[[], PublishDialog],
    jobs: Jobs,
    folder: Path,
    session: Session,
    library: Library,
    qtbot: QtBot,
):
    dialog = make()
    dialog.open()
    line(dialog, "publishFolder").setText(str(folder))
    planned(dialog, jobs, qtbot)
    with qtbot.waitSignal(dialog.told):
        button(dialog, "publishNow").click()
    dialog.reject()
    kept = library.get(session.brief.id)
    library.save(replace(kept.brief, headline="Omega", slug="omega"), kept.counter)
    dialog.open()
    assert planned(dialog, jobs, qtbot) == {"omega.html": "created", "alpha.html": "left"}
    listed = dialog.findChild(QListView, "publishFiles")
    assert listed
    told_of = listed.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Its former file. “All” with “Remove old files” removes alpha.html" in told_of
    with qtbot.waitSignal(dialog.told) as told:
        button(dialog, "publishNow").click()
    assert told.args is not None
    assert told.args[1].startswith("alpha.html stays there from before")
    assert (folder / "alpha.html").exists()
    button(dialog, "publish-all").click()
    button(dialog, "publishRemove").click()
    assert planned(dialog, jobs, qtbot)["alpha.html"] == "removed"


def test_escape_closes_and_the_window_is_shaded_while_it_is_open(
    make: Callable[[], PublishDialog], qtbot: QtBot
):
    dialog = make()
    window = dialog.parentWidget()
    assert window
    scrim = window.findChild(Scrim)
    assert scrim
    assert scrim.isHidden()
    dialog.open()
    assert scrim.geometry() == window.rect()
    assert scrim.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert scrim.isHidden()


def test_every_control_has_a_name(make: Callable[[], PublishDialog]):
    dialog = make()
    dialog.open()
    for kind in (QAbstractButton, QLineEdit, QComboBox, QListView):
        for each in dialog.findChildren(kind):
            if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus:
                named = each.accessibleName() or (each.text() if isinstance(each, QAbstractButton) else "")
                assert each.objectName(), named
                assert named, each.objectName()


@pytest.mark.parametrize(
    ("size", "width", "height"), [(13, 640, 480), (26, 640, 480), (26, 1440, 900), (18, 1440, 900)]
)
def test_in_a_small_window_and_with_large_text_every_part_can_be_reached(
    make: Callable[[], PublishDialog], look: Look, qtbot: QtBot, size: int, width: int, height: int
):
    dialog = make()
    window = dialog.parentWidget()
    assert window
    window.resize(width, height)
    look.set_base_size(size)
    try:
        dialog.open()
        QApplication.processEvents()
        assert dialog.width() <= width
        assert dialog.height() <= height
        folder = line(dialog, "publishFolder")
        qtbot.waitUntil(lambda: folder.visibleRegion().boundingRect().height() >= folder.height() - 2)
        for name in ("publishClose", "publishNow", "publishLeave"):
            assert button(dialog, name).visibleRegion().boundingRect() == button(dialog, name).rect()
        plan = dialog.findChild(QLabel, "publishWords")
        assert plan
        assert plan.visibleRegion().boundingRect() == plan.rect()
        assert plan.height() >= plan.heightForWidth(plan.width())
    finally:
        look.set_base_size(13)
