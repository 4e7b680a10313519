"""Misspelt words in the form: marked when they are known, led to, and mended as one step of undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.errors import KnownError
from briefdesk.brief.model import Brief, Source, Term
from briefdesk.desk.dictionaries import own_folder
from briefdesk.desk.session import Session
from briefdesk.store.library import Library
from briefdesk.ui.compose.form import Form
from briefdesk.ui.fields.editor import Editor
from briefdesk.ui.fields.markings import Markings, Remedy
from briefdesk.ui.jobs import Jobs
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.spelling.spelling import Spelling
from briefdesk.ui.theme import Look
from tests.desk.dictionary import make
from tests.ui.fields.hands import LEFT, compose, editor, press, put_caret, write


@pytest.fixture
def form(qtbot: QtBot, signals: SessionSignals, look: Look) -> Form:
    made = Form(signals, look)
    qtbot.addWidget(made)
    made.resize(648, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def spelling(form: Form, signals: SessionSignals, jobs: Jobs, library: Library) -> Spelling:
    make()
    markings = Markings(form)
    form.furnish(QWidget(), markings)
    made = Spelling(form, signals, jobs, markings, "en_US")
    made.set_library(library)
    made.set_on(True)
    return made


def marked(widget: QWidget, name: str = "bulletsEdit") -> list[str]:
    """The words with a wavy line under them."""
    found: list[str] = []
    block = editor(widget, name).document().firstBlock()
    while block.isValid():
        for each in block.layout().formats():
            if each.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline:
                text = block.text().encode("utf-16-le")
                found.append(text[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le"))
        block = block.next()
    return found


def settle(qtbot: QtBot, spelling: Spelling) -> None:
    """Wait until every word has been looked up."""
    qtbot.waitUntil(lambda: spelling.verdicts.is_settled)


def show(session: Session, *bullets: str, **fields: object) -> None:
    session.open(Brief(id="shown", bullets=bullets, **fields))  # pyright: ignore[reportArgumentType]


def test_misspelt_words_are_marked_where_they_are(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(session, "😀 teh model `speling` [praise](https://a.org/praisee)", "the modle dosn’t lie")
    qtbot.waitUntil(lambda: marked(form) == ["teh", "modle", "dosn’t"])


def test_a_word_is_not_marked_before_it_is_finished(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(session, "")
    settle(qtbot, spelling)
    bullets = editor(form, "bulletsEdit")
    bullets.setFocus()
    write(bullets, "teh")
    settle(qtbot, spelling)
    assert marked(form) == []
    write(bullets, " ")
    qtbot.waitUntil(lambda: marked(form) == ["teh"])


def test_a_word_that_the_caret_leaves_by_an_arrow_is_marked(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(session, "")
    settle(qtbot, spelling)
    bullets = editor(form, "bulletsEdit")
    bullets.setFocus()
    write(bullets, "a teh")
    for _ in range(4):
        press(bullets, LEFT)
    qtbot.waitUntil(lambda: marked(form) == ["teh"])


def test_composed_text_is_not_looked_up(qtbot: QtBot, form: Form, session: Session, spelling: Spelling):
    show(session, "")
    bullets = editor(form, "bulletsEdit")
    bullets.setFocus()
    compose(bullets, "teh")
    settle(qtbot, spelling)
    assert marked(form) == []


def test_slug_publisher_and_address_are_not_spelled(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(
        session,
        slug="teh-modle",
        byline="Teh modle",
        source=Source(url="modle", publisher="modle", title="teh"),
    )
    qtbot.waitUntil(lambda: marked(form, "sourceTitleEdit") == ["teh"])
    for name in ("slugEdit", "bylineEdit", "sourceUrlEdit", "sourcePublisherEdit"):
        assert marked(form, name) == []


def test_terms_of_the_brief_are_no_mistakes(qtbot: QtBot, form: Form, session: Session, spelling: Spelling):
    show(session, "the modle of pretraining", terms=(Term(term="pretraining"),))
    qtbot.waitUntil(lambda: marked(form) == ["modle"])


def test_switching_it_off_takes_all_marks_away(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(session, "teh")
    qtbot.waitUntil(lambda: marked(form) == ["teh"])
    spelling.set_on(False)
    assert marked(form) == []


def remedies(form: Form) -> list[Remedy]:
    bullets = editor(form, "bulletsEdit")
    assert isinstance(bullets, Editor)
    return bullets.remedies(bullets.textCursor())


def ready_remedies(qtbot: QtBot, form: Form) -> dict[str, Remedy]:
    """What the menu offers when the suggestions have come."""
    qtbot.waitUntil(lambda: bool(remedies(form)) and remedies(form)[0].act is not None)
    return {each.words: each for each in remedies(form)}


@pytest.fixture
def at_teh(qtbot: QtBot, form: Form, session: Session, spelling: Spelling) -> dict[str, Remedy]:
    """A brief whose first bullet has a misspelt word, with the caret in it."""
    show(session, "see teh model", "teh")
    bullets = editor(form, "bulletsEdit")
    bullets.setFocus()
    qtbot.waitUntil(lambda: marked(form) == ["teh", "teh"])
    put_caret(bullets, 0, 6)
    return ready_remedies(qtbot, form)


def act(remedy: Remedy) -> None:
    assert remedy.act is not None
    remedy.act()


def test_taking_a_suggestion_is_one_step_of_undo(at_teh: dict[str, Remedy], form: Form, session: Session):
    write(editor(form, "bulletsEdit"), "x")
    press(editor(form, "bulletsEdit"), Qt.Key.Key_Backspace)
    act(at_teh["the"])
    assert session.brief.bullets[0] == "see the model"
    write(editor(form, "bulletsEdit"), "m")
    assert session.undo()
    assert session.brief.bullets[0] == "see the model"
    assert session.undo()
    assert session.brief.bullets[0] == "see teh model"


def test_the_menu_opens_at_once_and_fills_when_the_suggestions_come(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(session, "teh")
    bullets = editor(form, "bulletsEdit")
    assert isinstance(bullets, Editor)
    qtbot.waitUntil(lambda: marked(form) == ["teh"])
    put_caret(bullets, 0, 2)
    menu = bullets.menu(bullets.cursorRect().center())
    assert menu.actions()[0].text() == "Looking for suggestions…"
    assert not menu.actions()[0].isEnabled()
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "the")
    menu.deleteLater()


def test_a_word_added_is_right_in_all_briefs_and_can_be_taken_back(
    qtbot: QtBot,
    at_teh: dict[str, Remedy],
    form: Form,
    session: Session,
    spelling: Spelling,
    library: Library,
):
    undo: list[object] = []
    spelling.told.connect(lambda _words, back: undo.append(back))
    act(at_teh["Add “teh” to the dictionary"])
    assert marked(form) == []
    qtbot.waitUntil(lambda: "teh" in library.house("word"))
    (back,) = undo
    assert callable(back)
    back()
    qtbot.waitUntil(lambda: marked(form) == ["teh", "teh"])
    qtbot.waitUntil(lambda: "teh" not in library.house("word"))


def test_a_word_ignored_is_marked_in_other_briefs(
    qtbot: QtBot, at_teh: dict[str, Remedy], form: Form, session: Session, library: Library
):
    act(at_teh["Ignore in this brief"])
    assert marked(form) == []
    qtbot.waitUntil(lambda: "teh" in library.house("word", brief="shown"))
    session.open(Brief(id="other", bullets=("see teh",)))
    qtbot.waitUntil(lambda: marked(form) == ["teh"])


def test_the_next_misspelling_is_selected_and_after_the_last_comes_the_first(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(session, "😀 teh model", headline="the modle", kicker="humd")
    form.focus_headline()
    qtbot.waitUntil(
        lambda: bool(marked(form) and marked(form, "headlineEdit") and marked(form, "kickerEdit"))
    )
    found: list[str] = []
    for _ in range(4):
        assert spelling.go_to_next()
        focus = QApplication.focusWidget()
        assert isinstance(focus, Editor)
        found.append(focus.textCursor().selectedText())
    assert found == ["teh", "humd", "modle", "teh"]
    kicker = form.findChild(QWidget, "kickerEdit")
    assert kicker is not None
    assert kicker.isVisible()


def test_a_language_without_a_dictionary_is_quiet_and_said_once(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    show(session, "teh")
    qtbot.waitUntil(lambda: marked(form) == ["teh"])
    with qtbot.waitSignal(spelling.noteChanged) as said:
        session.edit("language", "de")
    assert "no dictionary" in str(said.args)
    assert marked(form) == []


def test_a_bad_dictionary_is_told_in_one_line_and_nothing_is_marked(
    qtbot: QtBot, form: Form, session: Session, spelling: Spelling
):
    settle(qtbot, spelling)
    make("de_DE")
    (own_folder() / "de_DE.dic").write_bytes(b"\x00junk")
    with qtbot.waitSignal(spelling.verdicts.refused) as refused:
        session.open(Brief(id="german", language="de", bullets=("teh",)))
    assert refused.args is not None
    (error,) = refused.args
    assert isinstance(error, KnownError)
    assert "de_DE" in error.what
    assert marked(form) == []
