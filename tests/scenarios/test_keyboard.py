"""The keys of the window, pressed in the real one: palette, sheet, review, going places, and back again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QListView, QMenu, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from briefdesk.app import build
from briefdesk.brief.model import Brief, Status
from briefdesk.desk.history import Place
from briefdesk.ui.fields.markings import Mark, Remedy, Spot, Style, Writing
from briefdesk.ui.window import MainWindow
from tests.ui.fields.hands import copy_to_clipboard

NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "desk.briefdesk")
    made.resize(1300, 780)
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    made.new_brief()
    yield made
    made.close()
    delete(made)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)


def type_text(text: str) -> None:
    """Type a text wherever the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def place() -> tuple[str, int, int]:
    """Where the keyboard is: the name of its widget, and caret and anchor in it."""
    focus = QApplication.focusWidget()
    assert focus is not None
    if isinstance(focus, QTextEdit):
        return focus.objectName(), focus.textCursor().position(), focus.textCursor().anchor()
    return focus.objectName(), 0, 0


def part(window: MainWindow, kind: type[Any], name: str) -> Any:
    """The part of that name."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def listed(window: MainWindow, name: str = "paletteList") -> list[str]:
    model = part(window, QListView, name).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def write_bullets(*bullets: str) -> None:
    press(KEY.Key_2, CTRL)
    for number, bullet in enumerate(bullets):
        if number:
            press(KEY.Key_Return)
        type_text(bullet)


class TestPalette:
    def test_escape_gives_back_the_very_place_with_an_empty_bullet_and_a_selection(self, window: MainWindow):
        write_bullets("First point", "")
        before = place(), window.desk.brief.bullets
        press(KEY.Key_K, CTRL)
        assert place()[0] == "paletteLine"
        press(KEY.Key_Escape)
        assert (place(), window.desk.brief.bullets) == before
        press(KEY.Key_Up)
        press(KEY.Key_Right, CTRL | SHIFT)
        before = place(), window.desk.brief.bullets
        assert before[0][1] != before[0][2]
        press(KEY.Key_K, CTRL)
        press(KEY.Key_Escape)
        assert (place(), window.desk.brief.bullets) == before
        assert not window.findChild(QWidget, "commandPalette").isVisible()

    def test_its_own_key_closes_it_again(self, window: MainWindow):
        before = place()
        press(KEY.Key_K, CTRL)
        press(KEY.Key_K, CTRL)
        assert place() == before

    def test_every_command_that_can_be_seen_is_listed_with_its_key(self, window: MainWindow):
        press(KEY.Key_K, CTRL)
        rows = listed(window)
        for action in window.findChildren(QAction):
            name = action.objectName()
            if name.startswith("action-") and name != "action-palette" and action.isVisible():
                assert action.text().replace("&", "") in rows

    def test_a_command_is_run_where_the_keyboard_was(self, window: MainWindow):
        type_text("A headline")
        press(KEY.Key_K, CTRL)
        type_text("undo")
        assert listed(window)[1] == "Undo"
        press(KEY.Key_Return)
        assert window.desk.brief.headline != "A headline"
        assert place()[0] == "headlineEdit"

    def test_a_command_that_is_greyed_says_why_and_is_not_run(self, window: MainWindow):
        press(KEY.Key_K, CTRL)
        type_text("redo")
        model = part(window, QListView, "paletteList").model()
        assert "nothing was taken back" in model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        press(KEY.Key_Return)
        assert place()[0] == "paletteLine"

    def test_what_was_run_last_stands_first_next_time(self, window: MainWindow):
        press(KEY.Key_K, CTRL)
        type_text("go to source")
        press(KEY.Key_Return)
        assert place()[0] == "sourceUrlEdit"
        press(KEY.Key_K, CTRL)
        assert listed(window)[1] == "Go to source"

    def test_a_command_that_moves_the_keyboard_closes_it(self, window: MainWindow):
        press(KEY.Key_K, CTRL)
        press(KEY.Key_3, CTRL)
        assert not window.findChild(QWidget, "commandPalette").isVisible()
        assert place()[0] != "paletteLine"

    def test_a_dialog_opened_by_its_key_closes_it_and_gives_the_very_place_back(
        self, window: MainWindow, qtbot: QtBot
    ):
        write_bullets("First point", "")
        press(KEY.Key_Left, SHIFT)
        before = place()
        press(KEY.Key_K, CTRL)
        press(KEY.Key_E, CTRL)
        dialog = part(window, QDialog, "publishDialog")
        assert dialog.isVisible()
        assert not window.findChild(QWidget, "commandPalette").isVisible()
        with qtbot.waitActive(window):
            dialog.reject()
        assert place() == before

    def test_a_window_that_opens_by_itself_closes_it(self, window: MainWindow, qtbot: QtBot):
        before = place()
        press(KEY.Key_K, CTRL)
        other = QDialog(window)
        line = QLineEdit(other)
        with qtbot.waitActive(other):
            other.open()
        qtbot.waitUntil(line.hasFocus)
        assert not window.findChild(QWidget, "commandPalette").isVisible()
        with qtbot.waitActive(window):
            other.reject()
            window.activateWindow()
        assert place() == before

    def test_the_key_of_another_command_closes_it_and_does_its_work_where_the_keyboard_was(
        self, window: MainWindow
    ):
        write_bullets("First point")
        press(KEY.Key_A, CTRL)
        press(KEY.Key_K, CTRL)
        press(KEY.Key_B, CTRL)
        assert window.desk.brief.bullets == ("**First point**",)
        assert not window.findChild(QWidget, "commandPalette").isVisible()
        assert place()[0] == "bulletsEdit"

    def test_the_key_of_a_command_that_is_greyed_leaves_it_open(self, window: MainWindow):
        press(KEY.Key_K, CTRL)
        window.furniture._actions["preview"].setShortcut("Ctrl+J")
        window.furniture._actions["preview"].setEnabled(False)
        press(KEY.Key_J, CTRL)
        assert place()[0] == "paletteLine"

    def test_from_the_sheet_of_keys_one_comes_to_it_and_back_to_the_writing(self, window: MainWindow):
        write_bullets("First point")
        before = place()
        press(KEY.Key_Slash, CTRL)
        press(KEY.Key_K, CTRL)
        assert place()[0] == "paletteLine"
        assert not part(window, QWidget, "keySheet").isVisible()
        press(KEY.Key_Escape)
        assert place() == before

    def test_the_number_of_results_is_told_to_who_hears_the_window(self, window: MainWindow):
        press(KEY.Key_K, CTRL)
        type_text("dark")
        said = part(window, QListView, "paletteList").accessibleDescription()
        assert said.startswith("1 result: Dark colours")
        assert part(window, QLineEdit, "paletteLine").accessibleName()

    def test_a_brief_is_opened_by_a_few_letters_of_its_headline(self, window: MainWindow, qtbot: QtBot):
        assert window.library is not None
        for number, headline in enumerate(("Malware hits packages", "Google lowers its price", "Oil eases")):
            window.library.save(Brief(id=f"00000000000000000{number}", headline=headline))
        press(KEY.Key_P, CTRL)
        type_text("goo low")
        press(KEY.Key_Return)  # before the headlines are read
        qtbot.waitUntil(lambda: window.desk.brief.headline == "Google lowers its price")
        assert not window.findChild(QWidget, "commandPalette").isVisible()
        assert place()[0] == "headlineEdit"
        press(KEY.Key_P, CTRL)
        qtbot.waitUntil(lambda: listed(window)[1:] == ["Oil eases", "Malware hits packages"])

    def test_a_brief_that_was_saved_meanwhile_is_found(self, window: MainWindow, qtbot: QtBot):
        press(KEY.Key_P, CTRL)
        qtbot.waitUntil(lambda: not window.furniture.jobs.busy("palette-read"))
        press(KEY.Key_Escape)
        assert window.library is not None
        window.library.save(Brief(id="000000000000000009", headline="Late news"))
        press(KEY.Key_P, CTRL)
        type_text("late")
        qtbot.waitUntil(lambda: "Late news" in listed(window))

    def test_tab_keeps_one_kind_and_brings_the_others_back(self, window: MainWindow, qtbot: QtBot):
        assert window.library is not None
        window.library.save(Brief(id="000000000000000009", headline="Undo of a merger"))
        press(KEY.Key_K, CTRL)
        type_text("undo")
        qtbot.waitUntil(lambda: listed(window) == ["Commands", "Undo", "Briefs", "Undo of a merger"])
        press(KEY.Key_Tab)
        assert listed(window) == ["Commands", "Undo"]
        press(KEY.Key_Tab)
        qtbot.waitUntil(lambda: "Undo of a merger" in listed(window))


class TestSheet:
    def test_it_lists_what_is_looked_for_and_gives_the_keyboard_back(self, window: MainWindow):
        write_bullets("First point", "")
        before = place(), window.desk.brief.bullets
        press(KEY.Key_Slash, CTRL)
        sheet = part(window, QWidget, "keySheet")
        assert sheet.isVisible()
        shown = {each.text() for each in sheet.findChildren(QLabel) if each.isVisible()}
        assert {"Command palette…", "Ctrl K", "split the bullet at the caret", "Enter"} <= shown
        type_text("split")
        shown = {each.text() for each in sheet.findChildren(QLabel) if each.isVisible()}
        assert "split the bullet at the caret" in shown
        assert "Command palette…" not in shown
        press(KEY.Key_Escape)
        assert (place(), window.desk.brief.bullets) == before

    def test_a_key_of_one_s_own_is_in_the_sheet_the_palette_and_the_top_bar_at_once(self, window: MainWindow):
        window.furniture._shortcuts.set_keys("new-brief", ["Ctrl+J"])
        assert "Ctrl+J" in part(window, QWidget, "bar-new-brief").toolTip()
        press(KEY.Key_Slash, CTRL)
        shown = {each.text() for each in part(window, QWidget, "keySheet").findChildren(QLabel)}
        assert "Ctrl J" in shown
        assert "Ctrl N" not in shown
        press(KEY.Key_Escape)
        before = window.desk.brief.id
        press(KEY.Key_N, CTRL)
        assert window.desk.brief.id == before
        press(KEY.Key_J, CTRL)
        assert window.desk.brief.id != before


class TestReview:
    def test_f8_leads_from_problem_to_problem_with_the_keyboard_in_the_text(
        self, window: MainWindow, qtbot: QtBot
    ):
        type_text("Models learn  from examples.")
        press(KEY.Key_F8)
        findings = part(window, QListView, "findingsList")
        qtbot.waitUntil(lambda: findings.currentIndex().row() == 0)
        assert findings.isVisible()
        assert not findings.hasFocus()
        rows = findings.model().rowCount()
        for modifiers, row in ((NONE, 1), (SHIFT, 0), (SHIFT, rows - 1)):
            press(KEY.Key_F8, modifiers)
            qtbot.waitUntil(lambda row=row: findings.currentIndex().row() == row)
        assert not findings.hasFocus()

    def test_the_caret_is_put_where_the_problem_is_and_ctrl_dot_mends_it(
        self, window: MainWindow, qtbot: QtBot
    ):
        type_text("Models learn  from examples")
        press(KEY.Key_3, CTRL)
        press(KEY.Key_F8)
        findings = part(window, QListView, "findingsList")
        qtbot.waitUntil(lambda: findings.currentIndex().row() == 0)
        qtbot.waitUntil(lambda: "2 spaces" in _next_problem(findings))
        assert place() == ("headlineEdit", 14, 14)
        press(KEY.Key_Period, CTRL)
        assert window.desk.brief.headline == "Models learn from examples"

    def test_ctrl_dot_mends_what_is_under_the_caret_without_the_review(
        self, window: MainWindow, qtbot: QtBot
    ):
        type_text("Models learn from examples.")
        drawer = window.furniture._drawer
        qtbot.waitUntil(lambda: any(row.fixable for row in drawer._model.rows))
        press(KEY.Key_Period, CTRL)
        assert window.desk.brief.headline == "Models learn from examples"

    def test_ctrl_dot_offers_what_can_be_done_about_a_marked_word(
        self, window: MainWindow, monkeypatch: pytest.MonkeyPatch
    ):
        shown: list[QMenu] = []
        # Without a display a menu cannot take the keyboard, and says so.
        monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))
        window.furniture.markings.add(Slips())
        type_text("Teh models")
        headline = part(window, QTextEdit, "headlineEdit")
        headline.moveCursor(QTextCursor.MoveOperation.Start)
        press(KEY.Key_Period, CTRL)
        (menu,) = shown
        assert [each.text() for each in menu.actions()] == ["The"]
        assert menu.activeAction() is menu.actions()[0]
        menu.activeAction().trigger()
        assert window.desk.brief.headline == "The models"

    def test_ctrl_dot_says_so_where_there_is_nothing_to_mend(self, window: MainWindow):
        press(KEY.Key_F6)
        press(KEY.Key_Period, CTRL)
        assert part(window, QWidget, "noticeBar").isVisible()

    def test_f8_while_the_checks_are_still_under_way_goes_when_they_are_done(
        self, window: MainWindow, qtbot: QtBot
    ):
        press(KEY.Key_F8)
        type_text("x")  # who goes on writing does not want to be led away
        with qtbot.waitSignal(window.furniture._drawer.reported):
            pass
        assert part(window, QListView, "findingsList").currentIndex().row() == -1
        assert place()[0] == "headlineEdit"
        assert window.desk.brief.headline == "x"


def _next_problem(findings: QListView) -> str:
    """Press F8 unless the words of the finding are there already."""
    words = findings.currentIndex().data() or ""
    if "2 spaces" not in words:
        press(KEY.Key_F8)
    return words


class Slips:
    """A marking that knows one slip."""

    def marks(self, field: str, text: str, writing: Writing) -> list[Mark]:
        return [Mark(0, 3, Style.MISSPELT)] if text.startswith("Teh") else []

    def remedies(self, spot: Spot) -> list[Remedy]:
        if not spot.text.startswith("Teh") or spot.place > 3:
            return []
        return [Remedy("The", lambda: spot.replace(0, 3, "The"))]


class TestPlaces:
    @pytest.mark.parametrize(
        ("key", "name"),
        [
            (KEY.Key_1, "headlineEdit"),
            (KEY.Key_2, "bulletsEdit"),
            (KEY.Key_4, "sourceUrlEdit"),
            (KEY.Key_L, "sourceUrlEdit"),
            (KEY.Key_R, "related"),
        ],
    )
    def test_a_field_is_reached_from_anywhere_also_from_the_history(self, window: MainWindow, key, name):
        type_text("A headline")
        QApplication.clipboard().clear()
        press(KEY.Key_H, CTRL)
        assert part(window, QWidget, "historyPanel").isVisible()
        press(key, CTRL)
        assert place()[0].startswith(name)
        assert not part(window, QWidget, "historyPanel").isVisible()
        assert not part(window, QAction, "action-history").isChecked()

    def test_a_field_is_reached_from_behind_the_tab_of_the_preview(self, window: MainWindow, qtbot: QtBot):
        window.resize(700, 600)
        qtbot.waitUntil(lambda: part(window, QWidget, "paneTabs").isVisible())
        part(window, QWidget, "paneTabs").setCurrentIndex(1)
        window.findChild(QAction, "action-go-bullets").trigger()
        assert place()[0] == "bulletsEdit"
        assert part(window, QWidget, "bulletsEdit").isVisible()

    def test_ctrl_l_takes_an_address_from_the_clipboard(self, window: MainWindow):
        QApplication.clipboard().setText("https://www.lesswrong.com/posts/abc")
        press(KEY.Key_L, CTRL)
        assert window.desk.brief.source.url == "https://www.lesswrong.com/posts/abc"

    def test_ctrl_r_digits_and_escape_lead_back_to_the_bullet(self, window: MainWindow, qtbot: QtBot):
        assert window.library is not None
        for number, what in enumerate(("law", "chips", "safety", "jobs", "music", "schools")):
            headline = f"Pretraining and {what}: what {what} {what}s learn"
            window.library.save(Brief(id=f"00000000000000000{number}", headline=headline))
        type_text("Pretraining models on aligned data")
        write_bullets("Models learn from aligned data", "")
        type_text("more")
        before = place()
        press(KEY.Key_R, CTRL)
        for digit in (KEY.Key_1, KEY.Key_2, KEY.Key_3, KEY.Key_4, KEY.Key_5):
            press(digit)
        qtbot.waitUntil(lambda: len(window.desk.brief.related) == 5)
        press(KEY.Key_Escape)
        assert place() == before

    def test_f6_goes_around_the_panes_and_shift_f6_back(self, window: MainWindow):
        first = QApplication.focusWidget()
        seen: list[QWidget | None] = []
        for _ in range(3):
            press(KEY.Key_F6)
            seen.append(QApplication.focusWidget())
        assert seen[-1] is first
        assert len(set(seen)) == 3
        press(KEY.Key_F6, SHIFT)
        assert QApplication.focusWidget() is seen[1]


class TestReady:
    def test_ctrl_enter_lists_what_stands_against_it(self, window: MainWindow, qtbot: QtBot):
        type_text("A headline")
        press(KEY.Key_Return, CTRL)
        assert part(window, QWidget, "checksPanel").isVisible()
        assert place()[0] == "findingsList"
        assert window.desk.brief.status is Status.DRAFT

    def test_ctrl_enter_on_a_ready_brief_says_that_it_is(self, window: MainWindow):
        window.desk.session.edit("status", Status.READY)
        window.desk.session.edit("headline", "A headline")
        window.desk.session.edit("bullets", ("One point.", "Two points.", "Three points."))
        press(KEY.Key_Return, CTRL)
        bar = part(window, QWidget, "noticeBar")
        assert bar.isVisible()


class TestTheWayThroughPanesAndFindings:
    def test_the_review_has_a_key_that_opens_it_and_closes_it(self, window: MainWindow):
        press(KEY.Key_R, CTRL | SHIFT)
        assert part(window, QWidget, "checksPanel").isVisible()
        assert place()[0] == "findingsList"
        press(KEY.Key_R, CTRL | SHIFT)
        assert not part(window, QWidget, "checksPanel").isVisible()
        assert place()[0] == "headlineEdit"

    @pytest.mark.parametrize(("width", "height"), [(1440, 900), (1100, 700)])
    def test_the_review_leaves_the_form_most_of_the_height(
        self, window: MainWindow, qtbot: QtBot, width: int, height: int
    ):
        window.resize(width, height)
        press(KEY.Key_R, CTRL | SHIFT)
        drawer = part(window, QWidget, "checksPanel")
        qtbot.waitUntil(lambda: 0 < drawer.height() <= height / 3 + 1)

    def test_the_strip_of_a_paste_stays_in_view_above_the_review(self, window: MainWindow, qtbot: QtBot):
        window.resize(1100, 700)
        window.desk.session.edit("bullets", tuple(f"Point {n} of a list that goes on." for n in range(9)))
        press(KEY.Key_R, CTRL | SHIFT)
        window.furniture._shell.form.go_to(Place("bullets", 8, caret=3))
        copy_to_clipboard("one\ntwo")
        press(KEY.Key_V, CTRL)
        strip = part(window, QWidget, "pasteStrip")
        form = window.furniture._shell.form

        def in_view() -> bool:
            foot = strip.mapTo(form, QPoint(0, strip.height())).y()
            return strip.isVisible() and foot <= form.viewport().height()

        qtbot.waitUntil(in_view)
        window.resize(1100, 620)
        qtbot.waitUntil(in_view)

    def test_f8_stays_in_focus_mode_and_tells_the_finding(self, window: MainWindow, qtbot: QtBot):
        press(KEY.Key_F11, SHIFT)
        assert window.furniture._shell.panes.is_alone
        press(KEY.Key_F8)
        bar = window.furniture.notices
        qtbot.waitUntil(bar.isVisible)
        assert window.furniture._shell.panes.is_alone
        assert not part(window, QWidget, "checksPanel").isVisible()
        finding = window.furniture._drawer._list.finding()
        assert finding is not None
        assert finding.message in bar.accessibleDescription()
        first = bar.accessibleDescription()
        press(KEY.Key_F8)
        qtbot.waitUntil(lambda: bar.accessibleDescription() != first)

    def test_f6_comes_to_the_icons_of_the_folded_library_and_arrows_go_on(
        self, window: MainWindow, qtbot: QtBot
    ):
        window.resize(1100, 700)
        strip = part(window, QWidget, "libraryStrip")
        qtbot.waitUntil(strip.isVisible)
        press(KEY.Key_F6, SHIFT)
        assert place()[0] == "strip-all"
        press(KEY.Key_Down)
        assert place()[0] == "strip-draft"
        assert not window.furniture.panel.isVisible(), "an arrow presses nothing"
        press(KEY.Key_Home)
        assert place()[0] == "stripOpen"
        press(KEY.Key_End)
        assert place()[0] == "strip-trash"
        press(KEY.Key_F6)
        assert place()[0] == "headlineEdit"
