"""Every strip in the form is reached by Tab and by the quick fix; Esc closes it and goes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.app import build
from briefdesk.brief.model import Brief, Source, Term
from briefdesk.store.library import Library
from briefdesk.ui.window import MainWindow
from tests.scenarios.test_from_empty_to_published import put_away
from tests.ui.fields.hands import CTRL, ENTER, SHIFT, TAB, editor, paste, press, put_caret

# Without a display, a menu says on the console what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)

ESC, BACKTAB = Qt.Key.Key_Escape, Qt.Key.Key_Backtab
ARTICLE = (
    "<h1>Rain over Rome</h1><p>It has been raining over all of Rome since the morning hours.</p>"
    "<p>The river is higher than it was in many years. Bridges are closed to all traffic now.</p>"
)
LONG = "It rains a lot. " * 20


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("BRIEFDESK_PREVIEW", "simple")
    path = tmp_path / "desk.briefdesk"
    with Library.open(path) as library:
        library.save(Brief(headline="Old", source=Source(url="https://a.org/x")), cut="import")
    made = build(path)
    with qtbot.waitSignal(made.libraryOpened, timeout=20_000):
        made.show()
    made.activateWindow()
    made.new_brief()
    yield made
    put_away(made)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def name() -> str:
    return focus().objectName()


def walk(times: int, key: Qt.Key = TAB) -> list[str]:
    """Where Tab leads, stop by stop."""
    stops = []
    for _ in range(times):
        press(focus(), key, SHIFT if key is BACKTAB else Qt.KeyboardModifier.NoModifier)
        stops.append(name())
    return stops


def quick_fix(qtbot: QtBot) -> QMenu:
    QTest.keyClick(focus(), Qt.Key.Key_Period, CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions() if each.isEnabled()]


def lose_a_term(window: MainWindow, qtbot: QtBot) -> QWidget:
    window.desk.session.edit("bullets", ("It stops odd things now.",))
    terms = (Term(term="odd things", definition="Rules."), Term(term="now", definition="This time."))
    window.desk.session.edit("terms", terms)
    lost = window.furniture._terms._help._lost
    lost.forget()
    window.desk.session.edit("bullets", ("It stops odd matters now.",))
    lost.timer.setInterval(0)
    lost.timer.start()
    strip = window.findChild(QWidget, "termStrip1")
    qtbot.waitUntil(lambda: (window.findChild(QWidget, "termStrip1") or window).objectName() == "termStrip1")
    strip = window.findChild(QWidget, "termStrip1")
    assert strip is not None
    qtbot.waitUntil(strip.isVisible)
    return strip


def test_tab_leads_through_the_strip_of_a_lost_term_and_back(window: MainWindow, qtbot: QtBot):
    lose_a_term(window, qtbot)
    editor(window, "termEdit1").setFocus()
    there = ["definitionEdit1", "termStripOffer1-1", "termStripOffer1-2", "termEdit2"]
    assert walk(4) == there
    assert walk(3, BACKTAB) == [*reversed(there[:3])]


def test_a_row_that_comes_later_does_not_break_the_way(window: MainWindow, qtbot: QtBot):
    lose_a_term(window, qtbot)
    terms = window.desk.brief.terms
    window.desk.session.edit("terms", (*terms, Term(term="more", definition="Again.")))
    editor(window, "definitionEdit1").setFocus()
    assert walk(3) == ["termStripOffer1-1", "termStripOffer1-2", "termEdit2"]


def test_enter_in_the_strip_of_a_lost_term_renames_it_and_the_keyboard_goes_back(
    window: MainWindow, qtbot: QtBot
):
    strip = lose_a_term(window, qtbot)
    editor(window, "definitionEdit1").setFocus()
    walk(1)
    press(focus(), ENTER)
    assert window.desk.brief.terms[0].term == "odd matters"
    qtbot.waitUntil(strip.isHidden)
    assert name() == "definitionEdit1"


@pytest.mark.parametrize("stop", ["termEdit1", "termStripOffer1-1"])
def test_esc_closes_the_strip_of_a_lost_term_from_the_field_and_from_within(
    window: MainWindow, qtbot: QtBot, stop: str
):
    strip = lose_a_term(window, qtbot)
    editor(window, "definitionEdit1" if "Offer" in stop else stop).setFocus()
    before = name()
    if "Offer" in stop:
        walk(1)
    press(focus(), ESC)
    assert strip.isHidden()
    assert name() == before
    assert window.desk.brief.terms[0].term == "odd things"


def test_the_quick_fix_on_a_term_offers_what_its_strip_does(window: MainWindow, qtbot: QtBot):
    lose_a_term(window, qtbot)
    editor(window, "termEdit1").setFocus()
    menu = quick_fix(qtbot)
    assert offered(menu) == ["Rename to “odd matters”", "Keep"]
    press(menu, ENTER)
    assert window.desk.brief.terms[0].term == "odd matters"


def test_the_quick_fix_on_another_term_does_not(window: MainWindow, qtbot: QtBot):
    lose_a_term(window, qtbot)
    editor(window, "termEdit2").setFocus()
    assert window.furniture._shell.form.at_hand(focus()) == []


def test_a_paste_is_answered_by_the_quick_fix_even_in_a_bullet_that_could_be_split(
    window: MainWindow, qtbot: QtBot
):
    bullets = editor(window, "bulletsEdit")
    bullets.setFocus()
    paste(bullets, f"One.\n{LONG}")
    menu = quick_fix(qtbot)
    assert offered(menu)[-2:] == ["Undo", "Paste as one"]
    assert any("Split into sentences" in each for each in offered(menu))
    press(menu, ESC)
    assert window.desk.brief.bullets == ("One.", LONG.strip())
    assert walk(3) == ["pasteUndo", "pasteAsOne", "pasteStripClose"]
    press(focus(), ESC)
    assert name() == "bulletsEdit"
    put_caret(bullets, 1, 3)
    QTest.keyClick(bullets, Qt.Key.Key_Period, CTRL)
    assert len(window.desk.brief.bullets) > 2


def test_an_article_in_the_headline_is_answered_by_keys(window: MainWindow, qtbot: QtBot):
    headline = editor(window, "headlineEdit")
    headline.setFocus()
    paste(headline, html=ARTICLE)
    assert walk(1) == ["articleParagraphs"]
    press(focus(), ESC)
    assert name() == "headlineEdit"
    assert walk(1) == ["bulletsEdit"]


def test_an_article_in_the_headline_is_answered_by_the_quick_fix(window: MainWindow, qtbot: QtBot):
    headline = editor(window, "headlineEdit")
    headline.setFocus()
    paste(headline, html=ARTICLE)
    menu = quick_fix(qtbot)
    assert offered(menu)[0] == "2 paragraphs as bullets"
    press(menu, ENTER)
    assert len(window.desk.brief.bullets) == 2


def source(window: MainWindow, address: str) -> QWidget:
    url = editor(window, "sourceUrlEdit")
    url.setFocus()
    paste(url, address)
    return url


def test_the_way_to_already_briefed_and_back(window: MainWindow, qtbot: QtBot):
    source(window, "https://a.org/x")
    story = window.findChild(QWidget, "sameStory")
    assert story is not None
    qtbot.waitUntil(story.isVisible)
    stops = walk(3)
    assert stops[1:] == ["sameStoryOpen", "sameStoryContinue"], stops
    assert walk(2, BACKTAB) == ["sameStoryOpen", stops[0]]
    walk(1)
    press(focus(), ESC)
    assert story.isHidden()
    assert name() == stops[0]


def test_esc_in_the_address_closes_already_briefed(window: MainWindow, qtbot: QtBot):
    url = source(window, "https://a.org/x")
    story = window.findChild(QWidget, "sameStory")
    assert story is not None
    qtbot.waitUntil(story.isVisible)
    assert [each.words for each in window.furniture._shell.form.at_hand(focus())][1:] == ["Open", "Continue"]
    press(url, ESC)
    assert story.isHidden()
    window.furniture._sources.refresh()
    jobs = window.furniture.jobs
    qtbot.waitUntil(lambda: not jobs.busy("same-story") and not story_rests(window))
    assert story.isHidden()


def story_rests(window: MainWindow) -> bool:
    return window.furniture._sources._same_story._rest.isActive()


def test_tracking_parts_are_put_back_by_keys(window: MainWindow, qtbot: QtBot):
    address = "https://b.org/x?utm_source=me&a=1"
    source(window, address)
    assert window.desk.brief.source.url == "https://b.org/x?a=1"
    stops = walk(2)
    assert stops[1] == "fieldNote1", stops
    press(focus(), ESC)
    assert name() == "sourceUrlEdit"
    menu = quick_fix(qtbot)
    assert offered(menu)[0] == "Undo"
    press(menu, ENTER)
    assert window.desk.brief.source.url == address


def test_large_text_puts_the_buttons_of_a_strip_below_its_words(window: MainWindow, qtbot: QtBot):
    window.resize(1100, 700)
    strip = lose_a_term(window, qtbot)
    words = strip.findChild(QLabel, "termStripWords1")
    button = strip.findChild(QWidget, "termStripOffer1-1")
    assert words is not None
    assert button is not None
    qtbot.waitUntil(lambda: abs(button.geometry().center().y() - words.geometry().center().y()) < 6)
    window.furniture._look.set_base_size(26)
    strip.resize(420, strip.height())
    qtbot.waitUntil(lambda: button.y() > words.geometry().bottom())
    assert "…" not in words.text()
