"""Ctrl+T, the house wording, the radar and the strips, in the real window as a writer uses it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Brief, Term
from briefdesk.store.library import Library
from briefdesk.ui.fields.markings import Style, Writing
from briefdesk.ui.fields.terms import TermsField
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import (
    CTRL,
    DOWN,
    ENTER,
    TAB,
    UP,
    caret,
    compose,
    editor,
    paragraphs,
    press,
    put_caret,
    write,
)

GOOD, OTHER = "Getting a high score without doing the task.", "Cheating at a score."


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    path = tmp_path / "desk.briefdesk"
    with Library.open(path) as library:
        for headline, definition in (("Old", OTHER), ("New", GOOD), ("Newer", GOOD)):
            terms = (Term(term="reward hacking", definition=definition),)
            library.save(Brief(headline=headline, bullets=("Reward hacking.",), terms=terms), cut="import")
        library.terms.choose("reward hacking", GOOD)
    made = build(path)
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    made.activateWindow()
    made.new_brief()
    qtbot.waitUntil(lambda: bool(made.furniture._terms.house.names))
    yield made
    put_away(made)


_W = TypeVar("_W", bound=QObject)


def the(parent: QWidget, kind: type[_W], name: str) -> _W:
    """The part of that kind and name."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def bullet(window: MainWindow, text: str) -> None:
    window.desk.session.edit("bullets", (text,))


def define(window: MainWindow, place: int) -> None:
    """Ctrl+T with the caret at a place of the first bullet."""
    bullets = editor(window, "bulletsEdit")
    bullets.setFocus()
    put_caret(bullets, 0, place)
    QTest.keyClick(bullets, Qt.Key.Key_T, CTRL)


def define_selected(window: MainWindow, place: int, length: int) -> QTextEdit:
    """Ctrl+T with so many characters of the first bullet selected."""
    bullets = editor(window, "bulletsEdit")
    bullets.setFocus()
    put_caret(bullets, 0, place)
    cursor = bullets.textCursor()
    cursor.setPosition(cursor.position() + length, cursor.MoveMode.KeepAnchor)
    bullets.setTextCursor(cursor)
    QTest.keyClick(bullets, Qt.Key.Key_T, CTRL)
    return bullets


def strip(window: MainWindow, number: int = 1) -> str:
    label = window.findChild(QLabel, f"termStripWords{number}")
    return label.accessibleName() if label is not None and label.isVisible() else ""


def note(window: MainWindow) -> str:
    terms = window.findChild(TermsField)
    assert terms is not None
    return terms.note.text


def jargon(window: MainWindow, text: str) -> list[str]:
    marks = window.furniture.markings.marks("bulletsEdit", text, Writing.INLINE)
    return [text[each.start : each.end] for each in marks if each.style is Style.JARGON]


def test_a_term_of_the_house_comes_with_its_definition_and_esc_goes_back(window: MainWindow):
    bullet(window, "It stops reward hacking now.")
    define(window, 12)
    assert window.desk.brief.terms == (Term(term="reward hacking", definition=GOOD),)
    assert focus().objectName() == "definitionEdit1"
    press(focus(), Qt.Key.Key_Escape)
    assert focus().objectName() == "bulletsEdit"
    assert caret(editor(window, "bulletsEdit")) == (0, 12)
    window.desk.session.undo()
    assert window.desk.brief.terms == ()


def test_undo_of_a_term_goes_back_to_the_words_that_were_selected(window: MainWindow):
    bullet(window, "It stops reward hacking now.")
    bullets = define_selected(window, 9, 14)
    assert focus().objectName() == "definitionEdit1"
    press(focus(), Qt.Key.Key_Z, CTRL)
    assert window.desk.brief.terms == ()
    assert focus() is bullets
    assert bullets.textCursor().selectedText() == "reward hacking"


def test_selected_words_become_a_term_and_the_selection_comes_back(window: MainWindow):
    bullet(window, "It stops **odd** things, now.")
    bullets = define_selected(window, 9, 14)
    assert [term.term for term in window.desk.brief.terms] == ["odd things"]
    press(focus(), Qt.Key.Key_Escape)
    assert bullets.textCursor().selectedText() == "**odd** things"


def test_what_is_a_term_already_is_gone_to(window: MainWindow):
    bullet(window, "LLMs are many.")
    window.desk.session.edit("terms", (Term(term="large language model", definition="A program."),))
    define(window, 2)
    assert len(window.desk.brief.terms) == 1
    assert focus().objectName() == "definitionEdit1"


def test_without_a_word_it_says_how(window: MainWindow):
    bullet(window, " - ")
    define(window, 1)
    assert window.desk.brief.terms == ()
    assert window.furniture.notices.isVisible()


def test_what_is_being_composed_is_taken_in_first(window: MainWindow):
    bullet(window, "")
    bullets = editor(window, "bulletsEdit")
    bullets.setFocus()
    compose(bullets, "codec")
    QTest.keyClick(bullets, Qt.Key.Key_T, CTRL)
    assert window.desk.brief.bullets[0] == "codec"
    assert [term.term for term in window.desk.brief.terms] == ["codec"]


def test_up_and_down_choose_among_wordings_right_after(window: MainWindow, qtbot: QtBot):
    bullet(window, "It stops reward hacking now.")
    define(window, 12)
    qtbot.waitUntil(lambda: "House wording" in strip(window))
    assert "used in 2 briefs" in strip(window)
    press(focus(), DOWN)
    assert window.desk.brief.terms[0].definition == OTHER
    press(focus(), UP)
    assert window.desk.brief.terms[0].definition == GOOD
    write(focus(), "x")
    press(focus(), DOWN)
    assert window.desk.brief.terms[0].definition == GOOD + "x"


@pytest.mark.parametrize("key", [TAB, ENTER])
def test_one_key_takes_what_is_offered(window: MainWindow, qtbot: QtBot, key: Qt.Key):
    editor(window, "termEdit1").setFocus()
    write(focus(), "Reward hacking")
    rows = window.findChild(TermsField).rows
    qtbot.waitUntil(lambda: rows[0]._offer == GOOD)
    press(focus(), key)
    assert window.desk.brief.terms == (Term(term="Reward hacking", definition=GOOD),)
    assert focus().objectName() == "definitionEdit1"
    assert caret(editor(window, "definitionEdit1")) == (0, len(GOOD))


def test_what_was_typed_is_never_written_over(window: MainWindow, qtbot: QtBot):
    window.desk.session.edit("terms", (Term(term="reward hacking", definition="Mine."),))
    editor(window, "definitionEdit1").setFocus()
    qtbot.waitUntil(lambda: "House wording" in strip(window))
    assert GOOD in strip(window)
    press(focus(), TAB)
    assert window.desk.brief.terms[0].definition == "Mine."


def test_my_wording_can_be_made_the_one_of_the_house(window: MainWindow, qtbot: QtBot):
    window.desk.session.edit("terms", (Term(term="reward hacking", definition="Mine."),))
    editor(window, "definitionEdit1").setFocus()
    qtbot.waitUntil(lambda: bool(strip(window)))
    use, make = (the(window, QPushButton, f"termStripOffer1-{n}") for n in (1, 2))
    assert (use.text(), make.text()) == ("Use it", "Make this the house wording")
    QTest.mouseClick(make, Qt.MouseButton.LeftButton)
    assert window.library
    assert window.library.terms.wordings("reward hacking")[0].text == "Mine."
    QTest.mouseClick(editor(window, "definitionEdit1").viewport(), Qt.MouseButton.LeftButton)


def test_a_double_is_gone_to_instead(window: MainWindow):
    window.desk.session.edit("terms", (Term(term="rubric", definition="Rules."),))
    editor(window, "termEdit2").setFocus()
    write(focus(), "Rubrics")
    press(focus(), ENTER)
    assert window.desk.brief.terms == (Term(term="rubric", definition="Rules."),)
    assert focus().objectName() == "definitionEdit1"


def test_a_term_that_an_edit_loses_can_be_renamed(window: MainWindow, qtbot: QtBot):
    bullet(window, "It stops odd things now.")
    window.desk.session.edit("terms", (Term(term="odd things", definition="Rules."),))
    help = window.furniture._terms._help
    help._lost.forget()
    bullet(window, "It stops odd matters now.")
    help._lost.timer.setInterval(0)
    help._lost.timer.start()
    qtbot.waitUntil(lambda: "no longer appears" in strip(window))
    rename = the(window, QPushButton, "termStripOffer1-1")
    assert rename.text() == "Rename to “odd matters”"
    rename.click()
    assert window.desk.brief.terms[0].term == "odd matters"
    assert strip(window) == ""


def test_a_removed_term_can_be_brought_back(window: MainWindow):
    window.desk.session.edit("terms", (Term(term="rubric", definition="Rules."),))
    editor(window, "termEdit1").setFocus()
    press(focus(), Qt.Key.Key_Backspace, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert window.desk.brief.terms == ()
    bullet(window, "Something typed since.")
    undo = next(each for each in window.furniture.notices.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    assert window.desk.brief.terms == (Term(term="rubric", definition="Rules."),)
    assert window.desk.brief.bullets == ("Something typed since.",)


def test_jargon_is_marked_once_and_told_with_the_terms(window: MainWindow, qtbot: QtBot):
    window.desk.session.edit("bullets", ("A PBX rang.", "The PBX and reward hacking.", "US news"))
    qtbot.waitUntil(lambda: "of 2 defined" in note(window))
    assert jargon(window, "A PBX rang.") == ["PBX"]
    assert jargon(window, "The PBX and reward hacking.") == ["reward hacking"]
    assert jargon(window, "US news") == []
    assert "“PBX” is used but not defined" in note(window)
    define(window, 0)
    window.desk.session.undo()
    window.desk.session.edit("terms", (Term(term="PBX", definition="A box."),))
    assert jargon(window, "A PBX rang.") == []


@pytest.mark.parametrize(("remedy", "is_kept"), [(1, False), (2, True)])
def test_a_word_is_dismissed_here_or_for_good(window: MainWindow, qtbot: QtBot, remedy: int, is_kept: bool):
    window.desk.session.edit("bullets", ("A PBX rang.",))
    qtbot.waitUntil(lambda: jargon(window, "A PBX rang.") == ["PBX"])
    bullets = editor(window, "bulletsEdit")
    put_caret(bullets, 0, 3)
    remedies = window.furniture.markings.remedies(bullets.spot(bullets.textCursor()))  # pyright: ignore
    assert remedies[0].words == "Define “PBX” (Ctrl+T)"
    act = remedies[remedy].act
    assert act is not None
    act()
    assert jargon(window, "A PBX rang.") == []
    library = window.library
    assert library
    qtbot.waitUntil(lambda: bool(library.house("alarm", brief=window.desk.brief.id)))
    assert ("jargon:pbx" in library.house("alarm")) is is_kept
    undo = next(each for each in window.furniture.notices.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: jargon(window, "A PBX rang.") == ["PBX"])
    qtbot.waitUntil(lambda: not library.house("alarm", brief=window.desk.brief.id))


def test_typing_on_keeps_the_mark_of_the_paragraph(window: MainWindow, qtbot: QtBot):
    window.desk.session.edit("bullets", ("A PBX rang.",))
    qtbot.waitUntil(lambda: jargon(window, "A PBX rang.") == ["PBX"])
    assert jargon(window, "A PBX rang. A") == ["PBX"], "before the session has announced the key"
    bullets = editor(window, "bulletsEdit")
    bullets.setFocus()
    put_caret(bullets, 0, 11)
    write(bullets, " So")
    assert paragraphs(bullets) == ["A PBX rang. So"]
    assert jargon(window, "A PBX rang. So") == ["PBX"]


def test_the_glossary_has_a_key(window: MainWindow):
    action = the(window, QAction, "action-glossary")
    assert [key.toString() for key in action.shortcuts()] == ["F9"]


def test_renaming_everywhere_is_a_step_of_its_own_in_a_brief_that_is_not_open(
    window: MainWindow, qtbot: QtBot
):
    library = window.library
    assert library
    mine, other = (id for id in library.terms.briefs_with("reward hacking")[:2])
    window.open_brief(mine)
    window.desk.session.edit("headline", "My own edit")
    window.desk.autosave.flush()
    window.open_brief(other)
    window.desk.session.edit("headline", "An edit of the other")
    the(window, QAction, "action-rename-term").trigger()
    glossary = the(window, QWidget, "glossaryWindow")
    qtbot.waitUntil(lambda: bool(glossary.findChildren(QPushButton, "glossaryRename")))
    qtbot.waitUntil(lambda: the(glossary, QLabel, "glossaryTerm").text() == "reward hacking")
    if glossary.findChild(QWidget, "renameTerm") is None:
        the(glossary, QPushButton, "glossaryRename").click()
    dialog = the(glossary, QWidget, "renameTerm")
    the(dialog, QLineEdit, "renameTermTo").setText("gaming")
    now = the(dialog, QPushButton, "renameTermNow")
    qtbot.waitUntil(now.isEnabled)
    now.click()
    qtbot.waitUntil(lambda: the(glossary, QLabel, "glossaryTerm").text() == "gaming")
    glossary.close()
    for id, own in ((other, "An edit of the other"), (mine, "My own edit")):
        window.open_brief(id)
        assert window.desk.brief.terms[0].term == "gaming"
        assert window.desk.session.undo()
        assert (window.desk.brief.terms[0].term, window.desk.brief.headline) == ("reward hacking", own)
        window.desk.session.undo()
        assert window.desk.brief.headline != own
        window.desk.session.redo()
        window.desk.session.redo()
        assert (window.desk.brief.terms[0].term, window.desk.brief.headline) == ("gaming", own)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Sweden voted.", "Sweden"),
        ("Hamburg wins.", "Hamburg"),
        ("Rubrics help.", "rubrics"),
        ("Schools stay closed.", "schools"),
    ],
)
def test_a_name_at_the_start_of_a_bullet_keeps_its_capital(window: MainWindow, text: str, term: str):
    bullet(window, text)
    define(window, 2)
    assert [each.term for each in window.desk.brief.terms] == [term]


def test_a_word_that_was_just_typed_is_defined_from_behind_it(window: MainWindow):
    bullet(window, "It is a codec.")
    define(window, len("It is a codec"))
    assert [term.term for term in window.desk.brief.terms] == ["codec"]
