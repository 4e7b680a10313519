"""The glossary window on a real library."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief, Term
from briefdesk.desk.desk import Desk
from briefdesk.store.library import Library
from briefdesk.ui.glossary.window import GlossaryWindow
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.poster import Poster
from briefdesk.ui.theme import Look

RULES = "A list of rules by which the work of somebody is judged."


def nobody(_told: object) -> None:
    """What is saved is of no interest here."""


def desk_at(library: Library, around: QWidget) -> Desk:
    made = Desk(Poster(around).post, nobody, nobody)
    made.attach(library)
    return made


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1440, 900)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(library: Library, around: QWidget) -> Desk:
    return desk_at(library, around)


@pytest.fixture
def glossary(
    qtbot: QtBot, library: Library, jobs: Jobs, look: Look, desk: Desk, around: QWidget
) -> Iterator[GlossaryWindow]:
    for id, headline, term, definition in (
        ("a" * 18, "A", "rubric", RULES),
        ("b" * 18, "B", "rubrics", "Rules, in other words, for a work that is to be judged."),
        ("c" * 18, "C", "ERP", ""),
        ("d" * 18, "D", "ARR", "A way in which a model makes its own list of rules."),
    ):
        term_ = Term(term=term, definition=definition)
        library.save(Brief(id=id, headline=headline, bullets=(f"The {term}.",), terms=(term_,)), cut="import")
    library.terms.add_wordings([("spare", "A thing that nobody uses and that is known all the same.")])
    made = GlossaryWindow(desk, jobs, look, around)
    made.set_library(library)
    made.show_terms("rubric")
    qtbot.waitUntil(lambda: text(made, "glossaryTerm") == "rubrics")
    yield made
    made.close()


_W = TypeVar("_W", bound=QObject)


def the(parent: QWidget, kind: type[_W], name: str) -> _W:
    """The part of that kind and name."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def text(glossary: GlossaryWindow, name: str) -> str:
    label = glossary.findChild(QLabel, name)
    assert label is not None
    return label.text()


def terms(glossary: GlossaryWindow) -> list[str]:
    model = the(glossary, QListView, "glossaryTerms").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def button(glossary: QWidget, name: str) -> QPushButton:
    found = glossary.findChild(QPushButton, name)
    assert found is not None, name
    return found


def hygiene(glossary: GlossaryWindow) -> set[str]:
    pane = the(glossary, QWidget, "glossaryHygiene")
    return {each.text() for each in pane.findChildren(QLabel) if each.property("look") == "strong"}


def choose(glossary: GlossaryWindow, qtbot: QtBot, term: str) -> None:
    view = the(glossary, QListView, "glossaryTerms")
    row = terms(glossary).index(term)
    view.setCurrentIndex(view.model().index(row, 0))
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm") == term)


def definition(glossary: GlossaryWindow) -> QPlainTextEdit:
    return the(glossary, QPlainTextEdit, "glossaryDefinition")


def test_all_terms_are_listed_with_how_often_they_are_used(glossary: GlossaryWindow, qtbot: QtBot):
    assert terms(glossary) == ["ARR", "ERP", "rubrics", "spare"]
    assert text(glossary, "glossaryState") == "4 terms · 1 used but not defined · 1 to check"
    view = the(glossary, QListView, "glossaryTerms")
    said = view.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("rubrics")
    assert "used in 2" in said
    uses = the(glossary, QListWidget, "glossaryUses")
    qtbot.waitUntil(lambda: uses.count() == 2)


def test_chips_and_search_narrow_the_list(glossary: GlossaryWindow, qtbot: QtBot):
    button(glossary, "glossary-undefined").click()
    assert terms(glossary) == ["ERP"]
    button(glossary, "glossary-unused").click()
    assert terms(glossary) == ["spare"]
    button(glossary, "glossary-all").click()
    QTest.keyClicks(the(glossary, QLineEdit, "glossarySearch"), "own list")
    qtbot.waitUntil(lambda: terms(glossary) == ["ARR"])
    QTest.keyClicks(the(glossary, QLineEdit, "glossarySearch"), "zzz")
    qtbot.waitUntil(lambda: terms(glossary) == [])
    assert "No term is found" in text(glossary, "glossaryEmpty")


def test_what_is_typed_is_kept_as_the_house_wording_and_drafts_are_not(
    glossary: GlossaryWindow, library: Library, qtbot: QtBot
):
    edit = definition(glossary)
    edit.selectAll()
    for words in ("A draft of it", "A draft of it that was gone on with"):
        edit.setPlainText(words)
        with qtbot.waitSignal(glossary.changed):
            pass
    first = library.terms.wordings("rubric")[0]
    assert (first.text, first.is_house) == ("A draft of it that was gone on with", True)
    assert "A draft of it" not in [each.text for each in library.terms.wordings("rubric")]
    assert definition(glossary).toPlainText() == "A draft of it that was gone on with"


def test_hygiene_follows_the_keys(glossary: GlossaryWindow, qtbot: QtBot):
    qtbot.waitUntil(lambda: "Explained otherwise in 1 brief" in hygiene(glossary))
    definition(glossary).setPlainText("It is what everybody calls a rubric, with a PBX.")
    qtbot.waitUntil(lambda: {"Circular", "Undefined terms inside"} <= hygiene(glossary))


def test_closing_keeps_what_was_just_typed(glossary: GlossaryWindow, library: Library, qtbot: QtBot):
    definition(glossary).setPlainText("Just typed.")
    with qtbot.waitSignal(glossary.changed):
        QTest.keyClick(glossary, Qt.Key.Key_Escape)
    assert library.terms.wordings("rubric")[0].text == "Just typed."


def test_a_wording_in_use_is_made_the_house_wording(glossary: GlossaryWindow, library: Library, qtbot: QtBot):
    with qtbot.waitSignal(glossary.changed):
        button(glossary, "useWording2").click()
    assert (library.terms.wordings("rubric")[0].text, library.terms.wordings("rubric")[0].is_house) == (
        RULES,
        True,
    )
    qtbot.waitUntil(lambda: definition(glossary).toPlainText() == RULES)


def test_an_unused_term_is_deleted_and_brought_back(glossary: GlossaryWindow, library: Library, qtbot: QtBot):
    assert not button(glossary, "glossaryDelete").isEnabled()
    choose(glossary, qtbot, "spare")
    button(glossary, "glossaryDelete").click()
    qtbot.waitUntil(lambda: terms(glossary) == ["ARR", "ERP", "rubrics"])
    undo = next(each for each in glossary.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "spare" in terms(glossary))
    assert library.terms.wordings("spare")[0].is_house


def test_two_terms_are_merged_and_parted(glossary: GlossaryWindow, library: Library, qtbot: QtBot):
    choose(glossary, qtbot, "ARR")
    button(glossary, "glossaryMerge").click()
    chooser = the(glossary, QWidget, "mergeTerm")
    QTest.keyClicks(the(chooser, QLineEdit, "mergeTermSearch"), "rub")
    button(chooser, "mergeTermNow").click()
    qtbot.waitUntil(lambda: terms(glossary) == ["ERP", "rubrics", "spare"])
    qtbot.waitUntil(lambda: bool(glossary.findChildren(QPushButton, "glossaryPart1")))
    button(glossary, "glossaryPart1").click()
    qtbot.waitUntil(lambda: "ARR" in terms(glossary))


def rename(glossary: GlossaryWindow, qtbot: QtBot, to: str) -> QWidget:
    """The dialog with everything that the new name would change."""
    button(glossary, "glossaryRename").click()
    dialog = the(glossary, QWidget, "renameTerm")
    now = button(dialog, "renameTermNow")
    assert not now.isEnabled()
    the(dialog, QLineEdit, "renameTermTo").setText(to)
    qtbot.waitUntil(now.isEnabled)
    return dialog


def previewed(dialog: QWidget) -> list[str]:
    model = the(dialog, QTableView, "renameTermPreview").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_term_is_renamed_everywhere_after_a_look_and_brought_back(
    glossary: GlossaryWindow, library: Library, qtbot: QtBot
):
    library.terms.choose("rubric", RULES)
    dialog = rename(glossary, qtbot, "yardstick")
    assert button(dialog, "renameTermNow").text() == "Rename in 2 briefs"
    assert any("The yardsticks." in words for words in previewed(dialog))
    button(dialog, "renameTermNow").click()
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm") == "yardstick")
    assert library.get("a" * 18).brief.terms[0].term == "yardstick"
    undo = next(each for each in glossary.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm").startswith("rubric"))
    assert library.get("a" * 18).brief.terms[0].term == "rubric"
    assert library.terms.wordings("yardstick") == []
    assert (library.terms.wordings("rubric")[0].text, library.terms.wordings("rubric")[0].is_house) == (
        RULES,
        True,
    )


def test_a_place_is_left_out_of_renaming_with_the_keyboard(
    glossary: GlossaryWindow, library: Library, qtbot: QtBot
):
    dialog = rename(glossary, qtbot, "yardstick")
    row = next(n for n, words in enumerate(previewed(dialog)) if "The yardsticks." in words)
    view = the(dialog, QTableView, "renameTermPreview")
    view.setCurrentIndex(view.model().index(row, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    button(dialog, "renameTermNow").click()
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm") == "yardstick")
    assert library.get("b" * 18).brief.terms[0].term.startswith("yardstick")
    assert library.get("b" * 18).brief.bullets == ("The rubrics.",)


def test_where_the_new_name_stands_already_nothing_is_chosen(
    glossary: GlossaryWindow, library: Library, qtbot: QtBot
):
    dialog = rename(glossary, qtbot, "the rubric")
    left = [words for words in previewed(dialog) if "the new words stand there already" in words]
    assert len(left) == 2
    assert all("not chosen" in words for words in left)
    assert "2 changes in 2 briefs" in the(dialog, QLabel, "renameTermState").text()


def test_a_new_term_is_added_to_be_explained(glossary: GlossaryWindow, qtbot: QtBot):
    glossary.add("codec")
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm") == "codec")
    qtbot.waitUntil(lambda: "No definition" in hygiene(glossary))


def test_a_brief_that_uses_a_term_is_opened(glossary: GlossaryWindow, qtbot: QtBot):
    uses = the(glossary, QListWidget, "glossaryUses")
    qtbot.waitUntil(lambda: uses.count() == 2)
    with qtbot.waitSignal(glossary.briefWanted) as wanted:
        uses.itemActivated.emit(uses.item(0))
    assert wanted.args == ["b" * 18]
    assert not glossary.isVisible()


def test_files_go_out_and_come_in(glossary: GlossaryWindow, qtbot: QtBot, tmp_path: Path):
    glossary.files.write(tmp_path / "g.json")
    qtbot.waitUntil((tmp_path / "g.json").is_file)
    assert len(json.loads((tmp_path / "g.json").read_text(encoding="utf-8"))["terms"]) == 4
    (tmp_path / "in.csv").write_text("term,definition\nnew one,Meaning.\n", encoding="utf-8")
    glossary.files.read(tmp_path / "in.csv")
    qtbot.waitUntil(lambda: "new one" in terms(glossary))
    (tmp_path / "bad.csv").write_text("only\n", encoding="utf-8")
    glossary.files.read(tmp_path / "bad.csv")
    qtbot.waitUntil(lambda: any("no definition" in label.text() for label in glossary.findChildren(QLabel)))


def test_an_empty_glossary_says_how_terms_come(qtbot: QtBot, library: Library, jobs: Jobs, look: Look):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = GlossaryWindow(desk_at(library, parent), jobs, look, parent)
    made.set_library(library)
    made.show_terms()
    qtbot.waitUntil(lambda: "No terms yet" in text(made, "glossaryEmpty"))
    made.close()


def test_hygiene_folds_under_the_editor_in_a_narrow_window(glossary: GlossaryWindow):
    panes = [each for each in glossary.findChildren(QSplitter) if each.indexOf(definition(glossary)) < 0]
    right = next(each for each in panes if the(each, QWidget, "glossaryHygiene") and each.count() == 2)
    assert right.orientation() == Qt.Orientation.Horizontal
    glossary.resize(900, 700)
    assert right.orientation() == Qt.Orientation.Vertical


def test_the_house_wording_is_used_in_all_briefs_and_taken_back(
    glossary: GlossaryWindow, library: Library, qtbot: QtBot
):
    qtbot.waitUntil(lambda: bool(glossary.findChildren(QPushButton, "glossaryUnify")))
    house, other = definition(glossary).toPlainText(), library.get("a" * 18).brief.terms[0].definition
    assert house != other
    button(glossary, "glossaryUnify").click()
    qtbot.waitUntil(lambda: library.get("a" * 18).brief.terms[0].definition == house)
    qtbot.waitUntil(lambda: "One wording" in hygiene(glossary))
    assert any(each.text() == "House wording used in 1 brief" for each in glossary.findChildren(QLabel))
    undo = next(each for each in glossary.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: library.get("a" * 18).brief.terms[0].definition == other)


def test_a_term_without_a_definition_tells_who_uses_it_and_that_it_is_not_defined(
    glossary: GlossaryWindow, qtbot: QtBot
):
    choose(glossary, qtbot, "ERP")
    uses = the(glossary, QListWidget, "glossaryUses")
    qtbot.waitUntil(lambda: uses.count() == 1)
    assert any(each.text() == "not defined" for each in glossary.findChildren(QLabel))
    assert "cannot be deleted" in text(glossary, "glossaryDeleteWhy")


def test_down_in_the_search_for_merging_goes_to_the_second_hit(glossary: GlossaryWindow, qtbot: QtBot):
    button(glossary, "glossaryMerge").click()
    chooser = the(glossary, QWidget, "mergeTerm")
    QTest.keyClick(the(chooser, QLineEdit, "mergeTermSearch"), Qt.Key.Key_Down)
    assert the(chooser, QListView, "mergeTermList").currentIndex().row() == 1


def test_after_renaming_the_search_does_not_hide_the_term(glossary: GlossaryWindow, qtbot: QtBot):
    QTest.keyClicks(the(glossary, QLineEdit, "glossarySearch"), "rubric")
    qtbot.waitUntil(lambda: terms(glossary) == ["rubrics"])
    dialog = rename(glossary, qtbot, "yardstick")
    button(dialog, "renameTermNow").click()
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm") == "yardstick")


def test_tab_goes_from_the_definition_to_its_wordings_and_then_to_what_is_done_with_the_term(
    glossary: GlossaryWindow, qtbot: QtBot
):
    definition(glossary).setFocus()
    passed = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or glossary, Qt.Key.Key_Tab)
        passed.append((QApplication.focusWidget() or glossary).objectName())
    uses = [name for name in passed if name.startswith("useWording")]
    assert uses
    assert passed.index(uses[-1]) < passed.index("glossaryRename") < passed.index("glossaryMerge")


def test_undo_takes_back_what_was_typed_into_the_definition_also_after_it_was_left(
    glossary: GlossaryWindow, qtbot: QtBot
):
    field = definition(glossary)
    before = field.toPlainText()
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(field, " more")
    the(glossary, QWidget, "glossarySearch").setFocus()
    button(glossary, "glossaryRename").setFocus()
    QTest.keyClick(button(glossary, "glossaryRename"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == before
    assert field.hasFocus()


def test_enter_presses_the_button_that_has_the_keyboard(glossary: GlossaryWindow):
    pressed: list[str] = []
    for name in ("glossaryImport", "glossaryExport"):
        it = button(glossary, name)
        it.clicked.disconnect()
        it.clicked.connect(partial(pressed.append, name))
        it.setFocus()
        QTest.keyClick(it, Qt.Key.Key_Return)
    assert pressed == ["glossaryImport", "glossaryExport"]


def test_a_rename_that_is_taken_back_leaves_no_new_name_also_where_the_open_brief_has_it(
    glossary: GlossaryWindow, desk: Desk, library: Library, qtbot: QtBot
):
    desk.open("a" * 18)
    dialog = rename(glossary, qtbot, "yardstick")
    with qtbot.waitSignal(glossary.renamed):
        button(dialog, "renameTermNow").click()
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm") == "yardstick")
    desk.autosave.flush()
    undo = next(each for each in glossary.findChildren(QPushButton) if each.text() == "Undo")
    undo.click()
    qtbot.waitUntil(lambda: "rubrics" in terms(glossary))
    assert "yardstick" not in terms(glossary)
    assert library.terms.wordings("yardstick") == []
    desk.autosave.flush()


def test_undo_in_the_only_brief_takes_the_new_name_out_of_the_glossary_too(
    glossary: GlossaryWindow, desk: Desk, library: Library, qtbot: QtBot
):
    choose(glossary, qtbot, "ARR")
    desk.open("d" * 18)
    dialog = rename(glossary, qtbot, "own list")
    button(dialog, "renameTermNow").click()
    qtbot.waitUntil(lambda: text(glossary, "glossaryTerm") == "own list")
    desk.session.undo()
    qtbot.waitUntil(lambda: "ARR" in terms(glossary))
    assert "own list" not in terms(glossary)
    assert library.terms.wordings("own list") == []
    desk.autosave.flush()
