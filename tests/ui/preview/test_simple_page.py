"""The page without the engine."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from briefdesk.brief.model import Brief
from briefdesk.ui.preview.shown import Renderer, Shown
from briefdesk.ui.preview.simple_page import SimplePage
from briefdesk.ui.theme import read_theme


@pytest.fixture
def page(qtbot: QtBot) -> SimplePage:
    made = SimplePage(read_theme("light"))
    qtbot.addWidget(made)
    made.resize(480, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_section_can_be_read(page: SimplePage, brief: Brief):
    page.show_page(Renderer().render(brief))
    text = page.toPlainText()
    for expected in (
        brief.headline,
        "In brief",
        "Bullet 6 says something",
        "A method where",
        "LessWrong",
        "Another brief 4",
    ):
        assert expected in text


def test_an_empty_brief_says_what_will_be_here(page: SimplePage):
    page.show_page(Shown("x", {"headline": ""}))
    assert page.toPlainText() == "The page appears here as you write."


def test_the_place_is_kept_for_the_same_brief_and_is_the_top_for_another(page: SimplePage, brief: Brief):
    renderer = Renderer()
    page.show_page(renderer.render(brief))
    page.verticalScrollBar().setValue(120)
    page.show_page(Shown(brief.id, {**renderer.render(brief).parts, "headline": "<h1>New</h1>"}))
    assert page.verticalScrollBar().value() == 120
    page.show_page(Shown("other", renderer.render(brief).parts))
    assert page.verticalScrollBar().value() == 0


def test_it_tells_when_a_change_is_painted(qtbot: QtBot, page: SimplePage, brief: Brief):
    with qtbot.waitSignal(page.painted, timeout=5000) as told:
        page.show_page(Renderer().render(brief))
    assert told.args == [brief.id]


def test_it_reads_no_file(page: SimplePage, tmp_path: Path):
    picture = tmp_path / "x.txt"
    picture.write_text("secret", encoding="utf-8")
    assert page.loadResource(2, QUrl.fromLocalFile(str(picture))) is None


def test_a_link_asks_only_with_ctrl(qtbot: QtBot, page: SimplePage, brief: Brief):
    page.show_page(
        Shown("x", {"source": '<p><a href="https://example.com/">Read the full story there</a></p>'})
    )
    told: list[str] = []
    page.linkWanted.connect(told.append)
    place = page.cursorRect().center()
    place.setX(place.x() + 20)
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == []
    assert page.source().isEmpty()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, control, pos=place)
    assert told == ["https://example.com/"]
