"""An article that is pasted in the library makes a new brief; a page of a brief is imported."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Source
from briefdesk.brief.publishers import publisher_key
from briefdesk.ui.fields.source_house import SourceHouse
from briefdesk.ui.window import MainWindow
from tests.ui.fields.hands import CTRL, copy_to_clipboard, press
from tests.ui.fields.test_articles import FIRST, PAGE, SECOND, TEXT


def said(window: MainWindow) -> set[str]:
    notices = window.furniture.notices
    return {label.text() for label in notices.findChildren(QLabel)} if notices.isVisible() else set()


def strip(window: MainWindow) -> str:
    found = window.findChild(QWidget, "headlineStrip")
    return "" if found is None or found.isHidden() else found.accessibleName()


def empty(window: MainWindow, qtbot: QtBot) -> QWidget:
    """A widget of the library pane that has the keyboard, as long as there is no brief."""
    found = window.findChild(QPushButton, "emptyNewBrief")
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    found.setFocus()
    return found


@pytest.mark.parametrize("where", ["emptyNewBrief", "librarySearch"])
def test_an_article_pasted_in_the_library_is_a_new_brief_that_asks(
    window: MainWindow, qtbot: QtBot, where: str
) -> None:
    empty(window, qtbot)
    copy_to_clipboard(TEXT)
    press(window.findChild(QWidget, where), Qt.Key.Key_V, CTRL)
    assert window.desk.brief.headline == "Rain in Oslo"
    assert window.desk.brief.source.publisher == "NRK"
    assert strip(window).startswith("This looks like an article")
    assert not said(window)
    button = window.findChild(QPushButton, "articleParagraphs")
    assert button is not None
    button.click()
    assert window.desk.brief.bullets == (FIRST, SECOND)


def test_a_brief_that_is_open_is_not_touched_by_it(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.session.edit("headline", "Snow")
    snow = window.desk.brief.id
    panel = window.furniture.panel
    copy_to_clipboard("Rain", PAGE)
    press(panel, Qt.Key.Key_V, CTRL)
    assert window.desk.brief.headline == "Rain in Oslo"
    assert window.desk.brief.source == Source(url="https://daily.example/rain", publisher="The Daily")
    window.open_brief(snow)
    assert window.desk.brief.headline == "Snow"
    assert strip(window) == ""


def test_a_page_of_a_brief_is_imported_as_before(window: MainWindow, qtbot: QtBot) -> None:
    widget = empty(window, qtbot)
    copy_to_clipboard(f"Rain in Oslo\n\nIn brief\n- {FIRST}\n- {SECOND}\nRead full story at NRK →")
    press(widget, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: window.desk.brief.headline == "Rain in Oslo")
    assert window.desk.brief.bullets == (FIRST, SECOND)
    assert strip(window) == ""


def test_what_the_library_has_settled_names_the_publisher(window: MainWindow, qtbot: QtBot) -> None:
    house = window.findChild(SourceHouse)
    assert house is not None
    house.remember(publisher_key("https://daily.example/rain"), "Daily, Inc.")
    copy_to_clipboard("Rain", PAGE)
    headline = window.findChild(QWidget, "headlineEdit")
    assert headline is not None
    headline.setFocus()
    QTest.qWait(0)
    press(headline, Qt.Key.Key_V, CTRL)
    assert window.desk.brief.source.publisher == "Daily, Inc."


def bullets(window: MainWindow) -> QWidget:
    """The bullets of a new brief, with the keyboard in them."""
    window.furniture.acts.newWanted.emit()
    found = window.findChild(QWidget, "bulletsEdit")
    assert found is not None
    found.setFocus()
    return found


def test_an_article_in_the_empty_bullets_of_an_empty_brief_asks_too(window: MainWindow, qtbot: QtBot) -> None:
    copy_to_clipboard(TEXT)
    press(bullets(window), Qt.Key.Key_V, CTRL)
    assert window.desk.brief.headline == "Rain in Oslo"
    assert window.desk.brief.bullets == ()
    assert strip(window).startswith("This looks like an article")
    headline = window.findChild(QWidget, "headlineEdit")
    assert headline is not None
    qtbot.waitUntil(headline.hasFocus)
    button = window.findChild(QPushButton, "articleParagraphs")
    assert button is not None
    button.click()
    assert window.desk.brief.bullets == (FIRST, SECOND)
    window.desk.session.undo()
    assert (window.desk.brief.headline, window.desk.brief.bullets) == ("", ())
    assert not window.desk.session.can_undo


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (f"- {FIRST}\n- {SECOND}\n- {FIRST}", (FIRST, SECOND, FIRST)),
        (f"Rain in Oslo\n{FIRST}\n{SECOND}", ("Rain in Oslo", FIRST, SECOND)),
    ],
)
def test_points_in_the_empty_bullets_are_bullets(
    window: MainWindow, text: str, kept: tuple[str, ...]
) -> None:
    copy_to_clipboard(text)
    press(bullets(window), Qt.Key.Key_V, CTRL)
    assert window.desk.brief.bullets == kept
    assert not strip(window)


def test_an_article_in_the_bullets_of_a_begun_brief_is_bullets(window: MainWindow) -> None:
    copy_to_clipboard(TEXT)
    found = bullets(window)
    window.desk.session.edit("kicker", "Weather")
    press(found, Qt.Key.Key_V, CTRL)
    assert window.desk.brief.headline == ""
    assert FIRST in window.desk.brief.bullets
