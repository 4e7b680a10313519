"""Marks by key, smart quotes and signs for what is not seen, in the texts of the form."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFont, QImage, QTextLayout
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief, Term
from briefdesk.desk.session import Session
from briefdesk.ui.commands import COMMANDS, FORMAT, make_actions
from briefdesk.ui.compose.row import FieldRow
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.terms import TermsField
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.settings.settings import SettingsFile
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.text_acts import TextActs
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    CTRL,
    DOWN,
    END,
    ENTER,
    HOME,
    SHIFT,
    Listener,
    caret,
    copy_to_clipboard,
    decide,
    editor,
    press,
    press_many,
    put_caret,
    shown,
    write,
)

RIGHT, LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left


class Desk:
    """A window with the fields of a brief and the commands that act on their texts."""

    def __init__(
        self, qtbot: QtBot, session: Session, signals: SessionSignals, look: Look, folder: Path
    ) -> None:
        self.session = session
        self.window = QWidget()
        self.markings = Markings(self.window)
        self.settings = SettingsFile(folder / "settings.json")
        self.acts = TextActs(signals, self.markings, look, self.settings, self.window)
        self.told: list[str] = []
        self.acts.told.connect(self.told.append)
        handlers = self.acts.handlers()
        self.actions: dict[str, QAction] = make_actions(
            self.window, handlers, [each for each in COMMANDS if each.id in handlers]
        )
        self.window.addActions(list(self.actions.values()))
        self.acts.show_in(self.actions)
        column = QVBoxLayout(self.window)
        for made in (
            TextField(field("headline"), signals, look),
            BulletsField(field("bullets"), signals, look),
            TermsField(field("terms"), signals, look),
            TextField(field("slug"), signals, look, speller=str),
        ):
            made.furnish(self.markings)
            column.addWidget(FieldRow("", made, look))
        column.addStretch(1)
        shown(qtbot, self.window)

    def at(self, name: str, row: int, start: int, end: int) -> QTextEdit:
        """The editor of that name with this part of a paragraph selected."""
        found = editor(self.window, name)
        found.setFocus()
        put_caret(found, row, start)
        for _ in range(end - start):
            press(found, RIGHT, SHIFT)
        return found


@pytest.fixture
def desk(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look, tmp_path: Path) -> Desk:
    session.open(
        Brief(
            id="b",
            headline="Rain",
            bullets=("Rain in Oslo", "Snow in Bergen", "Sun"),
            terms=(Term(term="rain", definition="Water that falls"),),
        )
    )
    return Desk(qtbot, session, signals, look, tmp_path)


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Qt.Key.Key_B, CTRL, "Rain **in** Oslo"),
        (Qt.Key.Key_I, CTRL, "Rain *in* Oslo"),
        (Qt.Key.Key_C, CTRL | SHIFT, "Rain `in` Oslo"),
    ],
)
def test_a_key_marks_the_selection_and_takes_the_mark_away_again(
    desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier, expected: str
) -> None:
    widget = desk.at("bulletsEdit", 0, 5, 7)
    listener = Listener(desk.session)
    press(widget, key, modifiers)
    assert desk.session.brief.bullets[0] == expected
    assert widget.textCursor().selectedText() == "in"
    assert listener.count() == 1
    press(widget, key, modifiers)
    assert desk.session.brief.bullets[0] == "Rain in Oslo"
    desk.session.undo()
    assert desk.session.brief.bullets[0] == expected


def test_without_a_selection_the_word_at_the_caret_is_marked(desk: Desk) -> None:
    widget = desk.at("bulletsEdit", 1, 2, 2)
    press(widget, Qt.Key.Key_B, CTRL)
    assert desk.session.brief.bullets[1] == "**Snow** in Bergen"
    assert not widget.textCursor().hasSelection()


def test_bold_over_several_bullets_is_put_on_each_as_one_step(desk: Desk) -> None:
    widget = desk.at("bulletsEdit", 0, 5, 5)
    first = desk.session.brief
    press(widget, DOWN, SHIFT)
    press(widget, DOWN, SHIFT)
    press(widget, HOME, SHIFT)
    listener = Listener(desk.session)
    press(widget, Qt.Key.Key_B, CTRL)
    assert desk.session.brief.bullets == ("Rain **in Oslo**", "**Snow in Bergen**", "Sun")
    assert listener.count() == 1
    press(widget, Qt.Key.Key_B, CTRL)
    assert desk.session.brief.bullets == first.bullets
    desk.session.undo()
    desk.session.undo()
    assert desk.session.brief == first


def test_marks_typed_between_waiting_signs(desk: Desk) -> None:
    widget = desk.at("bulletsEdit", 2, 3, 3)
    write(widget, " ")
    press(widget, Qt.Key.Key_B, CTRL)
    write(widget, "up")
    assert desk.session.brief.bullets[2] == "Sun **up**"


def test_definitions_take_marks_and_plain_texts_take_none(desk: Desk) -> None:
    definition = desk.at("definitionEdit1", 0, 0, 5)
    assert desk.actions["bold"].isEnabled()
    press(definition, Qt.Key.Key_I, CTRL)
    assert desk.session.brief.terms[0].definition == "*Water* that falls"
    headline = desk.at("headlineEdit", 0, 0, 4)
    assert not any(desk.actions[each.id].isEnabled() for each in COMMANDS if each.menu == FORMAT)
    press(headline, Qt.Key.Key_B, CTRL)
    assert desk.session.brief.headline == "Rain"


def test_what_markdown_cannot_say_is_told(desk: Desk) -> None:
    desk.session.edit("bullets", ("a(b)c",))
    press(desk.at("bulletsEdit", 0, 1, 4), Qt.Key.Key_B, CTRL)
    assert desk.session.brief.bullets == ("a(b)c",)
    assert desk.told == ["Markdown has no way to mark just this part"]


def formats(widget: QTextEdit, row: int) -> list[QTextLayout.FormatRange]:
    return widget.document().findBlockByNumber(row).layout().formats()


def test_marks_are_shown_where_they_stand_behind_an_emoji(desk: Desk, look: Look) -> None:
    desk.session.edit("bullets", ("😀 **b** `c`",))
    found = formats(editor(desk.window, "bulletsEdit"), 0)
    assert [(each.start, each.length) for each in found] == [(3, 2), (5, 1), (6, 2), (9, 1), (10, 1), (11, 1)]
    assert found[1].format.fontWeight() == QFont.Weight.DemiBold
    assert found[0].format.foreground().color().name() == look.theme.hex("mut")


def link_strip(desk: Desk) -> tuple[QWidget, QLineEdit]:
    strip, address = desk.window.findChild(QWidget, "linkStrip"), desk.window.findChild(QLineEdit)
    assert strip is not None
    assert address is not None
    return strip, address


def test_a_link_is_asked_for_in_a_strip_that_knows_the_clipboard(desk: Desk) -> None:
    copy_to_clipboard("https://example.org/story")
    widget = desk.at("bulletsEdit", 0, 8, 12)
    press(widget, Qt.Key.Key_K, CTRL | SHIFT)
    strip, address = link_strip(desk)
    assert strip.isVisible()
    assert address.hasFocus()
    assert address.text() == "https://example.org/story"
    press(address, ENTER)
    assert desk.session.brief.bullets[0] == "Rain in [Oslo](https://example.org/story)"
    assert widget.hasFocus()
    assert strip.isHidden()


def test_a_link_is_changed_and_taken_away_from_within(desk: Desk) -> None:
    desk.session.edit("bullets", ("Rain in [Oslo](https://example.org)",))
    widget = desk.at("bulletsEdit", 0, 10, 10)
    press(widget, Qt.Key.Key_K, CTRL | SHIFT)
    _, address = link_strip(desk)
    assert address.text() == "https://example.org"
    address.clear()
    write(address, "example.com/x")
    press(address, ENTER)
    assert desk.session.brief.bullets == ("Rain in [Oslo](https://example.com/x)",)
    press(widget, Qt.Key.Key_K, CTRL | SHIFT)
    remove = desk.window.findChild(QPushButton, "linkRemove")
    assert remove is not None
    remove.click()
    assert desk.session.brief.bullets == ("Rain in Oslo",)


def test_what_is_no_address_is_said_in_the_strip_and_esc_changes_nothing(desk: Desk) -> None:
    widget = desk.at("bulletsEdit", 0, 8, 12)
    press(widget, Qt.Key.Key_K, CTRL | SHIFT)
    strip, address = link_strip(desk)
    address.clear()
    write(address, "javascript:alert(1)")
    press(address, ENTER)
    trouble = strip.findChild(QWidget, "linkTrouble")
    assert trouble is not None
    assert trouble.isVisible()
    press(address, Qt.Key.Key_Escape)
    assert strip.isHidden()
    assert widget.hasFocus()
    assert desk.session.brief.bullets[0] == "Rain in Oslo"


def test_typed_quotes_are_those_of_the_language_and_one_undo_gives_the_typed_one_back(desk: Desk) -> None:
    widget = desk.at("headlineEdit", 0, 4, 4)
    write(widget, ' "')
    assert desk.session.brief.headline == "Rain “"
    desk.session.undo()
    assert desk.session.brief.headline == 'Rain "'
    assert caret(widget) == (0, 6)
    desk.session.edit("language", "de")
    write(widget, ' "So--')
    assert desk.session.brief.headline == 'Rain " „So–'
    desk.session.undo()
    assert desk.session.brief.headline == 'Rain " „So--'


def test_what_is_typed_after_a_quote_is_another_step(desk: Desk) -> None:
    widget = desk.at("headlineEdit", 0, 4, 4)
    write(widget, ' "so')
    desk.session.undo()
    assert desk.session.brief.headline == "Rain “"


def test_a_year_gets_its_apostrophe_behind_an_emoji(desk: Desk) -> None:
    widget = desk.at("bulletsEdit", 2, 3, 3)
    decide(widget, " 😀 ")
    write(widget, "'23")
    assert desk.session.brief.bullets[2] == "Sun 😀 ’23"


def test_a_word_gets_its_apostrophe_when_it_is_whole_and_one_undo_gives_the_mark_back(desk: Desk) -> None:
    widget = desk.at("headlineEdit", 0, 4, 4)
    write(widget, " 'til ")
    assert desk.session.brief.headline == "Rain ’til "
    assert caret(widget) == (0, 10)
    desk.session.undo()
    assert desk.session.brief.headline == "Rain ‘til "
    write(widget, "noon")
    assert desk.session.brief.headline == "Rain ‘til noon"


def test_a_quotation_that_began_like_a_year_is_one_at_its_end_and_undo_takes_one_step(desk: Desk) -> None:
    widget = desk.at("bulletsEdit", 2, 3, 3)
    decide(widget, " 😀 ")
    write(widget, "'20 dead' ")
    assert desk.session.brief.bullets[2] == "Sun 😀 ‘20 dead’ "
    desk.session.undo()
    assert desk.session.brief.bullets[2] == "Sun 😀 ’20 dead’ "


@pytest.mark.parametrize("typed", ["`'tis so`", "[x](https://e.org/'tis so"])
def test_no_word_in_code_or_an_address_gets_an_apostrophe(desk: Desk, typed: str) -> None:
    widget = desk.at("bulletsEdit", 2, 3, 3)
    write(widget, " " + typed)
    assert desk.session.brief.bullets[2] == "Sun " + typed


@pytest.mark.parametrize("typed", ['`a "b"`', "[x](https://e.org/'a--b", "`--x"])
def test_code_and_addresses_stay_as_typed(desk: Desk, typed: str) -> None:
    widget = desk.at("bulletsEdit", 2, 3, 3)
    write(widget, " " + typed)
    assert desk.session.brief.bullets[2] == "Sun " + typed


def test_a_quote_that_an_input_method_puts_in_is_a_quote_too(desk: Desk) -> None:
    widget = desk.at("headlineEdit", 0, 4, 4)
    decide(widget, '"')
    assert desk.session.brief.headline == "Rain”"


def test_slugs_have_no_smart_quotes(desk: Desk) -> None:
    widget = desk.at("slugEdit", 0, 0, 0)
    write(widget, "a--b")
    assert desk.session.brief.slug == "a--b"


def test_smart_quotes_can_be_switched_off_for_good(desk: Desk, tmp_path: Path) -> None:
    desk.actions["smart-quotes"].trigger()
    write(desk.at("headlineEdit", 0, 4, 4), '"')
    assert desk.session.brief.headline == 'Rain"'
    assert not SettingsFile(tmp_path / "settings.json").settings.smart_quotes


def test_hidden_marks_are_painted_always_and_other_invisibles_on_demand(desk: Desk, look: Look) -> None:
    widget = desk.at("bulletsEdit", 2, 3, 3)

    def picture(bullet: str) -> QImage:
        desk.session.edit("bullets", (bullet,))
        return widget.viewport().grab().toImage()

    assert picture("abc") != picture("a\u202ec\u202c")
    plain, hard = picture("a b"), picture("a\u00a0b")
    assert plain == hard
    desk.actions["invisibles"].trigger()
    assert picture("a b") == plain
    assert picture("a\u00a0b") != plain


def test_hidden_marks_are_taken_out_by_the_menu(desk: Desk) -> None:
    desk.session.edit("bullets", ("a\u202eb\u202c \ufeffc",))
    widget = editor(desk.window, "bulletsEdit")
    menu = widget.menu(widget.cursorRect(widget.textCursor()).center())  # type: ignore[attr-defined]
    action = next(each for each in menu.actions() if each.text() == "Remove hidden marks")
    action.trigger()
    menu.deleteLater()
    assert desk.session.brief.bullets == ("ab c",)


LONG = "It rains in Oslo, says Dr. Smith of the U.S. office. " + "It rains " * 40 + "and pours."


def test_a_long_bullet_is_split_at_its_sentences_by_key_and_by_menu(desk: Desk) -> None:
    desk.session.edit("bullets", (LONG, "Sun"))
    before = desk.session.brief
    widget = desk.at("bulletsEdit", 0, 3, 3)
    listener = Listener(desk.session)
    press(widget, Qt.Key.Key_Period, CTRL)
    assert listener.count() == 1
    assert len(desk.session.brief.bullets) == 3
    assert desk.session.brief.bullets[0] == "It rains in Oslo, says Dr. Smith of the U.S. office."
    desk.session.undo()
    assert desk.session.brief == before
    put_caret(widget, 0, 0)
    menu = widget.menu(widget.cursorRect(widget.textCursor()).center())  # type: ignore[attr-defined]
    next(each for each in menu.actions() if each.text() == "Split into sentences (Ctrl+.)").trigger()
    menu.deleteLater()
    assert len(desk.session.brief.bullets) == 3


def test_the_key_is_the_windows_where_there_is_nothing_to_split(desk: Desk, qtbot: QtBot) -> None:
    fix = QAction(desk.window)
    fix.setShortcut("Ctrl+.")
    desk.window.addAction(fix)
    with qtbot.waitSignal(fix.triggered):
        press(desk.at("bulletsEdit", 0, 3, 3), Qt.Key.Key_Period, CTRL)
    desk.session.edit("bullets", (LONG,))
    with qtbot.assertNotEmitted(fix.triggered):
        press(desk.at("bulletsEdit", 0, 3, 3), Qt.Key.Key_Period, CTRL)
    assert len(desk.session.brief.bullets) == 2


def test_offsets_of_marks_are_right_after_emoji(desk: Desk) -> None:
    desk.session.edit("bullets", ("😀👩‍👩‍👧 rain 😀",))
    widget = desk.at("bulletsEdit", 0, 0, 0)
    press(widget, END)
    press_many(widget, LEFT, 3)
    press(widget, Qt.Key.Key_B, CTRL)
    assert desk.session.brief.bullets == ("😀👩‍👩‍👧 **rain** 😀",)
