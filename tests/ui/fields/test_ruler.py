"""The truncation ruler: where channels cut a headline, in pixels, and what their readers lose."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefdesk.brief.fields import field
from briefdesk.brief.model import Brief
from briefdesk.desk.session import Session
from briefdesk.ui.fields.channel_cuts import CHANNELS, Measure
from briefdesk.ui.fields.markings import Markings
from briefdesk.ui.fields.ruler import HIDES_AT, TruncationRuler
from briefdesk.ui.fields.text import TextField
from briefdesk.ui.signals import SessionSignals
from briefdesk.ui.theme import Look
from tests.ui.fields.hands import LEFT, RIGHT, editor, press, shown, write

LONG = "Anthropic Embraces Alignment Pretraining for Safer AI Development in All of Its Larger Models"


@pytest.fixture
def page(qtbot: QtBot, signals: SessionSignals, look: Look) -> TextField:
    made = TextField(field("headline"), signals, look, style="headline")
    shown(qtbot, made, 620)
    made.resize(620, 700)
    made.furnish(Markings(made))
    editor(made, "headlineEdit").setFocus()
    return made


def ruler(page: QWidget) -> TruncationRuler:
    found = page.findChild(TruncationRuler, "headlineRuler")
    assert found
    return found


@pytest.mark.parametrize("letter", ["i", "W", "é", "字"])
def test_a_cut_leaves_what_fits_in_pixels_and_not_a_number_of_letters(fonts: None, letter: str) -> None:
    text = letter * 400
    for cut in Measure().cuts(text):
        font = QFont()
        font.setFamilies(list(cut.channel.families))
        font.setPixelSize(cut.channel.pixels)
        font.setWeight(QFont.Weight(cut.channel.weight))
        advance = QFontMetricsF(font).horizontalAdvance
        assert cut.is_cut
        assert advance(text[: cut.at] + "…") <= cut.channel.room + 1
        assert advance(text[: cut.at + 2] + "…") > cut.channel.room


def test_narrow_letters_get_further_than_wide_ones(fonts: None) -> None:
    narrow, wide = (Measure().cuts(letter * 400) for letter in "iW")
    assert all(one.at > 2 * other.at for one, other in zip(narrow, wide, strict=True))


def test_a_short_headline_is_shown_whole_everywhere_and_none_at_all_is_no_trouble(fonts: None) -> None:
    for text in ("Rain", "", " "):
        assert not any(cut.is_cut for cut in Measure().cuts(text))
    assert [cut.sentence for cut in Measure().cuts("Rain")] == [
        *("Phone inbox: shown whole", "Social card: shown whole"),
        *("Search result: shown whole", "Feed reader: shown whole"),
    ]


def test_what_is_told_is_the_last_word_that_is_seen_whole(fonts: None) -> None:
    for cut in Measure().cuts(LONG):
        assert cut.is_cut
        word = cut.sentence.split("‘")[1].rstrip("’")
        assert word in LONG.split()
        assert LONG[: cut.at].split()[-1] == word or not LONG[cut.at].isspace()


def test_an_emoji_at_the_cut_is_not_halved(fonts: None) -> None:
    for cut in Measure().cuts("👩‍👩‍👧" * 100):
        assert cut.text[: cut.at].encode()


def test_the_inbox_shows_the_short_headline_where_there_is_one(fonts: None) -> None:
    inbox, *others = Measure().cuts(LONG, "Short")
    assert not inbox.is_cut
    assert all(cut.is_cut for cut in others)


def test_the_description_says_what_the_ticks_show(page: TextField, session: Session) -> None:
    write(editor(page, "headlineEdit"), "Rain")
    assert ruler(page).accessibleDescription().startswith("Phone inbox: shown whole")
    session.edit("headline", LONG)
    assert ruler(page).accessibleDescription().count("cut after") == len(CHANNELS)


def test_the_arrows_choose_a_channel_and_pale_what_its_readers_lose(
    page: TextField, session: Session
) -> None:
    session.edit("headline", LONG)
    page.go_to_ruler()
    assert ruler(page).hasFocus()
    first = ruler(page).chosen
    assert first
    assert first.channel.name == "inbox"
    assert pale_from(page) == first.at
    press(ruler(page), RIGHT)
    second = ruler(page).chosen
    assert second
    assert second.channel.name == "card"
    assert pale_from(page) == second.at
    press(ruler(page), LEFT)
    press(ruler(page), LEFT)
    assert ruler(page).chosen == ruler(page).cuts[-1]
    press(ruler(page), Qt.Key.Key_Escape)
    assert editor(page, "headlineEdit").hasFocus()
    assert pale_from(page) == -1


def test_the_mouse_chooses_the_nearest_tick(page: TextField, session: Session) -> None:
    session.edit("headline", LONG)
    QTest.mouseMove(ruler(page), ruler(page).rect().center())
    QTest.mouseMove(ruler(page), ruler(page).rect().bottomRight())
    chosen = ruler(page).chosen
    assert chosen
    assert chosen.channel.name == "feed"
    assert ruler(page).toolTip() == chosen.sentence


def test_it_hides_in_a_low_window(page: TextField) -> None:
    assert ruler(page).isVisible()
    page.resize(620, HIDES_AT)
    assert ruler(page).isHidden()
    page.resize(620, HIDES_AT + 1)
    assert ruler(page).isVisible()


def test_another_brief_is_measured_anew(page: TextField, session: Session) -> None:
    session.edit("headline", LONG)
    session.open(Brief(id="other", headline="Rain"))
    assert not any(cut.is_cut for cut in ruler(page).cuts)
    session.open(Brief(id="third", headline=LONG, short_headline="Short"))
    assert not ruler(page).cuts[0].is_cut


def test_labels_never_touch_and_stay_inside(page: TextField, session: Session) -> None:
    for text in ("", "Rain", LONG, "W" * 200):
        session.edit("headline", text)
        for width in (300, 420, 620, 900):
            page.resize(width, 700)
            widths = [90.0, 90.0, 100.0, 90.0]
            placed = zip(ruler(page)._places(ruler(page)._ticks(), widths), widths, strict=True)
            places = sorted((x, x + wide) for x, wide in placed if x is not None)
            assert places
            assert places[0][0] >= 0
            assert places[-1][1] <= ruler(page).width()
            assert all(one[1] <= other[0] for one, other in pairwise(places))


def pale_from(page: TextField) -> int:
    """Where the paled part of the headline begins; -1 where none is."""
    text: QTextEdit = editor(page, "headlineEdit")
    formats = text.document().firstBlock().layout().formats()
    return formats[0].start if formats else -1
