"""The strip below the bullets after a paste, and very many lines."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.fields import filling as filling_module
from briefdesk.ui.fields import rows as rows_module
from briefdesk.ui.fields.bullets import BulletsField
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import (
    CTRL,
    ENTER,
    SHIFT,
    TAB,
    Listener,
    caret,
    editor,
    paragraphs,
    paste,
    press,
    put_caret,
    shown,
    write,
)

ESC = Qt.Key.Key_Escape
Make = Callable[..., QTextEdit]

MAIL = (
    "The council of Oslo has decided on Tuesday that all schools of the city\n"
    "will have a garden of their own by the year 2030, and that the money for\n"
    "it is to come from the sale of the old harbour.\n"
)


@pytest.fixture
def make(qtbot: QtBot, session: Session, signals: SessionSignals, look: Look) -> Make:
    windows: list[QWidget] = []

    def made(*bullets: str) -> QTextEdit:
        session.open(Brief(id="b", headline="Rain", bullets=bullets))
        widget = QWidget()
        windows.append(widget)
        column = QVBoxLayout(widget)
        bullets_field = BulletsField(field("bullets"), signals, look)
        bullets_field.furnish(Markings(widget))
        column.addWidget(bullets_field)
        column.addWidget(TextField(field("summary"), signals, look, lines=True))
        column.addStretch(1)
        shown(qtbot, widget)
        found = editor(widget, "bulletsEdit")
        found.setFocus()
        return found

    return made


def strip(widget: QTextEdit) -> QWidget:
    found = widget.window().findChild(QWidget, "pasteStrip")
    assert found is not None
    return found


def says(widget: QTextEdit) -> str:
    """What the strip says, with its buttons; "" when there is none."""
    found = widget.window().findChild(QWidget, "pasteStrip")
    if found is None or found.isHidden():
        return ""
    words = found.findChild(QLabel)
    assert words is not None
    assert found.accessibleName() == words.text()
    buttons = [each.text() for each in found.findChildren(QPushButton) if each.isVisible()]
    return " | ".join((words.text(), *buttons))


def click(widget: QTextEdit, name: str) -> None:
    buttons = [each for each in strip(widget).findChildren(QPushButton, name) if each.isVisible()]
    assert len(buttons) == 1, name
    buttons[0].click()


def lines(number: int) -> str:
    return "\n".join(f"Line {n}" for n in range(number))


def test_a_paste_of_several_lines_is_told_below_the_bullets(make: Make) -> None:
    widget = make("Rain")
    paste(widget, lines(5))
    assert says(widget) == "Pasted as 5 bullets | Undo | Paste as one"


def test_undo_in_the_strip_gives_the_very_brief_back_with_its_selection(make: Make, session: Session) -> None:
    widget = make("Rain in Oslo")
    first = session.brief
    put_caret(widget, 0, 5)
    for _ in range(2):
        press(widget, Qt.Key.Key_Right, SHIFT)
    paste(widget, "one\ntwo")
    assert session.brief.bullets == ("Rain one", "two Oslo")
    click(widget, "pasteUndo")
    assert session.brief == first
    assert widget.textCursor().selectedText() == "in"
    assert widget.hasFocus()
    assert says(widget) == ""
    assert not session.can_undo


def test_pasted_as_one_instead_is_still_one_step(make: Make, session: Session) -> None:
    widget = make("Rain in Oslo")
    first = session.brief
    put_caret(widget, 0, 5)
    paste(widget, "one\ntwo")
    click(widget, "pasteAsOne")
    assert session.brief.bullets == ("Rain one twoin Oslo",)
    assert says(widget) == "Pasted as one bullet | Undo | Paste as bullets"
    session.undo()
    assert session.brief == first
    assert not session.can_undo


def test_the_key_for_one_changes_what_was_just_pasted(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, "one\ntwo")
    press(widget, Qt.Key.Key_V, CTRL | SHIFT)
    assert session.brief.bullets == ("one two",)
    session.undo()
    assert session.brief.bullets == ()


def test_wrapped_mail_is_joined_and_its_lines_can_be_kept(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, MAIL)
    assert len(session.brief.bullets) == 1
    assert says(widget).startswith("Pasted as one bullet, wrapped lines joined | Undo | Keep lines")
    click(widget, "pasteLines")
    assert len(session.brief.bullets) == 3
    assert says(widget) == "Pasted as 3 bullets | Undo | Paste as one | Join wrapped lines"
    click(widget, "pasteRows")
    assert len(session.brief.bullets) == 1
    session.undo()
    assert not session.can_undo


@pytest.mark.parametrize("how", ["type", "esc", "cross", "elsewhere"])
def test_the_strip_goes_with_the_next_edit_or_when_it_is_closed(
    make: Make, session: Session, how: str
) -> None:
    widget = make("Rain")
    paste(widget, "one\ntwo")
    pasted = session.brief.bullets
    match how:
        case "type":
            write(widget, "x")
        case "esc":
            press(widget, ESC)
        case "cross":
            cross = strip(widget).findChild(QWidget, "pasteStripClose")
            assert cross is not None
            cross.click()  # type: ignore[attr-defined]
        case _:
            session.edit("summary", "x")
    assert says(widget) == ""
    assert session.brief.bullets[0] == pasted[0]


def test_the_strip_goes_when_its_time_is_over(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefdesk.ui.fields.pasting.SHOWN_MS", 1)
    widget = make("Rain")
    paste(widget, "one\ntwo")
    qtbot.waitUntil(lambda: says(widget) == "")


def test_tab_leads_from_the_bullets_into_the_strip_and_the_strip_stays(make: Make, session: Session) -> None:
    widget = make("Rain", "")  # an empty bullet goes when the field is left: this is not left
    put_caret(widget, 0, 4)
    paste(widget, "one\ntwo")
    press(widget, TAB)
    focus = widget.window().focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Undo"
    press(focus, TAB)
    press(widget.window().focusWidget() or widget, ENTER)
    assert session.brief.bullets == ("Rainone two", "")


def test_many_lines_are_asked_about_and_nothing_is_done_before(make: Make, session: Session) -> None:
    widget = make("Rain")
    listener = Listener(session)
    paste(widget, lines(412))
    assert (
        says(widget)
        == "Paste 412 lines as bullets? Enter pastes them, Esc does not | Paste | As one | Cancel"
    )
    assert listener.count() == 0
    assert widget.hasFocus()
    press(widget, ESC)
    assert says(widget) == ""
    assert session.brief.bullets == ("Rain",)


@pytest.mark.parametrize("by_key", [True, False])
def test_many_lines_are_pasted_when_that_is_the_answer(
    make: Make, session: Session, qtbot: QtBot, by_key: bool
) -> None:
    widget = make("Rain")
    first = session.brief
    paste(widget, lines(40))
    if by_key:
        press(widget, Qt.Key.Key_V, CTRL)
    else:
        click(widget, "pasteRows")
    assert len(session.brief.bullets) == 40
    assert session.brief.bullets[0] == "RainLine 0"
    session.undo()
    assert session.brief == first


def test_many_lines_can_become_one_bullet(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, lines(40))
    click(widget, "pasteAsOne")
    assert len(session.brief.bullets) == 1


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Portions as they are with very many rows, with fewer."""
    monkeypatch.setattr(rows_module, "AT_ONCE", 40)
    monkeypatch.setattr(filling_module, "PORTION", 10)


@pytest.mark.usefixtures("few_at_once")
def test_very_many_lines_are_in_the_brief_at_once_and_come_into_the_field_by_portions(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make("Rain in Oslo", "Snow")
    first = session.brief
    put_caret(widget, 0, 5)
    listener = Listener(session)
    paste(widget, lines(95))
    click(widget, "pasteRows")
    assert listener.count() == 1
    assert len(session.brief.bullets) == 96
    assert len(paragraphs(widget)) < 40
    assert says(widget).startswith("Pasting 96 bullets: ")
    assert says(widget).endswith(" are there | Cancel")
    write(widget, "x")  # not now
    qtbot.waitUntil(lambda: len(paragraphs(widget)) == 96)
    assert listener.count() == 0
    assert tuple(paragraphs(widget)) == session.brief.bullets
    assert session.brief.bullets[0] == "Rain Line 0"
    assert session.brief.bullets[94:] == ("Line 94in Oslo", "Snow")
    assert caret(widget) == (94, 7)
    assert says(widget) == "Pasted as 95 bullets | Undo | Paste as one"
    write(widget, "x")
    assert session.brief.bullets[94] == "Line 94xin Oslo"
    session.undo()
    session.undo()
    assert session.brief == first
    qtbot.waitUntil(lambda: tuple(paragraphs(widget)) == first.bullets)


@pytest.mark.usefixtures("few_at_once")
@pytest.mark.parametrize("how", ["button", "esc"])
def test_cancel_takes_all_of_it_back(make: Make, session: Session, qtbot: QtBot, how: str) -> None:
    widget = make("Rain")
    first = session.brief
    paste(widget, lines(200))
    click(widget, "pasteRows")
    qtbot.waitUntil(lambda: len(paragraphs(widget)) > 30)
    if how == "button":
        click(widget, "pasteCancel")
    else:
        press(widget, ESC)
    assert session.brief == first
    qtbot.waitUntil(lambda: paragraphs(widget) == ["Rain"])
    assert says(widget) == ""
    write(widget, "x")
    assert session.brief.bullets == ("Rainx",)


@pytest.mark.usefixtures("few_at_once")
def test_another_brief_that_is_opened_meanwhile_is_shown_and_nothing_is_lost(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make("Rain")
    paste(widget, lines(200))
    click(widget, "pasteRows")
    pasted = session.brief
    session.open(Brief(id="c", bullets=("Other",)))
    qtbot.waitUntil(lambda: paragraphs(widget) == ["Other"])
    assert says(widget) == ""
    session.open(pasted)
    qtbot.waitUntil(lambda: tuple(paragraphs(widget)) == pasted.bullets)
    widget.clearFocus()
    assert session.brief == pasted


@pytest.mark.usefixtures("few_at_once")
def test_leaving_the_field_meanwhile_tidies_nothing_away(make: Make, session: Session, qtbot: QtBot) -> None:
    widget = make("Rain", " ")
    put_caret(widget, 0, 4)
    paste(widget, lines(200))
    click(widget, "pasteRows")
    pasted = session.brief
    editor(widget.window(), "summaryEdit").setFocus()
    qtbot.waitUntil(lambda: len(paragraphs(widget)) == 201)
    assert session.brief == pasted


@pytest.mark.usefixtures("few_at_once")
def test_what_else_writes_into_the_field_meanwhile_changes_nothing(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make("Rain")
    paste(widget, lines(200))
    click(widget, "pasteRows")
    pasted = session.brief
    QTextCursor(widget.document()).insertText("x")
    assert session.brief == pasted
    qtbot.waitUntil(lambda: tuple(paragraphs(widget)) == pasted.bullets)


def test_struck_out_words_are_left_out_and_the_strip_says_so(make: Make, session: Session) -> None:
    widget = make("Rain")
    put_caret(widget, 0, 4)
    paste(widget, " today\nNot very wet", "<p> today</p><p><del>Not very</del> wet</p>")
    assert session.brief.bullets == ("Raintoday", "wet")
    assert says(widget) == "Pasted as 2 bullets. 2 struck-out words left out | Undo | Paste as one"


def test_a_signature_that_was_left_out_is_told(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, "- One\n- Two\n-- \nAnna\n")
    assert session.brief.bullets == ("One", "Two")
    assert says(widget) == "Pasted as 2 bullets. 1 line of a signature left out | Undo | Paste as one"


def test_a_paste_of_nothing_but_struck_out_words_changes_nothing_and_is_told(
    make: Make, session: Session, qtbot: QtBot
) -> None:
    widget = make("Rain")
    field_of = widget.window().findChild(BulletsField)
    assert field_of is not None
    before = session.brief
    for as_one in (False, True):
        with qtbot.waitSignal(field_of.told) as told:
            paste(widget, "It rained", "<s>It rained</s>", as_one=as_one)
        assert told.args == ["2 struck-out words left out"]
        assert session.brief == before


def test_the_headline_takes_no_struck_out_words_either(
    qtbot: QtBot, session: Session, signals: SessionSignals, look: Look
) -> None:
    headline = TextField(field("headline"), signals, look, style="headline")
    qtbot.addWidget(headline)
    with qtbot.waitSignal(headline.told) as told:
        paste(editor(headline, "headlineEdit"), "Rain not snow", "<p>Rain <s>not</s> snow</p>")
    assert session.brief.headline == "Rain snow"
    assert told.args == ["1 struck-out word left out"]


def test_tracking_parts_and_menus_that_were_left_out_are_told(make: Make) -> None:
    widget = make()
    link = '<a href="https://e.org/?utm_source=a&utm_medium=b&fbclid=c">here</a>'
    paste(widget, "x", f"<nav>Home</nav><p>Rain {link}</p><p>Snow</p>")
    assert says(widget) == (
        "Pasted as 2 bullets. 1 line of menus and buttons left out. 3 tracking parts left out"
        " | Undo | Paste as one"
    )


LIST = "- First point\n- Second point\n"


@pytest.mark.parametrize("end", ["it.", "it", "it. "])
def test_a_list_pasted_behind_a_bullet_is_bullets_of_its_own(make: Make, session: Session, end: str) -> None:
    widget = make(f"The council bans {end}", "Rain")
    put_caret(widget, 0, len(f"The council bans {end}"))
    paste(widget, LIST)
    assert session.brief.bullets == (f"The council bans {end}", "First point", "Second point", "Rain")
    assert caret(widget) == (2, len("Second point"))
    session.undo()
    assert session.brief.bullets == (f"The council bans {end}", "Rain")


def test_lines_pasted_behind_a_whole_sentence_are_bullets_of_their_own(make: Make, session: Session) -> None:
    widget = make("It rains.")
    put_caret(widget, 0, 9)
    paste(widget, "It snows\nIt hails\n")
    assert session.brief.bullets == ("It rains.", "It snows", "It hails")


def test_lines_pasted_behind_a_beginning_go_on_with_it(make: Make, session: Session) -> None:
    widget = make("It rains and ")
    put_caret(widget, 0, 13)
    paste(widget, "it snows\nIt hails\n")
    assert session.brief.bullets == ("It rains and it snows", "It hails")


def test_a_list_pasted_before_a_bullet_leaves_it_whole(make: Make, session: Session) -> None:
    widget = make("Rain")
    put_caret(widget, 0, 0)
    paste(widget, LIST)
    assert session.brief.bullets == ("First point", "Second point", "Rain")


def test_a_list_pasted_between_words_is_glued_to_none(make: Make, session: Session) -> None:
    widget = make("Rain inOslo")
    put_caret(widget, 0, 7)
    paste(widget, LIST)
    assert session.brief.bullets == ("Rain in First point", "Second point Oslo")


ITEM = "<ul><li>First point</li></ul>"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("It rains.|", ("It rains.", "First point")),
        ("It rains|", ("It rains First point",)),  # it may be some words of an item
        ("Rain|Snow", ("Rain First point Snow",)),
    ],
)
def test_an_item_alone_is_glued_to_nothing(
    make: Make, session: Session, before: str, expected: tuple[str, ...]
) -> None:
    widget = make(before.replace("|", ""))
    put_caret(widget, 0, before.index("|"))
    paste(widget, "First point", ITEM)
    assert session.brief.bullets == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("**It rains|**", ("**It rains**", "First point", "Second point")),
        ("**rain|** now", ("**rain** First point", "Second point now")),
        ("The council (|)", ("The council (First point", "Second point)")),
        ("He said “|x", ("He said “First point", "Second point x")),
    ],
)
def test_a_list_keeps_the_blanks_that_a_reader_expects(
    make: Make, session: Session, before: str, expected: tuple[str, ...]
) -> None:
    widget = make(before.replace("|", ""))
    put_caret(widget, 0, before.index("|"))
    paste(widget, LIST)
    assert session.brief.bullets == expected


def test_a_list_pasted_as_one_keeps_a_blank_and_is_one(make: Make, session: Session) -> None:
    widget = make("It rains.")
    put_caret(widget, 0, 9)
    paste(widget, LIST, as_one=True)
    assert session.brief.bullets == ("It rains. First point Second point",)


def test_enter_pastes_many_lines_that_are_asked_about(make: Make, session: Session) -> None:
    widget = make()
    paste(widget, lines(40))
    assert session.brief.bullets == ()
    press(widget, ENTER)
    assert len(session.brief.bullets) == 40
