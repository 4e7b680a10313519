"""Texts of the form edited by key, in the real window: marks, clipboard, undo, and where the keyboard is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Brief
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import (
    BACKSPACE,
    CTRL,
    END,
    ENTER,
    HOME,
    SHIFT,
    caret,
    copy_to_clipboard,
    editor,
    part,
    paste,
    press,
    put_caret,
    write,
)

KEY = Qt.Key
CLEAN = "https://a.org/x?id=7"
TRACKED = f"{CLEAN}&utm_source=x&fbclid=abc"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    made = build(tmp_path / "desk.briefdesk")
    made.resize(1300, 780)
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000), qtbot.waitActive(made, timeout=20_000):
        made.show()
        made.activateWindow()
    made.new_brief()
    yield made
    put_away(made)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def bullets_of(window: MainWindow, *bullets: str) -> QTextEdit:
    """The bullets, written by key; the caret is at the end of the last."""
    found = editor(window, "bulletsEdit")
    press(focus(), KEY.Key_2, CTRL)
    write(found, "\n".join(bullets))
    return found


def told(window: MainWindow) -> str:
    """What the notice bar says."""
    bar = window.furniture.notices
    said = "".join(label.text() for label in bar.findChildren(QLabel) if label.isVisible())
    return " ".join(said.split())  # in one line or two


def enabled(window: MainWindow, id: str) -> bool:
    return part_action(window, id).isEnabled()


def part_action(window: MainWindow, id: str) -> QAction:
    found = window.findChild(QAction, f"action-{id}")
    assert isinstance(found, QAction)
    return found


def run_by_palette(window: MainWindow, words: str) -> None:
    press(focus(), KEY.Key_K, CTRL)
    write(focus(), words)
    press(focus(), ENTER)


class TestLink:
    @pytest.mark.parametrize("bullet", ["ends with a blank ", " begins with one", "plain"])
    @pytest.mark.parametrize("selected", [True, False])
    def test_the_address_is_asked_for_whatever_blanks_the_bullet_has(
        self, window: MainWindow, bullet: str, selected: bool
    ):
        field = bullets_of(window, "first", bullet)
        if selected:
            press(field, HOME, SHIFT)
        QApplication.clipboard().clear()
        press(field, KEY.Key_K, CTRL | SHIFT)
        assert focus().objectName() == "linkAddress"
        write(focus(), "https://a.org/")
        press(focus(), ENTER)
        assert focus() is field
        assert "https://a.org/" in window.desk.brief.bullets[1]
        assert window.desk.brief.headline == ""

    def test_an_address_on_the_clipboard_is_cleaned_and_that_is_told(self, window: MainWindow):
        field = bullets_of(window, "plain")
        copy_to_clipboard(TRACKED)
        press(field, KEY.Key_K, CTRL | SHIFT)
        assert part(window, QLineEdit, "linkAddress").text() == CLEAN
        assert told(window) == "2 tracking parts left out"
        press(focus(), ENTER)
        assert window.desk.brief.bullets == (f"[plain]({CLEAN})",)

    def test_an_address_pasted_into_the_strip_is_cleaned_and_undo_brings_it_back(self, window: MainWindow):
        field = bullets_of(window, "plain")
        QApplication.clipboard().clear()
        press(field, KEY.Key_K, CTRL | SHIFT)
        address = part(window, QLineEdit, "linkAddress")
        copy_to_clipboard(TRACKED)
        for _ in range(2):
            address.selectAll()
            press(address, KEY.Key_V, CTRL)
            assert address.text() == CLEAN
        assert told(window) == "2 tracking parts left out"
        address.undo()
        assert address.text() == TRACKED
        press(address, ENTER)
        assert window.desk.brief.bullets == (f"[plain]({TRACKED})",)

    def test_an_address_that_is_typed_into_the_strip_stays_as_it_is(self, window: MainWindow):
        field = bullets_of(window, "plain")
        QApplication.clipboard().clear()
        press(field, KEY.Key_K, CTRL | SHIFT)
        write(focus(), TRACKED)
        press(focus(), ENTER)
        assert window.desk.brief.bullets == (f"[plain]({TRACKED})",)

    @pytest.mark.parametrize(
        ("bullet", "expected"),
        [
            ("word and more", "[word](https://a.org/)| and more"),
            ("**word** more", "[**word**](https://a.org/)| more"),
            ("**word more**", "**[word](https://a.org/)| more**"),
            ("word", "[word](https://a.org/)|"),
        ],
    )
    def test_the_caret_is_behind_the_link_that_was_set(self, window: MainWindow, bullet: str, expected: str):
        field = bullets_of(window, bullet)
        put_caret(field, 0, bullet.index("word"))
        for _ in "word":
            press(field, KEY.Key_Right, SHIFT)
        press(field, KEY.Key_K, CTRL | SHIFT)
        write(focus(), "https://a.org/")
        press(focus(), ENTER)
        assert window.desk.brief.bullets == (expected.replace("|", ""),)
        assert not field.textCursor().hasSelection()
        assert caret(field) == (0, expected.index("|"))

    def test_blanks_at_the_ends_are_still_put_right_when_the_bullets_are_left(self, window: MainWindow):
        field = bullets_of(window, "ends with a blank ")
        press(field, KEY.Key_K, CTRL | SHIFT)
        press(focus(), KEY.Key_Escape)
        assert focus() is field
        press(field, KEY.Key_1, CTRL)
        assert window.desk.brief.bullets == ("ends with a blank",)

    def test_a_bullet_that_is_left_from_the_strip_is_put_right_too(self, window: MainWindow):
        field = bullets_of(window, "ends with a blank ")
        press(field, KEY.Key_K, CTRL | SHIFT)
        press(focus(), KEY.Key_1, CTRL)
        assert window.desk.brief.bullets == ("ends with a blank",)
        assert focus().objectName() == "headlineEdit"

    def test_a_term_is_made_of_a_word_in_a_bullet_that_ends_with_a_blank(self, window: MainWindow):
        field = bullets_of(window, "a transformer ")
        press(field, KEY.Key_Left)
        press(field, KEY.Key_T, CTRL)
        assert [each.term for each in window.desk.brief.terms] == ["transformer"]

    def test_what_the_library_fills_in_meanwhile_does_not_end_the_question(self, window: MainWindow):
        bullets_of(window, "plain")
        press(focus(), KEY.Key_K, CTRL | SHIFT)
        window.desk.session.adopt(replace(window.desk.brief, slug="a-slug"))
        assert focus().objectName() == "linkAddress"

    def test_another_text_ends_the_question_and_the_keyboard_goes_back(self, window: MainWindow):
        field = bullets_of(window, "plain")
        press(field, KEY.Key_K, CTRL | SHIFT)
        window.desk.session.edit("bullets", ("other",))
        assert focus() is field
        assert not part(window, QWidget, "linkStrip").isVisible()


class TestPalette:
    @pytest.mark.parametrize(
        ("words", "after"),
        [("bold", "**plain**"), ("italic", "*plain*"), ("code", "`plain`")],
    )
    def test_a_mark_is_put_on_what_was_selected_before_it_opened(
        self, window: MainWindow, words: str, after: str
    ):
        field = bullets_of(window, "plain")
        press(field, HOME, SHIFT)
        run_by_palette(window, words)
        assert window.desk.brief.bullets == (after,)
        assert focus() is field

    def test_a_link_is_asked_for_in_the_bullet(self, window: MainWindow):
        bullets_of(window, "plain ")
        run_by_palette(window, "link")
        assert focus().objectName() == "linkAddress"

    def test_a_mark_is_put_on_what_is_selected_while_the_find_bar_has_the_keyboard(self, window: MainWindow):
        field = bullets_of(window, "plain words")
        press(field, HOME)
        press(field, KEY.Key_Right, CTRL | SHIFT)
        press(field, KEY.Key_F, CTRL)
        run_by_palette(window, "bold")
        assert window.desk.brief.bullets == ("**plain** words",)
        assert focus().objectName() == "barFindEdit"

    def test_a_mark_cannot_be_run_from_a_text_that_takes_none(self, window: MainWindow):
        press(focus(), KEY.Key_1, CTRL)
        press(focus(), KEY.Key_K, CTRL)
        assert not enabled(window, "bold")


class TestMarksWithoutWords:
    @pytest.mark.parametrize(
        ("key", "modifiers", "sign"),
        [
            (KEY.Key_B, CTRL, "**"),
            (KEY.Key_I, CTRL, "*"),
            (KEY.Key_C, CTRL | SHIFT, "`"),
        ],
    )
    @pytest.mark.parametrize("before", ["", "words "])
    def test_a_stretch_is_begun_left_and_taken_back(
        self,
        window: MainWindow,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier,
        sign: str,
        before: str,
    ):
        field = bullets_of(window, before) if before else bullets_of(window)
        press(field, key, modifiers)
        assert window.desk.brief.bullets == (before + 2 * sign,)
        press(field, key, modifiers)
        assert "".join(window.desk.brief.bullets) == before
        press(field, key, modifiers)
        write(field, "two marked ")
        press(field, key, modifiers)
        assert window.desk.brief.bullets == (f"{before}{sign}two marked{sign} ",)
        write(field, "on")
        assert window.desk.brief.bullets == (f"{before}{sign}two marked{sign} on",)

    def test_each_is_one_step_of_undo(self, window: MainWindow):
        field = bullets_of(window, "words ")
        press(field, KEY.Key_B, CTRL)
        write(field, "in ")
        press(field, KEY.Key_B, CTRL)
        for expected in ("words **in **", "words ****", "words "):
            press(field, KEY.Key_Z, CTRL)
            assert window.desk.brief.bullets == (expected,)

    def test_signs_in_each_other_are_ended_one_after_the_other(self, window: MainWindow):
        field = bullets_of(window)
        press(field, KEY.Key_B, CTRL)
        press(field, KEY.Key_I, CTRL)
        write(field, "both")
        press(field, KEY.Key_I, CTRL)
        write(field, " one")
        press(field, KEY.Key_B, CTRL)
        write(field, " none")
        assert window.desk.brief.bullets == ("***both* one** none",)

    def test_a_word_at_the_caret_is_marked_and_unmarked(self, window: MainWindow):
        field = bullets_of(window, "some word")
        press(field, KEY.Key_B, CTRL)
        assert window.desk.brief.bullets == ("some **word**",)
        press(field, KEY.Key_B, CTRL)
        assert window.desk.brief.bullets == ("some word",)

    def test_signs_between_which_nothing_was_typed_go_when_the_text_is_left(self, window: MainWindow):
        field = bullets_of(window, "words ")
        press(field, KEY.Key_B, CTRL)
        press(field, KEY.Key_I, CTRL)
        press(field, KEY.Key_1, CTRL)
        assert window.desk.brief.bullets[0].strip() == "words"


def test_redo_of_a_paste_puts_the_caret_behind_all_of_it(window: MainWindow):
    field = bullets_of(window, "first", "")
    copy_to_clipboard("one\ntwo\nthree and more")
    press(field, KEY.Key_V, CTRL)
    at = caret(field)
    assert at == (3, 14)
    press(field, KEY.Key_Z, CTRL)
    press(field, KEY.Key_Z, CTRL | SHIFT)
    assert caret(field) == at


class TestUndoInANotice:
    def undo(self, window: MainWindow, *, by_key: bool) -> None:
        """Press the button of the notice, as a mouse or the keyboard does."""
        bar = part(window, QWidget, "noticeBar")
        offered = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
        (button,) = (each for each in offered if each.text() == "Undo")
        if by_key:
            button.setFocus(Qt.FocusReason.TabFocusReason)
            press(button, KEY.Key_Space)
        else:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    @pytest.mark.parametrize("by_key", [True, False])
    def test_the_keyboard_stays_where_something_was_typed_in_between(self, window: MainWindow, by_key: bool):
        field = bullets_of(window, "first", "second", "third")
        press(field, BACKSPACE, CTRL | SHIFT)
        press(field, KEY.Key_4, CTRL)
        write(focus(), "a.org")
        self.undo(window, by_key=by_key)
        assert window.desk.brief.bullets == ("first", "second", "third")
        field = editor(window, "sourceUrlEdit")
        assert focus() is field
        assert not field.textCursor().hasSelection()

    def test_without_an_edit_in_between_the_keyboard_is_in_what_came_back(self, window: MainWindow):
        field = bullets_of(window, "first", "second", "third")
        put_caret(field, 1, 2)
        press(field, BACKSPACE, CTRL | SHIFT)
        press(field, KEY.Key_1, CTRL)
        self.undo(window, by_key=False)
        assert focus() is field
        assert caret(field) == (1, 2)


class TestClipboard:
    def test_what_is_selected_is_cut_copied_and_pasted_from_the_palette(self, window: MainWindow):
        field = bullets_of(window, "first", "second")
        press(field, HOME, SHIFT)
        run_by_palette(window, "cut")
        assert window.desk.brief.bullets == ("first", "")
        assert QApplication.clipboard().text() == "second"
        assert focus() is field
        run_by_palette(window, "paste")
        assert window.desk.brief.bullets == ("first", "second")

    def test_lines_are_pasted_as_one_bullet(self, window: MainWindow):
        field = bullets_of(window)
        copy_to_clipboard("one\ntwo")
        run_by_palette(window, "paste as one")
        assert window.desk.brief.bullets == ("one two",)
        assert caret(field) == (0, 7)

    def test_they_are_greyed_where_they_can_do_nothing(self, window: MainWindow):
        field = bullets_of(window, "first")
        assert not enabled(window, "copy")
        assert enabled(window, "paste")
        press(field, KEY.Key_A, CTRL)
        assert enabled(window, "copy")
        assert enabled(window, "cut")
        press(field, KEY.Key_F, CTRL | SHIFT)
        assert enabled(window, "paste")
        assert not enabled(window, "paste-as-one")
        part(window, QWidget, "bar-publish").setFocus()
        assert not any(enabled(window, id) for id in ("cut", "copy", "paste", "paste-as-one", "select-all"))

    def test_they_act_on_a_short_line_of_text_too(self, window: MainWindow):
        bullets_of(window, "first")
        press(focus(), KEY.Key_F, CTRL)
        write(focus(), "sought")
        part_action(window, "select-all").trigger()
        part_action(window, "copy").trigger()
        assert QApplication.clipboard().text() == "sought"

    def test_the_keys_do_it_once_in_every_text(self, window: MainWindow):
        field = bullets_of(window, "first")
        press(field, KEY.Key_A, CTRL)
        press(field, KEY.Key_C, CTRL)
        press(field, END)
        press(field, KEY.Key_V, CTRL)
        assert window.desk.brief.bullets == ("firstfirst",)
        press(field, KEY.Key_F, CTRL)
        press(focus(), KEY.Key_A, CTRL)
        press(focus(), KEY.Key_V, CTRL)
        assert part(window, QLineEdit, "barFindEdit").text() == "first"

    def test_a_list_keeps_its_own_key_to_select_all(self, window: MainWindow, qtbot: QtBot):
        bullets_of(window, "first")
        assert window.library is not None
        for number in range(2):
            window.library.save(Brief(id=f"00000000000000000{number}", headline=f"Headline {number}"))
        window.furniture.panel.refresh()
        found = part(window, QListView, "libraryList")
        qtbot.waitUntil(lambda: found.model().rowCount() >= 2)
        found.setFocus()
        press(found, KEY.Key_A, CTRL)
        assert len(found.selectionModel().selectedIndexes()) >= 2

    def test_the_sheet_of_keys_and_the_menu_show_their_keys(self, window: MainWindow):
        press(focus(), KEY.Key_Slash, CTRL)
        shown = {each.text() for each in part(window, QWidget, "keySheet").findChildren(QLabel)}
        assert {"Paste", "Ctrl V", "Paste as one bullet", "Ctrl Shift V", "Cut", "Select all"} <= shown
        assert part_action(window, "paste").shortcut().toString() == "Ctrl+V"


@pytest.mark.parametrize("name", ["headlineEdit", "bulletsEdit", "sourcePublisherEdit"])
def test_a_selection_where_the_keyboard_is_not_is_painted_quietly(window: MainWindow, name: str):
    field = editor(window, name)
    field.setFocus()
    write(field, "aaaaaaaa")
    press(field, KEY.Key_A, CTRL)
    editor(window, "summaryEdit").setFocus()
    theme = window.look.theme
    assert theme.colour("accbg").name() in colours(field)
    assert theme.colour("acc").name() not in colours(field)
    field.setFocus()
    field.selectAll()
    assert theme.colour("acc").name() in colours(field)


class TestInView:
    def long_brief(self, window: MainWindow) -> QTextEdit:
        field = bullets_of(window)
        window.desk.session.edit("bullets", tuple(f"Bullet {n} about something" for n in range(40)))
        return field

    def middle_of_caret(self, window: MainWindow, field: QTextEdit) -> int:
        """Where the caret is in the height of the form, in percent."""
        view = window._shell.form.viewport()
        y = field.viewport().mapTo(view, field.cursorRect().center()).y()
        return 100 * y // view.height()

    def test_in_focus_mode_the_caret_is_in_the_middle(self, window: MainWindow, qtbot: QtBot):
        field = self.long_brief(window)
        put_caret(field, 20, 0)
        press(field, KEY.Key_1, CTRL)
        part_action(window, "focus-mode").trigger()
        press(focus(), KEY.Key_2, CTRL)
        qtbot.waitUntil(lambda: 30 < self.middle_of_caret(window, field) < 70)
        for _ in range(12):
            press(field, KEY.Key_Down)
        qtbot.waitUntil(lambda: 30 < self.middle_of_caret(window, field) < 70)

    def test_focus_mode_brings_the_caret_into_the_middle_when_it_begins(
        self, window: MainWindow, qtbot: QtBot
    ):
        field = self.long_brief(window)
        put_caret(field, 20, 0)
        window._shell.form.verticalScrollBar().setValue(0)
        part_action(window, "focus-mode").trigger()
        qtbot.waitUntil(lambda: 30 < self.middle_of_caret(window, field) < 70)

    @pytest.mark.parametrize("briefs", [0, 6])
    def test_the_whole_field_of_more_briefs_is_seen_when_it_is_gone_to(
        self, window: MainWindow, qtbot: QtBot, briefs: int
    ):
        assert window.library is not None
        for n in range(briefs):
            about = ("Models learn about something", "Bullet about something")
            window.library.save(Brief(id=f"00000000000000000{n}", headline=f"Number {n}", bullets=about))
        self.long_brief(window)
        window.furniture._related.refresh()
        press(focus(), KEY.Key_R, CTRL)
        search = part(window, QLineEdit, "relatedSearch")
        view = window._shell.form.viewport()
        jobs = window.furniture.jobs
        qtbot.waitUntil(lambda: not jobs.busy("related"))
        qtbot.waitUntil(lambda: search.mapTo(view, search.rect().bottomLeft()).y() + 6 <= view.height())
        assert bool(briefs) is part(window, QListView, "relatedList").hasFocus()


@pytest.mark.parametrize("is_at_the_bottom", [False, True])
def test_a_menu_opened_by_key_stands_beside_the_line_of_the_caret(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, is_at_the_bottom: bool
):
    places: list[QRect] = []
    # Without a display a menu cannot take the keyboard, and says so.
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: places.append(QRect(at, menu.sizeHint())))
    field = bullets_of(window, "a word and more")
    if is_at_the_bottom:
        window.move(0, QApplication.primaryScreen().availableGeometry().bottom() - 320)
    line = QRect(field.viewport().mapToGlobal(field.cursorRect().topLeft()), field.cursorRect().size())
    keyboard = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(keyboard, field.cursorRect().center(), line.center())
    QApplication.sendEvent(field, event)
    (place,) = places
    assert not place.intersects(line.adjusted(-200, 0, 200, 0))
    assert place.top() - line.bottom() < 12
    assert (place.bottom() < line.top()) is is_at_the_bottom


def colours(widget: QTextEdit) -> set[str]:
    """The colours in which the left end of a text is painted."""
    picture = widget.viewport().grab().toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(0, min(120, picture.width()), 2)
        for y in range(picture.height())
    }


def test_a_pasted_page_comes_without_tracking_parts_and_that_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    copy_to_clipboard(
        f"Rain in Oslo\nIn brief\n- It rains, see {TRACKED}.\n- It pours.\nRead full story: {TRACKED}"
    )
    press(editor(window, "headlineEdit"), KEY.Key_V, CTRL)
    qtbot.waitUntil(lambda: window.desk.brief.headline == "Rain in Oslo")
    assert window.desk.brief.source.url == CLEAN
    assert window.desk.brief.bullets[0] == f"It rains, see {CLEAN}."
    assert told(window) == "Filled in from the pasted page. 4 tracking parts left out"


def test_undo_after_the_address_was_taken_from_the_clipboard_leaves_the_publisher(window: MainWindow) -> None:
    tracked = "https://www.europarl.europa.eu/news/en/press-room/2026?utm_source=x&fbclid=abc"
    copy_to_clipboard(tracked)
    press(focus(), KEY.Key_L, CTRL)
    assert window.desk.brief.source.url == tracked.partition("?")[0]
    press(focus(), KEY.Key_Z, CTRL)
    assert (window.desk.brief.source.url, window.desk.brief.source.publisher) == (
        tracked,
        "European Parliament",
    )
    press(editor(window, "sourceUrlEdit"), KEY.Key_1, CTRL)
    window.new_brief()
    press(focus(), KEY.Key_L, CTRL)
    assert window.desk.brief.source.url == tracked.partition("?")[0]


class TestEnterInMarks:
    """Both halves of what is cut stay marked."""

    @pytest.mark.parametrize(
        ("bullet", "expected"),
        [
            ("***Oslo p|aid***", ("***Oslo p***", "***aid***")),
            ("[Os|lo](https://a.org/)", ("[Os](https://a.org/)", "[lo](https://a.org/)")),
            ("**Angela Merkel|**", ("**Angela Merkel**", "")),
        ],
    )
    def test_enter_cuts_and_backspace_and_delete_join(
        self, window: MainWindow, bullet: str, expected: tuple[str, str]
    ):
        field = bullets_of(window, "first")
        whole = bullet.replace("|", "")
        window.desk.session.edit("bullets", ("first", whole))
        put_caret(field, 1, bullet.index("|"))
        press(field, ENTER)
        assert window.desk.brief.bullets == ("first", *expected)
        # Behind the signs that begin it, so that what is typed there is marked too.
        assert caret(field) == (2, len(expected[1]) - len(expected[1].lstrip("*[")))
        press(field, BACKSPACE)
        assert window.desk.brief.bullets == ("first", whole)
        press(field, KEY.Key_Z, CTRL)
        assert window.desk.brief.bullets == ("first", *expected)
        press(field, KEY.Key_Z, CTRL)
        assert window.desk.brief.bullets == ("first", whole)
        press(field, KEY.Key_Z, CTRL | SHIFT)
        assert window.desk.brief.bullets == ("first", *expected)
        put_caret(field, 1, len(expected[0]))
        press(field, KEY.Key_Delete)
        assert window.desk.brief.bullets == ("first", whole)

    def test_enter_in_the_place_of_selected_words_keeps_the_marks_around_them(self, window: MainWindow):
        field = bullets_of(window, "**Oslo has paid**", "*and more*")
        put_caret(field, 0, 6)
        for _ in range(15):
            press(field, KEY.Key_Right, SHIFT)
        press(field, ENTER)
        assert window.desk.brief.bullets == ("**Oslo**", "*d more*")

    def test_enter_in_signs_with_nothing_in_them_takes_them_away(self, window: MainWindow):
        field = bullets_of(window, "words ")
        press(field, KEY.Key_B, CTRL)
        press(field, ENTER)
        write(field, "more")
        assert window.desk.brief.bullets == ("words ", "more")

    @pytest.mark.parametrize(
        ("bullet", "expected"),
        [
            ("**Oslo |paid**", ("**Oslo** one", "two", "three**paid**")),
            ("[Os|lo](https://a.org/)", ("[Os](https://a.org/)one", "two", "three[lo](https://a.org/)")),
            ("[Oslo](https|://a.org/) x", ("[Oslo](https://a.org/)one", "two", "three x")),
        ],
    )
    def test_lines_that_are_pasted_into_marks_leave_both_sides_marked(
        self, window: MainWindow, bullet: str, expected: tuple[str, ...]
    ):
        field = bullets_of(window, "first")
        window.desk.session.edit("bullets", ("first", bullet.replace("|", "")))
        put_caret(field, 1, bullet.index("|"))
        paste(field, "one\ntwo\nthree")
        assert window.desk.brief.bullets == ("first", *expected)
        assert caret(field) == (3, len("three"))
        press(field, KEY.Key_Z, CTRL)
        assert window.desk.brief.bullets == ("first", bullet.replace("|", ""))
